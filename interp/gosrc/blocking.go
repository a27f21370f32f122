package gosrc

import (
	"fmt"
	"reflect"
	"slices"

	"gex/runtime/otp"
	"gex/runtime/process"
)

// This file is the compiled side of lowerChannels. Goroutines take turns on the
// node, so a channel is only the buffer of one: who waits at it, waits here.

// waiter is a process or goroutine that waits in a select.
type waiter struct {
	process *process.Process
	cases   []reflect.SelectCase
	chosen  int
	value   reflect.Value // what it received
	ok      bool
	closed  bool // its channel was closed while it was sending
	done    bool
}

// place is a waiter with the case of its that waits at a channel.
type place struct {
	waiter *waiter
	index  int
}

// queue is who waits at a channel, in order of arrival.
type queue []place

// pop takes the first waiter in the direction out of the queue of a channel.
func (s *supportFunctions) pop(c reflect.Value, dir reflect.SelectDir) (place, bool) {
	key := c.Pointer()
	for i, p := range s.queues[key] {
		if p.waiter.cases[p.index].Dir == dir && !p.waiter.done {
			s.queues[key] = slices.Delete(s.queues[key], i, i+1)
			return p, true
		}
	}
	return place{}, false
}

// finish lets a waiter go on with what has come of its case.
func (p place) finish(value reflect.Value, ok bool) {
	w := p.waiter
	w.chosen, w.value, w.ok, w.done = p.index, value, ok, true
	w.process.Wake()
}

// join puts a waiter into the queues of its channels, leave takes it out.
func (s *supportFunctions) join(w *waiter) {
	for i, c := range w.cases {
		if c.Chan.IsValid() && !c.Chan.IsNil() {
			s.queues[c.Chan.Pointer()] = append(s.queues[c.Chan.Pointer()], place{w, i})
		}
	}
}

func (s *supportFunctions) leave(w *waiter) {
	for _, c := range w.cases {
		if !c.Chan.IsValid() || c.Chan.IsNil() {
			continue
		}
		key := c.Chan.Pointer()
		left := slices.DeleteFunc(s.queues[key], func(p place) bool { return p.waiter == w })
		if s.queues[key] = left; len(left) == 0 {
			delete(s.queues, key)
		}
	}
}

// try does what a case asks for if that is possible now.
func (s *supportFunctions) try(c reflect.SelectCase) (value reflect.Value, ok, done bool) {
	switch {
	case !c.Chan.IsValid() || c.Chan.IsNil():
		return value, false, false
	case c.Dir == reflect.SelectSend:
		return value, false, s.trySend(c)
	}
	if value, ok = c.Chan.TryRecv(); value.IsValid() {
		if sender, waits := s.pop(c.Chan, reflect.SelectSend); ok && waits {
			held := sender.waiter.cases[sender.index] // c.Chan may be for receiving only
			held.Chan.TrySend(held.Send)
			sender.finish(reflect.Value{}, false)
		}
		return value, ok, true
	}
	sender, waits := s.pop(c.Chan, reflect.SelectSend)
	if !waits {
		return value, false, false
	}
	sender.finish(reflect.Value{}, false)
	return sender.waiter.cases[sender.index].Send, true, true
}

func (s *supportFunctions) trySend(c reflect.SelectCase) bool {
	if receiver, waits := s.pop(c.Chan, reflect.SelectRecv); waits {
		receiver.finish(c.Send, true)
		return true
	}
	return c.Chan.TrySend(c.Send)
}

// receive is <-c, send is c <- v.
func (s *supportFunctions) receive(c any, line int) (value any, ok bool) {
	_, value, ok = s.choose(true, line, receiveCase(c))
	return value, ok
}

func (s *supportFunctions) send(c, v any, line int) { s.choose(true, line, sendCase(c, v)) }

func receiveCase(c any) reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)}
}

func sendCase(c, v any) reflect.SelectCase {
	channel := reflect.ValueOf(c)
	value := reflect.ValueOf(v)
	if element := channel.Type().Elem(); v == nil {
		value = reflect.Zero(element)
	} else if element.Kind() != reflect.Interface {
		value = value.Convert(element)
	}
	return reflect.SelectCase{Dir: reflect.SelectSend, Chan: channel, Send: value}
}

// noCase stands in the place of default.
func noCase() reflect.SelectCase { return reflect.SelectCase{Dir: reflect.SelectRecv} }

