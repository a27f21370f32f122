package process_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gex/runtime/process"
)

// ticker has a process of node add a letter to text every second.
func ticker(node *process.Node, text *strings.Builder) {
	node.Spawn(func(self *process.Process) error {
		for {
			self.Sleep(time.Second)
			text.WriteByte('t')
		}
	}, process.SpawnOptions{})
}

func TestAdvanceTo(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var text strings.Builder
	ticker(node, &text)
	node.AdvanceTo(3500 * time.Millisecond)
	if text.String() != "ttt" || node.Now() != 3500*time.Millisecond {
		t.Errorf("after 3.5 s there are the ticks %q at %v", &text, node.Now())
	}
	node.AdvanceTo(time.Second)
	if node.Now() != 3500*time.Millisecond {
		t.Errorf("the clock went back to %v", node.Now())
	}
}

func TestGoLive(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	node.AdvanceTo(time.Hour)
	node.GoLive()
	if now := node.Now(); node.Virtual() || now < time.Hour || now > time.Hour+time.Minute {
		t.Errorf("virtual: %t, at %v", node.Virtual(), now)
	}
	woken := false
	node.Spawn(func(self *process.Process) error {
		self.Sleep(time.Millisecond)
		woken = true
		return nil
	}, process.SpawnOptions{})
	if err := node.Run(context.Background(), func() bool { return woken }); err != nil {
		t.Error("on the real clock:", err)
	}
}

func TestAwaitQuiet(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var order strings.Builder
	node.Spawn(func(self *process.Process) error {
		self.Spawn(func(child *process.Process) error {
			child.Spawn(func(*process.Process) error { order.WriteByte('c'); return nil }, process.SpawnOptions{})
			order.WriteByte('b')
			return nil
		}, process.SpawnOptions{})
		order.WriteByte('a')
		self.AwaitQuiet()
		order.WriteByte('d')
		return nil
	}, process.SpawnOptions{})
	node.Settle()
	if order.String() != "abcd" {
		t.Errorf("order %s, want abcd", &order)
	}
}
