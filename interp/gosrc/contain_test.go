package gosrc

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// What fails in learner code is an exception with the line it comes from.
func TestFailures(t *testing.T) {
	tests := []struct{ body, want string }{
		{"\tpanic(\"boom\")\n", "%RuntimeError{message: \"boom\"} at iex:2"},
		{"\tx := 1\n\tif x > 0 {\n\t\tpanic(\"boom\")\n\t}\n", "%RuntimeError{message: \"boom\"} at iex:4"},
		{"\tpanic(errors.New(\"broken\"))\n", "%RuntimeError{message: \"broken\"} at iex:2"},
		{"\tpanic(fmt.Sprintf(\"%d\", 3))\n", "%RuntimeError{message: \"3\"} at iex:2"},
		{"\tpanic(T(\"bad\", 1))\n", "{:bad, 1} at iex:2"},
		{"\tExit(\"gone\")\n", "exit \"gone\" at iex:2"},
		{"\tThrow(Atom(\"ball\"))\n", "throw :ball at iex:2"},
		{"\tRaise(\"oops\")\n", "%RuntimeError{message: \"oops\"} at iex:2"},
		{"\tvar a []int\n\t_ = a[3]\n", "%RuntimeError{message: \"index out of range [3] with length 0\"} at iex:3"},
		{"\tvar m map[string]int\n\tm[\"a\"] = 1\n", "%RuntimeError{message: \"assignment to entry in nil map\"} at iex:3"},
		{"\tzero := 0\n\t_ = 1 / zero\n", ":badarith at iex:3"},
		{"\tvar p *struct{ n int }\n\tp.n = 1\n", "%RuntimeError{message: \"invalid memory address or nil pointer dereference\"} at iex:3"},
		{"\tvar x any = 1\n\t_ = x.(string)\n", "%RuntimeError{message: \"interface conversion: interface {} is int, not string\"} at iex:3"},
		{"\tvar f func()\n\tf()\n", "%RuntimeError{message: \"invalid memory address or nil pointer dereference\"} at iex:3"},
		{"\tn := 1 << 40\n\t_ = make([]byte, n)\n", "%RuntimeError{message: \"out of memory: 1099511627776 elements of 1 bytes, the limit is 1024 MiB\"} at iex:3"},
		{"\tF()\n", "%RuntimeError{message: \"recursion too deep: more than 131072 calls; use a loop\"} at iex:1"},
		{"\tGenServer.Call(Atom(\"nobody\"), 1)\n", "exit {:noproc, {GenServer, :call, [:nobody, 1, 5000]}} at iex:2"},
		{"\tT(1, 2).At(5)\n", "%ArgumentError{message: \"tuple index 5 out of range, the tuple has 2 elements\"} at iex:2"},
		{"\tdefer func() { panic(fmt.Sprint(\"again: \", recover())) }()\n\tpanic(\"first\")\n", "%RuntimeError{message: \"again: first\"} at iex:2"},
	}
	for _, test := range tests {
		s := newSession(t)
		s.mustDefine("func F() {\n" + test.body + "}")
		_, err := s.apply("Go", "f")
		if got := failure(err); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.body, got, test.want)
		}
	}
}

// failure describes an exception and the place of its frame in Go.f/0.
func failure(err error) string {
	if err == nil {
		return "no failure"
	}
	x := exception.As(err)
	text := show(x.Reason)
	if x.Class != exception.ClassError {
		text = x.Class.String() + " " + text
	}
	for _, f := range x.Stack {
		if f.Module == FunctionsModule {
			return text + " at " + f.File + ":" + show(term.Int(f.Line))
		}
	}
	return text + " without a frame"
}

