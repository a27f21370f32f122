defmodule Hub do
  # A handler that acts on the process it lives in. State is {name, owner, n}.
  @behaviour :gen_event

  def init({{name, owner}, from}) when is_pid(owner), do: {:ok, {name, owner, {:from, from}}}
  def init({name, owner}) when is_pid(owner), do: {:ok, {name, owner, 0}}
  def init({:first, action, args}) do
    run(action, nil)
    init(args)
  end

  def handle_event({:run, name, action}, {name, owner, _} = state) do
    send(owner, {name, :ran, run(action, state)})
    {:ok, state}
  end

  def handle_event({:run, _, _}, state), do: {:ok, state}
  def handle_event({:leave, name}, {name, _, _}), do: :remove_handler
  def handle_event({:leave, _}, state), do: {:ok, state}

  def handle_event(_, {name, owner, n}) when is_integer(n), do: {:ok, {name, owner, n + 1}}
  def handle_event(_, state), do: {:ok, state}

  def handle_call({:run, action}, state), do: {:ok, run(action, state), state}
  def handle_call(:state, state), do: {:ok, state, state}
  def handle_call({:set, n}, {name, owner, old}), do: {:ok, old, {name, owner, n}}

  def handle_info(message, {name, owner, _} = state) do
    send(owner, {name, :info, message})
    {:ok, state}
  end

  def terminate({:run, action}, state), do: run(action, state)

  def terminate(why, {name, owner, n}) do
    send(owner, {name, :terminate, short(why)})
    n
  end

  def code_change(_, _, {:run, action}), do: run(action, nil)
  def code_change(old, {name, owner, n}, extra), do: {:ok, {name, owner, {old, n, extra}}}

  defp short({:error, {:EXIT, {why, [_ | _]}}}), do: {:error, {:EXIT, {why, :stack}}}
  defp short(other), do: other

  defp run({:link, pid}, _), do: Process.link(pid)
  defp run({:unlink, pid}, _), do: Process.unlink(pid)
  defp run({:watch, pid}, _), do: is_reference(Process.monitor(pid))
  defp run({:flag, flag, value}, _), do: Process.flag(flag, value)
  defp run({:put, key, value}, _), do: Process.put(key, value)
  defp run({:register, name}, _), do: Process.register(self(), name)
  defp run({:signal, reason}, _), do: Process.exit(self(), reason)
  defp run({:exit, reason}, _), do: exit(reason)
  defp run({:throw, value}, _), do: throw(value)
  defp run({:raise, text}, _), do: raise(text)
  defp run({:send, message}, _), do: send(self(), message)
  defp run({:notify, event}, _), do: :gen_event.notify(self(), event)
  defp run({:ask, manager, handler, request, timeout}, _), do: :gen_event.call(manager, handler, request, timeout)
  defp run({:sync, manager, event}, _), do: :gen_event.sync_notify(manager, event)
  defp run({:supervise, manager, handler, args}, _), do: :gen_event.add_sup_handler(manager, handler, args)
  defp run({:handlers, manager}, _), do: :gen_event.which_handlers(manager)
  defp run({:later, ms, message}, _), do: is_reference(Process.send_after(self(), message, ms))
  defp run(:mine, _), do: self()
  defp run({:ended, reason}, _), do: is_pid(spawn_link(fn -> exit(reason) end))

  defp run(:take, _) do
    receive do
      message -> message
    after
      0 -> :none
    end
  end

  defp run({:all, actions}, state), do: Enum.map(actions, &run(&1, state))
end
