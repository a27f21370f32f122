defmodule Kid do
  use GenServer

  def start_link(arg), do: GenServer.start_link(__MODULE__, arg)
  def start_link(extra, arg), do: GenServer.start_link(__MODULE__, {:both, extra, arg})
  def start_named(name), do: GenServer.start_link(__MODULE__, name, name: name)
  def refuse(reason), do: {:error, reason}
  def ignore, do: :ignore
  def wrong, do: :wrong
  def raises, do: raise("in start")
  def with_info(arg), do: with({:ok, pid} <- start_link(arg), do: {:ok, pid, :info})

  def init({:stop, reason}), do: {:stop, reason}
  def init(:ignore), do: :ignore

  def init({:tell, pid, what}) do
    Process.flag(:trap_exit, true)
    send(pid, {:started, what})
    {:ok, {:tell, pid, what}}
  end

  def init({:stubborn, _} = arg) do
    Process.flag(:trap_exit, true)
    {:ok, arg}
  end

  def init(arg), do: {:ok, arg}

  def handle_call(:state, _from, state), do: {:reply, state, state}
  def handle_call({:crash, reason}, _from, _), do: exit(reason)
  def handle_cast({:crash, reason}, _), do: exit(reason)
  def handle_cast({:stop, reason}, state), do: {:stop, reason, state}

  def terminate(reason, {:tell, pid, what}), do: send(pid, {:stopped, what, reason})
  def terminate(_, {:stubborn, ms}), do: Process.sleep(ms)
  def terminate(_, _), do: :ok
end

defmodule KidSup do
  use Supervisor

  def start_link(arg, options \\ []), do: Supervisor.start_link(__MODULE__, arg, options)

  @impl true
  def init({:children, children, options}), do: Supervisor.init(children, options)
  def init({:return, value}), do: value
  def init({:raise, message}), do: raise(message)
end

defmodule KidTemp do
  use GenServer, restart: :temporary, shutdown: 10_000, id: :custom
  def start_link(arg), do: GenServer.start_link(__MODULE__, arg)
  def init(arg), do: {:ok, arg}
end

defmodule KidDyn do
  use DynamicSupervisor

  def start_link(arg), do: DynamicSupervisor.start_link(__MODULE__, arg, name: __MODULE__)

  @impl true
  def init({:return, value}), do: value
  def init(options), do: DynamicSupervisor.init(options)
end

defmodule KidAgent do
  use Agent, restart: :transient
  def start_link(arg), do: Agent.start_link(fn -> arg end)
end

defmodule KidTask do
  use Task
  def start_link(arg), do: Task.start_link(__MODULE__, :run, [arg])
  def run({pid, message}), do: send(pid, message)
end
