package interp

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// section is a heading of i with what stands under it.
type section struct{ title, text string }

// info is i/1.
func (s *Session) info(self *process.Process, args []term.Term) (term.Term, error) {
	sections := []section{{"Term", inspect.Inspect(args[0], lib.InspectOptions(s.node))}}
	sections = append(sections, s.describe(args[0])...)
	sections = append(sections, section{"Implemented protocols", protocolsOf(args[0])})
	d := s.document()
	for _, part := range sections {
		d.styled(sgrHeading, part.title)
		d.WriteString("\n")
		d.styled(sgrInfo, "  "+strings.ReplaceAll(part.text, "\n", "\n  "))
		d.WriteString("\n")
	}
	return doNotShow, s.say(self, d.String())
}

// exportsOf is exports/0 and exports/1: macros and functions, each by name.
func (s *Session) exportsOf(self *process.Process, args []term.Term) (term.Term, error) {
	name := kernelModule
	if len(args) == 1 {
		var ok bool
		if name, ok = args[0].(term.Atom); !ok {
			return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
				Module: "Elixir.Code", Function: "ensure_loaded?", Arity: 1, Args: args, HasArgs: true, File: "lib/code.ex", Line: 1655})
		}
	}
	m := s.table.Module(name)
	if m == nil {
		return nil, exception.In(code.Undef(name, "module_info", []term.Term{term.Atom("exports")}),
			exception.Frame{Module: "Elixir.IEx.Autocomplete", Function: "exports", Arity: 1, File: "lib/iex/autocomplete.ex", Line: 138},
			iexFrame("exports", 1, 736))
	}
	var macros, functions []string
	for key := range m.Macros {
		macros = append(macros, fmt.Sprintf("%s/%d", key.Name, key.Arity))
	}
	slices.Sort(macros)
	for _, f := range m.Exports() {
		functions = append(functions, fmt.Sprintf("%s/%d", f.Name, f.Arity))
	}
	return doNotShow, s.say(self, s.inColumns(append(macros, functions...)))
}

// infoLast is i/0.
func (s *Session) infoLast(self *process.Process, _ []term.Term) (term.Term, error) {
	value, err := s.history.value(term.Int(-1))
	if err != nil {
		return nil, err
	}
	return s.info(self, []term.Term{value})
}

// describe returns what is special about a kind of term.
func (s *Session) describe(t term.Term) []section {
	switch t := t.(type) {
	case term.Binary:
		return describeBinary(string(t))
	case *term.Bits:
		return []section{{"Data type", "BitString"}, {"Bits size", fmt.Sprint(t.Size)},
			{"Description", "This is a bitstring. It's a chunk of bits that are not divisible by 8\n(the number of bytes isn't whole)."}}
	case term.Atom:
		return s.describeAtom(t)
	case term.PID:
		return s.describePID(t)
	case term.Int, *term.Big:
		return []section{{"Data type", "Integer"}, {"Reference modules", "Integer"}}
	case term.Float:
		return []section{{"Data type", "Float"}, {"Reference modules", "Float"}}
	case term.Tuple:
		return []section{{"Data type", "Tuple"}, {"Reference modules", "Tuple"}}
	case term.EmptyList, *term.Cons:
		return describeList(t)
	case *term.Map:
		return s.describeMap(t)
	case *term.Fun:
		return describeFunction(t)
	case term.Ref:
		return []section{{"Data type", "Reference"}}
	case *term.Native:
		return []section{{"Data type", "Go value"}, {"Type", t.Name}}
	}
	return nil
}

func describeBinary(text string) []section {
	sections := []section{{"Data type", "BitString"}, {"Byte size", fmt.Sprint(len(text))}}
	raw := inspect.Inspect(term.Binary(text), inspect.Options{Binaries: inspect.AsBinaries})
	if inspect.PrintableString(text) {
		return append(sections, section{"Description", "This is a string: a UTF-8 encoded binary. It's printed surrounded by\n" +
			"\"double quotes\" because all UTF-8 encoded code points in it are printable."},
			section{"Raw representation", raw}, section{"Reference modules", "String, :binary"})
	}
	valid := utf8.ValidString(text)
	for i, r := range text {
		switch {
		case !valid && r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)):
			return append(sections, section{"Description", "This is a binary: a collection of bytes. It's printed with the `<<>>`\n" +
				"syntax (as opposed to double quotes) because it is not a UTF-8 encoded\n" +
				fmt.Sprintf("binary (the first invalid byte being `<<%d>>`)", text[i])}, section{"Reference modules", ":binary"})
		case valid && !inspect.PrintableString(string(r)):
			return append(sections, section{"Description", "This is a string: a UTF-8 encoded binary. It's printed with the `<<>>`\n" +
				"syntax (as opposed to double quotes) because it contains non-printable\n" +
				"UTF-8 encoded code points (the first non-printable code point being\n`" +
				inspect.Inspect(term.Binary(string(r)), inspect.Options{Binaries: inspect.AsBinaries}) + "`)."},
				section{"Reference modules", "String, :binary"})
		}
	}
	return sections
}

func (s *Session) describeAtom(a term.Atom) []section {
	sections := []section{{"Data type", "Atom"}}
	name, alias := a.AliasName()
	m := s.table.Module(a)
	reference := "Atom"
	switch {
	case a == doNotShow:
		sections = append(sections, section{"Description", "This atom is returned by IEx when a function that should not print its\nreturn value on screen is executed."})
	case m != nil:
		reference = "Module, Atom"
		file := m.File
		if m.Language == code.Builtin {
			file = "gex"
		}
		sections = append(sections, section{"Source", file}, section{"Description",
			"Use h(" + inspect.AtomText(a) + ") to access its documentation.\nCall " + inspect.AtomText(a) + ".module_info() to access metadata."})
	}
	switch {
	case alias:
		sections = append(sections, section{"Raw representation", ":\"Elixir." + name + "\""})
	case m != nil:
		sections = append(sections, section{"Raw representation", ":\"" + string(a) + "\""})
	}
	return append(sections, section{"Reference modules", reference})
}

