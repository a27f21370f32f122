package eval_test

import (
	"context"
	"fmt"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/process"
)

func Example() {
	node := process.NewNode(process.Options{})
	defer node.Close()
	ev := eval.New(code.Of(node), eval.Options{})
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		env := eval.NewEnv("iex")
		for _, input := range []string{"{:ok, x} = {:ok, 41}", "f = fn y -> x + y end", "f.(1)"} {
			file, err := syntax.Parse(input, syntax.Options{File: "iex"})
			if err != nil {
				return err
			}
			value, next, err := ev.EvalInput(self, file.Body, env)
			if err != nil {
				return err
			}
			env = next
			fmt.Println(inspect.Inspect(value, inspect.Options{}))
		}
		return nil
	}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {:ok, 41}
	// #Function<42.3316493/1 in :erl_eval.expr/6>
	// 42
}
