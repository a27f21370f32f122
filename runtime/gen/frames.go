package gen

import (
	"gex/runtime/exception"
	"gex/runtime/proclib"
)

// frame is a function of gen.erl at the line where it was when it failed.
func frame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "gen", Function: function, Arity: arity, File: "gen.erl", Line: line}
}

// Lines of gen.erl, by what happens there.
const (
	lineCallClauses   = 215 // call/4 matches no clause
	lineCallingSelf   = 226
	lineWaits         = 256 // do_call/4: waiting for the reply
	lineDownForever   = 243 // do_call/4 without timeout: the server died
	lineNodedown      = 264
	lineDown          = 266
	lineCallTimeout   = 273
	lineNoName        = 565 // do_for_proc/2: nobody has the local name
	lineGlobalName    = 571 // do_for_proc/2 looks up a global name
	lineFound         = 575 // and calls a function with the process
	lineNoGlobalName  = 583
	lineNodeDownNamed = 592
	lineStart         = 105 // start/6 looks up the name
	lineWhereClauses  = 601 // where/1 matches no clause
	lineWhereLocal    = 603
	lineReply         = 532
	lineWhereVia      = 602
	lineTimeout       = 700 // timeout/1 looks for the option
)

// monitoredFrame is do_spawn, with or without a name, where it starts a
// monitored process; the others are started in its place.
func monitoredFrame(named bool) exception.Frame {
	if named {
		return frame("do_spawn", 6, 149)
	}
	return frame("do_spawn", 5, 129)
}

// optionsFrame is do_spawn, with or without a name, where it reads the options.
func optionsFrame(link proclib.Link, named bool) exception.Frame {
	if named {
		return frame("do_spawn", 6, [...]int{proclib.NoLink: 155, proclib.Linked: 142, proclib.Monitored: 148}[link])
	}
	return frame("do_spawn", 5, [...]int{proclib.NoLink: 135, proclib.Linked: 122, proclib.Monitored: 128}[link])
}
