package lib_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// newNode returns a node with the library, whose output goes nowhere.
func newNode() *process.Node {
	node := process.NewNode(process.Options{Virtual: true})
	ioserver.Start(node, func(ioserver.Output) {})
	lib.Define(node, true)
	return node
}

// run runs f in a process of the node until it is done or can never be.
func run(node *process.Node, f func(self *process.Process)) {
	done := false
	p := node.Spawn(func(self *process.Process) error {
		defer func() { done = true }()
		f(self)
		return nil
	}, process.SpawnOptions{})
	if node.Run(context.Background(), func() bool { return done || !p.Alive() }) != nil {
		p.Kill()
	}
}

// call calls Module.name and returns the value, or the error, as the prompt shows it.
func call(t testing.TB, function string, args ...term.Term) string {
	t.Helper()
	node := newNode()
	defer node.Close()
	i := strings.LastIndexByte(function, '.')
	module := term.Alias(function[:i])
	if function[0] == ':' {
		module = term.Atom(function[1:i])
	}
	text := "nothing"
	run(node, func(self *process.Process) {
		value, err := code.Apply(self, module, function[i+1:], args...)
		if err != nil {
			text = exception.FormatBanner(exception.As(err), exception.Options{})
			return
		}
		text = inspect.Inspect(value, lib.InspectOptions(node))
	})
	return text
}

func fun1(f func(term.Term) term.Term) *term.Fun {
	return &term.Fun{Arity: 1, Code: process.Func(func(_ *process.Process, a []term.Term) (term.Term, error) { return f(a[0]), nil })}
}

func fun2(f func(a, b term.Term) term.Term) *term.Fun {
	return &term.Fun{Arity: 2, Code: process.Func(func(_ *process.Process, a []term.Term) (term.Term, error) { return f(a[0], a[1]), nil })}
}

func ints(n ...int) term.Term {
	list := make([]term.Term, len(n))
	for i, x := range n {
		list[i] = term.Int(x)
	}
	return term.List(list...)
}

func TestCalls(t *testing.T) {
	twice := fun1(func(x term.Term) term.Term { return 2 * x.(term.Int) })
	even := fun1(func(x term.Term) term.Term { return term.Bool(x.(term.Int)%2 == 0) })
	sum := fun2(func(a, b term.Term) term.Term { return a.(term.Int) + b.(term.Int) })
	keyword := term.Keyword(term.Pair{Key: term.Atom("a"), Value: term.Int(1)}, term.Pair{Key: term.Atom("b"), Value: term.Int(2)})
	for _, c := range []struct {
		function string
		args     []term.Term
		want     string
	}{
		{"Enum.map", []term.Term{ints(1, 200), twice}, "[2, 400]"},
		{"Enum.filter", []term.Term{ints(1, 2, 3, 400), even}, "[2, 400]"},
		{"Enum.reduce", []term.Term{ints(1, 2, 3), term.Int(10), sum}, "16"},
		{"Enum.map", []term.Term{term.Int(1), twice}, "** (Protocol.UndefinedError) protocol Enumerable not implemented for 1 of type Integer"},
		{"Enum.chunk_every", []term.Term{ints(1, 2, 3), term.Int(2)}, "[[1, 2], [3]]"},
		{"Enum.sort", []term.Term{ints(300, 1, 2), term.Atom("desc")}, "[300, 2, 1]"},
		{"Enum.zip", []term.Term{ints(1, 2), keyword}, "[{1, {:a, 1}}, {2, {:b, 2}}]"},
		{"Enum.at", []term.Term{ints(1, 2, 3), term.Int(-1)}, "3"},
		{"Enum.fetch!", []term.Term{ints(1), term.Int(4)}, "** (Enum.OutOfBoundsError) out of bounds error"},
		{"Keyword.get", []term.Term{keyword, term.Atom("b")}, "2"},
		{"Keyword.fetch!", []term.Term{keyword, term.Atom("c")}, "** (KeyError) key :c not found in: [a: 1, b: 2]"},
		{"List.first", []term.Term{term.Int(1)}, "** (FunctionClauseError) no function clause matching in List.first/2"},
		{"String.upcase", []term.Term{term.Binary("straße")}, `"STRASSE"`},
		{"String.split", []term.Term{term.Binary(" a b "), term.Binary(" ")}, `["", "a", "b", ""]`},
		{"Integer.parse", []term.Term{term.Binary("12x")}, `{12, "x"}`},
		{":lists.seq", []term.Term{term.Int(10), term.Int(100), term.Int(45)}, `'\n7d'`},
		{":erlang.hd", []term.Term{term.Empty}, "** (ArgumentError) errors were found at the given arguments:\n\n  * 1st argument: not a nonempty list\n"},
		{"Process.alive?", []term.Term{term.Int(1)}, "** (ArgumentError) errors were found at the given arguments:\n\n  * 1st argument: not a pid\n"},
		{"MapSet.new", []term.Term{ints(2, 1, 2)}, "MapSet.new([1, 2])"},
		{"Stream.map", []term.Term{ints(1), twice}, "#Stream<[enum: [1], funs: [#Function<48.103858489/1 in Stream.map/2>]]>"},
	} {
		if got := call(t, c.function, c.args...); got != c.want {
			t.Errorf("%s(%v) = %s, want %s", c.function, c.args, got, c.want)
		}
	}
}

