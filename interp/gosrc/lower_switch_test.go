package gosrc

import (
	"testing"

	"gex/runtime/process"
	"gex/runtime/term"
)

func TestConditionsOfACase(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`func Which(a, b bool) string {
	switch {
	case a, b:
		return "one"
	}
	return "none"
}

func Cases() string { return Which(true, false) + Which(false, true) + Which(false, false) }`)
	got, err := s.run(func(self *process.Process) (term.Term, error) { return s.callGo(self, "cases") })
	if err != nil || show(got) != `"oneonenone"` {
		t.Errorf("Cases = %s, %v", show(got), err)
	}
}
