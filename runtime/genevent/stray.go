package genevent

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// stray is a suspended manager whose code_change has thrown {:ok, term}: sys
// takes that for the answer of the manager, and so the term for what it keeps.
// No function of the behaviour has a clause for that.
type stray struct {
	*manager
	module term.Atom
	kept   term.Term
}

// systemLines are where the functions of a behaviour begin that sys calls.
type systemLines struct{ codeChange, continues, terminate int }

var (
	erlSystem = systemLines{638, 627, 631}
	exSystem  = systemLines{465, 455, 460}
)

// thrown returns what a throw makes of the manager; false if it is an answer
// to who has asked.
func (m *manager) thrown(err error, module term.Atom) (*stray, bool) {
	x := gen.Catch(err)
	if x.Class != exception.ClassThrow || term.Tag(x.Reason, 2) != term.OK {
		return nil, false
	}
	return &stray{m, module, x.Reason.(term.Tuple)[1]}, true
}

// noClause is the failure of a function that sys calls.
func (s *stray) noClause(function string, line func(systemLines) int, args ...term.Term) *exception.Error {
	lines, file := erlSystem, "gen_event.erl"
	if s.module == elixirModule {
		lines, file = exSystem, "lib/gen_event.ex"
	}
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: s.module, Function: function, Args: args, HasArgs: true, File: file, Line: line(lines),
	})
}

func (s *stray) Module() term.Atom { return s.module }

func (s *stray) GetState(*process.Process) (term.Term, error) {
	return nil, exception.Raise(term.Atom("function_clause"))
}

func (s *stray) ReplaceState(*process.Process, term.Term) (term.Term, error) {
	return nil, exception.Raise(term.Atom("function_clause"))
}

func (s *stray) ChangeCode(_ *process.Process, module term.Atom, oldVsn, extra term.Term) term.Term {
	x := s.noClause("system_code_change", func(l systemLines) int { return l.codeChange }, s.kept, module, oldVsn, extra)
	return exception.Caught(x.In(s.inSystem(nil)...))
}

func (s *stray) FormatStatus(*process.Process, sys.Status) (term.Term, error) {
	return nil, exception.Raise(term.Atom("function_clause"))
}

// Continue ends the manager, which cannot go on with what it keeps.
func (s *stray) Continue(self *process.Process) error {
	x := s.noClause("system_continue", func(l systemLines) int { return l.continues }, s.Parent, s.Debug, s.kept)
	return proclib.Exit(self, x.In(proclib.Frame(s.woken)))
}

// Terminate ends the manager without telling its handlers.
func (s *stray) Terminate(self *process.Process, reason term.Term) error {
	x := s.noClause("system_terminate", func(l systemLines) int { return l.terminate }, reason, s.Parent, s.Debug, s.kept)
	return proclib.Exit(self, x.In(proclib.Frame(s.woken)))
}
