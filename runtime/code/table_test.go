package code_test

import (
	"context"
	"fmt"
	"testing"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// world runs f in a process of a virtual node.
func world(t testing.TB, f func(self *process.Process)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	t.Cleanup(node.Close)
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		f(self)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// answers returns a module with answer/0, which returns value, and a private
// function.
func answers(value term.Term) *code.Module {
	call := func(*process.Process, []term.Term) (term.Term, error) { return value, nil }
	return code.NewModule("m", code.Builtin,
		&code.Function{Name: "answer", Arity: 0, Call: call},
		&code.Function{Name: "secret", Arity: 0, Call: call, Private: true},
		&code.Function{Name: "hidden", Arity: 0, Call: call, Hidden: true})
}

func show(t term.Term, err error) string {
	if err != nil {
		t = exception.ExitReason(err)
	}
	return inspect.Inspect(t, inspect.Options{})
}

func TestApply(t *testing.T) {
	world(t, func(self *process.Process) {
		code.Of(self.Node()).Define(answers(term.Int(42)))
		for _, c := range []struct {
			module   term.Atom
			function string
			args     []term.Term
			want     string
		}{
			{"m", "answer", nil, "42"},
			{"m", "hidden", nil, "42"},
			{"m", "secret", nil, "{:undef, [{:m, :secret, [], []}]}"},
			{"m", "answer", []term.Term{term.Int(1)}, "{:undef, [{:m, :answer, [1], []}]}"},
			{"n", "answer", nil, "{:undef, [{:n, :answer, [], []}]}"},
		} {
			if got := show(code.Apply(self, c.module, c.function, c.args...)); got != c.want {
				t.Errorf("%s.%s%v = %s, want %s", c.module, c.function, c.args, got, c.want)
			}
		}
	})
}

func TestCall(t *testing.T) {
	identity := &term.Fun{Arity: 1, Code: process.Func(func(_ *process.Process, args []term.Term) (term.Term, error) { return args[0], nil })}
	capture := &term.Fun{Module: "m", Name: "answer", External: true}
	world(t, func(self *process.Process) {
		code.Of(self.Node()).Define(answers(term.Int(42)))
		for _, c := range []struct {
			fun  term.Term
			args []term.Term
			want string
		}{
			{identity, []term.Term{term.Int(1)}, "1"},
			{capture, nil, "42"},
			{term.Int(5), nil, "{{:badfun, 5}, []}"},
			{capture, []term.Term{term.Int(1)}, "{{:badarity, {&:m.answer/0, [1]}}, []}"},
		} {
			if got := show(code.Call(self, c.fun, c.args...)); got != c.want {
				t.Errorf("call of %s = %s, want %s", show(c.fun, nil), got, c.want)
			}
		}
	})
}

// An Entry calls the module as it is at that moment, and sees it go.
func TestEntrySeesNewCode(t *testing.T) {
	world(t, func(self *process.Process) {
		table := code.Of(self.Node())
		entry := code.Entry{Module: "m", Name: "answer"}
		for _, c := range []struct {
			change func()
			want   string
		}{
			{func() {}, "{:undef, [{:m, :answer, [], []}]}"},
			{func() { table.Define(answers(term.Int(1))) }, "1"},
			{func() { table.Define(answers(term.Int(2))) }, "2"},
			{func() { table.Delete("m") }, "{:undef, [{:m, :answer, [], []}]}"},
		} {
			c.change()
			if got := show(entry.Call(self)); got != c.want {
				t.Errorf("entry = %s, want %s", got, c.want)
			}
		}
	})
}

func TestExports(t *testing.T) {
	var names []string
	for _, f := range answers(term.Nil).Exports() {
		names = append(names, f.Name)
	}
	if len(names) != 1 || names[0] != "answer" {
		t.Errorf("exports %v, want [answer]", names)
	}
}

// TestAmend shows that an amended module is one of its node only.
func TestAmend(t *testing.T) {
	shared := code.NewModule("m", code.Builtin, &code.Function{Name: "f"})
	shared.AddMacros(code.Key{Name: "f"})
	code.Reflect(shared)
	one, other := code.Of(process.NewNode(process.Options{})), code.Of(process.NewNode(process.Options{}))
	one.Define(shared)
	other.Define(shared)
	one.Amend("m", func(m *code.Module) {
		m.Add(&code.Function{Name: "g", Arity: 1})
		m.AddMacros(code.Key{Name: "g", Arity: 1})
	})
	one.Amend("absent", func(*code.Module) { t.Error("a module that is not there is amended") })
	if !one.Exports("m", "g", 1) || !one.Exports("m", "f", 0) || other.Exports("m", "g", 1) {
		t.Error("g/1 is not where it was added, or elsewhere too")
	}
	if macros := other.Module("m").Macros; len(macros) != 1 || len(one.Module("m").Macros) != 2 {
		t.Errorf("the other node has the macros %v", macros)
	}
	exports := func(table *code.Table) string {
		value, err := table.Function("m", "module_info", 1).Call(nil, []term.Term{term.Atom("exports")})
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(value)
	}
	if exports(one) == exports(other) {
		t.Errorf("module_info tells of both %s", exports(one))
	}
}

// TestDefineLater asks in every way for a module that is made late: each finds
// it, and it is made once.
func TestDefineLater(t *testing.T) {
	for name, ask := range map[string]func(*code.Table) bool{
		"Module":   func(table *code.Table) bool { return table.Module("m") != nil },
		"Modules":  func(table *code.Table) bool { return len(table.Modules()) == 1 },
		"Function": func(table *code.Table) bool { return table.Function("m", "answer", 0) != nil },
		"HasAtom":  func(table *code.Table) bool { return table.HasAtom("m") && table.HasAtom("answer") },
		"Define":   func(table *code.Table) bool { return table.Define(answers(term.Int(2))) != nil },
		"Amend": func(table *code.Table) bool {
			amended := false
			table.Amend("m", func(*code.Module) { amended = true })
			return !amended && table.Module("m") != nil && amended // when it is made, and not before
		},
	} {
		world(t, func(self *process.Process) {
			made := 0
			table := code.Of(self.Node())
			table.DefineLater("m", func() *code.Module {
				made++
				return answers(term.Int(1))
			})
			if made != 0 {
				t.Errorf("%s: the module is made before it is asked for", name)
			}
			if !ask(table) || !table.Exports("m", "answer", 0) || made != 1 {
				t.Errorf("%s: the module is not found, or made %d times", name, made)
			}
		})
	}
}

// TestDefineLaterReplaces: of several definitions the last one counts.
func TestDefineLaterReplaces(t *testing.T) {
	world(t, func(self *process.Process) {
		table := code.Of(self.Node())
		later := func(n term.Int) func() *code.Module { return func() *code.Module { return answers(n) } }
		table.Define(answers(term.Int(1)))
		table.DefineLater("m", later(2))
		if got := show(code.Apply(self, "m", "answer")); got != "2" {
			t.Errorf("after DefineLater the answer is %s, want 2", got)
		}
		table.DefineLater("m", later(3))
		if !table.Delete("m") || table.Module("m") != nil || table.Delete("m") {
			t.Error("a module that is not made yet is not deleted")
		}
	})
}
