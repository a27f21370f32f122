package gosrc

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// What has to be compiled after an input, where these are live.
func TestConcerned(t *testing.T) {
	const live = `
type A struct{ UseGenEvent }
func (A) HandleEvent(e, s Term) Result { return OK(Event{Helper()}) }
type B struct{ UseGenEvent }
func (B) HandleEvent(e, s Term) Result { count++; return OK(s) }
func (B) Count() int { return Read() }
type Event struct{ n int }
func (e Event) Name() string { return "event" }
type Named interface{ Name() string }
func Show(n Named) string { return n.Name() }
func Helper() int { return Low() }
func Low() int { return 1 }
func Read() int { return count }
var count = 0
`
	const a, b, event = "A A.HandleEvent", "B B.Count B.HandleEvent", "Event Event.Name"
	tests := []struct{ input, part string }{
		{"func Alone() int { return 1 }", "Alone"},
		{"type C struct{}\nfunc (C) Of(s Term) C { return C{} }", "C C.Of"},
		{"func Another() int { return Low() }", "Another Low"},
		{"func Low() int { return 2 }", a + " " + event + " Helper Low"},
		{"func (A) HandleEvent(e, s Term) Result { return OK(s) }", a},
		{"func (B) Count() int { return 1 }", b + " Read count"},
		{"func Write() { count = 1 }", b + " Read Write count"},
		{"var count = 5", b + " Read count"},
		{"func (e Event) Name() string { return \"\" }", a + " " + event + " Helper Low Named Show"},
		{"type D int\nfunc (D) Name() string { return \"\" }", "D D.Name Event Event.Name Named Show"},
		{"func Send(a, b Term) {}", "Send"},
		{"func OK(x Term) Result { return NoReply(x) }", a + " " + b + " " + event + " Helper Low OK Read count"},
		{"type W struct{ Event }", "all"},
		{"type W struct{ sync.Mutex }", "all"},
		{"type G[T any] struct{ v T }", "G"},
		{"type G[T any] struct{ v T }\nfunc (g G[T]) Get() T { return g.v }", "all"},
		{"type W int\nfunc (W) Write(b []byte) (int, error) { return 0, nil }", "all"},
		{"type W int\nfunc (W) Swap(i, j int) {}\nfunc (W) Len() int { return 0 }", "W W.Len W.Swap"},
		{"type E = Event", "E Event Event.Name"},
		{"type E = Event\nfunc (E) More() {}", "all"},
		{"import str \"strings\"", "import str"},
	}
	first, err := split(live, "iex", 1)
	if err != nil {
		t.Fatal(err)
	}
	before := newStore().with(first)
	for _, test := range tests {
		added, err := split(test.input, "iex", 1)
		if err != nil {
			t.Fatal(err)
		}
		next := before.with(added)
		part := strings.Join(slices.Sorted(maps.Keys(next.concerned(before).declarations)), " ")
		want := strings.Join(slices.Sorted(slices.Values(strings.Fields(test.part))), " ")
		switch test.part {
		case "all":
			want = strings.Join(slices.Sorted(maps.Keys(next.declarations)), " ")
		case "import str":
			want = test.part
		}
		if part != want {
			t.Errorf("%s concerns\n%s, want\n%s", test.input, part, want)
		}
	}
}

// Functions and variables of several generations work together.
func TestPartsWorkTogether(t *testing.T) {
	s := newSession(t)
	s.mustDefine("var log []string\nfunc Add(x string) int { log = append(log, x); return len(log) }")
	s.mustDefine("func Other() string { return fmt.Sprint(log) }\ntype Shape interface{ Area() int }\nfunc Total(shapes ...Shape) (n int) { for _, s := range shapes { n += s.Area() }; return n }")
	s.mustDefine("type Square int\nfunc (s Square) Area() int { return int(s * s) }")
	s.mustDefine("func Squares() int { return Total(Square(2), Square(3)) }")
	s.mustDefine("func Wrap(x int) any { return Square(x) }\nfunc Unwrap(x any) int { return Total(x.(Shape)) }")
	steps := []struct{ src, function, want string }{
		{"", "squares", "13"},
		{"func Twice() int { Add(\"a\"); return Add(\"b\") }", "twice", "2"},
		{"func Twice() int { return Add(\"c\") }", "other", "\"[a b]\""},
		{"", "twice", "3"}, {"", "other", "\"[a b c]\""},
		{"func (s Square) Area() int { return 100 }", "squares", "200"},
		{"type Circle struct{ r int }\nfunc (c Circle) Area() int { return 3 * c.r }\nfunc Both() int { return Total(Circle{2}, Square(1)) }", "both", "106"},
		{"func Round() int { return Unwrap(Wrap(4)) + Unwrap(Circle{1}) }", "round", "103"},
		{"func Wrap(x int) any { return Circle{x} }", "round", "15"},
		{"type Circle struct{ r, s int }\nfunc (c Circle) Area() int { return c.s }\nfunc Wrap(x int) any { return Circle{x, 7} }\nfunc Round() int { return Unwrap(Wrap(4)) }\nfunc Both() int { return 0 }", "round", "7"},
		{"func log() int { return 9 }\nfunc Add(x string) int { return log() }\nfunc Other() int { return 0 }", "twice", "9"},
	}
	for _, step := range steps {
		if step.src != "" {
			s.mustDefine(step.src)
		}
		if got, err := s.apply("Go", step.function); err != nil || show(got) != step.want {
			t.Errorf("after %q %s() = %s, %v; want %s", step.src, step.function, show(got), err, step.want)
		}
	}
}

// A function that has become something else is published no more.
func TestFunctionThatIsNoneAnyMore(t *testing.T) {
	s := newSession(t)
	s.mustDefine("func F() int { return 1 }")
	for _, src := range []string{"var F = 1", "func F[T any](x T) T { return x }", "type F int"} {
		s.mustDefine("func F() int { return 1 }")
		s.mustDefine(src)
		if got, err := s.apply("Go", "f"); err == nil {
			t.Errorf("after %s f() = %s", src, show(got))
		}
	}
}
