package bench_test

import (
	"context"
	"runtime"
	"strconv"
	"testing"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// workloads are the operations measured, under the names that bench.erl and
// stream.exs use. Each performs n operations in a process.
var workloads = []struct {
	name string
	run  func(self *process.Process, n int, started func())
}{
	{"notify.1", notify(1)},
	{"notify.10", notify(10)},
	{"notify.100", notify(100)},
	{"sync_notify.1", syncNotify(genevent.Erlang.Start, genevent.Erlang.AddHandler, genevent.Erlang.SyncNotify, 1)},
	{"sync_notify.10", syncNotify(genevent.Erlang.Start, genevent.Erlang.AddHandler, genevent.Erlang.SyncNotify, 10)},
	{"elixir_sync_notify.1", syncNotify(genevent.Elixir.Start, genevent.Elixir.AddHandler, genevent.Elixir.SyncNotify, 1)},
	{"event_call", eventCall},
	{"server_call", serverCall},
	{"server_nested_call", serverNestedCall},
	{"server_cast", serverCast},
	{"stream.notify", stream(false)},
	{"stream.sync_notify", stream(true)},
	{"ping_pong", pingPong(pongProcess)},
	{"ping_pong.server", pingPong(pongServer)},
	{"ring.1000", ring(passProcess)},
	{"ring.1000.server", ring(passServer)},
	{"spawn_exit", spawnExit},
	{"spawn_monitor", spawnMonitor},
	{"fanout.100000", fanout},
}

func Benchmark(b *testing.B) {
	for _, w := range workloads {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			inProcess(b, func(self *process.Process) { w.run(self, b.N, b.ResetTimer) })
		})
	}
}

// inProcess runs body in a process of a node on the real clock.
func inProcess(tb testing.TB, body func(self *process.Process)) {
	tb.Helper()
	node := process.NewNode(process.Options{MaxProcesses: 2_000_000})
	defer node.Close()
	for _, m := range modules() {
		code.Of(node).Define(m)
	}
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
}

var counter, store = term.Alias("Counter"), term.Alias("Store")

func modules() []*code.Module {
	var ints term.Ints
	c := code.NewModule(counter, code.Builtin, genevent.Defaults(counter)...)
	c.Add(callback("handle_event", 2, func(_ *process.Process, args []term.Term, r *code.Result) error {
		r.Tag, r.First = term.OK, ints.Term(args[1].(term.Int)+1)
		return nil
	}))
	c.Add(callback("handle_call", 2, func(_ *process.Process, args []term.Term, r *code.Result) error {
		r.Tag, r.First, r.Second = term.OK, args[1], args[1]
		return nil
	}))
	s := code.NewModule(store, code.Builtin, genserver.Defaults(store)...)
	s.Add(callback("handle_call", 3, func(self *process.Process, args []term.Term, r *code.Result) error {
		if next, ok := args[2].(term.PID); ok {
			reply, err := genserver.Call(self, next, args[0], nil)
			r.Tag, r.First, r.Second = "reply", reply, next
			return err
		}
		r.Tag, r.First, r.Second = "reply", args[2], args[2]
		return nil
	}))
	s.Add(callback("handle_cast", 2, func(_ *process.Process, args []term.Term, r *code.Result) error {
		r.Tag, r.First = "noreply", args[0]
		return nil
	}))
	return []*code.Module{c, s}
}

func callback(name string, arity int, f code.ResultFunc) *code.Function {
	return &code.Function{Name: name, Arity: arity, CallResult: f, Call: func(self *process.Process, args []term.Term) (term.Term, error) {
		var result code.Result
		err := f(self, args, &result)
		return result.Term(), err
	}}
}

type (
	start = func(*process.Process, gen.Options) (term.PID, error)
	add   = func(self *process.Process, manager, handler, args term.Term) (term.Term, error)
	send  = func(self *process.Process, manager, event term.Term) error
	work  = func(self *process.Process, n int, started func())
)

