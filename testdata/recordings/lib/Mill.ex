defmodule Mill do
  # a special process that grinds what it is given; state is {done, rest}
  def start(arg), do: :proc_lib.start(__MODULE__, :init, [self(), arg], 100)
  def start_link(arg, opts \\ []), do: :proc_lib.start_link(__MODULE__, :init, [self(), arg], 100, opts)
  def start_monitor(arg), do: :proc_lib.start_monitor(__MODULE__, :init, [self(), arg], 100)

  def grind(mill, grain) do
    send(mill, {:grind, self(), grain})
    receive do
      {^mill, flour} -> flour
    after
      50 -> :nothing
    end
  end

  def init(_parent, {:never, reason}), do: exit(reason)
  def init(_parent, :hang), do: Process.sleep(:infinity)
  def init(parent, {:refuse, value}), do: :proc_lib.init_ack(parent, {:error, value})
  def init(parent, {:trap, arg}) do
    Process.flag(:trap_exit, true)
    init(parent, arg)
  end
  def init(parent, {:named, name, arg}) do
    Process.register(self(), name)
    init(parent, arg)
  end
  def init(parent, list) when is_list(list) do
    :proc_lib.init_ack(parent, {:ok, self()})
    loop(parent, :sys.debug_options([]), {0, list})
  end

  def loop(parent, debug, {done, rest} = state) do
    receive do
      {:system, from, request} ->
        :sys.handle_system_msg(request, from, parent, __MODULE__, debug, state)

      {:EXIT, ^parent, reason} ->
        exit({:parent, reason})

      {:EXIT, _, reason} ->
        loop(parent, debug, {done, rest ++ [reason]})

      {:grind, from, grain} ->
        debug = :sys.handle_debug(debug, &write/3, __MODULE__, {:in, grain})
        send(from, {self(), grain * 2})
        debug = :sys.handle_debug(debug, &write/3, __MODULE__, {:out, grain * 2, from})
        loop(parent, debug, {done + 1, rest})

      :rest ->
        :proc_lib.hibernate(__MODULE__, :loop, [parent, debug, state])

      {:stop, reason} ->
        exit(reason)

      {:raise, text} ->
        raise(text)

      :parent ->
        send(hd(rest), {:parent, parent == hd(Process.get(:"$ancestors"))})
        loop(parent, debug, state)
    end
  end

  defp write(device, {:in, grain}, name), do: IO.write(device, "#{inspect(name)} <- #{inspect(grain)}\n")
  defp write(device, {:out, flour, to}, name), do: IO.write(device, "#{inspect(name)} -> #{inspect(flour)} #{is_pid(to)}\n")
  defp write(device, event, _), do: IO.write(device, "#{inspect(event)}\n")

  def system_continue(parent, debug, {done, [:lost]}), do: loop(parent, debug, {done, [:found]})
  def system_continue(parent, debug, state), do: loop(parent, debug, state)
  def system_terminate(:quietly, _, _, _), do: exit(:normal)
  def system_terminate(reason, _, _, {done, _}), do: exit({reason, done})
  def system_get_state({done, rest}), do: {:ok, %{done: done, rest: length(rest)}}
  def system_replace_state(fun, {done, rest}) do
    done = fun.(done)
    {:ok, done, {done, rest}}
  end
  def system_code_change({done, rest}, Mill, version, extra), do: {:ok, {done, [version, extra | rest]}}
  def system_code_change(_, _, _, _), do: {:error, :another_mill}
  def format_status(opt, [_dict, sys_state, _parent, _debug, {done, _}]), do: [opt: opt, is: sys_state, done: done]
end
