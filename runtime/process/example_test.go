package process_test

import (
	"context"
	"fmt"
	"time"

	"gex/runtime/process"
	"gex/runtime/term"
)

// A virtual node takes no time: its clock jumps to the next timer.
func ExampleNode_RunProcess() {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	err := node.RunProcess(context.Background(), func(self *process.Process) error {
		parent := self.PID()
		self.Spawn(func(child *process.Process) error {
			child.Sleep(time.Hour)
			child.Send(parent, term.Atom("hello"))
			return nil
		}, process.SpawnOptions{})
		fmt.Println(self.Receive(nil))
		return nil
	})
	fmt.Println(err)
	err = node.RunProcess(context.Background(), func(self *process.Process) error {
		self.Receive(nil)
		return nil
	})
	fmt.Println(err)
	// Output:
	// hello
	// <nil>
	// all processes wait and no timer is set
}
