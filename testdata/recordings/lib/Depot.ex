defmodule Depot do
  # A server that keeps stock and tells its owner what befalls it.
  use GenServer

  def start_link({owner, name, stock}), do: GenServer.start_link(__MODULE__, {owner, stock}, name: name)

  @impl true
  def init({:refuse, reason}), do: {:stop, reason}
  def init(:nothing), do: :ignore
  def init({:wrong, value}), do: value

  def init({owner, stock}) do
    Process.flag(:trap_exit, true)
    {:ok, %{owner: owner, stock: stock, waiting: []}, {:continue, :opened}}
  end

  @impl true
  def handle_continue(what, state) do
    send(state.owner, {:continued, what})
    {:noreply, state}
  end

  @impl true
  def handle_call({:take, n}, _from, %{stock: stock} = state) when n <= stock do
    {:reply, {:ok, n}, %{state | stock: stock - n}}
  end

  def handle_call({:take, n}, from, state), do: {:noreply, %{state | waiting: state.waiting ++ [{from, n}]}}
  def handle_call(:stock, _from, state), do: {:reply, state.stock, state, {:continue, :asked}}
  def handle_call(:idle, _from, state), do: {:reply, :ok, state, 20}
  def handle_call({:close, reason}, _from, state), do: {:stop, reason, :closing, state}
  def handle_call({:fall, reason}, _from, state), do: {:stop, reason, state}
  def handle_call({:bad, value}, _from, _state), do: value

  @impl true
  def handle_cast({:put, n}, state) do
    state = %{state | stock: state.stock + n}
    {ready, waiting} = Enum.split_with(state.waiting, fn {_, want} -> want <= state.stock end)

    state =
      Enum.reduce(ready, state, fn {from, want}, acc ->
        GenServer.reply(from, {:late, want})
        %{acc | stock: acc.stock - want}
      end)

    {:noreply, %{state | waiting: waiting}}
  end

  def handle_cast({:fail, reason}, _state), do: exit(reason)

  @impl true
  def handle_info(:timeout, state) do
    send(state.owner, :idle)
    {:noreply, state, :hibernate}
  end

  def handle_info({:EXIT, pid, reason}, state) do
    send(state.owner, {:exit_seen, pid, reason})
    {:noreply, state}
  end

  @impl true
  def terminate(reason, state) do
    send(state.owner, {:terminated, reason, state.stock})
    :ok
  end

  @impl true
  def code_change(vsn, state, extra), do: {:ok, %{state | stock: {vsn, state.stock, extra}}}
end
