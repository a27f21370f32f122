package gosrc

import (
	"context"
	"testing"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// A function of the learner that hung in compiled code and was given up does
// nothing more when that returns, in whatever way it goes on.
func TestStrayDoesNothing(t *testing.T) {
	share := setting("GEX_SHARE", 1)
	for i, next := range []string{
		"Send(Self(), 1)", "c <- 1", "<-full", "close(c)", "mu.Lock()", "wg.Add(1)", "time.Sleep(1)", "fmt.Println(1)", "go func() {}()", "for {}",
		"time.AfterFunc(0, func() {})", "time.After(1)", "down(100)", "defer func() { done++ }(); panic(1)", "select { case c <- 1: default: }",
		"GenServer.Call(Self(), 1)", "func() { defer func() { recover(); done++ }(); Self() }()", "once.Do(func() {})", "panic(1)",
		"context.WithTimeout(context.Background(), 1)", "MakeRef()", "Spawn(func() {})", "time.NewTicker(1)", "cond.Signal()", "time.Now()",
	} {
		if i%share == 0 {
			stray(t, next)
		}
	}
}

// stray lets a function hang, has it given up, and goes on with it while another
// process is running.
func stray(t *testing.T, next string) {
	t.Helper()
	s := newSession(t)
	s.node = process.NewNode(process.Options{})
	t.Cleanup(s.node.Close)
	s.unit = New(s.node)
	s.mustDefine(`
var (
	done int
	c, full = make(chan int, 1), make(chan int, 1)
	mu sync.Mutex
	wg sync.WaitGroup
	once sync.Once
	cond = sync.NewCond(&mu)
)

func down(n int) {
	if n > 0 {
		down(n - 1)
	}
}
func F(hang func()) { full <- 1; hang(); ` + next + `; done++ }
func Done() bool { return done > 0 || len(c) > 0 || len(full) == 0 || !mu.TryLock() }
var _ = []any{context.Background, time.Now}`)
	s.node.OnCrash(func(_ *process.Process, err *exception.Error) { t.Errorf("%s: the crash %v was reported", next, err) })
	started, release, returned := make(chan bool), make(chan bool), make(chan bool)
	hang := &term.Fun{Name: "hang", Code: process.Func(func(*process.Process, []term.Term) (term.Term, error) {
		close(started)
		<-release
		return term.OK, nil
	})}
	gone := false
	hung := s.node.Spawn(func(self *process.Process) error {
		defer close(returned)
		_, err := code.Apply(self, FunctionsModule, "f", hang)
		return err
	}, process.SpawnOptions{})
	hung.AtExit(func() { gone = true })
	go func() { <-started; s.node.Interrupt(hung) }()
	if err := s.node.Run(context.Background(), func() bool { return gone }); err != nil {
		t.Fatal(err)
	}
	acted, err := s.run(func(self *process.Process) (term.Term, error) {
		close(release)
		<-returned
		return s.callGo(self, "done")
	})
	if err != nil || acted != term.Term(term.False) {
		t.Errorf("%s: the stray process went on: %s, %v", next, show(acted), err)
	}
	if _, timers := s.node.UntilNext(); timers || len(s.node.Processes()) > 0 {
		t.Errorf("%s: %d processes are left, timers %v", next, len(s.node.Processes()), timers)
	}
}
