defmodule Todo do
  use GenServer

  def start_link(opts), do: GenServer.start_link(__MODULE__, :ok, opts)
  def add(server, key, value), do: GenServer.call(server, {:add, key, value})
  def get(server, key), do: GenServer.call(server, {:get, key})

  @impl true
  def init(:ok), do: {:ok, %{}, {:continue, :load}}

  @impl true
  def handle_continue(:load, items), do: {:noreply, Map.put(items, :loaded, true), 50}

  @impl true
  def handle_call({:add, key, value}, _from, items), do: {:reply, map_size(items), Map.put(items, key, value)}

  def handle_call({:get, key}, _from, items) do
    case Map.fetch(items, key) do
      {:ok, value} -> {:reply, {:ok, value}, items, 50}
      :error -> {:reply, :error, items, :hibernate}
    end
  end

  def handle_call({:later, ms}, from, items) do
    Process.send_after(self(), {:reply, from}, ms)
    {:noreply, items}
  end

  def handle_call(:all, _from, items), do: {:reply, Enum.sort(items), items}
  def handle_call(:stop, _from, items), do: {:stop, :normal, {:had, map_size(items)}, items}

  @impl true
  def handle_cast({:delete, key}, items), do: {:noreply, Map.delete(items, key)}
  def handle_cast(:clear, _), do: {:noreply, %{}, {:continue, :load}}

  @impl true
  def handle_info({:reply, from}, items) do
    GenServer.reply(from, :here)
    {:noreply, items}
  end

  def handle_info(:timeout, items), do: {:noreply, Map.update(items, :timeouts, 1, &(&1 + 1))}
end
