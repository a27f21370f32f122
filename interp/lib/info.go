package lib

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// section is a heading of i/1 with what stands under it.
type section struct{ title, text string }

func helperInfo(self *process.Process, a []term.Term) (term.Term, error) {
	o := InspectOptions(self.Node())
	o.Pretty = true
	sections := append([]section{{"Term", inspect.Inspect(a[0], o)}}, describe(self, a[0])...)
	var b strings.Builder
	for _, s := range sections {
		b.WriteString(s.title + "\n  " + strings.ReplaceAll(s.text, "\n", "\n  ") + "\n")
	}
	return Silent, ioserver.PutChars(self, term.Atom("stdio"), b.String())
}

// describe returns what is special about a kind of term.
func describe(self *process.Process, t term.Term) []section {
	switch t := t.(type) {
	case term.Binary:
		return describeBinary(string(t))
	case term.Atom:
		return describeAtom(self, t)
	case term.PID:
		return describePID(t)
	case term.Int, *term.Big:
		return []section{{"Data type", "Integer"}, {"Reference modules", "Integer"}}
	case term.Float:
		return []section{{"Data type", "Float"}, {"Reference modules", "Float"}}
	case term.Tuple:
		return []section{{"Data type", "Tuple"}, {"Reference modules", "Tuple"}}
	case term.EmptyList, *term.Cons:
		return []section{{"Data type", "List"}, {"Reference modules", "List"}}
	case *term.Map:
		return describeMap(t)
	case *term.Fun:
		return []section{{"Data type", "Function"}, {"Type", "local"}, {"Arity", fmt.Sprint(t.Arity)}, {"Description", "This is an anonymous function."}}
	case term.Ref:
		return []section{{"Data type", "Reference"}, {"Description", "A unique value, as monitors and calls use it."}}
	case *term.Native:
		return []section{{"Data type", "Go value"}, {"Type", t.Name}}
	}
	return []section{{"Data type", "BitString"}}
}

func describeBinary(s string) []section {
	about := "This is a binary: a sequence of bytes that is no printable text."
	if ok, _ := stringPrintable(s, term.Infinity); ok == term.Term(term.True) && utf8.ValidString(s) {
		about = "This is a string: a binary in UTF-8, all of whose characters can be\nprinted, so it is shown between double quotes."
	}
	raw := inspect.Inspect(term.Binary(s), inspect.Options{Binaries: inspect.AsBinaries})
	return []section{{"Data type", "BitString"}, {"Byte size", fmt.Sprint(len(s))}, {"Description", about},
		{"Raw representation", raw}, {"Reference modules", "String, :binary"}}
}

func describeAtom(self *process.Process, a term.Atom) []section {
	sections := []section{{"Data type", "Atom"}}
	if m := code.Of(self.Node()).Module(a); m != nil {
		sections = append(sections, section{"Description", "This is a module. Call " + inspect.AtomText(a) + ".function, or h " + inspect.AtomText(a)},
			section{"Written in", string(m.Language)}, section{"Functions", fmt.Sprint(len(m.Exports()))})
	}
	return append(sections, section{"Reference modules", "Atom"})
}

func describePID(pid term.PID) []section {
	sections := []section{{"Data type", "PID"}}
	p := process.Lookup(pid)
	if p == nil {
		return append(sections, section{"Alive", "false"})
	}
	name, links := "not registered", "none"
	if p.RegisteredName() != "" {
		name = inspect.AtomText(p.RegisteredName())
	}
	var list []string
	for _, l := range p.Links() {
		list = append(list, show(l))
	}
	if len(list) > 0 {
		links = strings.Join(list, ", ")
	}
	return append(sections, section{"Alive", "true"}, section{"Name", name}, section{"Links", links},
		section{"Message queue length", fmt.Sprint(p.MailboxLen())},
		section{"Description", "Use Process.info/1 to get more info about this process"},
		section{"Reference modules", "Process, Node"})
}

func describeMap(m *term.Map) []section {
	module, ok := structName(m)
	if !ok {
		return []section{{"Data type", "Map"}, {"Reference modules", "Map"}}
	}
	return []section{{"Data type", inspect.AtomText(module)}, {"Description", "This is a struct. Structs are maps with a __struct__ key."},
		{"Reference modules", inspect.AtomText(module) + ", Map"}}
}
