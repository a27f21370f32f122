package otp

import (
	"context"
	"runtime/pprof"
	"time"
	"unsafe" // for linkname

	"gex/runtime/ioserver"
)

// label returns the profiler label of the calling goroutine, which goroutines
// that it starts inherit. It takes a nanosecond, where asking for the number of
// a goroutine takes microseconds.
//
//go:linkname label runtime/pprof.runtime_getProfLabel
func label() unsafe.Pointer

// Goroutine calls f as the goroutine of a go statement: one that is no
// process. In it, and in goroutines that it starts, functions that act for a
// process fail; printing and sleeping work.
func (a *API) Goroutine(f func()) {
	pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), pprof.Labels("gex", "go statement")))
	f()
}

// InGoroutine reports whether the caller runs in a go statement. Goroutines of
// the node have no label.
func (a *API) InGoroutine() bool { return label() != nil }

// printFromGoroutine prints when the node comes to it.
func (a *API) printFromGoroutine(text string) {
	a.node.Post(func() { ioserver.Write(a.node, ioserver.Output{Kind: ioserver.User, Text: text}) })
}

// sleepInGoroutine waits without the node, which may be waiting for the
// goroutine; on a virtual clock it takes no time.
func (a *API) sleepInGoroutine(d time.Duration) {
	if a.node.Virtual() {
		d = 0
	}
	<-time.After(d)
}
