package eval

import (
	"errors"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// Code of the prompt is interpreted by erl_eval in real IEx, which leaves
// frames of its own in stack traces. IEx does not show them, but logs and exit
// reasons do, so the commonest of them are reproduced here.

func interpreter(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "erl_eval", Function: function, Arity: arity, File: "erl_eval.erl", Line: line}
}

var (
	frameOfCall      = interpreter("do_apply", 7, 744) // a remote call
	frameOfTailCall  = interpreter("do_apply", 7, 742) // one in tail position
	frameOfBadArity  = interpreter("do_apply", 6, 714)
	frameOfBlock     = interpreter("exprs", 6, 136) // an expression before the last one
	frameOfMatch     = interpreter("expr", 6, 496)
	frameOfCase      = interpreter("case_clauses", 8, 1041)
	framesOfSegments = map[string]int{"integer": 143, "utf8": 145, "utf16": 145, "utf32": 145, "float": 163, "binary": 172, "bits": 172}
)

// raisedInfo is the error_info of the frame in which raise/1 was called; raise/2
// leaves none.
var raisedInfo term.Term = term.NewMap(term.Pair{Key: term.Atom("module"), Value: term.Alias("Exception")})

// framed adds a frame to an error, unless its stack is full.
func framed(err error, frame exception.Frame) error {
	var x *exception.Error
	if errors.As(err, &x) && len(x.Stack) < exception.MaxDepth {
		x.In(frame)
	}
	return err
}

// interpretedSegment adds the frames of a segment that could not be built.
func interpretedSegment(err error, kind string) error {
	in := func(function string, arity, line int) exception.Frame {
		return exception.Frame{Module: "eval_bits", Function: function, Arity: arity, File: "eval_bits.erl", Line: line}
	}
	err = framed(err, in("eval_exp_field", 6, framesOfSegments[kind]))
	err = framed(err, in("create_binary", 2, 77))
	return framed(err, in("expr_grp", 5, 68))
}
