package process

import (
	"fmt"
	"runtime"
	"runtime/metrics"

	"gex/runtime/exception"
)

// defaultMemoryBudget is what Options.MemoryBudget is if it is not set.
const defaultMemoryBudget = 1 << 30

// memory watches how much memory the program uses. A process that makes more
// and more of it is found at the end of its slice, while the Go runtime can
// still give memory to others; a fault of the machine could not be survived.
type memory struct {
	budget uint64
	sample [1]metrics.Sample
}

// exceeded reports whether more than the budget is in use, garbage left out.
func (m *memory) exceeded() bool {
	if m.inUse() <= m.budget {
		return false
	}
	runtime.GC()
	return m.inUse() > m.budget
}

func (m *memory) inUse() uint64 {
	m.sample[0].Name = "/memory/classes/heap/objects:bytes"
	metrics.Read(m.sample[:])
	return m.sample[0].Value.Uint64()
}

// outOfMemory is the exception of the process that used too much.
func outOfMemory(budget uint64) *exception.Error {
	return exception.New("SystemLimitError",
		fmt.Sprintf("a system limit has been reached: more than %d MiB of memory are in use", budget>>20))
}

// Reserve is asked before something large is made at once: it returns an
// exception if count times size bytes are more than the node's budget, which
// the end of the slice would notice too late. A negative count is none.
func (p *Process) Reserve(count, size int) error {
	if count <= 0 || size <= 0 {
		return nil
	}
	budget := p.node.memory.budget
	if uint64(count) > budget/uint64(size) {
		return outOfMemory(budget)
	}
	return nil
}