// What uses the memory up fails where it does, and cannot recover from that.
func TestMemoryFailure(t *testing.T) {
	for _, body := range []string{
		"\tl := list.New()\n\tdefer func() { recover() }()\n\tfor {\n\t\tl.PushBack(fill(nil))\n\t}\n",
		"\tl := list.New()\n\tfor {\n\n\t\tl.PushBack(fill(nil))\n\t}\n",
	} {
		s := newSession(t)
		s.smallMemory()
		s.mustDefine("func F() {\n" + body + "}\nfunc fill(x []int) []int { return append(x, make([]int, 1000)...) }")
		_, err := s.apply("Go", "f")
		if got, want := failure(err), `%SystemLimitError{message: "a system limit has been reached: more than 64 MiB of memory are in use"} at iex:5`; got != want {
			t.Errorf("%s\ngot  %s\nwant %s", body, got, want)
		}
	}
}

func TestRecover(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`func Safe(f func()) (message string) {
	defer func() {
		switch r := recover().(type) {
		case string:
			message = "string " + r
		case error:
			message = "error " + r.Error()
		case nil:
			message = "nothing"
		}
	}()
	f()
	return "unused"
}
func A() string { return Safe(func() { panic("boom") }) }
func B() string { return Safe(func() { panic(errors.New("broken")) }) }
func C() string { return Safe(func() {}) }`)
	for function, want := range map[string]string{"a": `"string boom"`, "b": `"error broken"`, "c": `"nothing"`} {
		if got, err := s.apply("Go", function); err != nil || show(got) != want {
			t.Errorf("%s() = %s, %v; want %s", function, show(got), err, want)
		}
	}
}