// TestStreams stops endless streams as soon as nobody wants more of them.
func TestStreams(t *testing.T) {
	node := newNode()
	defer node.Close()
	calls := 0
	next := fun1(func(x term.Term) term.Term { calls++; return x.(term.Int) + 100 })
	run(node, func(self *process.Process) {
		stream, err := code.Apply(self, "Elixir.Stream", "iterate", term.Int(0), next)
		if err != nil {
			t.Error(err)
			return
		}
		evens, _ := code.Apply(self, "Elixir.Stream", "take_every", stream, term.Int(2))
		some, err := code.Apply(self, "Elixir.Enum", "take", evens, term.Int(3))
		if got := inspect.Inspect(some, inspect.Options{}); err != nil || got != "[0, 200, 400]" {
			t.Errorf("took %s, %v, want [0, 200, 400]", got, err)
		}
	})
	if calls != 4 {
		t.Errorf("the stream was asked %d times for more, want 4", calls)
	}
}

// TestTables holds every entry of the library against the system it follows.
func TestTables(t *testing.T) {
	empty := code.Of(process.NewNode(process.Options{Virtual: true}))
	for _, m := range lib.Modules() {
		if m.Doc == "" {
			t.Errorf("%s has no documentation", m.Name)
		}
		seen := map[string]bool{}
		for _, f := range m.Functions {
			if f.Call == nil {
				t.Errorf("%s.%s has no code", m.Name, f.Name)
			}
			if !strings.HasSuffix(f.Doc, ".") && !strings.HasSuffix(f.Doc, "end") {
				t.Errorf("%s.%s: documentation is no sentence: %q", m.Name, f.Name, f.Doc)
			}
			for arity := range arities(f) {
				key := fmt.Sprintf("%s/%d", f.Name, arity)
				if seen[key] {
					t.Errorf("%s.%s is there twice", m.Name, key)
				}
				seen[key] = true
				if m.Name != lib.HelpersModule && lib.Missing(empty, m.Name, f.Name, arity) == lib.Unknown {
					t.Errorf("%s.%s is not in Elixir 1.14", m.Name, key)
				}
			}
		}
	}
}

func arities(f lib.Function) func(func(int) bool) {
	return func(yield func(int) bool) {
		all := 0
		if f.Params != "" {
			all = strings.Count(f.Params, ", ") + 1
		}
		for n := all - strings.Count(f.Params, `\\`); n <= all; n++ {
			if !yield(n) {
				return
			}
		}
	}
}

// ends are functions that end the session or the process.
var ends = []string{"halt", "stop", "exit", "quit", "hibernate", "sleep", "throw"}

// TestModulesOnce: a table that is listed twice would hide what another adds.
func TestModulesOnce(t *testing.T) {
	seen := map[term.Atom]bool{}
	for _, m := range lib.Modules() {
		if seen[m.Name] {
			t.Errorf("%s has two tables", m.Name)
		}
		seen[m.Name] = true
	}
}