func manager(self *process.Process, start start, add add, handlers int) term.PID {
	m, _ := start(self, gen.Options{})
	for i := range handlers {
		_, _ = add(self, m, term.Tuple{counter, term.Int(i)}, term.Int(0))
	}
	return m
}

// notify sends n events; every thousandth is synchronous, which bounds the queue.
func notify(handlers int) work {
	return func(self *process.Process, n int, started func()) {
		m := manager(self, genevent.Erlang.Start, genevent.Erlang.AddHandler, handlers)
		started()
		for i := range n {
			if i%1000 == 999 {
				_ = genevent.Erlang.SyncNotify(self, m, term.Atom("event"))
			} else {
				_ = genevent.Erlang.Notify(self, m, term.Atom("event"))
			}
		}
		_ = genevent.Erlang.SyncNotify(self, m, term.Atom("event"))
	}
}

func syncNotify(start start, add add, sync send, handlers int) work {
	return func(self *process.Process, n int, started func()) {
		m := manager(self, start, add, handlers)
		started()
		for range n {
			_ = sync(self, m, term.Atom("event"))
		}
	}
}

func eventCall(self *process.Process, n int, started func()) {
	m := manager(self, genevent.Erlang.Start, genevent.Erlang.AddHandler, 1)
	handler := term.Tuple2(counter, term.Int(0)) // a literal in Erlang and in notation
	started()
	for range n {
		_, _ = genevent.Erlang.Call(self, m, handler, term.Atom("count"), nil)
	}
}

func server(self *process.Process, state term.Term) term.PID {
	s, _ := genserver.Start(self, store, state, gen.Options{})
	return s
}

func serverCall(self *process.Process, n int, started func()) {
	s := server(self, term.Int(1))
	started()
	for range n {
		_, _ = genserver.Call(self, s, term.Atom("get"), nil)
	}
}

func serverNestedCall(self *process.Process, n int, started func()) {
	front := server(self, server(self, term.Int(1)))
	started()
	for range n {
		_, _ = genserver.Call(self, front, term.Atom("get"), nil)
	}
}

func serverCast(self *process.Process, n int, started func()) {
	s := server(self, term.Int(1))
	started()
	for i := range n {
		_ = genserver.Cast(self, s, term.Int(i))
		if i%1000 == 999 {
			_, _ = genserver.Call(self, s, term.Atom("get"), nil)
		}
	}
}

// stream consumes n events that another process sends.
func stream(sync bool) work {
	return func(self *process.Process, n int, started func()) {
		m, _ := genevent.Elixir.Start(self, gen.Options{})
		s, _ := genevent.Subscribe(self, genevent.StreamStruct(m, term.Infinity))
		self.Spawn(func(self *process.Process) error {
			for i := range n {
				if sync || i%1000 == 999 {
					_ = genevent.Elixir.SyncNotify(self, m, term.Int(i))
				} else {
					_ = genevent.Elixir.Notify(self, m, term.Int(i))
				}
			}
			return nil
		}, process.SpawnOptions{})
		started()
		for range n {
			event, _, _ := s.Next(self)
			event.Done(self)
		}
		_ = s.Stop(self)
	}
}

func pongProcess(self *process.Process) error {
	for {
		message := self.Receive(nil)
		ping, ok := message.(term.Tuple)
		if !ok {
			return nil
		}
		self.Send(ping[0].(term.PID), term.Atom("pong"))
	}
}

type ponger struct{}

func (ponger) HandleMessage(self *process.Process, message term.Term) error {
	ping, ok := message.(term.Tuple)
	if !ok {
		return exception.Exit(term.Normal)
	}
	self.Send(ping[0].(term.PID), term.Atom("pong"))
	return nil
}

func pongServer(*process.Process) error { return process.Become(ponger{}) }

