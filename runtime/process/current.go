//go:build !race

package process

import (
	"sync/atomic"
	"unsafe"
)

// current is the process that is running. The node's goroutine stores it twice
// in each turn; another one, the owner, loads it only to abandon a process that
// has been running for half a second. A plain store of a pointer is enough for
// that, and an atomic one, which waits until all earlier stores have reached
// the memory, was measured to take a third of a message between servers. The
// race detector wants it: see current_race.go.
type current struct{ process *Process }

func (c *current) store(p *Process) { c.process = p }

func (c *current) load() *Process {
	return (*Process)(atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(&c.process))))
}
