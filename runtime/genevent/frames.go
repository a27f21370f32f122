package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// erl is a function of gen_event.erl at the line where it was when it failed.
func erl(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "gen_event", Function: function, Arity: arity, File: "gen_event.erl", Line: line}
}

// ex is a function of GenEvent.
func ex(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: elixirModule, Function: function, Arity: arity, File: "lib/gen_event.ex", Line: line}
}

// Lines of handle_msg/6 of gen_event.erl, by message.
const (
	erlNotify      = 526
	erlSyncNotify  = 529
	erlExit        = 533
	erlCall        = 536
	erlAdd         = 540
	erlAddSup      = 544
	erlDelete      = 548
	erlSwap        = 553
	erlSwapSup     = 559
	erlWhich       = 567
	erlModules     = 570
	erlInfo        = 573
	erlAfterOK     = 786 // server_notify/4 goes on after a handler that stays
	erlAfterHib    = 789 // and after one that asked to hibernate
	erlRPC         = 459
	erlCallTimeout = 479
	erlCallDefault = 469
)

// Lines of handle_msg/5 of GenEvent, by message.
const (
	exNotify       = 372
	exNotifyTagged = 376
	exAckNotify    = 381
	exSyncNotify   = 385
	exDown         = 390
	exInfoDown     = 395
	exCall         = 400
	exAdd          = 405
	exAddMon       = 410
	exAddProcess   = 415
	exRemove       = 420
	exSwap         = 426
	exSwapMon      = 433
	exInfo         = 447
	exRPC          = 311
	exReply        = 769
	exCallExit     = 269
)

// systemFrames stand below the functions that sys calls for change_code.
var systemFrames = []exception.Frame{
	{Module: "sys", Function: "do_change_code", Arity: 5, File: "sys.erl", Line: 606},
	{Module: "sys", Function: "do_cmd", Arity: 6, File: "sys.erl", Line: 498},
	{Module: "sys", Function: "handle_system_msg", Arity: 8, File: "sys.erl", Line: 388},
}

// erlChangeCode are the frames below a code_change that fails in gen_event,
// whose list function calls itself for the handlers behind one.
func (m *manager) erlChangeCode(failed int, module term.Atom) []exception.Frame {
	filter := func(line int) exception.Frame {
		return exception.Frame{Module: "lists", Function: "filtermap_1", Arity: 2, File: "lists.erl", Line: line}
	}
	frames := []exception.Frame{erl("-system_code_change/4-fun-0-", 4, 641), filter(1417)}
	for i := failed - 1; i >= 0; i-- {
		next := filter(1419)
		if m.handlers[i].module == module {
			next = filter(1421)
		}
		if last := frames[len(frames)-1]; last.Line != next.Line {
			frames = append(frames, next)
		}
	}
	return m.inSystem(append(frames, erl("system_code_change", 4, 639)))
}

// exChangeCode are the frames below a code_change that fails in GenEvent.
func (m *manager) exChangeCode(int, term.Atom) []exception.Frame {
	return m.inSystem([]exception.Frame{
		ex("-system_code_change/4-fun-0-", 5, 469),
		{Module: "Elixir.Enum", Function: "-reduce/3-lists^foldl/2-0-", Arity: 3, File: "lib/enum.ex", Line: 2468},
		ex("system_code_change", 4, 467),
	})
}

func (m *manager) inSystem(frames []exception.Frame) []exception.Frame {
	return append(append(frames, systemFrames...), proclib.Frame(m.woken))
}

// erlFrames are the frames of gen_event below a callback: those given and the
// bottom of the manager's stack.
func (m *manager) erlFrames(frames ...exception.Frame) []exception.Frame {
	if m.line == erlExit {
		frames = append(frames, erl("handle_exit", 4, 606))
	}
	return append(frames, erl("handle_msg", 6, m.line), proclib.Frame(m.woken))
}

// exFrames are the frames of GenEvent below a callback.
func (m *manager) exFrames(frames ...exception.Frame) []exception.Frame {
	all := append([]exception.Frame{ex("do_handler", 3, 837)}, frames...)
	return append(all, ex("handle_msg", 5, m.line), proclib.Frame(m.woken))
}
