defmodule Deposit do
  defstruct amount: 0
end

defmodule Withdraw do
  defstruct amount: 0
end

defmodule Account do
  use GenServer

  def start_link(balance), do: GenServer.start_link(__MODULE__, balance)
  def deposit(pid, n), do: GenServer.call(pid, %Deposit{amount: n})
  def withdraw(pid, n), do: GenServer.call(pid, %Withdraw{amount: n})

  @impl true
  def init(balance) when is_integer(balance), do: {:ok, balance}

  @impl true
  def handle_call(%Deposit{amount: n}, _from, balance), do: {:reply, :ok, balance + n}
  def handle_call(%Withdraw{amount: n}, _from, balance) when n > balance, do: {:reply, {:error, :insufficient_funds}, balance}
  def handle_call(%Withdraw{amount: n}, _from, balance), do: {:reply, {:ok, balance - n}, balance - n}
  def handle_call(:balance, _from, balance), do: {:reply, balance, balance}

  @impl true
  def handle_cast(%Deposit{amount: n}, balance), do: {:noreply, balance + n}

  @impl true
  def handle_info({:interest, percent}, balance), do: {:noreply, balance + div(balance * percent, 100)}
end
