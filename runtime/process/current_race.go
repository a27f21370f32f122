//go:build race

package process

import "sync/atomic"

// current is the process that is running, as in current.go, for the race
// detector.
type current struct{ process atomic.Pointer[Process] }

func (c *current) store(p *Process) { c.process.Store(p) }

func (c *current) load() *Process { return c.process.Load() }
