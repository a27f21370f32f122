package gosrc

import (
	"reflect"
	"slices"
	"sync"

	"gex/runtime/otp"
	"gex/runtime/process"
)

// This file is the compiled side of lowerSync: what package sync does for
// goroutines that take turns on a node. The state is that of package sync's own
// values, so that copies and zero values mean what they mean there; who waits is
// kept here. What ends a compiled program, as the unlock of an unlocked mutex
// does, is a panic.

// await waits until ready reports true, which a wake of the same object may
// bring about.
func (s *supportFunctions) await(object any, what string, line int, ready func() bool) {
	s.checkAlive()
	if ready() {
		return
	}
	self := s.current()
	s.sleepers[object] = append(s.sleepers[object], self)
	defer func() {
		s.sleepers[object] = slices.DeleteFunc(s.sleepers[object], func(p *process.Process) bool { return p == self })
		if len(s.sleepers[object]) == 0 {
			delete(s.sleepers, object)
		}
	}()
	self.AwaitOther(wait{what, line}, ready)
}

// wake has those that wait for something of the object look again.
func (s *supportFunctions) wake(object any) {
	s.checkAlive()
	for _, p := range s.sleepers[object] {
		p.Wake()
	}
}

// readLocker is what RLocker returns.
type readLocker struct{ mu *sync.RWMutex }

// Lock implements sync.Locker. Lowered code calls support.lock instead.
func (l readLocker) Lock() { l.mu.RLock() }

// Unlock implements sync.Locker.
func (l readLocker) Unlock() { l.mu.RUnlock() }

func readLockerOf(mu *sync.RWMutex) sync.Locker { return readLocker{mu} }

// lock is Lock of a Mutex, RWMutex or Locker.
func (s *supportFunctions) lock(l any, line int) {
	switch l := l.(type) {
	case *sync.Mutex:
		s.await(l, "to lock a mutex", line, l.TryLock)
	case *sync.RWMutex:
		s.await(l, "to lock a mutex", line, l.TryLock)
	case readLocker:
		s.readLock(l.mu, line)
	case sync.Locker:
		l.Lock()
	default:
		panic(nilPointer(line))
	}
}

// unlock is Unlock.
func (s *supportFunctions) unlock(l any, line int) {
	s.checkAlive()
	switch l := l.(type) {
	case *sync.Mutex:
		if l.TryLock() {
			l.Unlock()
			panic(unlocked("unlock of unlocked mutex", line))
		}
		l.Unlock()
	case *sync.RWMutex:
		if l.TryRLock() {
			l.RUnlock()
			panic(unlocked("Unlock of unlocked RWMutex", line))
		}
		l.Unlock()
	case readLocker:
		s.readUnlock(l.mu, line)
		return
	case sync.Locker:
		l.Unlock()
		return
	default:
		panic(nilPointer(line))
	}
	s.wake(l)
}

func (s *supportFunctions) readLock(mu *sync.RWMutex, line int) {
	s.await(mu, "to lock a mutex for reading", line, mu.TryRLock)
}

func (s *supportFunctions) readUnlock(mu *sync.RWMutex, line int) {
	s.checkAlive()
	if !mu.TryRLock() {
		panic(unlocked("RUnlock of unlocked RWMutex", line))
	}
	mu.RUnlock()
	if mu.TryLock() {
		mu.Unlock()
		panic(unlocked("RUnlock of unlocked RWMutex", line))
	}
	mu.RUnlock()
	s.wake(mu)
}

func unlocked(what string, line int) otp.Fault {
	return otp.Fault{Value: otp.PlainError("fatal error: sync: " + what), Line: line}
}

func nilPointer(line int) otp.Fault {
	return otp.Fault{Value: otp.RuntimeError("invalid memory address or nil pointer dereference"), Line: line}
}

// internal reads a number inside a value of package sync.
func internal(pointer any, path ...string) uint64 {
	v := reflect.ValueOf(pointer).Elem()
	for _, name := range path {
		v = v.FieldByName(name)
	}
	return v.Uint()
}

// count is the counter of a WaitGroup.
func count(wg *sync.WaitGroup) uint64 { return internal(wg, "state", "v") >> 32 }

func (s *supportFunctions) add(wg *sync.WaitGroup, n, line int) {
	defer faultAt(line)
	s.checkAlive()
	wg.Add(n)
	if count(wg) == 0 {
		s.wake(wg)
	}
}

func (s *supportFunctions) done(wg *sync.WaitGroup, line int) { s.add(wg, -1, line) }

func (s *supportFunctions) waitGroup(wg *sync.WaitGroup, line int) {
	s.await(wg, "for a WaitGroup", line, func() bool { return count(wg) == 0 })
}

// goIn is Go of a WaitGroup.
func (s *supportFunctions) goIn(wg *sync.WaitGroup, f func(), line int) {
	s.add(wg, 1, line)
	s.run(func() {
		f()
		s.done(wg, line)
	}, line)
}

// once is Do of a Once. While the function runs, others wait for it.
func (s *supportFunctions) once(o *sync.Once, f func(), line int) {
	isDone := func() bool { return internal(o, "done", "v") != 0 }
	s.await(o, "for a Once", line, func() bool { return isDone() || !s.doing[o] })
	if isDone() {
		return
	}
	s.doing[o] = true
	defer func() {
		o.Do(func() {})
		delete(s.doing, o)
		s.wake(o)
	}()
	f()
}

// onceFunc is sync.OnceFunc.
func (s *supportFunctions) onceFunc(f func()) func() {
	o := &sync.Once{}
	return func() { s.once(o, f, 0) }
}

// signals counts what waits at a Cond: who came with a smaller number than
// passed may go.
type signals struct{ next, passed int }

func (s *supportFunctions) condWait(c *sync.Cond, line int) {
	s.checkAlive()
	if s.conds[c] == nil {
		s.conds[c] = &signals{}
	}
	state := s.conds[c]
	ticket := state.next
	state.next++
	s.unlock(c.L, line)
	defer func() {
		if len(s.sleepers[c]) == 0 {
			delete(s.conds, c)
		}
	}()
	s.await(c, "for a Cond", line, func() bool { return ticket < state.passed })
	s.lock(c.L, line)
}

func (s *supportFunctions) signal(c *sync.Cond, _ int) {
	s.checkAlive()
	if state := s.conds[c]; state != nil && state.passed < state.next {
		state.passed++
		s.wake(c)
	}
}

func (s *supportFunctions) broadcast(c *sync.Cond, _ int) {
	s.checkAlive()
	if state := s.conds[c]; state != nil {
		state.passed = state.next
		s.wake(c)
	}
}

// bind is a method as a value: f with its receiver and its line.
func bind(f any, receiver any, line int) func() {
	call := reflect.ValueOf(f)
	return func() { call.Call([]reflect.Value{reflect.ValueOf(receiver), reflect.ValueOf(line)}) }
}

func bindAdd(f func(*sync.WaitGroup, int, int), wg *sync.WaitGroup, line int) func(int) {
	return func(n int) { f(wg, n, line) }
}

func bindFunc(f any, receiver any, line int) func(func()) {
	call := reflect.ValueOf(f)
	return func(do func()) {
		call.Call([]reflect.Value{reflect.ValueOf(receiver), reflect.ValueOf(do), reflect.ValueOf(line)})
	}
}
