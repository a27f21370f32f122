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

// The results of operations that become interface values are not lost.
func TestOperationsAsInterfaces(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`func text(v int) string { return strconv.Itoa(v) }

func Assigned() Term { var y Term; y = "ok: " + text(1); return y }

func Declared() Term { var y Term = "ok: " + text(1); return y }

func Returned() Term { return "ok: " + text(1) }

func Sum() Term { n := 3; return n + 4 }

func Negative() Term { n := 3; return -n }

func Compared() Term { n := 3; return n == 3 }

func Not() Term { b := true; return !b }

func Element() Term { n := 3; return []Term{n + 1, "a" + text(n)} }

func Argument() Term { n := 3; return T("sum", n*2, "a"+text(n)) }

func Field() Term { n := 3; return map[string]Term{"a": n - 1} }`)
	for function, want := range map[string]string{
		"assigned": `"ok: 1"`, "declared": `"ok: 1"`, "returned": `"ok: 1"`, "sum": "7", "negative": "-3",
		"compared": "true", "not": "false", "element": `[4, "a3"]`, "argument": `{:sum, 6, "a3"}`, "field": `%{"a" => 2}`,
	} {
		got, err := s.run(func(self *process.Process) (term.Term, error) { return s.callGo(self, function) })
		if err != nil || show(got) != want {
			t.Errorf("%s = %s, %v; want %s", function, show(got), err, want)
		}
	}
}
