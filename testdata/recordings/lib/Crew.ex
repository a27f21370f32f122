defmodule Hand do
  use GenServer

  def start_link({name, owner}), do: GenServer.start_link(__MODULE__, {name, owner}, name: name)

  @impl true
  def init({name, owner}) do
    Process.flag(:trap_exit, true)
    send(owner, {:up, name})
    {:ok, {name, owner, 0}}
  end

  @impl true
  def handle_call(:count, _from, {name, owner, n}), do: {:reply, n, {name, owner, n + 1}}
  def handle_call({:stop, reason}, _from, state), do: {:stop, reason, :stopping, state}
  @impl true
  def handle_cast(:crash, {name, _, _}), do: raise("#{name} crashed")
  def handle_cast({:exit, reason}, _), do: exit(reason)

  @impl true
  def terminate(reason, {name, owner, _}) do
    what = if is_tuple(reason), do: :crash, else: reason
    send(owner, {:down, name, what})
  end
end

defmodule Crew do
  use Supervisor

  def start_link({strategy, owner}), do: Supervisor.start_link(__MODULE__, {strategy, owner})

  @impl true
  def init({strategy, owner}) do
    children =
      for name <- [:bow, :mid, :aft] do
        %{id: name, start: {Hand, :start_link, [{name, owner}]}, restart: restart(name)}
      end

    Supervisor.init(children, strategy: strategy, max_restarts: 2, max_seconds: 5)
  end

  defp restart(:aft), do: :transient
  defp restart(_), do: :permanent
end
