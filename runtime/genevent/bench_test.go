package genevent_test

import (
	"context"
	"fmt"
	"testing"

	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// counter counts events and answers calls with the count.
func counter() *code.Module {
	name := term.Alias("Counter")
	m := code.NewModule(name, code.Builtin, genevent.Defaults(name)...)
	m.Add(&code.Function{Name: "handle_event", Arity: 2, Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
		return term.Tuple{term.OK, args[1].(term.Int) + 1}, nil
	}})
	m.Add(&code.Function{Name: "handle_call", Arity: 2, Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
		return term.Tuple{term.OK, args[1], args[1]}, nil
	}})
	return m
}

// bench runs body in a process of a node on the real clock.
func bench(b *testing.B, body func(self *process.Process)) {
	node := process.NewNode(process.Options{})
	defer node.Close()
	code.Of(node).Define(counter())
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		b.Fatal(err)
	}
}

// flavours are the functions that the benchmarks compare.
var flavours = []struct {
	name   string
	start  func(*process.Process, gen.Options) (term.PID, error)
	add    func(self *process.Process, manager, handler, args term.Term) (term.Term, error)
	notify func(self *process.Process, manager, event term.Term) error
	sync   func(self *process.Process, manager, event term.Term) error
	call   func(self *process.Process, manager, handler, request, timeout term.Term) (term.Term, error)
}{
	{"gen_event", genevent.Erlang.Start, genevent.Erlang.AddHandler, genevent.Erlang.Notify, genevent.Erlang.SyncNotify, genevent.Erlang.Call},
	{"GenEvent", genevent.Elixir.Start, genevent.Elixir.AddHandler, genevent.Elixir.Notify, genevent.Elixir.SyncNotify, genevent.Elixir.Call},
}

func BenchmarkNotify(b *testing.B) {
	for _, f := range flavours {
		for _, handlers := range []int{1, 10, 100} {
			b.Run(fmt.Sprintf("%s/%d", f.name, handlers), func(b *testing.B) {
				b.ReportAllocs()
				bench(b, func(self *process.Process) {
					m, _ := f.start(self, gen.Options{})
					for i := range handlers {
						_, _ = f.add(self, m, term.Tuple{term.Alias("Counter"), term.Int(i)}, term.Int(0))
					}
					b.ResetTimer()
					for i := range b.N {
						_ = f.notify(self, m, term.Atom("event"))
						if i%1000 == 999 {
							_ = f.sync(self, m, term.Atom("event"))
						}
					}
					_ = f.sync(self, m, term.Atom("event"))
				})
			})
		}
	}
}

func BenchmarkSyncNotify(b *testing.B) {
	for _, f := range flavours {
		for _, handlers := range []int{1, 10} {
			b.Run(fmt.Sprintf("%s/%d", f.name, handlers), func(b *testing.B) {
				b.ReportAllocs()
				bench(b, func(self *process.Process) {
					m, _ := f.start(self, gen.Options{})
					for i := range handlers {
						_, _ = f.add(self, m, term.Tuple{term.Alias("Counter"), term.Int(i)}, term.Int(0))
					}
					b.ResetTimer()
					for range b.N {
						_ = f.sync(self, m, term.Atom("event"))
					}
				})
			})
		}
	}
}

func BenchmarkCall(b *testing.B) {
	for _, f := range flavours {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			bench(b, func(self *process.Process) {
				m, _ := f.start(self, gen.Options{})
				_, _ = f.add(self, m, term.Alias("Counter"), term.Int(0))
				b.ResetTimer()
				for range b.N {
					_, _ = f.call(self, m, term.Alias("Counter"), term.Atom("count"), nil)
				}
			})
		})
	}
}

func BenchmarkStream(b *testing.B) {
	for _, sync := range []bool{false, true} {
		b.Run(fmt.Sprintf("sync=%v", sync), func(b *testing.B) {
			b.ReportAllocs()
			bench(b, func(self *process.Process) {
				m, _ := genevent.Elixir.Start(self, gen.Options{})
				s, _ := genevent.Subscribe(self, genevent.StreamStruct(m, term.Infinity))
				self.Spawn(func(self *process.Process) error {
					for i := range b.N {
						if sync {
							_ = genevent.Elixir.SyncNotify(self, m, term.Atom("event"))
						} else if _ = genevent.Elixir.Notify(self, m, term.Atom("event")); i%1000 == 999 {
							self.Yield()
						}
					}
					return nil
				}, process.SpawnOptions{})
				b.ResetTimer()
				for range b.N {
					event, _, _ := s.Next(self)
					event.Done(self)
				}
				_ = s.Stop(self)
			})
		})
	}
}
