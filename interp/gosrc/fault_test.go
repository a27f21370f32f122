package gosrc

import (
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	faultHead      = "type node struct {\n\tn    int\n\tnext *node\n}\n" // four lines
	faultVariables = "\tvar p *node; var m map[string]int; var list []int; var f func(); var e error; var x any = []int{}; bad := any([]int{}); c := make(chan int); close(c); zero, three, minus := 0, 3, -1; use(p, m, list, f, e, x, bad, c, zero, three, minus)\n"
	faultHelpers   = "func use(...any) {}\nfunc ok(p *node) { if p != nil { p.n = 1 } }\nfunc get() []int { return nil }\nfunc (p *node) touch() {}\n"
)

// faults are statements that fail, with the variables of faultVariables.
var faults = map[string]string{
	"nil pointer": "_ = p.n",
	"nil write":   "p.n = 1",
	"nil star":    "*p = node{}",
	"nil method":  "p.next.touch()",
	"nil map":     "m[\"a\"] = 1",
	"nil map inc": "m[\"a\"]++",
	"index":       "_ = list[three]",
	"call index":  "_ = get()[three]",
	"division":    "_ = 1 / zero",
	"remainder":   "zero %= zero",
	"assertion":   "_ = x.(string)",
	"interface":   "_ = e.Error()",
	"named":       "_ = x.(fmt.Stringer)",
	"nil func":    "f()",
	"compare":     "_ = x == bad",
	"shift":       "_ = 1 << minus",
	"package":     "_ = strings.Repeat(\"a\", minus)",
	"closed":      "close(c)",
	"panic":       "panic(\"boom\")",
}

// Faults have the line of the statement that failed, wherever it stands.
func TestFaultLines(t *testing.T) {
	places := map[string]string{
		"plain":      "\tFAULT\n",
		"if":         "\tif zero == 0 {\n\t\tzero = 0\n\t\tFAULT\n\t}\n",
		"loop":       "\tfor i := 0; i < 3; i++ {\n\t\tif i < 2 {\n\t\t\tcontinue\n\t\t}\n\t\tFAULT\n\t}\n",
		"range":      "\tfor range 2 {\n\t\tok(p)\n\t\tFAULT\n\t}\n",
		"switch":     "\tswitch {\n\tcase zero == 0:\n\t\tok(p)\n\t\tFAULT\n\t}\n",
		"after call": "\tok(&node{})\n\tFAULT\n\tok(&node{})\n",
		"closure":    "\tfunc() {\n\t\tok(p)\n\t\tFAULT\n\t}()\n",
		"deferred":   "\tdefer func() {\n\t\tok(p)\n\t\tFAULT\n\t}()\n\tok(p)\n",
		"defers":     "\tdefer ok(p)\n\tdefer func() { ok(&node{}) }()\n\tFAULT\n",
		"recovered":  "\tfunc() {\n\t\tdefer func() { recover() }()\n\t\tp.n = 2\n\t}()\n\tFAULT\n",
		"recursion":  "\tif depth < 3 {\n\t\tdeep(depth + 1)\n\t\treturn\n\t}\n\tFAULT\n",
		"returned":   "\tif depth == 3 {\n\t\treturn\n\t}\n\tdeep(depth + 1)\n\tif depth > 1 {\n\t\treturn\n\t}\n\tFAULT\n",
	}
	for place, body := range places {
		s := newSession(t)
		for kind, fault := range faults {
			source := faultHead + "func deep(depth int) {\n" + faultVariables + strings.Replace(body, "FAULT", fault+" // here", 1) + "}\nfunc F() { deep(0) }\n" + faultHelpers
			before, _, _ := strings.Cut(source, "// here")
			s.mustDefine(source)
			_, err := s.apply("Go", "f")
			want := "at iex:" + number(strings.Count(before, "\n")+1).Value
			if got := failure(err); !strings.HasSuffix(got, want) {
				t.Errorf("%s, %s: %s, want %s\n%s", kind, place, got, want, source)
			}
		}
	}
}

// A fault in a goroutine ends its process with the line in the exit reason.
func TestFaultLinesOfGoroutines(t *testing.T) {
	s := newSession(t)
	for kind, fault := range faults {
		source := faultHead + "func F() {\n" + faultVariables + "\tgo func() {\n\t\tok(p)\n\t\t" + fault + " // here\n\t}()\n\ttime.Sleep(time.Hour)\n}\n" + faultHelpers
		before, _, _ := strings.Cut(source, "// here")
		s.mustDefine(source)
		reason, err := s.run(func(self *process.Process) (term.Term, error) {
			self.Spawn(func(self *process.Process) error {
				_, err := s.callGo(self, "f")
				return err
			}, process.SpawnOptions{Monitor: true})
			return self.Receive(nil).(term.Tuple)[4], nil
		})
		want := "line: " + number(strings.Count(before, "\n")+1).Value
		if got := show(reason); err != nil || !strings.Contains(got, want) {
			t.Errorf("%s: %s, %v; want %s\n%s", kind, got, err, want, source)
		}
	}
}

// Methods without a checkpoint have the line of the statement that failed, too.
func TestFaultLinesOfBriefMethods(t *testing.T) {
	for line, source := range map[string]string{
		"2": "type H struct{ UseGenEvent }\nfunc (H) HandleEvent(e, s int) Result { return OK(s / e) }",
		"4": "type H struct{ UseGenEvent }\nfunc (H) HandleEvent(e, s int) Result {\n\ts++\n\treturn OK(1 / e)\n}",
		"5": "type H struct{ UseGenEvent }\nfunc (H) HandleEvent(e, s int) Result {\n\tif s > 1 {\n\t\treturn Remove()\n\t}; s /= e\n\treturn OK(s)\n}",
		"6": "type H struct{ UseGenEvent }\nfunc (H) HandleEvent(e, s int) Result {\n\tSend(Self(), 1)\n\tSend(Self(), 2)\n\n\ts %= e\n\treturn OK(s)\n}",
	} {
		s := newSession(t)
		s.mustDefine(source)
		_, err := s.apply("H", "handle_event", term.Int(0), term.Int(1))
		x := exception.As(err)
		if show(x.Reason) != ":badarith" || len(x.Stack) == 0 || show(term.Int(x.Stack[0].Line)) != line {
			t.Errorf("%s\nfails with %v, want line %s", source, err, line)
		}
	}
}
