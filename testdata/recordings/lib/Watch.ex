defmodule Watch do
  use GenServer

  def start_link(owner), do: GenServer.start_link(__MODULE__, owner)

  @impl true
  def init(owner) do
    Process.flag(:trap_exit, true)
    {:ok, %{owner: owner, refs: %{}}}
  end

  @impl true
  def handle_call({:monitor, name, pid}, _from, state) do
    ref = Process.monitor(pid)
    {:reply, :ok, put_in(state.refs[ref], name)}
  end

  def handle_call({:forget, name}, _from, state) do
    case Enum.find(state.refs, fn {_, n} -> n == name end) do
      {ref, _} ->
        Process.demonitor(ref, [:flush])
        {:reply, :ok, %{state | refs: Map.delete(state.refs, ref)}}

      nil ->
        {:reply, :error, state}
    end
  end

  def handle_call({:link, pid}, _from, state), do: {:reply, Process.link(pid), state}
  def handle_call(:names, _from, state), do: {:reply, Enum.sort(Map.values(state.refs)), state}

  @impl true
  def handle_info({:DOWN, ref, :process, _pid, reason}, state) do
    {name, refs} = Map.pop(state.refs, ref)
    send(state.owner, {:down, name, reason})
    {:noreply, %{state | refs: refs}}
  end

  def handle_info({:EXIT, _pid, reason}, state) do
    send(state.owner, {:exit, reason})
    {:noreply, state}
  end

  @impl true
  def terminate(reason, state), do: send(state.owner, {:terminate, reason, map_size(state.refs)})
end
