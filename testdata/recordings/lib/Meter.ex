defmodule Meter do
  @behaviour :gen_event

  def init({{name, limit}, {:readings, seen}}), do: {:ok, %{name: name, limit: limit, seen: seen}}
  def init({{name, limit}, _other}), do: {:ok, %{name: name, limit: limit, seen: [:fresh]}}
  def init({name, limit}), do: {:ok, %{name: name, limit: limit, seen: []}}
  def init(bad), do: {:error, {:bad_meter, bad}}

  def handle_event({:read, n}, %{limit: limit}) when n > limit * 10, do: exit({:burst, n})
  def handle_event({:read, n}, %{limit: limit} = m) when n > limit do
    {:swap_handler, {:over, n}, m, {Meter, :spare}, {m.name, limit * 2}}
  end
  def handle_event({:read, n}, m) when is_number(n), do: {:ok, %{m | seen: [n | m.seen]}}
  def handle_event({:only, name, event}, m), do: if(m.name == name, do: handle_event(event, m), else: {:ok, m})
  def handle_event(:off, m), do: {:remove_handler, m}
  def handle_event(:rest, m), do: {:ok, m, :hibernate}
  def handle_event({:wait, ms}, m) do
    Process.sleep(ms)
    {:ok, m}
  end

  def handle_call(:seen, m), do: {:ok, Enum.reverse(m.seen), m}
  def handle_call({:mean, digits}, %{seen: seen} = m), do: {:ok, Float.round(Enum.sum(seen) / length(seen), digits), m}
  def handle_call({:replace, with, limit}, m), do: {:swap_handler, :replaced, :manual, m, {Meter, with}, {with, limit}}
  def handle_call(:off, m), do: {:remove_handler, {:last, List.first(m.seen)}}
  def handle_call({:link, pid}, m), do: {:ok, Process.link(pid), m}
  def handle_call({:self, ref}, m), do: {:ok, {ref, self()}, m, :hibernate}

  def handle_info({:read, _} = event, m), do: handle_event(event, m)
  def handle_info({ref, :pong}, m) when is_reference(ref), do: {:ok, %{m | seen: [:pong | m.seen]}}
  def handle_info({:EXIT, _, reason}, m), do: {:ok, %{m | seen: [{:exit, reason} | m.seen]}}

  def terminate({:over, _}, m), do: {:readings, m.seen}
  def terminate(:manual, _), do: :nothing
  def terminate({:stop, reason}, m) do
    send(:meter_owner, {m.name, :stop, reason})
    :ok
  end
  def terminate(reason, m) do
    if Process.whereis(:meter_owner), do: send(:meter_owner, {m.name, kind(reason)})
    {:bye, m.name}
  end

  defp kind({:error, {:EXIT, {why, [_ | _]}}}), do: {:crash, why}
  defp kind({:error, {:EXIT, why}}), do: {:exit, why}
  defp kind(other), do: other

  def code_change(old, m, {:limit, n}), do: {:ok, %{m | limit: n, seen: [{:code, old} | m.seen]}}

  def format_status(%{state: %{} = m} = status), do: %{status | state: {:meter, m.name, length(m.seen)}}
  def format_status(status), do: status
end
