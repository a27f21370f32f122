package interp

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

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
		s.goDecls.Seed(s.options.Seed)
		_ = s.goDecls.Allow(s.options.Allow...) // what CheckAllow has not passed stays out
	}
	return s.goDecls
}

// CheckAllow reports which packages Options.Allow may hold, and fails for others.
func CheckAllow(paths ...string) error { return gosrc.New(nil).Allow(paths...) }

// breakDeadlock fails what keeps the input that is being evaluated waiting for
// ever, as far as it is Go that waits at a channel or a lock. At the prompt
// nothing is stuck: the learner may type what helps.
func (s *Session) breakDeadlock() bool {
	return !s.shell.settled() && gosrc.BreakDeadlock(s.shell.process)
}

// evalGo evaluates an input in Go. Its value is what defmodule returns:
// {:module, name, binary, {function, arity}}.
func (s *Session) evalGo(self *process.Process, text string) (term.Term, error) {
	return s.defineGo(self, text, "iex", s.number)
}

// defineGo defines the declarations of a source in Go. A program with func main
// runs, and its value is what main gives.
func (s *Session) defineGo(self *process.Process, source, file string, line int) (term.Term, error) {
	s.wroteGo(source)
	defined, err := s.goUnit().Define(source, file, line)
	if err != nil {
		return nil, goError(err, source, line)
	}
	for _, m := range defined.Modules {
		if m.Redefined {
			s.warn(self, fmt.Sprintf("warning: redefining module %s (current version defined in memory)\n  %s:%d\n\n",
				moduleName(m.Name), file, line))
		}
	}
	if defined.Main {
		return runMain(self)
	}
	return defined.Value, nil
}

// runMain runs func main. One that ends with os.Exit(0) has succeeded.
func runMain(self *process.Process) (term.Term, error) {
	value, err := code.Apply(self, gosrc.FunctionsModule, "main")
	if x := new(exception.Error); errors.As(err, &x) && x.Class == exception.ClassExit && term.Equal(x.Reason, gosrc.ExitStatus(0)) {
		return term.Atom("ok"), nil
	}
	return value, err
}

// goError is the exception for Go that does not compile: the position in what
// was typed, a sentence in the words of Go's compiler, and the line with a
// caret below.
func goError(err error, source string, line int) error {
	var wrong *gosrc.Error
	if !errors.As(err, &wrong) {
		return err
	}
	place := fmt.Sprintf("%s:%d:%d", wrong.File, wrong.Line, wrong.Col)
	description := term.Binary(wrong.Message + excerpt(wrong, source, line) + wrong.Rest)
	return hinted{exception.Raise(exception.Struct("CompileError",
		term.Pair{Key: term.Atom("description"), Value: description},
		term.Pair{Key: term.Atom("file"), Value: term.Binary(place)},
		term.Pair{Key: term.Atom("line"), Value: term.Nil})), wrong.Hint}
}

// excerpt shows the line of an error, as the errors of IEx's own syntax do. It
// is empty if the error is not in what was typed now.
func excerpt(wrong *gosrc.Error, source string, first int) string {
	lines := strings.Split(source, "\n")
	i := wrong.Line - first
	if i < 0 || i >= len(lines) || wrong.Col < 1 || wrong.Col > len(lines[i])+1 {
		return ""
	}
	text := strings.ReplaceAll(lines[i], "\t", " ")
	caret := strings.Repeat(" ", utf8.RuneCountInString(text[:wrong.Col-1])) + "^"
	number := fmt.Sprintf("%3d", wrong.Line)
	gutter := strings.Repeat(" ", len(number))
	return fmt.Sprintf("\n%s |\n%s | %s\n%s | %s", gutter, number, text, gutter, caret)
}

// hasMethods reports whether methods of a Go type are already defined.
func (s *Session) hasMethods(typeName string) bool {
	m := s.table.Module(term.Alias(strings.ReplaceAll(typeName, "_", ".")))
	return m != nil && m.Language == code.Go && m.Last != code.Key{}
}
