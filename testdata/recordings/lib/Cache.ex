defmodule Cache do
  use GenServer, restart: :transient, shutdown: 1_000

  defmodule Stats do
    defstruct hits: 0, misses: 0
  end

  def start_link(opts) do
    {init, opts} = Keyword.pop(opts, :init, %{})
    GenServer.start_link(__MODULE__, init, opts)
  end

  def put(server, key, value, ttl \\ :infinity), do: GenServer.cast(server, {:put, key, value, ttl})
  def get(server, key, default \\ nil), do: GenServer.call(server, {:get, key, default})
  def fetch(server, key, fun), do: GenServer.call(server, {:fetch, key, fun}, 200)
  def stats(server), do: GenServer.call(server, :stats)

  @impl true
  def init({:error, reason}), do: {:stop, reason}
  def init(:ignore), do: :ignore
  def init({:load, entries}), do: {:ok, {%{}, %Stats{}}, {:continue, {:load, entries}}}
  def init(entries) when is_map(entries), do: {:ok, {entries, %Stats{}}}

  @impl true
  def handle_continue({:load, [{key, value} | rest]}, {entries, stats}) do
    {:noreply, {Map.put(entries, key, value), stats}, {:continue, {:load, rest}}}
  end

  def handle_continue({:load, []}, state), do: {:noreply, state}
  def handle_continue({:notify, pid}, {entries, _} = state) do
    send(pid, {:size, map_size(entries)})
    {:noreply, state}
  end

  @impl true
  def handle_call({:get, key, default}, _from, {entries, stats}) do
    case entries do
      %{^key => value} -> {:reply, value, {entries, %{stats | hits: stats.hits + 1}}}
      _ -> {:reply, default, {entries, %{stats | misses: stats.misses + 1}}}
    end
  end

  def handle_call({:fetch, key, fun}, _from, {entries, stats}) do
    value = Map.get_lazy(entries, key, fun)
    {:reply, value, {Map.put_new(entries, key, value), stats}}
  end

  def handle_call(:stats, _from, {_, stats} = state), do: {:reply, stats, state}
  def handle_call({:count, pid}, _from, state), do: {:reply, :counting, state, {:continue, {:notify, pid}}}
  def handle_call({:wait_for, key}, from, {entries, stats}) do
    {:noreply, {Map.update(entries, {:waiting, key}, [from], &[from | &1]), stats}}
  end

  def handle_call({:stop, why}, _from, state), do: {:stop, why, {:stopping, why}, state}
  def handle_call(:drop, {pid, _tag}, {entries, stats}) do
    send(pid, :dropped)
    {:reply, :ok, {Map.new(for({{:waiting, _} = k, v} <- entries, do: {k, v})), stats}, :hibernate}
  end

  @impl true
  def handle_cast({:put, key, value, ttl}, {entries, stats}) do
    if is_integer(ttl), do: Process.send_after(self(), {:expire, key}, ttl)
    {waiting, entries} = Map.pop(entries, {:waiting, key}, [])
    for from <- waiting, do: GenServer.reply(from, {:put, value})
    {:noreply, {Map.put(entries, key, value), stats}}
  end

  def handle_cast({:stop, why}, state), do: {:stop, why, state}
  def handle_cast({:trap, flag}, state) do
    Process.flag(:trap_exit, flag)
    {:noreply, state}
  end

  @impl true
  def handle_info({:expire, key}, {entries, stats}), do: {:noreply, {Map.delete(entries, key), stats}}
  def handle_info({:EXIT, _, why}, {entries, stats}), do: {:noreply, {Map.put(entries, :last_exit, why), stats}}
  def handle_info({:link, pid}, state) do
    Process.link(pid)
    {:noreply, state}
  end

  @impl true
  def terminate(why, {%{owner: pid}, _}), do: send(pid, {:cache_terminated, why})
  def terminate(_, _), do: :ok

  @impl true
  def code_change(_old, {entries, stats}, :reset), do: {:ok, {entries, %{stats | hits: 0, misses: 0}}}
  def code_change(old, _, {:refuse, why}), do: {:error, {old, why}}
end
