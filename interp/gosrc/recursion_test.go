package gosrc

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// recursions are functions that call themselves n times in all the ways in which
// that can be written.
const recursions = `type node struct { next, other *node }

func (t *node) size() int {
	if t == nil {
		return 0
	}
	return 1 + t.other.size() + t.next.size()
}
func Method(n int) int {
	var t *node
	for range n {
		t = &node{next: t}
	}
	return t.size()
}
func Plain(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + Plain(n-1)
}
func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }
func Mutual(n int) int {
	if even(n) {
		return n
	}
	return -1
}
func Local(n int) int {
	var down func(int) int
	down = func(n int) int {
		if n == 0 {
			return 0
		}
		return 1 + down(n-1)
	}
	return down(n)
}
func several(n int, names ...string) (int, error) {
	if n == 0 {
		return len(names) - 1, nil
	}
	m, err := several(n-1, names...)
	return m + 1, err
}
func Several(n int) int {
	m, _ := several(n, "a")
	return m
}
func count[T comparable](from, to T, next func(T) T) int {
	if from == to {
		return 0
	}
	return 1 + count(next(from), to, next)
}
func Generic(n int) int { return count(n, 0, func(n int) int { return n - 1 }) }
func Visit(n int) int {
	total := 0
	each(n, func(int) { total++ })
	return total
}
func each(n int, f func(int)) {
	if n > 0 {
		f(n)
		each(n-1, f)
	}
}

type counter interface{ count(n int) int }
type one struct{}

func (one) count(n int) int {
	if n == 0 {
		return 0
	}
	var c counter = one{}
	return 1 + c.count(n-1)
}
func Interface(n int) int { return counter(one{}).count(n) }
func Deferred(n int) (m int) {
	if n == 0 {
		return 0
	}
	defer func() { m++ }()
	return Deferred(n - 1)
}

type held struct{ f func(int) int }

func Field(n int) int {
	var x held
	x.f = func(n int) int {
		if n == 0 {
			return 0
		}
		return 1 + x.f(n-1)
	}
	return x.f(n)
}
func Pointer(n int) int {
	x := &held{}
	x.f = func(n int) int {
		if n == 0 {
			return 0
		}
		return 1 + x.f(n-1)
	}
	return x.f(n)
}
func Entry(n int) int {
	steps := map[string]func(int) int{}
	steps["even"] = func(n int) int {
		if n == 0 {
			return 0
		}
		return 1 + steps["odd"](n-1)
	}
	steps["odd"] = func(n int) int { return 1 + steps["even"](n-1) }
	return steps["even"](n)
}
func Element(n int) int {
	steps := make([]func(int) int, 1)
	steps[0] = func(n int) int {
		if n == 0 {
			return 0
		}
		return 1 + steps[0](n-1)
	}
	return steps[0](n)
}
func Sorted(n int) int {
	deeper := 0
	sort.Slice([]int{2, 1}, func(i, j int) bool {
		if n > 0 {
			deeper = 1 + Sorted(n-1)
		}
		return false
	})
	return deeper
}
func Goroutine(n int) int {
	c := make(chan int)
	go func() { c <- Plain(n) }()
	return <-c
}
`

// Recursion may be deep in every form.
func TestDeepRecursion(t *testing.T) {
	s := newSession(t)
	s.mustDefine(recursions)
	for function, n := range map[string]int{
		"plain": 100_000, "method": 20_000, "mutual": 20_000, "local": 20_000, "several": 20_000, "generic": 20_000,
		"visit": 20_000, "interface": 20_000, "deferred": 5_000, "goroutine": 20_000,
		"field": 20_000, "pointer": 20_000, "entry": 20_000, "element": 20_000, "sorted": 5_000,
	} {
		if got, err := s.apply("Go", function, term.Int(n)); err != nil || show(got) != fmt.Sprint(n) {
			t.Errorf("%s(%d) = %s, %v", function, n, show(got), err)
		}
	}
}

// A function in a field goes on with itself, of all that its loop has made.
func TestDeepRecursionOfMany(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`type held struct{ f func(int) int }
func F() (last []int) {
	var all []*held
	for i := range 3 {
		x := &held{}
		x.f = func(n int) int {
			if n == 0 {
				return i
			}
			return x.f(n - 1)
		}
		all = append(all, x)
	}
	for i := 3; i < 6; {
		k := i
		all = append(all, &held{})
		all[i].f = func(n int) int {
			if n == 0 {
				return k
			}
			return all[k].f(n - 1)
		}
		i++
	}
	for _, x := range all {
		last = append(last, x.f(1000))
	}
	return last
}`)
	if got, err := s.apply("Go", "f"); err != nil || show(got) != "[0, 1, 2, 3, 4, 5]" {
		t.Errorf("f() = %s, %v", show(got), err)
	}
}

