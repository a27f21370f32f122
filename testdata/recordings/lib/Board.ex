defmodule Board do
  use GenEvent

  def init({:from, old, owner}), do: {:ok, {owner, [{:inherited, old}]}}
  def init({{:take_over, owner}, old}), do: {:ok, {owner, [{:old, old}]}}
  def init(owner) when is_pid(owner), do: {:ok, {owner, []}}
  def init(:nope), do: {:error, :nope}
  def init({:oops, v}), do: v

  def handle_event({:post, text}, {owner, posts}) do
    send(owner, {:posted, text})
    {:ok, {owner, [text | posts]}}
  end

  def handle_event(:leave, _), do: :remove_handler
  def handle_event(:nap, state), do: {:ok, state, :hibernate}
  def handle_event({:fail, e}, _), do: raise(e)
  def handle_event({:exit, why}, _), do: exit(why)
  def handle_event({:throw, v}, _), do: throw(v)
  def handle_event({:give, v}, _), do: v
  def handle_event({:swap, args1, h, args2}, state), do: {:swap_handler, args1, state, h, args2}

  def handle_call(:posts, {_, posts} = state), do: {:ok, posts, state}
  def handle_call(:clear, {owner, posts}), do: {:ok, length(posts), {owner, []}, :hibernate}
  def handle_call({:remove, reply}, _), do: {:remove_handler, reply}
  def handle_call({:give, v}, _), do: v
  def handle_call({:swap, reply, args1, h, args2}, state), do: {:swap_handler, reply, args1, state, h, args2}
  def handle_call({:match, n}, {owner, posts}) when n < length(posts), do: {:ok, Enum.at(posts, n), {owner, posts}}

  def handle_info({:DOWN, _ref, :process, _pid, why}, {owner, posts}) do
    send(owner, {:saw_down, why})
    {:ok, {owner, posts}}
  end

  def handle_info(:leave, _), do: :remove_handler
  def handle_info({:post, text}, {owner, posts}), do: {:ok, {owner, [{:info, text} | posts]}}

  def terminate({:error, {e, [_ | _]}}, {owner, _}) do
    send(owner, {:terminated, {:error, e}})
    :error_gone
  end

  def terminate(why, {owner, posts}) do
    send(owner, {:terminated, why})
    {:had, length(posts)}
  end
end
