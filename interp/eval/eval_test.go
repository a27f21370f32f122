package eval_test

import (
	"context"
	"strings"
	"testing"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// session evaluates inputs one after the other in a process of its own node.
type session struct {
	node     *process.Node
	ev       *eval.Evaluator
	env      *eval.Env
	warnings strings.Builder
	line     int
}

func newSession(opts eval.Options) *session {
	s := &session{node: process.NewNode(process.Options{Virtual: true}), line: 1}
	table := code.Of(s.node)
	defineLibrary(table)
	opts.Warn = func(_ *process.Process, w eval.Warning) { s.warnings.WriteString(w.String()) }
	s.ev = eval.New(table, opts)
	s.env = eval.NewEnv("iex", "Elixir.Kernel")
	return s
}

// eval evaluates one input in a new process.
func (s *session) eval(text string) (value term.Term, err error) {
	file, err := syntax.Parse(text, syntax.Options{File: "iex", Line: s.line})
	if err != nil {
		return nil, err
	}
	if runErr := s.node.RunProcess(context.Background(), func(self *process.Process) error {
		var env *eval.Env
		value, env, err = s.ev.Eval(self, file.Body, s.env)
		if err == nil {
			s.env = env
		}
		return nil
	}); runErr != nil {
		return nil, runErr
	}
	return value, err
}

// show evaluates one input and returns the value or the error as IEx prints it.
func (s *session) show(text string) string {
	value, err := s.eval(text)
	if err != nil {
		return exception.Format(exception.As(err), exception.Options{})
	}
	return inspect.Inspect(value, inspect.Options{})
}

// defineLibrary defines the few functions that tests call.
func defineLibrary(table *code.Table) {
	f := func(name string, arity int, call process.Func) *code.Function {
		return &code.Function{Name: name, Arity: arity, Call: call}
	}
	ranges := code.NewModule("Elixir.Range", code.Builtin)
	ranges.Enforced = []term.Atom{"first", "last", "step"}
	for _, field := range ranges.Enforced {
		ranges.Struct = append(ranges.Struct, term.Pair{Key: field, Value: term.Nil})
	}
	table.Define(ranges)
	table.Define(code.NewModule("Elixir.Kernel", code.Builtin,
		f("inspect", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return term.Binary(inspect.Inspect(args[0], inspect.Options{})), nil
		}),
		f("send", 2, func(self *process.Process, args []term.Term) (term.Term, error) {
			to, ok := args[0].(term.PID)
			if !ok {
				return nil, exception.BadArg("erlang", "send", args...)
			}
			self.Send(to, args[1])
			return args[1], nil
		}),
		f("spawn", 1, func(self *process.Process, args []term.Term) (term.Term, error) {
			return self.Spawn(func(self *process.Process) error {
				_, err := code.Call(self, args[0])
				return err
			}, process.SpawnOptions{}).PID(), nil
		}),
		f("exit", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return nil, exception.Exit(args[0])
		}),
	))
	table.Define(code.NewModule("Elixir.Enum", code.Builtin,
		f("map", 2, func(self *process.Process, args []term.Term) (term.Term, error) {
			var values []term.Term
			for e := range term.Elements(args[0]) {
				value, err := code.Call(self, args[1], e)
				if err != nil {
					return nil, err
				}
				values = append(values, value)
			}
			return term.List(values...), nil
		}),
	))
	table.Define(code.NewModule("erlang", code.Builtin,
		f("is_atom", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			_, ok := args[0].(term.Atom)
			return term.Bool(ok), nil
		}),
		f("+", 2, func(_ *process.Process, args []term.Term) (term.Term, error) {
			sum, _ := term.Add(args[0], args[1])
			return sum, nil
		}),
		f("error", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return nil, exception.Raise(args[0])
		}),
	))
	table.Define(code.NewModule("Elixir.IO", code.Builtin,
		f("puts", 1, func(*process.Process, []term.Term) (term.Term, error) { return term.OK, nil }),
	))
	table.Define(code.NewModule("lists", code.Builtin,
		f("reverse", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			elements, _ := term.Slice(args[0])
			list := term.Empty
			for _, e := range elements {
				list = &term.Cons{Head: e, Tail: list}
			}
			return list, nil
		}),
	))
}

