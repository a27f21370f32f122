package gosrc

import (
	"strings"
	"testing"
)

// refused has a declaration for each of the refusals, and where it is refused.
var refused = map[string][]struct{ src, at string }{
	"print and println": {
		{"func F() {\n\tprint(1)\n}", "iex:2:2"},
		{"var x = func() { println() }", "iex:1:18"},
	},
	"a deferred call, or a go statement, of which the arguments are the results of one call": {
		{"func two() (int, int) { return 1, 2 }\nfunc add(a, b int) {}\nfunc F() { defer add(two()) }", "iex:3:12"},
		{"func two() (int, int) { return 1, 2 }\nfunc add(a, b int) {}\nfunc F() { go add(two()) }", "iex:3:12"},
	},
	"a type assertion to this interface type": {
		{"func F(x any) bool {\n\t_, ok := x.(hash.Hash)\n\treturn ok\n}", "iex:2:11"},
		{"func F(x any) int {\n\tswitch x.(type) {\n\tcase hash.Hash:\n\t\treturn 1\n\t}\n\treturn 0\n}", "iex:2:2"},
	},
	"io.Pipe":                    {{"func F() { io.Pipe() }", "iex:1:12"}},
	"fmt.Scan, Scanf and Scanln": {{"func F(n int) { fmt.Scanln(&n) }", "iex:1:17"}},
	"an import with a dot":       {{"import . \"strconv\"\nfunc F() string { return Itoa(1) }", "iex:1:8"}},
	"a type that contains itself other than by a field of a declared struct": {
		{"type M map[string]M", "iex:1:6"},
		{"type M map[string]*M", "iex:1:6"},
		{"type T []T", "iex:1:6"},
		{"type M map[string]struct{ sub M }", "iex:1:6"},
		{"type T []C\ntype C chan T", "iex:1:6"},
		{"type M map[string]func(M) int", "iex:1:6"},
		{"func F() {\n\ttype P *P\n}", "iex:2:7"},
	},
	"a bool, byte, pointer or struct as an interface value beside the call of a function literal that changes it": {
		{"func F() string {\n\tb := false\n\treturn fmt.Sprint(b, func() int { b = true; return 1 }())\n}", "iex:3:9"},
		{"func F() string {\n\tb := false\n\tset := func() int { b = true; return 1 }\n\treturn fmt.Sprint(b, 1+set())\n}", "iex:4:9"},
		{"func F() []any {\n\tp := &Event{}\n\treturn []any{p, func() int { p = nil; return 1 }()}\n}\ntype Event struct{}", "iex:3:9"},
		{"func F() (any, int) {\n\tvar n byte\n\treturn n, func() int { n++; return 1 }()\n}", "iex:1:1"},
		{"type Pair struct{ a, b any }\nfunc F() Pair {\n\tb := false\n\treturn Pair{b: b, a: func() int { b = true; return 1 }()}\n}", "iex:4:9"},
		{"func F() any {\n\tvar a, b any\n\tm := map[string]int{}\n\ta, b = m, func() int { m = nil; return 1 }()\n\treturn []any{a, b}\n}", "iex:4:2"},
	},
	"goto in a range over a function": {{"func F(all func(func() bool)) {\n\tfor range all {\n\tagain:\n\t\tgoto again\n\t}\n}", "iex:2:2"}},
}

// What the documentation says to be refused is, with the construct, its place and
// the way round.
func TestRefusals(t *testing.T) {
	for _, r := range Refusals() {
		construct, instead := r[0], r[1]
		if len(refused[construct]) == 0 {
			t.Errorf("there is no declaration that shows how %s is refused", construct)
		}
		for _, test := range refused[construct] {
			_, err := newSession(t).define(test.src)
			want := construct + " cannot be used at the prompt: " + instead
			if err == nil || !strings.HasPrefix(err.Error(), test.at+":") || !strings.HasSuffix(err.Error(), want) {
				t.Errorf("Define(%q)\ngot  %v\nwant %s: %s", test.src, err, test.at, want)
			}
		}
	}
}

// TestReadBeside shows what looks like that, and has one order.
func TestReadBeside(t *testing.T) {
	for _, src := range []string{
		"func F() string {\n\tx := 1\n\treturn fmt.Sprint(x, func() int { x = 2; return 1 }())\n}",
		"func F() string {\n\tb := false\n\treturn fmt.Sprint(func() int { b = true; return 1 }(), b)\n}",
		"func F() string {\n\tb := false\n\treturn fmt.Sprint(b, func() bool { return b }())\n}",
		"func F() string {\n\tb := false\n\treturn fmt.Sprint(b, func() int { b := true; _ = b; return 1 }())\n}",
		"func take(b bool, n int) int { return n }\nfunc F() int {\n\tb := false\n\treturn take(b, func() int { b = true; return 1 }())\n}",
		"func set(b *bool) int { *b = true; return 1 }\nfunc F() string {\n\tb := false\n\treturn fmt.Sprint(b, set(&b))\n}",
	} {
		if _, err := newSession(t).define(src); err != nil {
			t.Errorf("Define(%q): %v", src, err)
		}
	}
}

// TestDifferences shows that what is said to differ does, so that the list does
// not outlive its reasons.
func TestDifferences(t *testing.T) {
	for _, d := range differences {
		s := newSession(t)
		s.mustDefine(d.program)
		if got, err := s.apply("Go", "f"); err != nil || show(got) != d.here || d.here == d.compiled {
			t.Errorf("%s: %s, %v; want %s here and %s compiled", d.what, show(got), err, d.here, d.compiled)
		}
	}
}
