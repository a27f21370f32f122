package exunit

import (
	"strings"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

const testTimeout = 60 * time.Second

// outcome is what came of a test.
type outcome struct {
	done bool
	err  error
	// exit is set when the test process was taken down.
	exit term.Term
	pid  term.PID
}

// counts are the numbers of a run.
type counts struct {
	total, failures, invalid, skipped int
	kinds                             map[term.Atom]int
	order                             []term.Atom
	async, sync                       time.Duration
}

// run is ExUnit.run/0,1. It blocks until all tests have ended.
func (u *Unit) run(self *process.Process, a []term.Term) (term.Term, error) {
	again := map[term.Atom]bool{}
	for m := range term.Elements(a[0]) {
		if name, ok := m.(term.Atom); ok {
			again[name] = true
		}
	}
	began := self.Node().Now()
	c := &counts{kinds: map[term.Atom]int{}}
	for _, async := range []bool{true, false} {
		part := self.Node().Now()
		for _, tests := range u.cases {
			if tests.async == async && (!tests.ran || again[tests.module]) {
				tests.ran = true
				u.runCase(self, tests, c)
			}
		}
		if async {
			c.async = self.Node().Now() - part
		} else {
			c.sync = self.Node().Now() - part
		}
	}
	u.print(self, c.summary(self.Node().Now()-began))
	return term.NewMap(
		term.Pair{Key: term.Atom("excluded"), Value: term.Int(0)},
		term.Pair{Key: term.Atom("failures"), Value: term.Int(c.failures + c.invalid)},
		term.Pair{Key: term.Atom("skipped"), Value: term.Int(c.skipped)},
		term.Pair{Key: term.Atom("total"), Value: term.Int(c.total)}), nil
}

// runCase runs the tests of a module. What setup_all starts belongs to a
// process that lives as long as they run.
func (u *Unit) runCase(self *process.Process, tests *testCase, c *counts) {
	var shared *term.Map
	all := &outcome{}
	owner := self.Spawn(func(owner *process.Process) error {
		all.pid = owner.PID()
		shared, all.err = u.runCallbacks(owner, tests, tests.setupAll, "", caseContext(tests))
		all.done = true
		if all.err == nil {
			self.Send(self.PID(), term.Tuple{caseReady, owner.PID()})
			owner.Receive(func(m term.Term) bool { return m == term.Term(caseDone) })
		}
		return exception.Exit(term.Atom("shutdown"))
	}, process.SpawnOptions{Monitor: true})
	pid := owner.PID()
	message := self.Receive(func(m term.Term) bool {
		return process.IsDown(m, owner.Monitor) || term.Tag(m, 2) == caseReady && m.(term.Tuple)[1] == term.Term(pid)
	})
	ready := term.Tag(message, 2) == caseReady
	if !ready && !all.done {
		all.exit = message.(term.Tuple)[4]
	}
	due := u.due(self, tests, c)
	if !ready {
		c.invalid += len(due)
		u.print(self, strings.Repeat("?", len(due))+u.invalid(tests, all, c.failures))
		due = nil
	}
	for _, t := range due {
		u.runTest(self, tests, t, shared, c)
	}
	if ready {
		self.Send(pid, caseDone)
		self.Receive(func(m term.Term) bool { return process.IsDown(m, owner.Monitor) })
	}
	u.clean(self, pid, &outcome{})
}

// due are the tests that are not skipped, which a star tells.
func (u *Unit) due(self *process.Process, tests *testCase, c *counts) []*test {
	var due []*test
	for _, t := range tests.tests {
		c.count(t)
		if u.skipped(t) {
			c.skipped++
			u.print(self, "*")
			continue
		}
		due = append(due, t)
	}
	return due
}

const (
	caseReady = term.Atom("$ex_unit_case_ready")
	caseDone  = term.Atom("$ex_unit_case_done")
)

func (u *Unit) skipped(t *test) bool {
	skip, ok := t.tags.Get(term.Atom("skip"))
	return ok && truthy(skip)
}

// runTest runs a test in a process of its own, and prints a dot or the failure.
func (u *Unit) runTest(self *process.Process, tests *testCase, t *test, shared *term.Map, c *counts) {
	quiet := u.capturing(self, t)
	o := &outcome{}
	p := self.Spawn(func(p *process.Process) error {
		o.err = u.testBody(p, tests, t, shared)
		o.done = true
		return exception.Exit(term.Atom("shutdown"))
	}, process.SpawnOptions{Monitor: true})
	o.pid = p.PID()
	message, ok := self.ReceiveTimeout(func(m term.Term) bool { return process.IsDown(m, p.Monitor) }, testTimeout)
	switch {
	case !ok:
		o.done, o.err = true, exception.New("ExUnit.TimeoutError", "test timed out after 60000ms.")
		self.Exit(o.pid, term.Atom("kill"))
		self.Receive(func(m term.Term) bool { return process.IsDown(m, p.Monitor) })
	case !o.done:
		o.exit = message.(term.Tuple)[4]
	}
	u.clean(self, o.pid, o)
	quiet()
	if o.err == nil && o.exit == nil {
		u.print(self, ".")
		return
	}
	c.failures++
	u.print(self, u.failure(tests, t, o, c.failures))
}

// clean does what a process has left, in a process of its own.
func (u *Unit) clean(self *process.Process, pid term.PID, o *outcome) {
	if u.left[pid] == nil {
		return
	}
	p := self.Spawn(func(p *process.Process) error {
		if err := u.cleanUp(p, pid); err != nil && o.err == nil {
			o.err = err
		}
		return nil
	}, process.SpawnOptions{Monitor: true})
	self.Receive(func(m term.Term) bool { return process.IsDown(m, p.Monitor) })
}

// capturing keeps log lines away while a test with the tag capture_log runs.
func (u *Unit) capturing(self *process.Process, t *test) (restore func()) {
	if tag, ok := t.tags.Get(term.Atom("capture_log")); !ok || !truthy(tag) {
		return func() {}
	}
	settings := logger.Settings(self.Node())
	before := settings.Off
	settings.Off = true
	return func() { settings.Off = before }
}

func caseContext(tests *testCase) *term.Map {
	return term.NewMap(
		term.Pair{Key: term.Atom("async"), Value: boolean(tests.async)},
		term.Pair{Key: term.Atom("case"), Value: tests.module},
		term.Pair{Key: term.Atom("module"), Value: tests.module})
}

// testBody runs the callbacks and the test itself.
func (u *Unit) testBody(p *process.Process, tests *testCase, t *test, shared *term.Map) error {
	context := merged(t.tags, shared)
	group, groupLine := term.Term(term.Nil), term.Term(term.Nil)
	if t.group != "" {
		group = term.Binary(t.group)
	}
	for key, value := range map[term.Atom]term.Term{
		"describe": group, "describe_line": groupLine, "file": term.Binary(t.file), "line": term.Int(t.line),
		"registered": term.NewMap(), "test": term.Atom(t.name), "test_type": t.kind,
	} {
		context = context.Put(key, value)
	}
	context, err := u.runCallbacks(p, tests, tests.setups, t.group, context)
	if err != nil {
		return err
	}
	_, err = code.Apply(p, tests.module, t.function, context)
	return err
}

// mergeFrame is where ExUnit refuses what a callback returned.
var mergeFrame = exception.Frame{Module: callbacks, Function: "raise_merge_failed!", Arity: 2, File: "lib/ex_unit/callbacks.ex", Line: 685}

// runCallbacks runs those of all groups and of one, in order; what they return
// is merged into the context.
func (u *Unit) runCallbacks(p *process.Process, tests *testCase, list []callback, group string, context *term.Map) (*term.Map, error) {
	for _, own := range []bool{false, true} {
		for _, cb := range list {
			if own != (cb.group != "") || cb.group != "" && cb.group != group {
				continue
			}
			value, err := code.Apply(p, tests.module, cb.function, context)
			if err != nil {
				return nil, err
			}
			next, ok := mergedResult(context, value)
			if !ok {
				return nil, exception.New("RuntimeError", "expected ExUnit callback in "+shown(tests.module)+
					" to return :ok | keyword | map, got "+u.inspect(value)+" instead").In(mergeFrame)
			}
			context = next
		}
	}
	return context, nil
}

// mergedResult merges what a callback returned: :ok, a keyword list or map, or
// {:ok, one of these}.
func mergedResult(context *term.Map, value term.Term) (*term.Map, bool) {
	if value == term.Term(term.OK) {
		return context, true
	}
	if term.Tag(value, 2) == "ok" {
		value = value.(term.Tuple)[1]
	}
	if _, ok := value.(*term.Map); !ok && !term.IsList(value) {
		return nil, false
	}
	return merged(context, value), true
}

// merged puts the pairs of a keyword list or map into a map.
func merged(m *term.Map, more term.Term) *term.Map {
	if other, ok := more.(*term.Map); ok {
		for _, p := range other.Pairs() {
			m = m.Put(p.Key, p.Value)
		}
		return m
	}
	for e := range term.Elements(more) {
		if pair, ok := e.(term.Tuple); ok && len(pair) == 2 {
			m = m.Put(pair[0], pair[1])
		}
	}
	return m
}
