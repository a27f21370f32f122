package gosrc

import (
	"runtime"
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
