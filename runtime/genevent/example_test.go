package genevent_test

import (
	"context"
	"fmt"

	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// A handler is a module; what it defines itself replaces the defaults of `use
// GenEvent`.
func Example() {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	name := term.Alias("LoggerHandler")
	handler := code.NewModule(name, code.Builtin, genevent.Defaults(name)...)
	handler.Add(&code.Function{Name: "handle_event", Arity: 2, Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
		return term.Tuple{term.OK, &term.Cons{Head: args[0], Tail: args[1]}}, nil
	}})
	handler.Add(&code.Function{Name: "handle_call", Arity: 2, Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
		return term.Tuple{term.OK, args[1], term.Empty}, nil
	}})
	code.Of(node).Define(handler)

	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		manager, err := genevent.Elixir.StartLink(self, gen.Options{})
		if err != nil {
			return err
		}
		if _, err := genevent.Elixir.AddHandler(self, manager, name, term.Empty); err != nil {
			return err
		}
		for i := range 2 {
			if err := genevent.Elixir.Notify(self, manager, term.Int(i+1)); err != nil {
				return err
			}
		}
		events, err := genevent.Elixir.Call(self, manager, name, term.Atom("messages"), nil)
		fmt.Println(inspect.Inspect(events, inspect.Options{}), err)
		return nil
	}); err != nil {
		fmt.Println(err)
	}
	// Output: [2, 1] <nil>
}
