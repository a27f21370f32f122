defmodule Choir do
  # a handler of GenEvent that sings what it is told; state is {voice, conductor, notes}
  use GenEvent

  def init({{voice, conductor}, {:notes, notes}}), do: {:ok, {voice, conductor, notes}}
  def init({{voice, conductor}, other}) when is_pid(conductor), do: {:ok, {voice, conductor, [other]}}
  def init({voice, conductor}) when is_pid(conductor), do: {:ok, {voice, conductor, []}}
  def init({:asleep, voice, conductor}), do: {:ok, {voice, conductor, []}, :hibernate}
  def init({:hoarse, reason}), do: {:error, reason}
  def init({:raise, text}), do: raise(text)
  def init({:throw, ball}), do: throw(ball)
  def init(other), do: other

  def handle_event({voice, action}, {voice, conductor, notes} = state) do
    case action do
      :leave -> :remove_handler
      :nap -> {:ok, state, :hibernate}
      {:say, what} -> what
      {:raise, text} -> raise text
      {:erlang, reason} -> :erlang.error(reason)
      {:wait, ms} -> Process.sleep(ms); {:ok, state}
      {:report, what} -> send(conductor, {voice, what}); {:ok, {voice, conductor, [what | notes]}}
    end
  end
  def handle_event({_, _}, state), do: {:ok, state}
  def handle_event(note, {voice, conductor, notes}) do
    send(conductor, {voice, note})
    {:ok, {voice, conductor, [note | notes]}}
  end

  def handle_call(:notes, {_, _, notes} = state), do: {:ok, Enum.reverse(notes), state}
  def handle_call({:forget, n}, {voice, conductor, notes}), do: {:ok, Enum.take(notes, n), {voice, conductor, Enum.drop(notes, n)}, :hibernate}
  def handle_call({:leave, reply}, _), do: {:remove_handler, reply}
  def handle_call({:say, what}, _), do: what
  def handle_call({:join, voice}, {_, conductor, _} = state), do: {:ok, GenEvent.notify(self(), {voice, {:report, conductor == self()}}), state}

  def handle_info(:leave, _), do: :remove_handler
  def handle_info({:EXIT, _, reason}, {voice, conductor, notes}), do: {:ok, {voice, conductor, [{:exit, reason} | notes]}}
  def handle_info(message, state), do: handle_event(message, state)

  def terminate(:pass, {_, _, notes}), do: {:notes, notes}
  def terminate(:badly, _), do: raise("cannot stop")
  def terminate(reason, {voice, conductor, notes}) do
    send(conductor, {voice, :ends, short(reason)})
    length(notes)
  end

  def code_change(_, {voice, conductor, notes}, :backwards), do: {:ok, {voice, conductor, Enum.reverse(notes)}}
  def code_change(old, _, extra), do: {:error, {old, extra}}

  def format_status(opt, [_, {voice, _, notes}]), do: {opt, voice, length(notes)}

  defp short({:error, {%{__exception__: true} = e, [_ | _]}}), do: {:error, Exception.message(e)}
  defp short({:error, {reason, [_ | _]}}), do: {:error, reason}
  defp short(other), do: other
end
