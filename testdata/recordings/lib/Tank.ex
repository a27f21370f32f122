defmodule Tank do
  # a server with a level, waiting customers and an alarm
  use GenServer, restart: :temporary

  def start(level, opts \\ []), do: GenServer.start(__MODULE__, {level, opts}, Keyword.take(opts, [:name, :debug, :spawn_opt, :hibernate_after]))
  def start_link(level, opts \\ []), do: GenServer.start_link(__MODULE__, {level, opts}, Keyword.take(opts, [:name]))
  def fill(tank, n), do: GenServer.cast(tank, {:fill, n})
  def draw(tank, n), do: GenServer.call(tank, {:draw, n}, 50)
  def take(tank, n), do: GenServer.call(tank, {:take, n})
  def level(tank), do: GenServer.call(tank, :level)

  @impl true
  def init({level, opts}) do
    if opts[:trap], do: Process.flag(:trap_exit, true)
    state = %{level: level, waiting: :queue.new(), owner: opts[:owner], alarm: nil}
    cond do
      not is_integer(level) -> {:stop, {:bad_level, level}}
      level < 0 -> :ignore
      opts[:check] -> {:ok, state, {:continue, :check}}
      ms = opts[:idle] -> {:ok, state, ms}
      true -> {:ok, state}
    end
  end

  @impl true
  def handle_continue(:check, %{level: level} = state) do
    tell(state, {:checked, level})
    if level == 13, do: raise("unlucky"), else: {:noreply, state}
  end
  def handle_continue({:serve, n}, state) do
    case :queue.out(state.waiting) do
      {{:value, {from, wanted}}, rest} when wanted <= n ->
        GenServer.reply(from, {:late, wanted})
        {:noreply, %{state | level: n - wanted, waiting: rest}, {:continue, {:serve, n - wanted}}}
      _ ->
        {:noreply, %{state | level: n}}
    end
  end

  @impl true
  def handle_call(:level, _, state), do: {:reply, state.level, state}
  def handle_call({:draw, n}, _, %{level: level} = state) when n <= level, do: {:reply, {:ok, n}, %{state | level: level - n}}
  def handle_call({:draw, n}, from, state), do: {:noreply, %{state | waiting: :queue.in({from, n}, state.waiting)}}
  def handle_call({:take, n}, _, %{level: level}) when n > level, do: raise(ArgumentError, "wanted #{n}, there are #{level}")
  def handle_call({:take, n}, _, state), do: {:reply, n, %{state | level: state.level - n}}
  def handle_call({:alarm, ms}, {pid, _}, state), do: {:reply, is_reference(Process.send_after(self(), {:alarm, pid}, ms)), state, :hibernate}
  def handle_call({:close, reason, reply}, _, state), do: {:stop, reason, reply, state}
  def handle_call({:close, reason}, _, state), do: {:stop, reason, state}
  def handle_call({:lend, fun}, _, state), do: {:reply, fun.(state.level), state, {:continue, :check}}

  @impl true
  def handle_cast({:fill, n}, state) when n > 0, do: {:noreply, state, {:continue, {:serve, state.level + n}}}
  def handle_cast({:leak, n}, state), do: {:noreply, Map.update!(state, :level, &(&1 - n)), 5}
  def handle_cast(:burst, state), do: {:noreply, state.leak}
  def handle_cast({:close, reason}, state), do: {:stop, reason, state}

  @impl true
  def handle_info({:alarm, pid}, state), do: {:noreply, %{state | alarm: send(pid, :ring)}}
  def handle_info(:timeout, state), do: {:noreply, tell(state, :idle)}
  def handle_info({:EXIT, _, reason}, state), do: {:noreply, tell(state, {:exit, reason})}

  @impl true
  def terminate(:twice, state), do: exit({:twice, state.level})
  def terminate(reason, state), do: tell(state, {:closed, what(reason)})

  @impl true
  def code_change(:litres, state, factor), do: {:ok, Map.update!(state, :level, &(&1 * factor))}
  def code_change(_, _, reason), do: {:error, reason}

  @impl true
  def format_status(:normal, [_, state]), do: [data: [{'Level', state.level}]]
  def format_status(:terminate, [_, state]), do: {:level, state.level}

  defp tell(%{owner: nil} = state, _), do: state
  defp tell(state, what) do
    send(state.owner, {:tank, what})
    state
  end

  defp what({%{__exception__: true} = e, _}), do: e.__struct__
  defp what({reason, [_ | _]}), do: {:error, reason}
  defp what(reason), do: reason
end
