package interp

import (
	"testing"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
)

// TestStepsCompile compiles what the library knows of the first calls of the
// functions of Elixir and OTP.
func TestStepsCompile(t *testing.T) {
	s := New(Options{Virtual: true})
	defer s.Close()
	total, unknown := 0, 0
	for name, clauses := range lib.Steps() {
		total++
		file, err := syntax.Parse("fn "+clauses+"_ -> false end", syntax.Options{})
		if err == nil {
			_, err = eval.New(s.table, eval.Options{Each: lib.Each}).Compile(nil, file.Body, newEnv())
		}
		if err != nil {
			unknown++
			t.Logf("%s: %v\n%s", name, err, clauses)
		}
	}
	if total < 1000 || unknown > 0 {
		t.Errorf("%d of %d entries cannot be compiled", unknown, total)
	}
}
