package code_test

import (
	"testing"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// TestCallResult calls a function with CallResult, one without, and none.
func TestCallResult(t *testing.T) {
	whole := term.Tuple{term.OK, term.Int(1)}
	m := code.NewModule("m", code.Builtin,
		&code.Function{Name: "plain", Call: func(*process.Process, []term.Term) (term.Term, error) { return whole, nil }},
		&code.Function{Name: "apart", CallResult: func(_ *process.Process, _ []term.Term, result *code.Result) error {
			result.Tag, result.First = "ok", term.Int(1)
			return nil
		}})
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	code.Of(node).Define(m)
	node.Spawn(func(self *process.Process) error {
		for name, fails := range map[string]bool{"plain": false, "apart": false, "none": true} {
			entry := code.Entry{Module: "m", Name: name}
			var got code.Result
			err := entry.CallResult(self, nil, &got)
			if state, ok := got.Pair(term.OK); (err != nil) != fails || ok == fails || ok && state != term.Int(1) {
				t.Errorf("%s: CallResult = %v, %v", name, got, err)
			}
		}
		return nil
	}, process.SpawnOptions{})
	node.Settle()
}

// TestResult takes values apart and puts them together again.
func TestResult(t *testing.T) {
	for _, test := range []struct {
		value  term.Term
		pair   bool
		triple bool
	}{
		{term.Tuple{term.OK, term.Int(1)}, true, false},
		{term.Tuple{term.OK, term.Int(1), term.Int(2)}, false, true},
		{term.Tuple{term.OK}, false, false},
		{term.Tuple{term.OK, term.Int(1), term.Int(2), term.Int(3)}, false, false},
		{term.Tuple{term.Int(1), term.OK}, false, false},
		{term.Tuple{term.Atom(""), term.OK}, false, false},
		{term.OK, false, false},
	} {
		r := code.ResultOf(test.value)
		_, pair := r.Pair(term.OK)
		_, _, triple := r.Triple(term.OK)
		if pair != test.pair || triple != test.triple || !term.Same(r.Term(), test.value) {
			t.Errorf("ResultOf(%v) = %v", test.value, r)
		}
	}
}
