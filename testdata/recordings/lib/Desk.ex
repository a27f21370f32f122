defmodule Desk do
  use GenServer

  def start(opts \\ []), do: GenServer.start(__MODULE__, opts, Keyword.take(opts, [:name, :debug, :timeout]))
  def start_link(opts \\ []), do: GenServer.start_link(__MODULE__, opts, Keyword.take(opts, [:name, :debug, :timeout]))
  def take(desk, timeout \\ 100), do: GenServer.call(desk, :take, timeout)
  def free(desk), do: GenServer.cast(desk, {:free, self()})

  @impl true
  def init(opts) do
    if opts[:trap], do: Process.flag(:trap_exit, true)
    case opts[:init] do
      nil -> {:ok, %{free: opts[:seats] || 1, taken: %{}, queue: [], owner: opts[:owner]}}
      {:sleep, ms} -> Process.sleep(ms); {:ok, :slept}
      {:raise, text} -> raise text
      {:return, value} -> value
    end
  end

  @impl true
  def handle_call(:take, {pid, _}, %{free: free} = desk) when free > 0 do
    {:reply, :seated, seat(%{desk | free: free - 1}, pid)}
  end

  def handle_call(:take, from, desk), do: {:noreply, %{desk | queue: desk.queue ++ [from]}, 1_000}
  def handle_call(:state, _from, desk), do: {:reply, {desk.free, map_size(desk.taken), length(desk.queue)}, desk}
  def handle_call({:idle, ms}, _from, desk), do: {:reply, :ok, desk, ms}
  def handle_call(:nap, _from, desk), do: {:reply, :zzz, desk, :hibernate}
  def handle_call({:close, reason}, from, desk) do
    GenServer.reply(from, :closing)
    {:stop, reason, desk}
  end
  def handle_call({:fail, :raise}, _from, _), do: raise("desk on fire")
  def handle_call({:fail, :badmatch}, _from, desk), do: {:ok, _} = Map.fetch(desk, :drawer)
  def handle_call({:fail, {:exit, why}}, _from, _), do: exit(why)
  def handle_call({:fail, {:throw, v}}, _from, _), do: throw(v)

  @impl true
  def handle_cast({:free, pid}, desk), do: leave(desk, pid)
  def handle_cast({:continue, what}, desk), do: {:noreply, desk, {:continue, what}}
  def handle_cast({:return, v}, _), do: v

  @impl true
  def handle_continue({:tell, pid}, desk) do
    send(pid, :continued)
    {:noreply, desk}
  end

  @impl true
  def handle_info({:DOWN, _ref, :process, pid, _}, desk), do: leave(desk, pid)
  def handle_info(:timeout, %{owner: owner} = desk) do
    if owner, do: send(owner, :desk_idle)
    {:noreply, desk}
  end
  def handle_info({:EXIT, _, reason}, %{owner: owner} = desk) when owner != nil do
    send(owner, {:desk_exit, reason})
    {:noreply, desk}
  end

  @impl true
  def terminate(reason, %{owner: owner}) when is_pid(owner), do: send(owner, {:desk_closed, kind(reason)})
  def terminate(_, _), do: :ok

  @impl true
  def format_status(_, [_dict, %{free: f}]), do: {:desk, f}
  def format_status(_, [_dict, other]), do: other

  defp kind({e, [_ | _]}), do: {:crash, e}
  defp kind(r), do: r

  defp seat(desk, pid), do: put_in(desk.taken[pid], Process.monitor(pid))

  defp leave(desk, pid) do
    case pop_in(desk.taken[pid]) do
      {nil, desk} -> {:noreply, desk}
      {ref, desk} ->
        Process.demonitor(ref, [:flush])
        case desk.queue do
          [] -> {:noreply, %{desk | free: desk.free + 1}}
          [{next, _} = from | rest] ->
            GenServer.reply(from, :seated)
            {:noreply, seat(%{desk | queue: rest}, next)}
        end
    end
  end
end
