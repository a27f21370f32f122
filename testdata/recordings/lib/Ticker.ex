defmodule Ticker do
  def start_link(owner, n), do: :proc_lib.start_link(__MODULE__, :init, [self(), owner, n])
  def bump(pid, by), do: send(pid, {:bump, by})

  def init(parent, owner, n) do
    Process.flag(:trap_exit, true)
    :proc_lib.init_ack(parent, {:ok, self()})
    loop({parent, owner, n}, :sys.debug_options([]))
  end

  defp loop({parent, owner, n} = state, debug) do
    receive do
      {:bump, by} ->
        send(owner, {:now, n + by})
        loop({parent, owner, n + by}, debug)

      {:fail, how} ->
        fail(how, n)

      {:EXIT, ^parent, reason} ->
        send(owner, {:parent_gone, reason})
        exit(reason)

      {:EXIT, _, reason} ->
        send(owner, {:other_gone, reason})
        loop(state, debug)

      {:system, from, request} ->
        :sys.handle_system_msg(request, from, parent, __MODULE__, debug, state)

      other ->
        send(owner, {:what, other})
        loop(state, debug)
    after
      100_000 -> exit(:timeout)
    end
  end

  defp fail(:raise, n), do: raise("at #{n}")
  defp fail({:exit, reason}, _), do: exit(reason)
  defp fail({:throw, value}, _), do: throw(value)

  def system_continue(_parent, debug, state), do: loop(state, debug)

  def system_terminate(reason, _parent, _debug, {_, owner, n}) do
    send(owner, {:system_terminate, reason, n})
    exit(reason)
  end

  def system_get_state({_, _, n}), do: {:ok, n}

  def system_replace_state(f, {parent, owner, n}) do
    n = f.(n)
    {:ok, n, {parent, owner, n}}
  end

  def system_code_change({parent, owner, n}, _module, old, extra), do: {:ok, {parent, owner, {:from, old, extra, n}}}
end