// TestMacroWalkEnds: a walk whose function makes the expression larger at each
// step ends in a clear error.
func TestMacroWalkEnds(t *testing.T) {
	grow := fun1(func(x term.Term) term.Term { return term.List(x) })
	got := call(t, "Macro.prewalk", term.Atom("a"), grow)
	if want := "** (SystemLimitError) a system limit has been reached: the expression is nested too deep"; !strings.HasPrefix(got, want) {
		t.Errorf("prewalk = %.200s, want %s", got, want)
	}
}

// TestAnyArguments calls every function with all kinds of arguments: it may
// fail as functions of Elixir fail, but never in Go.
func TestAnyArguments(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, m := range lib.Modules() {
		node := newNode()
		for _, f := range code.Of(node).Module(m.Name).Exports() {
			if slices.Contains(ends, f.Name) {
				continue
			}
			for range 40 {
				callWithAny(t, node, m.Name, f, random)
			}
		}
		node.Close()
	}
}

func callWithAny(t *testing.T, node *process.Node, module term.Atom, f *code.Function, random *rand.Rand) {
	args := make([]term.Term, f.Arity)
	run(node, func(self *process.Process) {
		words := atomsIn(f.Doc)
		for i := range args {
			args[i] = anything(self, random, words)
		}
		defer func() {
			if r := recover(); r != nil {
				if process.IsKernelPanic(r) {
					panic(r)
				}
				t.Errorf("%s.%s(%v): %v", module, f.Name, args, r)
			}
		}()
		value, err := f.Call(self, args)
		if value == nil && err == nil {
			t.Errorf("%s.%s(%v) returns nothing", module, f.Name, args)
		}
	})
}

// atomsIn are the words of a documentation as atoms: those that a function takes
// are among them.
func atomsIn(doc string) []term.Term {
	words := []term.Term{term.Atom("a")}
	for _, found := range atomsNamed.FindAllStringSubmatch(doc, -1) {
		words = append(words, term.Atom(found[1]))
	}
	return words
}

var atomsNamed = regexp.MustCompile(`[{ \x60]:?([a-z_]+)\b`)

// anything is one of all kinds of terms, or a few of them in another.
func anything(self *process.Process, random *rand.Rand, words []term.Term) term.Term {
	pool := []term.Term{
		term.Int(0), term.Int(1), term.Int(-1), term.Int(5), term.Float(1.5), term.Nil, term.True, term.Atom("a"), term.Atom("x"),
		term.Binary(""), term.Binary("abc"), term.Binary("\xff"), term.Empty, ints(1, 2, 3), term.ListWithTail([]term.Term{term.Int(1)}, term.Int(2)),
		term.Keyword(term.Pair{Key: term.Atom("a"), Value: term.Int(1)}), term.Tuple{}, term.Tuple{term.Atom("a"), term.Int(1)},
		term.NewMap(), term.NewMap(term.Pair{Key: term.Atom("a"), Value: term.Int(1)}), self.PID(), self.Node().MakeRef(),
		fun1(func(x term.Term) term.Term { return x }), fun2(func(a, _ term.Term) term.Term { return a }),
		fun1(func(term.Term) term.Term { return term.Tuple{term.Atom("a"), term.Int(1)} }),
		&term.Bits{Bytes: "\x80", Size: 1}, term.List(ints(1), ints(2)), term.List(term.Tuple{term.Int(1), term.Int(2)}),
	}
	one := func() term.Term {
		if random.IntN(3) == 0 {
			return words[random.IntN(len(words))]
		}
		return pool[random.IntN(len(pool))]
	}
	if random.IntN(3) > 0 {
		return one()
	}
	few := make(term.Tuple, 1+random.IntN(4))
	for i := range few {
		few[i] = one()
	}
	switch random.IntN(3) {
	case 0:
		return few
	case 1:
		return term.List(few...)
	}
	m := term.NewMap()
	for _, value := range few {
		m = m.Put(words[random.IntN(len(words))], value)
	}
	return m
}

func ExampleEach() {
	node := newNode()
	defer node.Close()
	run(node, func(self *process.Process) {
		numbers, _ := code.Apply(self, "Elixir.Range", "new", term.Int(1), term.Int(3))
		_ = lib.Each(self, numbers, func(x term.Term) error {
			fmt.Println(inspect.Inspect(x, inspect.Options{}))
			return nil
		})
	})
	// Output:
	// 1
	// 2
	// 3
}
