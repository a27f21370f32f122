package process_test

import (
	"context"
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
)

func TestMemoryBudget(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true, MemoryBudget: 64 << 20})
	defer node.Close()
	var err error
	if e := node.RunProcess(context.Background(), func(self *process.Process) error {
		err = self.Guard(func() error {
			var hoard [][]byte
			for {
				hoard = append(hoard, make([]byte, 1024))
				self.Reduce(len(hoard[0]) / 1024)
			}
		})
		return nil
	}); e != nil {
		t.Fatal(e)
	}
	if got := inspect.Inspect(exception.As(err).Reason, inspect.Options{}); !strings.Contains(got, "more than 64 MiB") {
		t.Errorf("the hoarder fails with %s", got)
	}
}

// Who spawns ever more processes fails, and none of these does.
func TestMemoryOfMany(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true, MemoryBudget: 64 << 20})
	defer node.Close()
	var err error
	finished, failed := false, 0
	child := func(self *process.Process) error {
		hoard := make([]byte, 64<<10)
		failure := self.Guard(func() error {
			self.CheckMemory()
			self.Sleep(process.Forever)
			return nil
		})
		if failure != nil && len(hoard) > 0 {
			failed++
		}
		return nil
	}
	node.Spawn(func(self *process.Process) error {
		err = self.Guard(func() error {
			for {
				self.Spawn(child, process.SpawnOptions{})
				self.Reduce(64)
			}
		})
		finished = true
		return nil
	}, process.SpawnOptions{})
	if e := node.Run(context.Background(), func() bool { return finished }); e != nil {
		t.Fatal(e)
	}
	if got := exception.As(err).Error(); failed > 0 || !strings.Contains(got, "more than 64 MiB") {
		t.Errorf("%d of the processes fail, and who spawned them with %s", failed, got)
	}
}

// Who has used the memory up with stacks calls itself too often, which code can
// recover from.
func TestMemoryOfStacks(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true, MemoryBudget: 64 << 20})
	defer node.Close()
	var recovered any
	finished := false
	node.Spawn(func(self *process.Process) error {
		defer func() { recovered, finished = recover(), true }()
		runaway(self)
		return nil
	}, process.SpawnOptions{})
	if e := node.Run(context.Background(), func() bool { return finished }); e != nil {
		t.Fatal(e)
	}
	x, ok := recovered.(*exception.Error)
	if !ok || !strings.Contains(x.Error(), "recursion too deep: more than ") {
		t.Errorf("the recursion fails with %v", recovered)
	}
}

// runaway calls itself for ever, on a new stack of a megabyte or more each time.
func runaway(self *process.Process) {
	self.Reduce(1 << 20)
	filled(1024, func() {
		self.OnNewStack(100, func() { runaway(self) }, func() bool { return true })
	})
}

// filled calls f with so many KiB of the stack in use.
func filled(size int, f func()) (sum byte) {
	var frame [1024]byte
	if size == 0 {
		f()
		return 0
	}
	frame[size%1024] = filled(size-1, f)
	return frame[0]
}
