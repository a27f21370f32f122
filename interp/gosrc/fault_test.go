package gosrc

import (
	"strings"
	"testing"
)

// Faults have the line of the statement that failed, wherever it stands.
func TestFaultLines(t *testing.T) {
	const head = "type node struct {\n\tn    int\n\tnext *node\n}\n" // four lines
	faults := map[string]string{
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
	const variables = "\tvar p *node; var m map[string]int; var list []int; var f func(); var e error; var x any = []int{}; bad := any([]int{}); c := make(chan int); close(c); zero, three, minus := 0, 3, -1; use(p, m, list, f, e, x, bad, c, zero, three, minus)\n"
	const rest = "func use(...any) {}\nfunc ok(p *node) { if p != nil { p.n = 1 } }\nfunc get() []int { return nil }\nfunc (p *node) touch() {}\n"
	for place, body := range places {
		s := newSession(t)
		for kind, fault := range faults {
			source := head + "func deep(depth int) {\n" + variables + strings.Replace(body, "FAULT", fault+" // here", 1) + "}\nfunc F() { deep(0) }\n" + rest
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
