defmodule Crashy do
  use GenServer

  def start(arg), do: GenServer.start(__MODULE__, arg)
  def start_link(arg), do: GenServer.start_link(__MODULE__, arg)

  @impl true
  def init(how) do
    case how do
      {:continue, state} -> {:ok, state, {:continue, :go}}
      {:fine, state} -> {:ok, state}
      other -> fail(other)
    end
  end

  @impl true
  def handle_continue(:go, how), do: fail(how)

  @impl true
  def handle_call(how, _from, _state), do: fail(how)

  @impl true
  def handle_cast(how, _state), do: fail(how)

  @impl true
  def handle_info(how, _state), do: fail(how)

  @impl true
  def terminate(_reason, {:last, how}), do: fail(how)
  def terminate(_reason, _), do: :ok

  defp fail(:raise), do: raise("raised on purpose")
  defp fail(:divide), do: div(1, zero())
  defp fail({:exit, reason}), do: exit(reason)
  defp fail({:throw, value}), do: throw(value)
  defp fail({:error, reason}), do: :erlang.error(reason)
  defp fail({:stop, reason}), do: {:stop, reason}
  defp fail({:return, value}), do: value

  defp zero, do: 0
end
