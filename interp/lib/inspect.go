package lib

import (
	"iter"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// InspectOptions returns how the node's structs are printed, without limits
// of their own.
func InspectOptions(node *process.Node) inspect.Options {
	table := code.Of(node)
	return inspect.Options{
		StructFields: func(module term.Atom) ([]string, bool) { return structFields(table.Module(module)) },
		Shown:        func(module term.Atom) ([]string, bool) { return shownFields(table.Module(module)) },
		Custom: func(m *term.Map, module term.Atom) (string, bool) {
			impl := "Elixir.Inspect." + term.Atom(strings.TrimPrefix(string(module), "Elixir."))
			self := node.Current()
			if self == nil || !table.Exports(impl, "inspect", 2) {
				return "", false
			}
			text, err := code.Apply(self, impl, "inspect", m, algebraOptions)
			doc, ok := docText(text)
			return doc, ok && err == nil
		},
	}
}

// structFields are the fields that a module declares for its struct.
func structFields(m *code.Module) ([]string, bool) {
	if m == nil || m.Struct == nil {
		return nil, false
	}
	fields := make([]string, 0, len(m.Struct))
	for _, p := range m.Struct {
		if name, ok := p.Key.(term.Atom); ok && name != "__exception__" {
			fields = append(fields, string(name))
		}
	}
	return fields, true
}

// shownFields are the fields that are left by @derive {Inspect, only: ...} or
// except:.
func shownFields(m *code.Module) ([]string, bool) {
	fields, ok := structFields(m)
	if !ok {
		return nil, false
	}
	for _, a := range m.Attributes {
		if a.Key != term.Term(term.Atom("derive")) {
			continue
		}
		for derived := range flattened(a.Value) {
			pair, ok := derived.(term.Tuple)
			if !ok || len(pair) != 2 || pair[0] != term.Term(term.Alias("Inspect")) {
				continue
			}
			only, hasOnly := term.KeywordGet(pair[1], "only")
			except, _ := term.KeywordGet(pair[1], "except")
			return slices.DeleteFunc(fields, func(name string) bool {
				return hasOnly && !contains(only, term.Atom(name)) || contains(except, term.Atom(name))
			}), true
		}
	}
	return nil, false
}

// flattened yields what is in a list and in the lists in it, and t itself if
// it is no list.
func flattened(t term.Term) iter.Seq[term.Term] {
	return func(yield func(term.Term) bool) {
		if !term.IsList(t) {
			yield(t)
			return
		}
		for e := range term.Elements(t) {
			for x := range flattened(e) {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// contains reports whether a list has the element; what is no list has none.
func contains(list term.Term, element term.Term) bool {
	for e := range term.Elements(list) {
		if e == element {
			return true
		}
	}
	return false
}

func kernelInspect(self *process.Process, a []term.Term) (term.Term, error) {
	o, err := inspectWith(InspectOptions(self.Node()), a[1])
	if err != nil {
		return nil, err
	}
	return term.Binary(inspect.Inspect(a[0], o)), nil
}

// inspectWith adds the options of inspect/2, a keyword list, to o.
func inspectWith(o inspect.Options, options term.Term) (inspect.Options, error) {
	if !isKeyword(options) {
		return o, errClause
	}
	for x := range term.Elements(options) {
		key, _ := keyOf(x)
		SetInspectOption(&o, key, valueOf(x))
	}
	return o, nil
}

var (
	inspectBases = map[term.Atom]inspect.Base{
		"decimal": inspect.Decimal, "binary": inspect.Binary, "octal": inspect.Octal, "hex": inspect.Hex,
	}
	inspectCharlists = map[term.Atom]inspect.Charlists{"as_charlists": inspect.AsCharlists, "as_lists": inspect.AsLists, "as_list": inspect.AsLists}
	inspectBinaries  = map[term.Atom]inspect.Binaries{"as_strings": inspect.AsStrings, "as_binaries": inspect.AsBinaries}
)

// SetInspectOption sets an option of inspect/2 by its name; a name that is none
// changes nothing.
func SetInspectOption(o *inspect.Options, key term.Atom, value term.Term) {
	word, _ := value.(term.Atom)
	switch key {
	case "limit":
		o.Limit = limitOf(value)
	case "printable_limit":
		o.PrintableLimit = limitOf(value)
	case "width":
		o.Width = limitOf(value)
	case "pretty":
		o.Pretty = term.Truthy(value)
	case "structs":
		o.PlainStructs = value == term.Term(term.False)
	case "base":
		o.Base = inspectBases[word]
	case "charlists":
		o.Charlists = inspectCharlists[word]
	case "binaries":
		o.Binaries = inspectBinaries[word]
	case "syntax_colors":
		if list, ok := term.Slice(value); ok && len(list) > 0 {
			o.Colors = inspect.Syntax()
		}
	}
}

// limitOf reads a number or :infinity.
func limitOf(t term.Term) int {
	n, ok := t.(term.Int)
	switch {
	case !ok:
		return -1
	case n == 0:
		return inspect.None
	}
	return int(n)
}
