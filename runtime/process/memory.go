package process

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/metrics"
	"time"

	"gex/runtime/exception"
)

// defaultMemoryBudget is what Options.MemoryBudget is if it is not set.
const defaultMemoryBudget = 1 << 30

// memory watches how much memory the program uses. A process that makes more
// and more of it is found at the end of its slice, while the Go runtime can
// still give memory to others; a fault of the machine could not be survived.
type memory struct {
	rest   time.Time // until when nobody is failed
	over   bool      // somebody is to be failed
	spared int       // how often that was not who looked
	budget uint64
	sample [2]metrics.Sample
}

// exceeded reports whether more than the budget is in use, garbage left out.
func (m *memory) exceeded() bool {
	if m.inUse() <= m.budget {
		m.over = false
		return false
	}
	before := time.Now()
	if m.over || before.Before(m.rest) {
		return m.over
	}
	runtime.GC()
	after := time.Now()
	m.rest = after.Add(restAfter * after.Sub(before))
	m.over, m.spared = m.inUse() > m.budget, 0
	return m.over
}

// spare reports whether a process that has done so much is not failed for want
// of memory. One that has hardly begun is likely to be a victim: of who spawns
// ever more processes, for example, which has its turn soon.
func (m *memory) spare(reductions uint64) bool {
	if reductions > hardlyBegun || m.spared > maxSpared {
		m.over = false
		return false
	}
	m.spared++
	return true
}

const (
	hardlyBegun = 256
	maxSpared   = 1000
)

// restAfter is how many times as long as a collection nobody is failed for want
// of memory after one: what made the memory is likely to be among the many
// processes whose turn comes then.
const restAfter = 4

func (m *memory) inUse() uint64 {
	m.sample[0].Name = "/memory/classes/heap/objects:bytes"
	m.sample[1].Name = "/memory/classes/heap/stacks:bytes"
	metrics.Read(m.sample[:])
	return m.sample[0].Value.Uint64() + m.sample[1].Value.Uint64()
}

// bytesPerCall is what a call takes of a stack at most, in interpreted code.
const bytesPerCall = 16 << 10

// tooDeep reports whether what exceeded the budget is the stacks of a process
// with so many calls under way: a good part of the memory is in stacks, and that
// can be in these.
func (m *memory) tooDeep(calls int) bool {
	part := m.budget / 4
	return m.sample[1].Value.Uint64() > part && uint64(calls)*bytesPerCall > part
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

// defaultMaxProcesses is what Options.MaxProcesses is if it is not set.
const defaultMaxProcesses = 1 << 18

// MaxProcesses returns how many processes there may be.
func (n *Node) MaxProcesses() int { return cmp.Or(n.options.MaxProcesses, defaultMaxProcesses) }

// CheckMemory fails self if more memory is in use than the budget allows, with
// TooDeep if it is so deep in calls that their stacks are what takes the memory. It costs
// about a microsecond.
func (self *Process) CheckMemory() {
	m := &self.node.memory
	if !m.exceeded() || m.spare(self.reductions) {
		return
	}
	if _, calls := self.Stacks(); m.tooDeep(calls) {
		panic(TooDeep(calls / 100 * 100))
	}
	self.endThreads()
	panic(interrupted{outOfMemory(m.budget)})
}

// Room fails with the exception of a process that uses too much if self may not
// have so many bytes more at once. Who makes something large asks before, since
// the memory budget is looked at only now and then. Room(0) is such a look.
func (self *Process) Room(bytes uint64) error {
	m := &self.node.memory
	if bytes <= m.budget && m.inUse()+bytes <= m.budget {
		return nil
	}
	runtime.GC()
	if bytes <= m.budget && m.inUse()+bytes <= m.budget {
		return nil
	}
	self.endThreads()
	return outOfMemory(m.budget)
}

// MemoryBudget returns how many bytes may be in use.
func (n *Node) MemoryBudget() uint64 { return n.memory.budget }
