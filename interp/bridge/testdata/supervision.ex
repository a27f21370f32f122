defmodule Shop.Shelf do
  use Agent, restart: :temporary

  def start_link(goods), do: Agent.start_link(fn -> goods end)

  @doc "Takes an item off the shelf."
  def take(shelf, item), do: Agent.get_and_update(shelf, &Map.pop(&1, item))
end

defmodule Shop.Shelves do
  use Supervisor

  @name Shop.Shelves

  def start_link(opts \\ []), do: Supervisor.start_link(__MODULE__, :ok, [name: @name] ++ opts)

  def open(goods, supervisor \\ @name), do: Supervisor.start_child(supervisor, [goods])

  def init(:ok) do
    supervise([worker(Shop.Shelf, [], restart: :temporary)], strategy: :simple_one_for_one)
  end
end

defmodule Shop do
  use Application

  def start(_type, _args) do
    children = [
      {Registry, name: Shop.Names, keys: :unique},
      {DynamicSupervisor, name: Shop.Customers, strategy: :one_for_one}
    ]

    Supervisor.start_link(children, strategy: :one_for_one)
  end
end

defmodule Shop.Order do
  require Logger

  def place(orders, text) do
    with {:ok, item, count} <- parse(text),
         total = count + Map.get(orders, item, 0),
         true <- total < 10 do
      require Logger
      Logger.debug("ordered #{item}")
      {:ok, Map.put(orders, item, total)}
    else
      false -> {:error, :too_many}
      {:error, _} = problem -> problem
    end
  end

  def parse(text) do
    case String.split(text) do
      [item, count] -> {:ok, item, String.to_integer(count)}
      _ -> {:error, :unreadable}
    end
  end

  def wait, do: Process.sleep(:infinity)

  def small?(text) do
    answer =
      with {:ok, _item, count} <- parse(text) do
        count in 1..3
      end

    answer == true
  end
end

defmodule Shop.Till do
  use GenServer, restart: :transient

  def start_link(opts), do: GenServer.start_link(__MODULE__, %{}, opts)
  def paid(till, name, sum), do: GenServer.call(till, {:paid, name, sum})

  def init(_) do
    {:ok, %{sums: %{}, watchers: MapSet.new()}}
  end

  def handle_call({:paid, name, sum}, _from, state) do
    state = update_in(state.sums[name], &((&1 || 0) + sum))
    {:reply, get_in(state.sums[name]), state}
  end

  def handle_cast({:watch, pid}, state) do
    {:noreply, update_in(state.watchers, &MapSet.put(&1, pid))}
  end
end
