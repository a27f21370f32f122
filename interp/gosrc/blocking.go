package gosrc

import (
	"reflect"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"gex/runtime/process"
)

// This file is the compiled side of lowerChannels.

// pollInterval is how long a process sleeps between two looks at something
// that only host code can tell.
const pollInterval = time.Millisecond

// block calls what may block in a goroutine of its own, while the process
// waits as processes do. In a go statement it just calls it.
func (s *supportFunctions) block(f func()) {
	self := s.waiting()
	if self == nil {
		f()
		return
	}
	var done atomic.Bool
	var failure any
	go func() {
		defer func() {
			failure = recover()
			done.Store(true)
			s.api.Node().Post(self.Wake)
		}()
		s.api.Goroutine(f)
	}()
	if s.api.Node().Virtual() {
		for !done.Load() {
			s.pause()
		}
	} else {
		self.Await(done.Load)
	}
	if failure != nil {
		panic(failure)
	}
}

// waiting returns the process that would wait, or nil in a go statement.
func (s *supportFunctions) waiting() *process.Process {
	if s.api.InGoroutine() {
		return nil
	}
	return s.api.Node().Current()
}

// receive is <-c.
func (s *supportFunctions) receive(c any) (value any, ok bool) {
	_, value, ok = s.choose(true, receiveCase(c))
	return value, ok
}

// send is c <- v.
func (s *supportFunctions) send(c, v any) { s.choose(true, sendCase(c, v)) }

func receiveCase(c any) reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)}
}

func sendCase(c, v any) reflect.SelectCase {
	channel := reflect.ValueOf(c)
	value := reflect.ValueOf(v)
	if v == nil {
		value = reflect.Zero(channel.Type().Elem())
	}
	return reflect.SelectCase{Dir: reflect.SelectSend, Chan: channel, Send: value}
}

// noCase stands in the place of default.
func noCase() reflect.SelectCase { return reflect.SelectCase{Dir: reflect.SelectRecv} }

// choose is select: it returns the index of the case that was ready, -1 if
// none was and it is not blocking, and what was received.
func (s *supportFunctions) choose(blocking bool, cases ...reflect.SelectCase) (int, any, bool) {
	try := append(slices.Clone(cases), reflect.SelectCase{Dir: reflect.SelectDefault})
	chosen, value, ok := reflect.Select(try)
	switch {
	case chosen < len(cases):
	case !blocking:
		return -1, nil, false
	default:
		s.block(func() { chosen, value, ok = reflect.Select(cases) })
	}
	if !value.IsValid() {
		return chosen, nil, ok
	}
	return chosen, value.Interface(), ok
}

// pause lets others run before something is tried again.
func (s *supportFunctions) pause() {
	runtime.Gosched()
	if self := s.waiting(); self != nil {
		self.Sleep(pollInterval)
		return
	}
	<-time.After(pollInterval)
}

// lock tries until it has a lock.
func (s *supportFunctions) lock(try func() bool) {
	for !try() {
		s.pause()
	}
}

// forever is select {}.
func (s *supportFunctions) forever() {
	if self := s.waiting(); self != nil {
		self.Sleep(process.Forever)
	}
	select {}
}
