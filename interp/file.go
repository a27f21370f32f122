package interp

import (
	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// fileModule is File, as far as it only reads. What there is to read is what
// import_file finds.
func (s *Session) fileModule() *code.Module {
	m := code.NewModule(term.Alias("File"), code.Builtin,
		&code.Function{Name: "read", Arity: 1, Params: []string{"path"}, Call: s.fileRead,
			Doc: "`{:ok, content}` of a file, or `{:error, reason}`."},
		&code.Function{Name: "read!", Arity: 1, Params: []string{"path"}, Call: s.fileMustRead,
			Doc: "The content of a file."},
		&code.Function{Name: "exists?", Arity: 1, Params: []string{"path"}, Call: s.fileExists,
			Doc: "Whether there is such a file."})
	m.Doc = "Reading files."
	return m
}

// content reads a file by the name that a term has as text.
func (s *Session) content(path term.Term) (string, error) {
	name, err := lib.ToString(path)
	if err != nil {
		return "", err
	}
	return s.readFile(name)
}

// refusal is the reason for which a file cannot be read, or "" for errors of
// other kinds.
func refusal(err error) term.Atom {
	if err == nil {
		return ""
	}
	raised, ok := exception.As(err).Reason.(*term.Map)
	if !ok {
		return ""
	}
	name, _ := raised.Get(term.Atom("__struct__"))
	reason, _ := raised.Get(term.Atom("reason"))
	atom, ok := reason.(term.Atom)
	if !ok || name != term.Term(term.Alias("File.Error")) {
		return ""
	}
	return atom
}

func (s *Session) fileRead(_ *process.Process, args []term.Term) (term.Term, error) {
	content, err := s.content(args[0])
	if reason := refusal(err); reason != "" {
		return term.Tuple{term.ErrorAtom, reason}, nil
	}
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.OK, term.Binary(content)}, nil
}

func (s *Session) fileMustRead(_ *process.Process, args []term.Term) (term.Term, error) {
	content, err := s.content(args[0])
	if err != nil {
		return nil, exception.In(err, exception.Frame{Module: term.Alias("File"), Function: "read!", Arity: 1, File: "lib/file.ex", Line: 358})
	}
	return term.Binary(content), nil
}

func (s *Session) fileExists(_ *process.Process, args []term.Term) (term.Term, error) {
	_, err := s.content(args[0])
	if err != nil && refusal(err) == "" {
		return nil, err
	}
	return term.Bool(err == nil), nil
}
