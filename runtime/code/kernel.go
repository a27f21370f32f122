package code

import (
	"errors"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// kernelLines are the functions of Kernel that stand for one of Erlang's, with
// their lines in lib/kernel.ex. A call in source goes to Erlang's at once; a
// call by name leaves a frame.
var kernelLines = map[Key]int{
	{"*", 2}: 1396, {"**", 2}: 4219, {"+", 1}: 1356, {"+", 2}: 1318, {"++", 2}: 1465, {"-", 1}: 1376, {"-", 2}: 1338, {"--", 2}: 1499,
	{"/", 2}: 1427, {"abs", 1}: 272, {"binary_part", 3}: 352, {"bit_size", 1}: 372, {"byte_size", 1}: 396, {"ceil", 1}: 410,
	{"div", 2}: 445, {"elem", 2}: 1747, {"exit", 1}: 511, {"floor", 1}: 525, {"function_exported?", 3}: 4159, {"hd", 1}: 554,
	{"is_map_key", 2}: 797, {"length", 1}: 814, {"map_size", 1}: 854, {"not", 1}: 1519, {"put_elem", 3}: 1764, {"rem", 2}: 956,
	{"round", 1}: 990, {"send", 2}: 1010, {"throw", 1}: 1220, {"tl", 1}: 1256, {"trunc", 1}: 1279, {"tuple_size", 1}: 1298,
}

const kernel = term.Atom("Elixir.Kernel")

// inKernel adds the frame of a function of Kernel that was called by name to an
// error that comes from Erlang's.
func inKernel(err error, key Key) error {
	line, ok := kernelLines[key]
	var x *exception.Error
	if !ok || !errors.As(err, &x) || len(x.Stack) > 1 || len(x.Stack) == 1 && x.Stack[0].Module != "erlang" && x.Stack[0].Module != "math" {
		return err
	}
	return x.In(exception.Frame{Module: kernel, Function: key.Name, Arity: key.Arity, File: "lib/kernel.ex", Line: line})
}
