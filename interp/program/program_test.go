package program_test

import (
	"os"

	"gex/interp/program"
	. "gex/runtime/otp"
)

// A saved session is such a function.
func Example() {
	program.Run(os.Stdout, func() {
		program.Show(Spawn(func() { IO.Puts("from a process") }))
		Send(Self(), T("hello", "world"))
		program.Show(Apply(Alias("IEx.Helpers"), "flush"))
		program.Show(Apply(Alias("Enum"), "map", []Term{1, 2}, func(x int) int { return 2 * x }))
		program.Fails(func() { program.Show(Apply(Atom("erlang"), "/", 1, 0)) })
	})
	// Output:
	// from a process
	// #PID<0.109.0>
	// {:hello, "world"}
	// :ok
	// [2, 4]
	// ** (ArithmeticError) bad argument in arithmetic expression: 1 / 0
	//     :erlang./(1, 0)
}
