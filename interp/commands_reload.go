package interp

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// iexFrame is a frame of the helpers of IEx 1.14.
func iexFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: helpersModule, Function: function, Arity: arity, File: "lib/iex/helpers.ex", Line: line}
}

// reload is r/1: the file that a module was defined in is compiled anew.
func (s *Session) reload(self *process.Process, args []term.Term) (term.Term, error) {
	module, _ := args[0].(term.Atom)
	m := s.table.Module(module)
	if m == nil {
		return nil, exception.ArgumentError("could not load nor find module: %s", moduleName(module)).In(
			exception.Frame{Module: helpersModule, Function: "-r/1-fun-0-", Arity: 1, File: "lib/iex/helpers.ex", Line: 435},
			exception.Frame{Module: "Elixir.Enum", Function: "-map/2-lists^map/1-0-", Arity: 2, File: "lib/enum.ex", Line: 1658},
			iexFrame("r", 1, 433))
	}
	if m.File == "" || m.File == "iex" {
		return nil, exception.ArgumentError("could not find source (%s) for module: %s", m.File, moduleName(module)).In(iexFrame("r", 1, 433))
	}
	defined, err := s.compileFile(self, m.File)
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.Atom("reloaded"), term.List(defined...)}, nil
}