// What calls itself for ever fails with a clear error, and then the shell goes on.
func TestRunawayRecursion(t *testing.T) {
	bodies := map[string]string{
		"plain":    "return 1 + F()",
		"deferred": "defer func() {}(); return 1 + F()",
		"recover":  "defer func() { if r := recover(); r != nil { panic(r) } }(); return 1 + F()",
		"literal":  "var f func() int; f = func() int { return 1 + f() }; return f()",
		"field":    "var x struct { f func() int }; x.f = func() int { return 1 + x.f() }; return x.f()",
		"sorted":   "sort.Slice([]int{2, 1}, func(i, j int) bool { return F() > 0 }); return 1",
	}
	for name, body := range bodies {
		s := newSession(t)
		s.smallMemory()
		s.mustDefine("func F() int { " + body + " }")
		_, err := s.apply("Go", "f")
		if got := failure(err); !strings.Contains(got, "recursion too deep: more than ") {
			t.Errorf("%s: %s", name, got)
		}
		if got, err := s.define("func G() int { return 2 }"); err != nil || got != "{:g, 0}" {
			t.Errorf("%s: then %s, %v", name, got, err)
		}
	}
}

// Package fmt, which prints what methods panic with, does not swallow that they call
// themselves too often.
func TestRunawayMethods(t *testing.T) {
	for name, src := range map[string]string{
		"String": "type D struct{}\nfunc (d D) String() string { return fmt.Sprint(d) }\nfunc F() string { return fmt.Sprint(D{}, 1) }",
		"Error":  "type D struct{}\nfunc (d D) Error() string { return fmt.Sprintf(\"%v\", d) }\nfunc F() string { return D{}.Error() }",
	} {
		s := newSession(t)
		s.smallMemory()
		s.mustDefine(src)
		_, err := s.apply("Go", "f")
		if got := failure(err); !strings.Contains(got, "recursion too deep: more than ") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// smallMemory gives the session a node with room for 8192 calls.
func (s *session) smallMemory() {
	s.node = process.NewNode(process.Options{Virtual: true, MemoryBudget: 64 << 20})
	s.t.Cleanup(s.node.Close)
	s.unit = New(s.node)
}

// A panic deep down is recovered far above, with its value and its line, and the
// deferred calls between run, the last first.
func TestPanicInDeepRecursion(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`var log []int

func boom(n int) int {
	if n%1000 == 0 {
		defer func() { log = append(log, n) }()
	}
	if n == 5000 {
		var list []int
		return list[n]
	}
	return 1 + boom(n+1)
}
func Lost() int { return boom(0) }
func Saved() (text string) {
	log = nil
	defer func() { text = fmt.Sprint(recover(), log) }()
	boom(0)
	return "unused"
}
func Again() string { return Saved() + fmt.Sprint(len(log)) }`)
	_, err := s.apply("Go", "lost")
	if got, want := failure(err), `%RuntimeError{message: "index out of range [5000] with length 0"} at iex:9`; got != want {
		t.Errorf("lost() fails with %s, want %s", got, want)
	}
	got, err := s.apply("Go", "again")
	if want := `"runtime error: index out of range [5000] with length 0[5000 4000 3000 2000 1000 0]6"`; err != nil || show(got) != want {
		t.Errorf("again() = %s, %v; want %s", show(got), err, want)
	}
}

// What waits deep down can be killed and interrupted, and may be busy there.
func TestEndOfDeepRecursion(t *testing.T) {
	for _, last := range []string{"for {}", "<-make(chan int)", "for { func() { defer func() { recover() }(); for {} }() }"} {
		s := newSession(t)
		s.mustDefine("func F() { down(3000) }\nfunc down(n int) {\n\tif n > 0 {\n\t\tdown(n-1)\n\t\treturn\n\t}\n\t" + last + "\n}")
		for _, kill := range []bool{true, false} {
			var failed error
			ended := false
			p := s.node.Spawn(func(self *process.Process) error {
				self.AtExit(func() { ended = true })
				failed = self.Guard(func() error {
					_, err := s.callGo(self, "f")
					return err
				})
				return nil
			}, process.SpawnOptions{})
			s.node.Spawn(func(self *process.Process) error {
				if kill {
					self.Exit(p.PID(), term.Atom("kill"))
				} else {
					s.node.Interrupt(p)
				}
				return nil
			}, process.SpawnOptions{})
			if err := s.node.Run(context.Background(), func() bool { return ended }); err != nil {
				t.Fatal(err)
			}
			if !kill && exception.ExitReason(failed) != process.Interrupted {
				t.Errorf("%s: %v", last, failed)
			}
		}
	}
}

// Processes take turns in the middle of checkpoints: while one waits for its turn in that
// of a function, the other meets its own in the same function.
func TestRecursionInTurns(t *testing.T) {
	s := newSession(t)
	s.smallMemory()
	s.mustDefine("func Down(n int) int { return Down(n + 1) }")
	ended := 0
	for range 2 {
		s.node.Spawn(func(self *process.Process) error {
			_, err := code.Apply(self, FunctionsModule, "down", term.Int(0))
			if err == nil || !strings.Contains(err.Error(), "too deep") {
				t.Errorf("down(0): %v", err)
			}
			ended++
			return nil
		}, process.SpawnOptions{})
	}
	if err := s.node.Run(t.Context(), func() bool { return ended == 2 }); err != nil {
		t.Fatal(err)
	}
}
