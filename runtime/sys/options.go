package sys

import (
	"gex/runtime/gen"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// DebugOptions turns the option debug of a start function into debug options,
// as sys:debug_options/1. Unknown ones are skipped; it reports false if
// options is no list.
func DebugOptions(self *process.Process, options term.Term) (term.Term, bool) {
	debug := term.Empty
	elements, ok := term.Slice(options)
	for _, option := range elements {
		debug = addOption(self, debug, option)
	}
	return debug, ok
}

func addOption(self *process.Process, debug, option term.Term) term.Term {
	switch option {
	case term.Term(traceItem):
		return install(debug, traceItem, term.True)
	case term.Term(logItem):
		return install(debug, logItem, newLog(defaultLogSize))
	case term.Term(statisticsItem):
		return install(debug, statisticsItem, newStatistics(self))
	}
	o, _ := option.(term.Tuple)
	switch term.Tag(o, 2) {
	case logItem:
		if size, ok := o[1].(term.Int); ok && size > 0 {
			return install(debug, logItem, newLog(size))
		}
	case fileItem:
		if device := openFile(self, o[1]); device != nil {
			return install(debug, fileItem, device)
		}
	case "install":
		_, debug = installCommand(o[1], debug)
	}
	return debug
}

// New returns the System of a server that was started with options and calls
// itself name. Debug options that are no list are reported and ignored.
func New(self *process.Process, parent term.PID, name term.Term, o gen.Options) System {
	s := System{Parent: parent, Debug: term.Empty}
	if o.Debug == nil {
		return s
	}
	debug, ok := DebugOptions(self, o.Debug)
	if !ok {
		logger.Log(self, logger.BadDebugOptions{Name: name, Options: o.Debug})
		return s
	}
	s.Debug = debug
	return s
}
