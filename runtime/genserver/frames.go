package genserver

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// elixirModule is the atom of the module GenServer.
const elixirModule = term.Atom("Elixir.GenServer")

// erl is a function of gen_server.erl at the line where it was when it failed.
func erl(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "gen_server", Function: function, Arity: arity, File: "gen_server.erl", Line: line}
}

// ex is a function of GenServer.
func ex(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: elixirModule, Function: function, Arity: arity, File: "lib/gen_server.ex", Line: line}
}

// The frames below a callback, innermost first. With debug options the
// messages are handled by handle_msg/7.
var (
	initFrames     = []exception.Frame{erl("init_it", 2, 851), erl("init_it", 6, 814)}
	callFrames     = []exception.Frame{erl("try_handle_call", 4, 1149), erl("handle_msg", 6, 1178)}
	dispatchFrames = []exception.Frame{erl("try_dispatch", 4, 1123), erl("handle_msg", 6, 1200)}
	continueFrames = []exception.Frame{erl("try_dispatch", 4, 1123), erl("loop", 7, 865)}
	callDebug      = []exception.Frame{erl("try_handle_call", 4, 1149), erl("handle_msg", 7, 1204)}
	dispatchDebug  = []exception.Frame{erl("try_dispatch", 4, 1123), erl("handle_msg", 7, 1227)}
)

// terminateFrames stand below a terminate/2 that fails, endCallFrames below
// one that a handle_call/3 with a last answer asked for.
var (
	terminateFrames = []exception.Frame{erl("try_terminate", 3, 1161), erl("terminate", 10, 1351)}
	endCallFrames   = append(slices.Clone(terminateFrames), erl("handle_msg", 6, 1193))
)

// Where an end is decided upon: an answer that asks for it, to a call with a
// last reply or else, one that is no answer, the parent, and sys. The second
// place is that of a server with debug options.
var (
	endsCall        = ending{erl("handle_msg", 6, 1193), erl("handle_msg", 7, 1219)}
	endsCommon      = ending{erl("handle_common_reply", 8, 1241), erl("handle_common_reply", 9, 1263)}
	endsBad         = ending{erl("handle_common_reply", 8, 1245), erl("handle_common_reply", 9, 1267)}
	decodeMsg       = ending{erl("decode_msg", 9, 909), erl("decode_msg", 9, 909)}
	systemTerminate = ending{erl("system_terminate", 4, 1285), erl("system_terminate", 4, 1285)}
)

// ending is where an end is decided upon without and with debug options.
type ending [2]exception.Frame

// replyFrames stand below an answer to what is no caller.
var (
	replyFrames = []exception.Frame{erl("handle_msg", 6, 1181)}
	replyDebug  = []exception.Frame{erl("reply", 5, 1271), erl("handle_msg", 7, 1207)}
)

// Lines of GenServer's functions.
const (
	lineStopNoproc      = 985
	lineStopCallingSelf = 988
	lineStopExit        = 995
	lineCallWhereis     = 1025
	lineCallNoproc      = 1027
	lineCallCallingSelf = 1031
	lineCallExit        = 1038
	lineWhereis         = 1200
)

// changeCodeFrames stand below a code_change that fails.
var changeCodeFrames = []exception.Frame{
	erl("system_code_change", 4, 1288),
	{Module: "sys", Function: "do_change_code", Arity: 5, File: "sys.erl", Line: 606},
	{Module: "sys", Function: "do_cmd", Arity: 6, File: "sys.erl", Line: 498},
	{Module: "sys", Function: "handle_system_msg", Arity: 8, File: "sys.erl", Line: 388},
}
