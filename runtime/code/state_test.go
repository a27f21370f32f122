package code_test

import (
	"testing"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// TestCallState calls a function with CallState, one without, and none.
func TestCallState(t *testing.T) {
	whole := term.Tuple{term.OK, term.Int(1)}
	m := code.NewModule("m", code.Builtin,
		&code.Function{Name: "plain", Call: func(*process.Process, []term.Term) (term.Term, error) { return whole, nil }},
		&code.Function{Name: "bare", CallState: func(*process.Process, []term.Term) (term.Term, bool, error) {
			return term.Int(1), true, nil
		}})
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	code.Of(node).Define(m)
	node.Spawn(func(self *process.Process) error {
		for _, test := range []struct {
			name  string
			want  term.Term
			bare  bool
			fails bool
		}{{"plain", whole, false, false}, {"bare", term.Int(1), true, false}, {"none", nil, false, true}} {
			entry := code.Entry{Module: "m", Name: test.name}
			got, bare, err := entry.CallState(self)
			if (err != nil) != test.fails || bare != test.bare || !test.fails && !term.Same(got, test.want) {
				t.Errorf("%s: CallState = %v, %t, %v", test.name, got, bare, err)
			}
		}
		return nil
	}, process.SpawnOptions{})
	node.Settle()
}
