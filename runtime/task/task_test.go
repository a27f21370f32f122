package task_test

import (
	"context"
	"testing"

	"gex/runtime/process"
	"gex/runtime/task"
	"gex/runtime/term"
)

func TestAwait(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		fun := &term.Fun{Arity: 0, Code: process.Func(func(*process.Process, []term.Term) (term.Term, error) {
			return term.Int(7), nil
		})}
		got, err := task.Await(self, task.Async(self, task.Function(fun)), term.Int(100))
		if err != nil || got != term.Term(term.Int(7)) {
			t.Errorf("Await = %v, %v, want 7", got, err)
		}
		if n := self.MailboxLen() + len(self.Monitors()); n != 0 {
			t.Errorf("%d messages and monitors are left", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
