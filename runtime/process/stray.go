package process

import (
	"context"
	"runtime/pprof"
	"slices"
	"sync/atomic"
	"unsafe"
)

// This file keeps a coroutine that was given up, since its process hung in host
// code, from acting as another process when that code returns. Functions that
// are given their process see that it is gone; who asks which process is running
// must be told that it is none. So coroutines have labels, which goroutines that
// are started on them share: package pprof sets them, and reading one is a load.

// strays are the coroutines that were given up and have not come to their end.
type strays struct {
	labels atomic.Pointer[[]unsafe.Pointer]
}

// label gives the coroutine that calls it a label of its own.
func (c *coroutine) label() {
	pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), noLabels))
	c.labeled = goroutineLabel()
}

var noLabels = pprof.Labels()

//go:linkname goroutineLabel runtime/pprof.runtime_getProfLabel
func goroutineLabel() unsafe.Pointer

// add makes a coroutine a stray one.
func (s *strays) add(c *coroutine) {
	s.change(func(labels []unsafe.Pointer) []unsafe.Pointer { return append(labels, c.labeled) })
}

// remove forgets one that has come to its end.
func (s *strays) remove(c *coroutine) {
	s.change(func(labels []unsafe.Pointer) []unsafe.Pointer {
		return slices.DeleteFunc(labels, func(label unsafe.Pointer) bool { return label == c.labeled })
	})
}

func (s *strays) change(by func([]unsafe.Pointer) []unsafe.Pointer) {
	for {
		known := s.labels.Load()
		var labels []unsafe.Pointer
		if known != nil {
			labels = slices.Clone(*known)
		}
		changed := &labels
		if labels = by(labels); len(labels) == 0 {
			changed = nil
		}
		if s.labels.CompareAndSwap(known, changed) {
			return
		}
	}
}

// include reports whether the calling goroutine belongs to a stray coroutine.
func (s *strays) include() bool {
	labels := s.labels.Load()
	return labels != nil && slices.Contains(*labels, goroutineLabel())
}

// CheckAlive unwinds the calling goroutine if the node has given its process up.
// It may be called from any goroutine.
func (n *Node) CheckAlive() {
	if n.strays.include() {
		panic(killed{})
	}
}