// describePID tells about a process and, of an event manager, its handlers,
// which IEx does not know.
func (s *Session) describePID(pid term.PID) []section {
	about := []section{{"Description", "Use Process.info/1 to get more info about this process"}, {"Reference modules", "Process, Node"}}
	sections := []section{{"Data type", "PID"}}
	p := process.Lookup(pid)
	if p == nil {
		return append(append(sections, section{"Alive", "false"}), about...)
	}
	name, links := "not registered", "none"
	if p.RegisteredName() != "" {
		name = inspect.AtomText(p.RegisteredName())
	}
	var list []string
	for _, l := range p.Links() {
		list = append(list, inspect.Inspect(l, inspect.Options{}))
	}
	if len(list) > 0 {
		links = strings.Join(list, ", ")
	}
	sections = append(sections, section{"Alive", "true"}, section{"Name", name}, section{"Links", links},
		section{"Message queue length", fmt.Sprint(p.MailboxLen())})
	if handlers, ok := genevent.Handlers(p); ok && !s.options.Strict {
		text := strings.Trim(inspect.Inspect(handlers, s.configured(s.inspectOptions())), "[]")
		if text == "" {
			text = "none"
		}
		sections = append(sections, section{"Handlers", text})
	}
	return append(sections, about...)
}

func describeList(list term.Term) []section {
	sections := []section{{"Data type", "List"}}
	switch {
	case list == term.Term(term.Empty):
	case strings.HasPrefix(inspect.Inspect(list, inspect.Options{}), "'"):
		return append(sections, section{"Description", "This is a list of integers that is printed as a sequence of characters\n" +
			"delimited by single quotes because all the integers in it represent printable\n" +
			"ASCII characters. Conventionally, a list of Unicode code points is known as a\n" +
			"charlist and a list of ASCII characters is a subset of it."},
			section{"Raw representation", inspect.Inspect(list, inspect.Options{Charlists: inspect.AsLists})},
			section{"Reference modules", "List"})
	case isKeyword(list):
		return append(sections, section{"Description", "This is what is referred to as a \"keyword list\". A keyword list is a list\n" +
			"of two-element tuples where the first element of each tuple is an atom."}, section{"Reference modules", "Keyword, List"})
	}
	return append(sections, section{"Reference modules", "List"})
}

func isKeyword(list term.Term) bool {
	elements, proper := term.Slice(list)
	for _, e := range elements {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 {
			return false
		}
		if _, ok := pair[0].(term.Atom); !ok {
			return false
		}
	}
	return proper
}

// calendarKinds are the structs that have a sigil.
var calendarKinds = map[term.Atom]struct{ what, sigil string }{
	"Elixir.Date":          {"a date", "D"},
	"Elixir.Time":          {"a time", "T"},
	"Elixir.NaiveDateTime": {"a \"naive\" datetime (that is, a datetime without a time zone)", "N"},
}

func (s *Session) describeMap(m *term.Map) []section {
	name, ok := lib.StructName(m)
	if !ok {
		return []section{{"Data type", "Map"}, {"Reference modules", "Map"}}
	}
	module := inspect.AtomText(name)
	if kind, ok := calendarKinds[name]; ok {
		raw := lib.InspectOptions(s.node)
		raw.AnyStructs = true
		return []section{{"Data type", module}, {"Description", "This is a struct representing " + kind.what + ". It is commonly\n" +
			"represented using the `~" + kind.sigil + "` sigil syntax, that is\ndefined in the `Kernel.sigil_" + kind.sigil + "/2` macro."},
			{"Raw representation", inspect.Inspect(m, raw)}, {"Reference modules", module + ", Calendar, Map"}}
	}
	return []section{{"Data type", module}, {"Description", "This is a struct. Structs are maps with a __struct__ key."},
		{"Reference modules", module + ", Map"}}
}

func describeFunction(f *term.Fun) []section {
	kind := "local"
	if strings.HasPrefix(inspect.Inspect(f, inspect.Options{}), "&") {
		kind = "external"
	}
	sections := []section{{"Data type", "Function"}, {"Type", kind}, {"Arity", fmt.Sprint(f.Arity)}}
	if kind == "local" {
		sections = append(sections, section{"Description", "This is an anonymous function."})
	}
	return sections
}

// protocolsOf returns the protocols of Elixir 1.14 that a kind of term
// implements.
func protocolsOf(t term.Term) string {
	const info, chars = "IEx.Info, Inspect", ", List.Chars, String.Chars"
	switch t := t.(type) {
	case term.Binary, *term.Bits:
		return "Collectable, " + info + chars
	case term.EmptyList, *term.Cons:
		return "Collectable, Enumerable, " + info + chars
	case term.Atom, term.Int, *term.Big, term.Float:
		return info + chars
	case *term.Fun:
		return "Enumerable, " + info
	case *term.Map:
		name, _ := lib.StructName(t)
		switch name {
		case "", "Elixir.MapSet", "Elixir.HashDict", "Elixir.HashSet":
			return "Collectable, Enumerable, " + info
		case "Elixir.Range", "Elixir.Stream", "Elixir.GenEvent.Stream":
			return "Enumerable, " + info
		case "Elixir.Version", "Elixir.URI", "Elixir.Date", "Elixir.Time", "Elixir.NaiveDateTime", "Elixir.DateTime":
			return info + ", String.Chars"
		}
	}
	return info
}