// choose is select: it returns the index of the case that was ready, -1 if
// none was and it is not blocking, and what was received.
func (s *supportFunctions) choose(blocking bool, line int, cases ...reflect.SelectCase) (int, any, bool) {
	defer faultAt(line)
	s.checkAlive()
	first := 0
	if len(cases) > 1 {
		first = s.random().Intn(len(cases))
	}
	for i := range cases {
		chosen := (first + i) % len(cases)
		if value, ok, done := s.try(cases[chosen]); done {
			return chosen, content(value), ok
		}
	}
	if !blocking {
		return -1, nil, false
	}
	w := &waiter{process: s.current(), cases: cases}
	s.join(w)
	defer s.leave(w)
	w.process.AwaitOther(waitsAt(cases, line), func() bool { return w.done })
	if w.closed {
		panic(otp.PlainError("send on closed channel"))
	}
	return w.chosen, content(w.value), w.ok
}

func content(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}

// close is the builtin: who waits to receive gets nothing, who waits to send
// fails.
func (s *supportFunctions) close(c any, line int) {
	defer faultAt(line)
	s.checkAlive()
	channel := reflect.ValueOf(c)
	channel.Close()
	for {
		p, waits := s.pop(channel, reflect.SelectRecv)
		if !waits {
			break
		}
		p.finish(reflect.Zero(channel.Type().Elem()), false)
	}
	for {
		p, waits := s.pop(channel, reflect.SelectSend)
		if !waits {
			return
		}
		p.waiter.closed = true
		p.finish(reflect.Value{}, false)
	}
}

// forever is select {}.
func (s *supportFunctions) forever(line int) {
	s.current().AwaitOther(wait{"in a select without cases", line}, nil)
}

// current is the process or goroutine that runs.
func (s *supportFunctions) current() *process.Process {
	if p := s.api.Node().Current(); p != nil {
		return p
	}
	panic(otp.RuntimeError("no process is running that could wait"))
}

// checkAlive keeps code of a process that was given up from going on.
func (s *supportFunctions) checkAlive() { s.api.Node().CheckAlive() }

// faultAt gives a panic of a deferring function the line it comes from.
func faultAt(line int) {
	switch r := recover().(type) {
	case nil:
	case otp.Fault:
		panic(r)
	default:
		if process.IsKernelPanic(r) {
			panic(r)
		}
		panic(otp.Fault{Value: r, Line: line})
	}
}

// wait is what a goroutine waits for, and where.
type wait struct {
	what string
	line int
}

// String says it as in a report.
func (w wait) String() string { return fmt.Sprintf("%s at iex:%d", w.what, w.line) }

// waitsAt says what somebody waits for in a select.
func waitsAt(cases []reflect.SelectCase, line int) wait {
	if len(cases) > 1 {
		return wait{"in a select", line}
	}
	what := "to receive from a channel"
	if cases[0].Dir == reflect.SelectSend {
		what = "to send to a channel"
	}
	if cases[0].Chan.IsNil() {
		what += " that is nil"
	}
	return wait{what, line}
}

// waitingSymbols are what code calls that may wait.
func (s *supportFunctions) waitingSymbols() map[string]reflect.Value {
	return map[string]reflect.Value{
		"Close":            reflect.ValueOf(s.close),
		"Lock":             reflect.ValueOf(s.lock),
		"Unlock":           reflect.ValueOf(s.unlock),
		"ReadLock":         reflect.ValueOf(s.readLock),
		"ReadUnlock":       reflect.ValueOf(s.readUnlock),
		"RLocker":          reflect.ValueOf(readLockerOf),
		"Add":              reflect.ValueOf(s.add),
		"Done":             reflect.ValueOf(s.done),
		"WaitGroup":        reflect.ValueOf(s.waitGroup),
		"GoIn":             reflect.ValueOf(s.goIn),
		"Once":             reflect.ValueOf(s.once),
		"CondWait":         reflect.ValueOf(s.condWait),
		"Signal":           reflect.ValueOf(s.signal),
		"Broadcast":        reflect.ValueOf(s.broadcast),
		"StopTimer":        reflect.ValueOf(s.stopTimer),
		"StopTicker":       reflect.ValueOf(s.stopTicker),
		"ResetTimer":       reflect.ValueOf(s.resetTimer),
		"ResetTicker":      reflect.ValueOf(s.resetTicker),
		"StopTimerLater":   reflect.ValueOf(stopTimerLater),
		"ResetTimerLater":  reflect.ValueOf(resetTimerLater),
		"ResetTickerLater": reflect.ValueOf(resetTickerLater),
		"Bind":             reflect.ValueOf(bind),
		"BindAdd":          reflect.ValueOf(bindAdd),
		"BindFunc":         reflect.ValueOf(bindFunc),
		"Receive":          reflect.ValueOf(s.receive),
		"Send":             reflect.ValueOf(s.send),
		"Select":           reflect.ValueOf(s.choose),
		"ReceiveCase":      reflect.ValueOf(receiveCase),
		"SendCase":         reflect.ValueOf(sendCase),
		"NoCase":           reflect.ValueOf(noCase),
		"Forever":          reflect.ValueOf(s.forever),
	}
}
