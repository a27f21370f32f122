defmodule Lamp do
  def start_link(opts \\ []), do: :proc_lib.start_link(__MODULE__, :init, [self(), opts])
  def press(lamp), do: send(lamp, {:press, self()}) && wait(lamp)
  def state(lamp), do: :sys.get_state(lamp)

  defp wait(lamp) do
    receive do
      {^lamp, answer} -> answer
    after
      100 -> :no_answer
    end
  end

  def init(parent, opts) do
    debug = :sys.debug_options(opts[:debug] || [])
    if opts[:trap], do: Process.flag(:trap_exit, true)
    if name = opts[:name], do: Process.register(self(), name)
    case opts[:fail] do
      nil -> :proc_lib.init_ack(parent, {:ok, self()})
      {:ack, value} -> :proc_lib.init_ack(parent, value)
      {:exit, why} -> exit(why)
      {:raise, text} -> raise text
    end
    loop(:off, parent, debug)
  end

  defp loop(state, parent, debug) do
    receive do
      {:press, from} ->
        next = if state == :off, do: :on, else: :off
        debug = :sys.handle_debug(debug, &print/3, self(), {:in, :press, from})
        send(from, {self(), next})
        debug = :sys.handle_debug(debug, &print/3, self(), {:out, next, from})
        loop(next, parent, debug)

      {:system, from, request} ->
        :sys.handle_system_msg(request, from, parent, __MODULE__, debug, state)

      {:EXIT, ^parent, why} ->
        exit(why)

      {:EXIT, pid, why} ->
        loop({:lost, pid == self(), why}, parent, debug)

      {:break, value} ->
        loop(1 + value, parent, debug)
    end
  end

  defp print(device, event, name), do: IO.puts(device, "#{if is_pid(name), do: "lamp", else: name}: #{inspect(elem(event, 0))} #{inspect(elem(event, 1))}")

  def system_continue(parent, debug, state), do: loop(state, parent, debug)
  def system_terminate(reason, _parent, _debug, _state), do: exit(reason)
  def system_get_state(state), do: {:ok, {:lamp, state}}
  def system_replace_state(fun, state) do
    {:lamp, next} = fun.({:lamp, state})
    {:ok, {:lamp, next}, next}
  end
  def system_code_change(state, _module, _old, :invert), do: {:ok, if(state == :on, do: :off, else: :on)}
  def system_code_change(_state, module, old, extra), do: {:error, {module, old, extra}}
end
