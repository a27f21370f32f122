package process_test

import (
	"context"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// lives makes processes with random lives on a node.
type lives struct {
	random *rand.Rand
	made   []term.PID
	count  int
}

// other returns some process that may be alive or dead.
func (l *lives) other(self *process.Process) term.PID {
	if len(l.made) == 0 {
		return self.PID()
	}
	return l.made[l.random.IntN(len(l.made))]
}

func (l *lives) spawn(parent *process.Process) {
	l.count++
	child := parent.Spawn(l.live, process.SpawnOptions{Link: l.random.IntN(4) == 0, Monitor: l.random.IntN(4) == 0})
	if l.made = append(l.made, child.PID()); len(l.made) > 50 {
		l.made = l.made[1:]
	}
}

// live does a few random things and comes to a random end.
func (l *lives) live(self *process.Process) error {
	self.SetTrapExit(l.random.IntN(3) == 0)
	for range l.random.IntN(6) {
		if err := l.act(self); err != nil {
			return err
		}
	}
	switch l.random.IntN(5) {
	case 0:
		return exception.Exit(term.Atom("odd"))
	case 1:
		panic("host failure")
	case 2:
		self.SetIdleTimeout(time.Duration(1+l.random.IntN(50)) * time.Millisecond)
		return process.Become(shortLived{})
	case 3:
		self.Exit(self.PID(), term.Atom("kill"))
	}
	return nil
}

// act does one random thing.
func (l *lives) act(self *process.Process) error {
	ms := time.Duration(l.random.IntN(20)) * time.Millisecond
	switch l.random.IntN(12) {
	case 0:
		return self.Link(l.other(self))
	case 1:
		self.Monitor(l.other(self))
	case 2:
		self.DemonitorFlush(self.MonitorAlias(l.other(self)))
	case 3:
		self.SendAlias(self.Alias(), term.OK)
	case 4:
		self.Node().Register(term.Atom("name"+strconv.Itoa(l.random.IntN(20))), self.PID())
	case 5:
		self.Node().SendAfter(ms, l.other(self), term.Atom("late"))
	case 6:
		self.ReceiveTimeout(func(m term.Term) bool { return m == term.Term(term.Atom("never")) }, ms)
	case 7:
		self.Sleep(ms)
	case 8:
		self.Exit(l.other(self), term.Atom([]string{"kill", "bye", "normal"}[l.random.IntN(3)]))
	case 9:
		self.Unlink(l.other(self))
	case 10:
		self.MonitorName(term.Atom("name" + strconv.Itoa(l.random.IntN(20))))
	case 11:
		return l.manage(self)
	}
	return nil
}

// manage has a manager that lives for a while, or until its owner ends.
func (l *lives) manage(self *process.Process) error {
	m, err := genevent.Erlang.StartLink(self, gen.Options{HibernateAfter: time.Millisecond})
	if err != nil {
		return err
	}
	if _, err := genevent.Erlang.AddSupHandler(self, m, term.Alias("Quiet"), term.OK); err != nil {
		return err
	}
	if _, err := genevent.Erlang.Call(self, m, term.Alias("Quiet"), term.OK, term.Int(l.random.IntN(5))); err != nil {
		return err
	}
	if l.random.IntN(2) == 0 {
		return genevent.Erlang.Stop(self, m, term.Normal, term.Infinity)
	}
	self.Exit(m, term.Atom("kill"))
	return nil
}

// shortLived is a server that ends when nobody needs it.
type shortLived struct{}

func (shortLived) HandleMessage(self *process.Process, _ term.Term) error {
	self.SetIdleTimeout(time.Millisecond)
	return nil
}

func (shortLived) HandleTimeout(*process.Process) error { return exception.Exit(term.Atom("shutdown")) }

// quietModule is a handler that sleeps in calls.
func quietModule() *code.Module {
	function := func(name string, arity int, f process.Func) *code.Function {
		return &code.Function{Name: name, Arity: arity, Call: f}
	}
	return code.NewModule(term.Alias("Quiet"), code.Builtin,
		function("init", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return term.Tuple{term.OK, args[0]}, nil
		}),
		function("handle_call", 2, func(self *process.Process, args []term.Term) (term.Term, error) {
			self.Sleep(3 * time.Millisecond)
			return term.Tuple{term.OK, term.OK, args[1]}, nil
		}))
}

func TestNothingIsLeftOf10000Lives(t *testing.T) {
	before := runtime.NumGoroutine()
	node := process.NewNode(process.Options{Virtual: true})
	ioserver.Start(node, func(ioserver.Output) {})
	logger.Configure(node, logger.Options{})
	code.Of(node).Define(quietModule())
	_ = node.Run(context.Background(), func() bool { return false })
	atFirst := node.Left()

	l := &lives{random: rand.New(rand.NewPCG(1, 2))}
	node.Spawn(func(self *process.Process) error {
		self.SetTrapExit(true)
		for l.count < 10_000 {
			l.spawn(self)
			if l.random.IntN(10) == 0 {
				self.Sleep(5 * time.Millisecond)
			}
		}
		return nil
	}, process.SpawnOptions{})
	if err := node.Run(context.Background(), func() bool { return false }); err != process.ErrIdle {
		t.Fatalf("Run = %v", err)
	}

	for what, n := range node.Left() {
		if n != atFirst[what] {
			t.Errorf("%d %s are left, %d were there at first", n, what, atFirst[what])
		}
	}
	if node.Spares() > process.MaxSpares {
		t.Errorf("%d coroutines are kept, at most %d should be", node.Spares(), process.MaxSpares)
	}
	if live := runtime.NumGoroutine() - before; live > node.Spares()+3 {
		t.Errorf("%d goroutines are left with %d spare coroutines", live, node.Spares())
	}
	node.Close()
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("%d goroutines after Close, %d before", runtime.NumGoroutine(), before)
}
