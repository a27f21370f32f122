defmodule Defs do
  use GenServer
  def init(x), do: {:ok, x}
end

defmodule Bares do
  def init(x), do: {:ok, x}
end

defmodule NoInit do
  use GenServer
end

defmodule Secret do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:state, _, s), do: {:reply, s, s}
  def handle_call(:crash, _, _), do: raise("secret")
  def handle_cast(:crash, _), do: exit(:secret)
  def format_status(:normal, [_dict, _state]), do: [data: [{'State', :hidden}]]
  def format_status(:terminate, [_dict, _state]), do: :hidden_too
end

defmodule Secret1 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:crash, _, _), do: raise("secret")
  def handle_cast(:crash, _), do: exit(:secret)

  def format_status(status) do
    Map.new(status, fn
      {:state, _} -> {:state, :hidden}
      {:message, _} -> {:message, :masked}
      {:reason, {r, _stack}} -> {:reason, r}
      other -> other
    end)
  end
end

defmodule SecretBad do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:crash, _, _), do: raise("secret")
  def format_status(_status), do: raise("in format_status")
end

defmodule Coder do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:state, _, s), do: {:reply, s, s}
  def code_change(_old, _state, :fail), do: {:error, :failed}
  def code_change(_old, _state, :raise), do: raise("no change")
  def code_change(_old, _state, :wrong), do: :wrong
  def code_change(old, state, extra), do: {:ok, {old, state, extra}}
end
