defmodule Join do
  defstruct [:name]
end

defmodule Said do
  defstruct [:by, :text]
end

defmodule Room do
  use GenEvent

  @impl true
  def init(owner), do: {:ok, {owner, []}}

  @impl true
  def handle_event(%Join{name: name}, {owner, names}) do
    send(owner, {:joined, name})
    {:ok, {owner, [name | names]}}
  end

  def handle_event(%Said{by: by, text: text} = said, {owner, names}) do
    if by in names do
      send(owner, {:said, by, text})
      {:ok, {owner, names}}
    else
      raise "#{inspect(said)} by a stranger"
    end
  end

  @impl true
  def handle_call(:names, {_, names} = state), do: {:ok, names, state}
  def handle_call({:kick, name}, {owner, names}), do: {:ok, :ok, {owner, List.delete(names, name)}}
  def handle_call(:close, _), do: {:remove_handler, :closed}
  

  @impl true
  def handle_info({:tick, n}, {owner, names}) do
    send(owner, {:ticked, div(100, n)})
    {:ok, {owner, names}}
  end

  @impl true
  def terminate(reason, {owner, names}) do
    send(owner, {:bye, reason_kind(reason), length(names)})
    {:gone, names}
  end

  defp reason_kind({:error, {_, stack}}) when is_list(stack), do: :crashed
  defp reason_kind({:error, _}), do: :wrong
  defp reason_kind({:stop, _}), do: :stopped
  defp reason_kind(other), do: other
end
