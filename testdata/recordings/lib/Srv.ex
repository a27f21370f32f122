defmodule Srv do
  use GenServer

  def start(how, options \\ []), do: GenServer.start(__MODULE__, how, options)
  def start_link(how, options \\ []), do: GenServer.start_link(__MODULE__, how, options)

  def init(how), do: act(how, nil)
  def handle_call({:state, how}, _from, state), do: act(how, state)
  def handle_call(:state, _from, state), do: {:reply, state, state}
  def handle_call({:later, how}, from, state), do: act(how, from || state)
  def handle_call(how, _from, state), do: act(how, state)
  def handle_cast(how, state), do: act(how, state)
  def handle_info({:note, pid, message}, state), do: act({:tell, pid, message, {:return, {:noreply, state}}}, state)
  def handle_info(:timeout, {:idle, pid}), do: act({:tell, pid, :idle, {:return, {:noreply, {:idle, pid}}}}, nil)
  def handle_info(how, state), do: act(how, state)
  def handle_continue(how, state), do: act(how, state)

  def terminate(reason, {:watched, pid, how}) do
    send(pid, {:terminate, reason})
    act(how, reason)
  end

  def terminate(_reason, _state), do: :ok

  defp act({:return, value}, _), do: value
  defp act({:raise, message}, _), do: raise(message)
  defp act({:exit, reason}, _), do: exit(reason)
  defp act({:throw, value}, _), do: throw(value)
  defp act({:error, reason}, _), do: :erlang.error(reason)
  defp act({:keep, shape}, state), do: {shape, state}
  defp act({:reply, value}, state), do: {:reply, value, state}

  defp act({:sleep, ms, how}, state) do
    Process.sleep(ms)
    act(how, state)
  end

  defp act({:tell, pid, message, how}, state) do
    send(pid, message)
    act(how, state)
  end

  defp act({:trap, how}, state) do
    Process.flag(:trap_exit, true)
    act(how, state)
  end

  defp act({:answer, from, value, how}, state) do
    GenServer.reply(from, value)
    act(how, state)
  end

  defp act({:ask, server, request, timeout}, state) do
    {:reply, GenServer.call(server, request, timeout), state}
  end
end