// pingPong sends a ping and waits for the pong, n times.
func pingPong(pong process.Body) work {
	return func(self *process.Process, n int, started func()) {
		p := self.Spawn(pong, process.SpawnOptions{}).PID()
		started()
		for range n {
			self.Send(p, term.Tuple2(self.PID(), term.Atom("ping")))
			self.Receive(nil)
		}
	}
}

func passProcess(next term.PID) process.Body {
	return func(self *process.Process) error {
		for {
			message := self.Receive(nil)
			self.Send(next, message)
			if message == term.Term(term.Atom("stop")) {
				return nil
			}
		}
	}
}

type passer struct{ next term.PID }

func (p passer) HandleMessage(self *process.Process, message term.Term) error {
	self.Send(p.next, message)
	return nil
}

func passServer(next term.PID) process.Body {
	return func(*process.Process) error { return process.Become(passer{next}) }
}

// ring passes a token on n times around a ring of 1,000 processes.
func ring(pass func(next term.PID) process.Body) work {
	return func(self *process.Process, n int, started func()) {
		first := self.PID()
		for range 1000 {
			first = self.Spawn(pass(first), process.SpawnOptions{}).PID()
		}
		self.Yield()
		started()
		for range max(n/1000, 1) {
			self.Send(first, term.Atom("token"))
			self.Receive(nil)
		}
	}
}

// spawnExit spawns a thousand processes at a time and waits for them.
func spawnExit(self *process.Process, n int, started func()) {
	parent := self.PID()
	body := func(self *process.Process) error {
		self.Send(parent, term.Atom("done"))
		return nil
	}
	started()
	for range max(n/1000, 1) {
		for range 1000 {
			self.Spawn(body, process.SpawnOptions{})
		}
		for range 1000 {
			self.Receive(nil)
		}
	}
}

func spawnMonitor(self *process.Process, n int, started func()) {
	started()
	for range n {
		child := self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{Monitor: true})
		self.Receive(func(m term.Term) bool { return process.IsDown(m, child.Monitor) })
	}
}

// fanoutSize is the number of processes linked to the one that exits.
const fanoutSize = 100_000

// fanout measures the exit of a process until all linked to it are down.
func fanout(self *process.Process, n int, started func()) {
	for i := range n {
		hub := self.Spawn(func(self *process.Process) error {
			self.Receive(nil)
			return exception.Exit(term.Atom("bye"))
		}, process.SpawnOptions{}).PID()
		for range fanoutSize {
			self.Spawn(func(self *process.Process) error {
				_ = self.Link(hub)
				return process.Become(passer{})
			}, process.SpawnOptions{Monitor: true})
		}
		self.Yield()
		runtime.GC()
		if i == 0 {
			started()
		}
		self.Send(hub, term.Atom("stop"))
		for range fanoutSize {
			self.Receive(nil)
		}
	}
}

// BenchmarkIdle reports the bytes that a process which waits keeps.
func BenchmarkIdle(b *testing.B) {
	idle := map[string]func(self *process.Process){
		"idle.plain": func(self *process.Process) {
			self.Spawn(func(self *process.Process) error {
				self.Receive(nil)
				return nil
			}, process.SpawnOptions{})
		},
		"idle.manager": func(self *process.Process) { _, _ = genevent.Erlang.Start(self, gen.Options{}) },
	}
	for _, name := range []string{"idle.plain", "idle.manager"} {
		b.Run(name, func(b *testing.B) {
			b.Run(strconv.Itoa(idleCount), func(b *testing.B) {
				inProcess(b, func(self *process.Process) {
					before := heapInUse()
					for range idleCount {
						idle[name](self)
					}
					self.Yield()
					b.ReportMetric(float64(heapInUse()-before)/idleCount, "B/process")
				})
			})
		})
	}
}

const idleCount = 20_000

// heapInUse is the memory of heap and stacks after a collection.
func heapInUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc + m.StackInuse
}
