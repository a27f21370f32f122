package eval_test

import (
	"context"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/process"
)

// FuzzEval feeds texts to the evaluator: whatever parses is compiled and runs
// for a bounded time; nothing may panic.
func FuzzEval(f *testing.F) {
	data, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		f.Fatal(err)
	}
	for entry := range strings.SplitSeq(string(data), "\n---\n") {
		f.Add(entry)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := syntax.Parse(text, syntax.Options{File: "iex"})
		if err != nil {
			return
		}
		evalBounded(t, file.Body)
	})
}

// evalBounded evaluates a tree in a process that is killed after a while.
func evalBounded(t *testing.T, tree syntax.Node) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	table := code.Of(node)
	defineLibrary(table)
	ev := eval.New(table, eval.Options{})
	done := false
	node.Spawn(func(self *process.Process) error {
		defer func() {
			done = true
			if r := recover(); r != nil {
				if process.IsKernelPanic(r) {
					panic(r)
				}
				t.Errorf("panic: %v\n%s", r, debug.Stack())
			}
		}()
		_, _, _ = ev.Eval(self, tree, eval.NewEnv("iex", "Elixir.Kernel"))
		return nil
	}, process.SpawnOptions{})
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	deadline := time.Now().Add(300 * time.Millisecond)
	_ = node.Run(ctx, func() bool { return done || time.Now().After(deadline) })
}
