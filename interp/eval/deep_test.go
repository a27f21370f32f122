package eval_test

import (
	"strconv"
	"strings"
	"testing"

	"gex/interp/eval"
)

// Recursion that does not come to an end is an error of the program.
func TestDeepRecursion(t *testing.T) {
	tests := []string{
		"defmodule Deep do def f(n), do: 1 + f(n + 1) end; Deep.f(0)",
		"defmodule Deep do def f(n), do: [n | Enum.map([n], fn x -> f(x + 1) end)] end; Deep.f(0)",
		"defmodule Deep do def f(n), do: (try do f(n + 1) after :ok end) end; Deep.f(0)",
		"f = fn f -> 1 + f.(f) end; f.(f)",
		`defmodule Deep do def f(n), do: "#{case n do n -> [if(true, do: {f(n + 1)})] end |> hd() |> elem(0)}" end; Deep.f(0)`,
	}
	for i, text := range tests {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			s := newSession(eval.Options{})
			defer s.node.Close()
			if got := s.show(text); !strings.Contains(got, "a system limit has been reached") {
				t.Errorf("%s\n got %.200s", text, got)
			}
			if got := s.show("1 + 1"); got != "2" {
				t.Errorf("after %s: got %s", text, got)
			}
		})
	}
}

// Loops in tail position take constant stack, whatever they go through.
func TestTailCalls(t *testing.T) {
	tests := []struct{ in, want string }{
		{"defmodule T do def f(0), do: :ok; def f(n), do: f(n - 1) end; T.f(1_000_000)", ":ok"},
		{"defmodule T do def f(0), do: :ok; def f(n), do: g(n - 1); defp g(n), do: T.f(n) end; T.f(1_000_000)", ":ok"},
		{"f = fn _, 0 -> :ok; f, n -> f.(f, n - 1) end; f.(f, 1_000_000)", ":ok"},
		{"defmodule T do def f(n), do: (case n do 0 -> :ok; n -> if true, do: (cond do true -> f(n - 1) end) end) end; T.f(1_000_000)", ":ok"},
		{"defmodule T do def f(n) do send(self(), n); receive do 0 -> :ok; n -> f(n - 1) end end end; T.f(1_000_000)", ":ok"},
		{"defmodule T do def f(0, _), do: :ok; def f(n, g), do: g.(n - 1, g) end; T.f(1_000_000, &T.f/2)", ":ok"},
		{"defmodule T do def f(0), do: :ok; def f(n), do: n > 0 && f(n - 1) end; T.f(1_000_000)", ":ok"},
		{"defmodule T do def f(n), do: with({:ok, n} when n > 0 <- {:ok, n}, do: f(n - 1), else: (_ -> :ok)) end; T.f(1_000_000)", ":ok"},
		{"defmodule T do def f(n, a \\\\ :ok); def f(0, a), do: a; def f(n, _), do: f(n - 1) end; T.f(1_000_000)", ":ok"},
	}
	for _, test := range tests {
		if got := newSession(eval.Options{}).show(test.in); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.in, got, test.want)
		}
	}
}
