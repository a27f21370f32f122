defmodule Relay do
  # passes events on to another manager; state is a struct
  @behaviour :gen_event
  defstruct [:name, :to, seen: 0, keep: []]

  def new(name, to), do: %Relay{name: name, to: to}

  @impl true
  def init({%Relay{} = relay, {:seen, n}}), do: {:ok, %{relay | seen: n}}
  def init({%Relay{} = relay, :error}), do: {:ok, %{relay | keep: [:no_old_one]}}
  def init({%Relay{} = relay, term}), do: {:ok, %{relay | keep: [term]}}
  def init(%Relay{to: nil}), do: {:error, :nowhere}
  def init(%Relay{} = relay), do: {:ok, relay}
  def init({:hibernate, relay}), do: {:ok, relay, :hibernate}

  @impl true
  def handle_event({:stop_at, n}, %Relay{seen: seen}) when seen >= n, do: :remove_handler
  def handle_event({:bad, term}, _), do: term
  def handle_event({:hand_over, module, args}, relay), do: {:swap_handler, :handed, %{relay | seen: relay.seen + 100}, module, args}
  def handle_event({:twice, event}, relay) do
    for _ <- 1..2, do: :gen_event.notify(relay.to, event)
    {:ok, count(relay)}
  end
  def handle_event({:sync, event}, relay) do
    {:ok, %{relay | keep: [:gen_event.sync_notify(relay.to, event) | relay.keep]}}
  end
  def handle_event(event, %Relay{to: to} = relay) do
    :gen_event.notify(to, {relay.name, event})
    {:ok, count(relay)}
  end

  @impl true
  def handle_call(:seen, relay), do: {:ok, relay.seen, relay}
  def handle_call({:keep, term}, relay), do: {:ok, length(relay.keep), %{relay | keep: [term | relay.keep]}}
  def handle_call({:drop, n}, relay), do: {:ok, Enum.take(relay.keep, n), %{relay | keep: Enum.drop(relay.keep, n)}, :hibernate}
  def handle_call({:fetch!, key}, relay), do: {:ok, Map.fetch!(relay, key), relay}
  def handle_call({:hand_over, reply, module, args}, relay), do: {:swap_handler, reply, :handed, relay, module, args}
  def handle_call({:retire, reply}, _), do: {:remove_handler, reply}
  def handle_call({:ask, handler, request}, relay), do: {:ok, :gen_event.call(relay.to, handler, request), relay}

  @impl true
  def handle_info({:EXIT, _, reason}, relay), do: {:ok, %{relay | keep: [{:exit, reason} | relay.keep]}}
  def handle_info({:DOWN, _, _, _, reason}, relay), do: {:ok, %{relay | keep: [{:down, reason} | relay.keep]}}
  def handle_info(:leave, _), do: :remove_handler
  def handle_info({:nap, _}, relay), do: {:ok, relay, :hibernate}

  @impl true
  def terminate(:handed, relay), do: {:seen, relay.seen}
  def terminate({:error, {:EXIT, {reason, [_ | _]}}}, relay), do: note(relay, {:failed, reason})
  def terminate({:error, reason}, relay), do: note(relay, {:wrong, reason})
  def terminate(:odd, _), do: throw(:odd_end)
  def terminate(:badly, relay), do: relay.seen / 0
  def terminate(reason, relay), do: note(relay, reason)

  @impl true
  def code_change({:down, version}, relay, _), do: {:ok, %{relay | keep: [{:back_to, version}]}}
  def code_change(_, relay, {:rename, name}), do: {:ok, %{relay | name: name}}
  def code_change(_, _, :exit), do: exit(:no_upgrade)

  @impl true
  def format_status(:normal, [_, relay]), do: {:relay, relay.name, relay.seen}
  def format_status(:terminate, [_, relay]), do: [:dying, relay.name]

  defp count(relay), do: %{relay | seen: relay.seen + 1}

  defp note(relay, what) do
    :gen_event.notify(relay.to, {:ended, relay.name, what})
    {:noted, what}
  end
end
