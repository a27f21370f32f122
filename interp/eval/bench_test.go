package eval_test

import (
	"context"
	"testing"

	"gex/interp/eval"
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// inProcess runs f in a process of the session's node.
func (s *session) inProcess(f func(self *process.Process)) {
	if err := s.node.RunProcess(context.Background(), func(self *process.Process) error {
		f(self)
		return nil
	}); err != nil {
		panic(err)
	}
}

const benchModule = `defmodule B do
  def fib(n) when n < 2, do: n
  def fib(n), do: fib(n - 1) + fib(n - 2)
  def loop(0), do: :done
  def loop(n), do: loop(n - 1)
  def handle_event(_event, state), do: {:ok, state + 1}
  def call({:lookup, name}, _from, state), do: {:reply, Map.get(state, name), state}
  def sum([], acc), do: acc
  def sum([h | t], acc), do: sum(t, acc + h)
end`

func benchCall(b *testing.B, name string, args func(n int) []term.Term) {
	s := newSession(eval.Options{})
	if _, err := s.eval(benchModule); err != nil {
		b.Fatal(err)
	}
	s.inProcess(func(self *process.Process) {
		given := args(b.N)
		f := code.Of(s.node).Function("Elixir.B", name, len(given))
		b.ReportAllocs()
		b.ResetTimer()
		if _, err := f.Call(self, given); err != nil {
			b.Error(err)
		}
	})
}

// BenchmarkFib reports the time of one call of fib.
func BenchmarkFib(b *testing.B) {
	s := newSession(eval.Options{})
	if _, err := s.eval(benchModule); err != nil {
		b.Fatal(err)
	}
	s.inProcess(func(self *process.Process) {
		f := code.Of(s.node).Function("Elixir.B", "fib", 1)
		const calls = 242785 // of fib(25)
		args := []term.Term{term.Int(25)}
		b.ReportAllocs()
		b.ResetTimer()
		for i := 0; i < b.N; i += calls {
			if _, err := f.Call(self, args); err != nil {
				b.Error(err)
			}
		}
	})
}

func BenchmarkTailLoop(b *testing.B) {
	benchCall(b, "loop", func(n int) []term.Term { return []term.Term{term.Int(n)} })
}

func BenchmarkHandler(b *testing.B) {
	s := newSession(eval.Options{})
	if _, err := s.eval(benchModule); err != nil {
		b.Fatal(err)
	}
	s.inProcess(func(self *process.Process) {
		entry := code.Entry{Module: "Elixir.B", Name: "handle_event", Arity: 2}
		var event term.Term = term.Atom("tick")
		var state term.Term = term.Int(1)
		b.ReportAllocs()
		b.ResetTimer()
		for range b.N {
			f := entry.Function(s.node)
			if _, err := f.Call(self, []term.Term{event, state}); err != nil {
				b.Error(err)
			}
		}
	})
}

// BenchmarkFun reports the time a function of the prompt takes for one element.
func BenchmarkFun(b *testing.B) {
	s := newSession(eval.Options{})
	fun, err := s.eval("fn x -> x + 1 end")
	if err != nil {
		b.Fatal(err)
	}
	s.inProcess(func(self *process.Process) {
		var x term.Term = term.Int(1)
		b.ReportAllocs()
		b.ResetTimer()
		for range b.N {
			if _, err := code.Call(self, fun, x); err != nil {
				b.Error(err)
			}
		}
	})
}

func BenchmarkPromptFor(b *testing.B) {
	s := newSession(eval.Options{})
	s.env = s.env.With("n", term.Int(b.N))
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := s.eval("for x <- 1..n, do: x + 1"); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkDefmodule(b *testing.B) {
	s := newSession(eval.Options{})
	b.ReportAllocs()
	for range b.N {
		if _, err := s.eval(benchModule); err != nil {
			b.Fatal(err)
		}
	}
}
