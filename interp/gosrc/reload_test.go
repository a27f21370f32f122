package gosrc

import (
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// reloadStep is an input and what next() gives after it.
type reloadStep struct{ src, next string }

// A server whose state is made of nested structs, maps and pointers keeps it
// while what uses it is typed anew; a changed layout goes through CodeChange or
// fails with the change.
func TestReloadKeepsState(t *testing.T) {
	const start = "func Start() PID { pid, _ := GenServer.Start(Counter{}, 10); return pid }\n" +
		"func Next(pid PID) Term { return GenServer.Call(pid, 1) }\n"
	tests := []struct {
		name, first string
		steps       []reloadStep
	}{
		{"nested", "type Counter struct{ UseGenServer }\ntype inner struct{ n int }\n" +
			"type counter struct{ in inner; m map[string]int; p *inner; list []inner }\n" +
			"func (Counter) Init(n int) Result { return OK(counter{inner{n}, map[string]int{\"a\": n}, &inner{n}, []inner{{n}}}) }\n" +
			"func (Counter) HandleCall(r, from Term, c counter) Result { c.in.n++; c.m[\"a\"]++; c.p.n++; c.list[0].n++; return Reply(c.in.n + c.m[\"a\"] + c.p.n + c.list[0].n, c) }\n",
			[]reloadStep{
				{"", "44"},
				{"type Unrelated struct{ x int }", "48"},
				{"func (inner) Twice() int { return 2 }", "52"},
				{"func (Counter) HandleCall(r, from Term, c counter) Result { c.p.n += 100; return Reply(c.p.n, c) }", "113"},
				{"type inner struct{ n int }", "213"},
			}},
		{"code change", "type Counter struct{ UseGenServer }\ntype counter struct{ n int }\n" +
			"func (Counter) Init(n int) Result { return OK(counter{n}) }\n" +
			"func (Counter) HandleCall(r, from Term, c counter) Result { c.n++; return Reply(c.n, c) }\n",
			[]reloadStep{
				{"", "11"},
				{"type counter struct{ n int; label string }\nfunc (Counter) Init(n int) Result { return OK(counter{n, \"\"}) }\n" +
					"func (Counter) CodeChange(vsn, old, extra Term) Result { var n int; Match(old, \"%{n: n}\", &n); return OK(counter{n * 2, \"new\"}) }\n" +
					"func (Counter) HandleCall(r, from Term, c counter) Result { c.n++; return Reply(T(c.label, c.n), c) }", "{:new, 23}"},
				{"", "{:new, 24}"},
			}},
		{"function", "type Counter struct{ UseGenServer }\nfunc step(n int) int { return n + 1 }\n" +
			"func (Counter) HandleCall(r, from Term, n int) Result { n = step(n); return Reply(n, n) }\n",
			[]reloadStep{
				{"", "11"}, {"func step(n int) int { return n * 2 }", "22"}, {"const big = 5", "44"},
				{"func step(n int) int { return n + big }", "49"}, {"const big = 50", "99"}, {"var extra = 1", "149"},
			}},
		{"closure", "type Counter struct{ UseGenServer }\ntype counter struct{ f func(int) int; n int }\n" +
			"func (Counter) Init(n int) Result { k := 3; return OK(counter{func(x int) int { k++; return x + k }, n}) }\n" +
			"func (Counter) HandleCall(r, from Term, c counter) Result { c.n = c.f(c.n); return Reply(c.n, c) }\n",
			[]reloadStep{{"", "14"}, {"type Other struct{}", "19"}, {"func (Counter) HandleCall(r, from Term, c counter) Result { c.n = c.f(0); return Reply(c.n, c) }", "6"}}},
		{"generic", "type Counter struct{ UseGenServer }\ntype box[T any] struct{ v T }\nfunc (b box[T]) Get() T { return b.v }\n" +
			"func (Counter) Init(n int) Result { return OK(box[int]{n}) }\n" +
			"func (Counter) HandleCall(r, from Term, b box[int]) Result { b.v++; return Reply(b.Get(), b) }\n",
			[]reloadStep{{"", "11"}, {"func (b box[T]) Get() T { return b.v }", "12"}, {"func id[T any](x T) T { return x }", "13"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSession(t)
			s.mustDefine(test.first + start)
			pid, err := s.apply("Go", "start")
			if err != nil {
				t.Fatal(err)
			}
			for _, step := range test.steps {
				if step.src != "" {
					s.mustDefine(step.src)
				}
				got, err := s.apply("Go", "next", pid)
				if err != nil || show(got) != step.next {
					t.Errorf("after %q next() = %s, %v; want %s", step.src, show(got), err, step.next)
				}
			}
		})
	}
}

// Without CodeChange the callback fails, and says what has changed.
func TestReloadOfOtherLayout(t *testing.T) {
	s := newSession(t)
	s.mustDefine("type B struct{ UseGenEvent }\ntype state struct{ n int; old bool }\n" +
		"func (B) Make() state { return state{1, true} }\nfunc (B) HandleEvent(e Term, s state) Result { return OK(s) }")
	state, err := s.apply("B", "make")
	if err != nil {
		t.Fatal(err)
	}
	s.mustDefine("type state struct{ n string; label []int }\nfunc (B) Make() state { return state{} }")
	_, err = s.apply("B", "handle_event", term.Atom("e"), state)
	message := exception.Message(exception.As(err).Reason, nil, exception.Options{})
	want := "state was declared anew while a value of its earlier declaration was in use: " +
		"field n was int and is string, field label []int is new, field old is gone."
	if !strings.HasPrefix(message, want) {
		t.Errorf("handle_event fails with %q, want %q", message, want)
	}
}

// A declaration that breaks another is refused as a whole.
func TestReloadThatBreaks(t *testing.T) {
	s := newSession(t)
	s.mustDefine("type T struct{ n int }\nfunc (T) Make() T { return T{7} }\nfunc (t T) N() int { return t.n }\nfunc Use() int { return T{}.Make().N() }")
	for _, src := range []string{
		"type T struct{ m int }", "type T int", "func (T) Make() int { return 1 }", "func T() {}", "type U struct{}\ntype T struct{ U }",
		"var Use = 1\nfunc Use() {}", "const n = T{}", "import \"net/http\"", "func (t T) N() string { return \"\" }", "type T interface{ M() }",
	} {
		if shown, err := s.define(src); err == nil {
			t.Errorf("%s gives %s", src, shown)
		}
		if got, err := s.apply("Go", "use"); err != nil || show(got) != "7" {
			t.Errorf("after %s use() = %s, %v", src, show(got), err)
		}
	}
	if _, err := s.apply("U", "make"); err == nil {
		t.Error("a part of a refused input is there")
	}
}

// Functions init run once, when they are typed, and after the variables have
// their values. One that fails leaves everything as it was.
func TestInitRunsOnce(t *testing.T) {
	s := newSession(t)
	s.mustDefine("var log = []string{\"var\"}\nfunc init() { log = append(log, \"one\") }\nfunc init() { log = append(log, \"two\") }\nfunc Log() []string { return log }")
	steps := []struct{ typed, want string }{
		{"func Other() int { return 1 }", `["var", "one", "two"]`},
		{"func init() { log = append(log, \"three\") }", `["var", "one", "two", "three"]`},
		{"func Other() int { return 2 }", `["var", "one", "two", "three"]`},
	}
	for _, step := range steps {
		s.mustDefine(step.typed)
		if got, err := s.apply("Go", "log"); err != nil || show(got) != step.want {
			t.Errorf("after %s log() = %s, %v; want %s", step.typed, show(got), err, step.want)
		}
	}
	if _, err := s.define("func init() { panic(\"no\") }\nfunc Other() int { return 3 }"); failure(err) == "no failure" {
		t.Error("a failing init is accepted")
	}
	if got, err := s.apply("Go", "other"); err != nil || show(got) != "2" {
		t.Errorf("after a failing init other() = %s, %v", show(got), err)
	}
}
