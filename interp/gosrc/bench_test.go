package gosrc

import (
	"fmt"
	"testing"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

func benchUnit(b *testing.B, declarations int) *Unit {
	b.Helper()
	u := New(process.NewNode(process.Options{Virtual: true}))
	for i := range declarations / 2 {
		src := fmt.Sprintf("type H%d struct{ UseGenEvent }\nfunc (H%d) HandleEvent(e, s Term) Result { Send(s, e); return OK(s) }", i, i)
		if _, err := u.Define(src, "iex", 1); err != nil {
			b.Fatal(err)
		}
	}
	return u
}

func benchDefine(b *testing.B, declarations int) {
	u := benchUnit(b, declarations-1)
	b.ResetTimer()
	for b.Loop() {
		if _, err := u.Define("func Double(x int) int { return 2 * x }", "iex", 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDefine1(b *testing.B)  { benchDefine(b, 1) }
func BenchmarkDefine50(b *testing.B) { benchDefine(b, 50) }

func BenchmarkFirstDefine(b *testing.B) {
	for b.Loop() {
		u := New(process.NewNode(process.Options{Virtual: true}))
		if _, err := u.Define(forwarder, "iex", 1); err != nil {
			b.Fatal(err)
		}
	}
}

// benchCall calls a function of Go source again and again in a process.
func benchCall(b *testing.B, src, module, function string, args ...term.Term) {
	node := process.NewNode(process.Options{})
	if _, err := New(node).Define(src, "iex", 1); err != nil {
		b.Fatal(err)
	}
	done := false
	node.Spawn(func(self *process.Process) error {
		defer func() { done = true }()
		for b.Loop() {
			if _, err := code.Apply(self, term.Alias(module), function, args...); err != nil {
				b.Error(err)
				return nil
			}
		}
		return nil
	}, process.SpawnOptions{})
	if err := node.Run(b.Context(), func() bool { return done }); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkCallback(b *testing.B) {
	src := "type H struct{ UseGenEvent }\nfunc (H) HandleEvent(e, s Term) Result { return OK(s) }"
	benchCall(b, src, "H", "handle_event", term.Tuple{term.Atom("hello"), term.Int(1)}, term.Int(1))
}

func BenchmarkCallbackSend(b *testing.B) {
	src := "type H struct{ UseGenEvent }\nfunc (H) HandleEvent(e, s Term) Result { Send(s, e); return OK(s) }"
	benchCall(b, src, "H", "handle_event", term.Tuple{term.Atom("hello"), term.Int(1)}, term.PID{Identity: &term.Identity{Number: 1}})
}

func BenchmarkLoop1000(b *testing.B) {
	benchCall(b, "func Loop() int { n := 0; for i := 0; i < 1000; i++ { n += i }; return n }", "Go", "loop")
}

func BenchmarkFib15(b *testing.B) {
	benchCall(b, "func Fib(n int) int { if n < 2 { return n }; return Fib(n-1) + Fib(n-2) }", "Go", "fib", term.Int(15))
}

func BenchmarkMatch(b *testing.B) {
	src := "func F(x Term) int { var n int; if Match(x, \"{:add, n}\", &n) { return n }; return 0 }"
	benchCall(b, src, "Go", "f", term.Tuple{term.Atom("add"), term.Int(1)})
}
