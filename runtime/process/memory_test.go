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
