package interp

import (
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what reads a source together with its comments.

func (s *Session) quotedWithComments(self *process.Process, args []term.Term) (term.Term, error) {
	quoted, err := s.stringToQuoted(self, args)
	if result, ok := quoted.(term.Tuple); err != nil || !ok || result[0] != term.Term(term.OK) {
		return quoted, err
	}
	return term.Tuple{term.OK, quoted.(term.Tuple)[1], commentsOf(args[0])}, nil
}

func (s *Session) mustQuotedWithComments(self *process.Process, args []term.Term) (term.Term, error) {
	quoted, err := s.mustStringToQuoted(self, args)
	if err != nil {
		return nil, err
	}
	return term.Tuple{quoted, commentsOf(args[0])}, nil
}

// commentsOf are the comments of a source that can be read.
func commentsOf(source term.Term) term.Term {
	text, _ := lib.ToString(source)
	file, err := syntax.Parse(text, syntax.Options{File: noFile})
	if err != nil {
		return term.Empty
	}
	var comments []term.Term
	for _, c := range file.Comments {
		comments = append(comments, term.NewMap(
			term.Pair{Key: term.Atom("line"), Value: term.Int(c.Line)}, term.Pair{Key: term.Atom("column"), Value: term.Int(c.Column)},
			term.Pair{Key: term.Atom("text"), Value: term.Binary(c.Text)},
			term.Pair{Key: term.Atom("previous_eol_count"), Value: term.Int(c.LinesBefore)},
			term.Pair{Key: term.Atom("next_eol_count"), Value: term.Int(c.LinesBehind)}))
	}
	return term.List(comments...)
}
