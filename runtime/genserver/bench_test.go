package genserver_test

import (
	"context"
	"testing"

	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// store keeps the last value cast to it, and passes calls on to the server
// that is its state if that is a pid.
func store() *code.Module {
	name := term.Alias("Store")
	m := code.NewModule(name, code.Builtin, genserver.Defaults(name)...)
	m.Add(&code.Function{Name: "handle_call", Arity: 3, Call: func(self *process.Process, args []term.Term) (term.Term, error) {
		if next, ok := args[2].(term.PID); ok {
			reply, err := genserver.Call(self, next, args[0], nil)
			return term.Tuple{term.Atom("reply"), reply, next}, err
		}
		return term.Tuple{term.Atom("reply"), args[2], args[2]}, nil
	}})
	m.Add(&code.Function{Name: "handle_cast", Arity: 2, Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
		return term.Tuple{term.Atom("noreply"), args[0]}, nil
	}})
	return m
}

func bench(b *testing.B, body func(self *process.Process)) {
	b.ReportAllocs()
	node := process.NewNode(process.Options{})
	defer node.Close()
	code.Of(node).Define(store())
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkCall(b *testing.B) {
	bench(b, func(self *process.Process) {
		s, _ := genserver.Start(self, term.Alias("Store"), term.Int(1), gen.Options{})
		b.ResetTimer()
		for range b.N {
			_, _ = genserver.Call(self, s, term.Atom("get"), nil)
		}
	})
}

func BenchmarkNestedCall(b *testing.B) {
	bench(b, func(self *process.Process) {
		s, _ := genserver.Start(self, term.Alias("Store"), term.Int(1), gen.Options{})
		front, _ := genserver.Start(self, term.Alias("Store"), s, gen.Options{})
		b.ResetTimer()
		for range b.N {
			_, _ = genserver.Call(self, front, term.Atom("get"), nil)
		}
	})
}

func BenchmarkCast(b *testing.B) {
	bench(b, func(self *process.Process) {
		s, _ := genserver.Start(self, term.Alias("Store"), term.Int(1), gen.Options{})
		b.ResetTimer()
		for i := range b.N {
			_ = genserver.Cast(self, s, term.Int(i))
			if i%1000 == 999 {
				_, _ = genserver.Call(self, s, term.Atom("get"), nil)
			}
		}
	})
}

func BenchmarkStart(b *testing.B) {
	bench(b, func(self *process.Process) {
		for range b.N {
			s, _ := genserver.Start(self, term.Alias("Store"), term.Int(1), gen.Options{})
			_ = genserver.Stop(self, s, term.Normal, term.Infinity)
		}
	})
}
