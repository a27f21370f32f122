package interp

import (
	"gex/interp/gosrc"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

type tmpUnit struct{}

func (tmpUnit) Incomplete(s string) bool   { return gosrc.Incomplete(s) }
func (tmpUnit) HasMethods(string) bool     { return false }
func (s *Session) goUnit() tmpUnit         { return tmpUnit{} }
func (s *Session) evalGo(self *process.Process, text string) (term.Term, error) {
	return nil, exception.New("RuntimeError", "no go yet")
}
func (s *Session) defineGo(self *process.Process, source, file string, line int) (term.Term, error) {
	return nil, exception.New("RuntimeError", "no go yet")
}
