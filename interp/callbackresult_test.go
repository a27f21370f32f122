package interp_test

import (
	"context"
	"testing"

	"gex/interp"
	"gex/runtime/inspect"
)

// stateful returns its state in every way in which {:ok, state} can stand.
const stateful = `defmodule Stateful do
  use GenEvent
  def handle_event(:direct, n), do: {:ok, n + 1}
  def handle_event(:tail, n), do: other(n)
  def handle_event(:nested, n) do
    {:ok, m} = other(n)
    {:ok, m + 1}
  end
  def handle_event(:branch, n), do: if(n > 0, do: {:ok, n + 1}, else: {:ok, 100})
  def handle_event(:fun, n) do
    f = fn x -> {:ok, x + 1} end
    f.(n)
  end
  def handle_event(:map, n) do
    [{:ok, a}] = Enum.map([n], fn x -> {:ok, x} end)
    {:ok, a + 1}
  end
  def handle_event(:rescued, n) do
    try do
      {:ok, raise("#{n}")}
    rescue
      _ -> {:ok, n + 1}
    end
  end
  def handle_event(:itself, n) do
    {:ok, x} = handle_event(:branch, n)
    {:ok, x}
  end
  def handle_event(:applied, n) do
    {:ok, x} = apply(__MODULE__, :handle_event, [:direct, n])
    {:ok, x}
  end
  def handle_event(:remote, n), do: __MODULE__.handle_event(:direct, n)
  def handle_event(:tuple, n) do
    pair = {:ok, n}
    {:ok, elem(pair, 1) + 1}
  end
  def handle_event(:hibernating, n), do: {:ok, n + 1, :hibernate}
  def handle_event(:last, n), do: {:ok, {:ok, n}}
  defp other(n), do: {:ok, n + 1}
end`

func TestStatesOfHandlers(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true, Output: func(interp.Output) {}})
	defer s.Close()
	for _, input := range []struct{ text, want string }{
		{stateful, ""},
		{"events = [:direct, :tail, :nested, :branch, :fun, :map, :rescued, :itself, :applied, :remote, :tuple, :hibernating, :last]", ""},
		{"{:ok, e} = GenEvent.start; {:ok, o} = :gen_event.start; GenEvent.add_handler(e, Stateful, 1); :gen_event.add_handler(o, Stateful, 1)", ":ok"},
		{"for x <- events, do: GenEvent.sync_notify(e, x)", ""},
		{"for x <- events, do: :gen_event.sync_notify(o, x)", ""},
		{":sys.get_state(e)", "[{Stateful, Stateful, {:ok, 14}}]"},
		{":sys.get_state(o)", "[{Stateful, false, {:ok, 14}}]"},
		{"Stateful.handle_event(:direct, 1)", "{:ok, 2}"},
		{"Stateful.handle_event(:tail, 1)", "{:ok, 2}"},
	} {
		out := s.Eval(context.Background(), input.text)
		if got := inspect.Inspect(out.Value, inspect.Options{}); !out.OK || input.want != "" && got != input.want {
			t.Errorf("%s\nis %s, want %s", input.text, got, input.want)
		}
	}
}
