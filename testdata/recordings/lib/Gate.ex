defmodule Gate do
  # A handler with a plan: what each callback does is said when it is added.
  @behaviour :gen_event

  def init({{owner, plan}, old}) when is_pid(owner) do
    send(owner, {:init, old})
    follow(plan[:init], {:ok, {owner, plan}})
  end

  def init({owner, plan}) when is_pid(owner), do: follow(plan[:init], {:ok, {owner, plan}})

  def handle_event(event, {owner, plan} = state) do
    send(owner, {:event, event})
    follow(plan[:event], {:ok, state})
  end

  def handle_call(request, {owner, plan} = state) do
    send(owner, {:call, request})
    follow(plan[:call], {:ok, :fine, state})
  end

  def handle_info(message, {owner, plan} = state) do
    send(owner, {:info, message})
    follow(plan[:info], {:ok, state})
  end

  def terminate(arg, {owner, plan}) do
    send(owner, {:terminate, arg})
    follow(plan[:terminate], :done)
  end

  def code_change(vsn, {owner, plan} = state, extra) do
    send(owner, {:code_change, vsn, extra})
    follow(plan[:code_change], {:ok, state})
  end

  defp follow(nil, default), do: default
  defp follow({:return, value}, _), do: value
  defp follow({:raise, message}, _), do: raise(message)
  defp follow({:exit, reason}, _), do: exit(reason)
  defp follow({:throw, value}, _), do: throw(value)
  defp follow({:error, reason}, _), do: :erlang.error(reason)
end
