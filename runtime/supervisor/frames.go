package supervisor

import (
	"gex/runtime/exception"
	"gex/runtime/proclib"
)

// erl is a function of supervisor.erl at the line where it was when it failed.
func erl(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: supervisorModule, Function: function, Arity: arity, File: "supervisor.erl", Line: line}
}

// dyn is a function of DynamicSupervisor.
func dyn(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: dynamicModule, Function: function, Arity: arity, File: "lib/dynamic_supervisor.ex", Line: line}
}

func server(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "gen_server", Function: function, Arity: arity, File: "gen_server.erl", Line: line}
}

// The frames below a start function, innermost first: while the supervisor
// starts, for the requests start_child and restart_child, for start_child of
// simple_one_for_one, and in a dynamic supervisor.
var (
	startsChild   = []exception.Frame{erl("do_start_child_i", 3, 414), erl("do_start_child", 2, 400)}
	handlesCall   = []exception.Frame{server("try_handle_call", 4, 1149), server("handle_msg", 6, 1178), proclib.Frame(false)}
	initFrames    = join(startsChild, erl("-start_children/2-fun-0-", 3, 384), erl("children_map", 4, 1250), erl("init_children", 2, 350), server("init_it", 2, 851), server("init_it", 6, 814))
	startFrames   = join(startsChild, join([]exception.Frame{erl("handle_start_child", 2, 706), erl("handle_call", 3, 455)}, handlesCall...)...)
	restartFrames = join(startsChild, join([]exception.Frame{erl("handle_call", 3, 482)}, handlesCall...)...)
	simpleFrames  = join([]exception.Frame{erl("do_start_child_i", 3, 414), erl("handle_call", 3, 439)}, handlesCall...)
	dynamicFrames = join([]exception.Frame{dyn("start_child", 3, 745), dyn("handle_start_child", 2, 731)}, handlesCall...)
)

func join(frames []exception.Frame, more ...exception.Frame) []exception.Frame {
	return append(frames[:len(frames):len(frames)], more...)
}
