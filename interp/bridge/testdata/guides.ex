defmodule Forwarder do
  use GenEvent

  def handle_event(event, parent) do
    send parent, event
    {:ok, parent}
  end
end

defmodule Echoer do
  use GenEvent

  def handle_event(event, []) do
    IO.puts event
    {:ok, []}
  end
end

defmodule BroadcastEventHandler do
  use GenEvent
  def init(_), do: {:ok, []}
  def handle_event({:broadcast, x}, broadcasts), do: {:ok, [x | broadcasts]}
  def handle_call(:broadcasts, broadcasts), do: {:ok, broadcasts, []}
end

defmodule KV.Bucket do
  @doc """
  Starts a new bucket.
  """
  def start_link do
    Agent.start_link(fn -> HashDict.new end)
  end

  @doc """
  Gets a value from the `bucket` by `key`.
  """
  def get(bucket, key) do
    Agent.get(bucket, &HashDict.get(&1, key))
  end

  def put(bucket, key, value) do
    Agent.update(bucket, &HashDict.put(&1, key, value))
  end

  def delete(bucket, key) do
    Agent.get_and_update(bucket, fn dict -> HashDict.pop(dict, key) end)
  end
end

defmodule KV.Registry do
  use GenServer

  @doc """
  Starts the registry.
  """
  def start_link(event_manager, opts \\ []) do
    GenServer.start_link(__MODULE__, event_manager, opts)
  end

  @doc """
  Looks up the bucket pid for `name` stored in `server`.

  Returns `{:ok, pid}` in case a bucket exists, `:error` otherwise.
  """
  def lookup(server, name) do
    GenServer.call(server, {:lookup, name})
  end

  def create(server, name) do
    GenServer.cast(server, {:create, name})
  end

  def init(events) do
    names = HashDict.new
    refs  = HashDict.new
    {:ok, %{names: names, refs: refs, events: events}}
  end

  def handle_call({:lookup, name}, _from, state) do
    {:reply, HashDict.fetch(state.names, name), state}
  end

  def handle_cast({:create, name}, state) do
    if HashDict.get(state.names, name) do
      {:noreply, state}
    else
      {:ok, pid} = KV.Bucket.start_link()
      ref = Process.monitor(pid)
      refs = HashDict.put(state.refs, ref, name)
      names = HashDict.put(state.names, name, pid)
      GenEvent.sync_notify(state.events, {:create, name, pid})
      {:noreply, %{state | names: names, refs: refs}}
    end
  end

  def handle_info({:DOWN, ref, :process, pid, _reason}, state) do
    {name, refs} = HashDict.pop(state.refs, ref)
    names = HashDict.delete(state.names, name)
    GenEvent.sync_notify(state.events, {:exit, name, pid})
    {:noreply, %{state | names: names, refs: refs}}
  end

  def handle_info(_msg, state) do
    {:noreply, state}
  end
end

defmodule KV do
  use GenServer

  def start_link, do: GenServer.start_link(__MODULE__, [], name: __MODULE__)
  def put(key, value), do: GenServer.call(__MODULE__, {:put, key, value})
  def get(key), do: GenServer.call(__MODULE__, {:get, key})

  def init([]), do: {:ok, HashDict.new}

  def handle_call({:put, key, value}, _from, dictionary) do
    {:reply, :ok, HashDict.put(dictionary, key, value)}
  end

  def handle_call({:get, key}, _from, dictionary) do
    {:reply, HashDict.get(dictionary, key), dictionary}
  end
end

defmodule PingPong do
  def start_link(opts \\ []) do
    :proc_lib.start_link(__MODULE__, :init, [self(), opts])
  end

  def ping do
    send __MODULE__, {:ping, self()}
    receive do
      {:reply, response} -> response
    after
      10_000 -> {:error, :timeout}
    end
  end

  def init(parent, _opts) do
    debug = :sys.debug_options([])
    Process.link(parent)
    :proc_lib.init_ack(parent, {:ok, self()})
    Process.register(self(), __MODULE__)
    state = HashDict.new
    loop(state, parent, debug)
  end

  defp loop(state, parent, debug) do
    receive do
      {:ping, from} ->
        send from, {:reply, :pong}
      {:system, from, request} ->
        :sys.handle_system_msg(request, from, parent, __MODULE__, debug, state)
    end
    loop(state, parent, debug)
  end

  def system_continue(parent, debug, state), do: loop(state, parent, debug)
  def system_terminate(reason, _, _, _), do: exit(reason)
  def system_get_state(state), do: {:ok, state}
end