func TestValues(t *testing.T) {
	tests := []struct{ in, want string }{
		{"1 + 2", "3"},
		{"x = 1; y = x + 1; {x, y}", "{1, 2}"},
		{`{:ok, x} = {:ok, "a"}; x`, `"a"`},
		{"[h | t] = [1, 2, 3]; {h, t}", "{1, [2, 3]}"},
		{"f = fn x, y -> x * y end; f.(3, 4)", "12"},
		{"Enum.map([1, 2, 3], &(&1 * 2))", "[2, 4, 6]"},
		{"x = 2; Enum.map([1, 2], fn y -> x + y end)", "[3, 4]"},
		{"[3, 1] |> Enum.map(fn x -> x + 1 end) |> :lists.reverse", "[2, 4]"},
		{"case {1, 2} do {1, x} when x > 2 -> :a; {1, x} -> x end", "2"},
		{"if nil, do: 1, else: 2", "2"},
		{"for x <- 1..3, y <- [1, 2], x != y, do: {x, y}", "[{1, 2}, {2, 1}, {3, 1}, {3, 2}]"},
		{`for <<c <- "abc">>, do: c + 1`, "'bcd'"},
		{"for x <- [1, 2], into: %{}, do: {x, x * x}", "%{1 => 1, 2 => 4}"},
		{"for x <- 1..4, reduce: 0 do acc -> acc + x end", "10"},
		{`"a#{1 + 1}b"`, `"a2b"`},
		{`<<x::8, rest::binary>> = "abc"; {x, rest}`, `{97, "bc"}`},
		{"<<1::4, 2::4, 3::16-little>>", "<<18, 3, 0>>"},
		{`with {:ok, a} <- {:ok, 1}, b = a + 1, {:ok, c} <- {:ok, b} do c end`, "2"},
		{`try do raise "oops" rescue e in RuntimeError -> e.message end`, `"oops"`},
		{"try do throw(:x) catch v -> {:caught, v} end", "{:caught, :x}"},
		{"try do 1 / 0 rescue ArithmeticError -> :bad after :ok end", ":bad"},
		{"%{a: 1, b: 2}.b", "2"},
		{"m = %{a: 1}; %{m | a: 5}", "%{a: 5}"},
		{"cond do 1 > 2 -> :a; true -> :b end", ":b"},
		{"send(self(), {:hi, 1}); receive do {:hi, x} -> x end", "1"},
		{"receive do :never -> 1 after 10 -> :late end", ":late"},
		{"1 in [1, 2] and 5 not in 1..3", "true"},
		{`~w(a b)a ++ ~w(c)`, `[:a, :b, "c"]`},
		{"fn x -> x end", "#Function<42.3316493/1 in :erl_eval.expr/6>"},
		{"&Enum.map/2", "&Enum.map/2"},
		{"&is_atom/1", "&:erlang.is_atom/1"},
		{"defmodule M do def f(0), do: :done; def f(n), do: f(n - 1) end; M.f(100000)", ":done"},
		{"defmodule D do def f(a, b \\\\ 2), do: a + b end; {D.f(1), D.f(1, 5)}", "{3, 6}"},
		{"defmodule S do defstruct [:a, b: 1]; def new, do: %__MODULE__{a: 2} end; S.new.b", "1"},
		{"elem({1, 2}, 0) + hd([1]) + length([1, 2])", "4"},
	}
	for _, test := range tests {
		if got := newSession(eval.Options{}).show(test.in); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.in, got, test.want)
		}
	}
}
