package interp

import (
	"errors"
	"fmt"
	"strings"

	"gex/interp/gosrc"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// goUnit returns what holds the Go declarations of the session. It is made at
// the first use, because most sessions begin without Go.
func (s *Session) goUnit() *gosrc.Unit {
	if s.goDecls == nil {
		s.goDecls = gosrc.New(s.node)
	}
	return s.goDecls
}

// evalGo evaluates an input in Go. Its value is what defmodule returns:
// {:module, name, binary, {function, arity}}.
func (s *Session) evalGo(self *process.Process, text string) (term.Term, error) {
	return s.defineGo(self, text, "iex", s.number)
}

// defineGo defines the declarations of a source in Go.
func (s *Session) defineGo(self *process.Process, source, file string, line int) (term.Term, error) {
	defined, err := s.goUnit().Define(source, file, line)
	if err != nil {
		return nil, goError(err)
	}
	for _, m := range defined.Modules {
		if m.Redefined {
			s.warn(self, fmt.Sprintf("warning: redefining module %s (current version defined in memory)\n  %s:%d\n\n",
				moduleName(m.Name), file, line))
		}
	}
	return defined.Value, nil
}

// goError is the exception for Go that does not compile: the position in what
// was typed and a sentence in the words of Go's compiler.
func goError(err error) error {
	var x *exception.Error
	if errors.As(err, &x) {
		return err
	}
	return exception.New("CompileError", strings.TrimSpace(err.Error()))
}

// hasMethods reports whether methods of a Go type are already defined.
func (s *Session) hasMethods(typeName string) bool {
	m := s.table.Module(term.Alias(strings.ReplaceAll(typeName, "_", ".")))
	return m != nil && m.Language == code.Go && m.Last != code.Key{}
}
