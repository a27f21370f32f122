package interp

import (
	_ "embed" // the types
	"slices"
	"strings"
	"sync"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// typesText are the types of the modules that gex has, as IEx 1.14 prints them
// and in the format of behavioursText.
//
//go:embed data/types.txt
var typesText string

// types are read when t first needs them.
var types = sync.OnceValue(func() map[string][]string { return recordedSections(typesText) })

// macroTypes is t/1.
func (s *Session) macroTypes(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	what, ok := about(call, call.Args[0])
	text := s.redLine("Invalid arguments for t helper: " + syntax.Source(call.Args[0]))
	return nil, func(r *eval.Runtime) (term.Term, error) {
		if ok {
			text = s.types(what)
		}
		return doNotShow, s.say(r.Self(), text)
	}, nil
}

// types is what t prints.
func (s *Session) types(what subject) string {
	if what.module == "" {
		what.module = term.Alias("Kernel")
	}
	name := inspect.AtomText(what.module)
	m := s.table.Module(what.module)
	switch {
	case m == nil:
		return s.redLine("Could not load module " + name + ", got: nofile")
	case m.Language != code.Builtin && s.options.Strict:
		return s.redLine("Beam code not available for " + name + " or debug info is missing, cannot load typespecs")
	}
	d := s.document()
	for _, text := range s.typesOf(what.module) {
		key := typeKey(text)
		if what.function != "" && (what.function != key.Name || what.arity >= 0 && what.arity != key.Arity) {
			continue
		}
		keyword, rest, _ := strings.Cut(text, " ")
		d.styled(sgrCode, keyword)
		d.WriteString(" " + rest + "\n\n")
	}
	switch {
	case d.Len() > 0:
		return d.String()
	case what.function == "":
		return s.redLine("No type information for " + name + " was found")
	}
	of := name + "." + what.function
	return s.redLine("No type information for " + of + " was found or " + of + " is private")
}

// typesOf returns the types of a module: recorded ones, or those of a module that
// was typed, as they stand there.
func (s *Session) typesOf(module term.Atom) []string {
	call, ok := s.trees.find(s.table, module).(*syntax.Call)
	if !ok || call.Do == nil {
		return types()[inspect.AtomText(module)]
	}
	var texts []string
	for _, n := range blockOf(call.Do.Sections[0].Body) {
		a, ok := n.(*syntax.Attribute)
		if ok && a.Value != nil && slices.Contains([]string{"type", "opaque", "typep"}, a.Name) {
			texts = append(texts, syntax.Source(n))
		}
	}
	return texts
}

// typeKey is the name and arity of a type.
func typeKey(text string) code.Key {
	_, head, _ := strings.Cut(text, " ")
	open := strings.IndexByte(head, '(')
	if name, _, _ := strings.Cut(head, " "); open < 0 || open > len(name) {
		return code.Key{Name: name}
	}
	end := endOfArguments(head, open)
	key := code.Key{Name: head[:open]}
	if arguments := head[open+1 : end-1]; arguments != "" {
		key.Arity = len(splitTop(arguments, ","))
	}
	return key
}