// for {} ends at a kill, also inside recover.
func TestKillOfLoop(t *testing.T) {
	for _, body := range []string{
		"for {}", "for { func() { defer func() { recover() }(); for {} }() }", "again: goto again", "for i := range 1 << 60 { _ = i }",
	} {
		s := newSession(t)
		s.mustDefine("func F() { " + body + " }")
		var looping *process.Process
		s.node.Spawn(func(self *process.Process) error {
			looping = self.Spawn(func(self *process.Process) error {
				_, err := s.callGo(self, "f")
				return err
			}, process.SpawnOptions{}).Process
			self.Sleep(0)
			self.Exit(looping.PID(), term.Atom("kill"))
			return nil
		}, process.SpawnOptions{})
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		err := s.node.Run(ctx, func() bool { return looping != nil && !looping.Alive() })
		cancel()
		if err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// Ctrl-C ends for {} with the exit :interrupted.
func TestInterruptOfLoop(t *testing.T) {
	s := newSession(t)
	s.mustDefine("func F() {\n\tdefer func() { recover() }()\n\tfor {\n\t}\n}")
	var failed error
	done := false
	p := s.node.Spawn(func(self *process.Process) error {
		failed = self.Guard(func() error {
			_, err := s.callGo(self, "f")
			return err
		})
		done = true
		return nil
	}, process.SpawnOptions{})
	s.node.Spawn(func(*process.Process) error {
		go s.node.Interrupt(p)
		return nil
	}, process.SpawnOptions{})
	if err := s.node.Run(context.Background(), func() bool { return done }); err != nil {
		t.Fatal(err)
	}
	if exception.ExitReason(failed) != process.Interrupted {
		t.Errorf("f() failed with %v", failed)
	}
}

func TestPrintsThroughGroupLeader(t *testing.T) {
	s := newSession(t)
	s.mustDefine("func F() { fmt.Println(\"a\", 1); fmt.Printf(\"%v\\n\", T(\"b\", \"c\")); fmt.Print(Self() == Self(), \"\\n\") }")
	if _, err := s.apply("Go", "f"); err != nil {
		t.Fatal(err)
	}
	if want := "a 1\n{:b, \"c\"}\ntrue\n"; s.out.String() != want {
		t.Errorf("printed %q, want %q", s.out.String(), want)
	}
}

// A typed parameter is a clause.
func TestTypedParameters(t *testing.T) {
	s := newSession(t)
	s.mustDefine("type Broadcast struct{ topic string }\ntype B struct{}\n" +
		"func (B) HandleEvent(ev Broadcast, log []string) Result { return OK(append(log, ev.topic)) }\n" +
		"func (B) Make(topic string) Broadcast { return Broadcast{topic} }")
	event, err := s.apply("B", "make", term.Binary("t"))
	if err != nil || show(event) != `%Broadcast{topic: "t"}` {
		t.Fatalf("make = %s, %v", show(event), err)
	}
	got, err := s.apply("B", "handle_event", event, term.List(term.Binary("a")))
	if err != nil || show(got) != `{:ok, ["a", "t"]}` {
		t.Errorf("handle_event = %s, %v", show(got), err)
	}
	_, err = s.apply("B", "handle_event", term.Atom("other"), term.Empty)
	x := exception.As(err)
	if show(x.Reason) != ":function_clause" || x.Stack[0].Function != "handle_event" ||
		!strings.HasPrefix(x.Attempted.Clauses[0], "func (B) HandleEvent(ev Broadcast, log []string) Result") {
		t.Errorf("handle_event failed with %v, %+v", err, x.Attempted)
	}
}

// A goroutine is no process, but may print, sleep and fail.
func TestGoroutines(t *testing.T) {
	tests := []struct{ body, printed, failure string }{
		{"c := make(chan int)\n\tgo func() { fmt.Println(\"in\"); time.Sleep(1); c <- 1 }()\n\ttime.Sleep(time.Second)\n\tfmt.Println(<-c)", "in\n1\n", "no failure"},
		{"c := make(chan PID)\n\tgo func() { c <- Self() }()\n\tfmt.Println(<-c == Self())", "true\n", "no failure"},
		{"c := make(chan Term)\n\tgo func() { c <- Reason(Catch(func() { Receive() })) }()\n\tfmt.Println(Inspect(<-c))", "{:EXIT, {%ArgumentError{message: \"Receive in a goroutine: messages belong to its process. Receive there and pass them through a channel, or start a process with Spawn\"}, [{:go, :\"-func/0-\", 0, [file: 'iex', line: 3]}]}}\n", "no failure"},
		{"c := make(chan int)\n\tSpawn(func() { c <- 1; c <- 2; close(c) })\n\tfor v := range c {\n\t\tfmt.Println(v)\n\t}", "1\n2\n", "no failure"},
		{"a, b := make(chan int), make(chan int)\n\tSpawn(func() { b <- 1 })\n\tselect {\n\tcase v := <-a:\n\t\tfmt.Println(v)\n\tcase v := <-b:\n\t\tfmt.Println(\"b\", v)\n\t}", "b 1\n", "no failure"},
		{"var mu sync.Mutex\n\tmu.Lock()\n\tSpawn(func() { time.Sleep(5); mu.Unlock() })\n\tmu.Lock()\n\tfmt.Println(\"locked\")", "locked\n", "no failure"},
		{"go func() { panic(\"in goroutine\") }()\n\ttime.Sleep(time.Hour)", "", ""},
	}
	for _, test := range tests {
		s := newSession(t)
		s.mustDefine("func F() {\n\t" + test.body + "\n}")
		if test.failure == "" {
			s.awaitKilled("f")
			continue
		}
		_, err := s.apply("Go", "f")
		if failure(err) != test.failure || s.out.String() != test.printed {
			t.Errorf("%s\nprinted %q, %s", test.body, s.out.String(), failure(err))
		}
	}
}

// awaitKilled calls a function in a process and waits until that is killed.
func (s *session) awaitKilled(function string) {
	s.t.Helper()
	p := s.node.Spawn(func(self *process.Process) error {
		_, err := s.callGo(self, function)
		return err
	}, process.SpawnOptions{})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for s.node.Settle(); p.Alive() && ctx.Err() == nil; s.node.Settle() {
		select {
		case <-s.node.Woken():
		case <-ctx.Done():
			s.t.Errorf("the process of %s lives on", function)
		}
	}
}
