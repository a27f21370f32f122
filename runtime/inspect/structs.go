package inspect

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

const (
	structKey    = term.Atom("__struct__")
	exceptionKey = term.Atom("__exception__")
)

// structure writes a map as a struct, if it is one whose fields are those
// that its module declares.
func (w *writer) structure(m *term.Map, limit int) bool {
	name, ok := m.Get(structKey)
	if !ok {
		return false
	}
	module, ok := name.(term.Atom)
	if !ok {
		return false
	}
	if w.Customs != nil && w.foreign(m, limit, w.Customs.Doc) {
		return true
	}
	if special := specials[module]; special != nil && !w.AnyStructs {
		return special(w, m, limit) || w.Customs != nil && w.foreign(m, limit, w.Customs.Malformed)
	}
	return w.asDeclared(m, module, limit)
}

// asDeclared writes a struct as its module declares it, if it has the fields.
func (w *writer) asDeclared(m *term.Map, module term.Atom, limit int) bool {
	fields, ok := w.fields(module)
	if !ok || !hasFields(m, fields) && optionalFields[module].Optional == nil {
		return false
	}
	d, derived := optionalFields[module]
	if !derived && w.Derived != nil {
		d, _ = w.Derived(module)
	}
	w.enter(InStruct)
	w.declared(m, module, d.filter(m, fields), d.Hides, limit)
	w.leave()
	return true
}

// declared writes a struct as its declaration has it; the brackets tell
// whether some fields are hidden.
func (w *writer) declared(m *term.Map, module term.Atom, fields []string, hides bool, limit int) {
	c, n := container{"%" + AtomText(module) + "{", "}", mapColor, strict}, len(fields)
	if hides {
		c, n = container{"#" + AtomText(module) + "<", ">", mapColor, strict}, n+1
	}
	w.each(c, n, limit, func(i, limit int) {
		if i == len(fields) {
			w.write(ellipsis)
			return
		}
		value, ok := m.Get(term.Atom(fields[i]))
		if !ok {
			value = term.Nil
		}
		w.keyword(term.Atom(fields[i]), value, limit)
	})
}

// Derived is what @derive {Inspect, ...} says of a struct; the zero value
// shows all fields.
type Derived struct {
	// Only are the fields to show, all when nil, without those of Except.
	Only, Except []string
	// Hides tells whether that hides any.
	Hides bool
	// Optional are the fields that are left out when they have the value here.
	Optional map[string]term.Term
}

// filter returns those of the fields that are shown.
func (d Derived) filter(m *term.Map, fields []string) []string {
	return slices.DeleteFunc(slices.Clone(fields), func(name string) bool {
		value, ok := m.Get(term.Atom(name))
		if !ok {
			value = term.Nil
		}
		unset, optional := d.Optional[name]
		return d.Only != nil && !slices.Contains(d.Only, name) || slices.Contains(d.Except, name) ||
			optional && term.Compare(value, unset) == 0
	})
}

func (w *writer) fields(module term.Atom) ([]string, bool) {
	if w.StructFields != nil {
		if fields, ok := w.StructFields(module); ok {
			return fields, true
		}
	}
	return StandardFields(module)
}

// hasFields reports whether m has exactly the fields beside the two keys that
// make it a struct and an exception.
func hasFields(m *term.Map, fields []string) bool {
	n := 1
	if _, ok := m.Get(exceptionKey); ok {
		n++
	}
	for i, f := range fields {
		if !slices.Contains(fields[:i], f) { // defstruct takes a field twice
			n++
		}
	}
	if m.Len() != n {
		return false
	}
	for _, f := range fields {
		if _, ok := m.Get(term.Atom(f)); !ok {
			return false
		}
	}
	return true
}

// specials are the structs that print in a form of their own. Each reports
// false, having written nothing, for a map that its module did not make.
var specials map[term.Atom]func(*writer, *term.Map, int) bool

func init() {
	specials = map[term.Atom]func(*writer, *term.Map, int) bool{
		"Elixir.Date": (*writer).date, "Elixir.Time": (*writer).time, "Elixir.NaiveDateTime": (*writer).naive,
		"Elixir.DateTime": (*writer).zoned, "Elixir.Date.Range": (*writer).dateRange,
		"Elixir.Range":    (*writer).rangeStruct,
		"Elixir.Regex":    (*writer).regex,
		"Elixir.MapSet":   (*writer).mapSet,
		"Elixir.HashDict": (*writer).hashDict,
		"Elixir.HashSet":  (*writer).hashSet,
		"Elixir.Stream":   (*writer).stream,

		"Elixir.Version.Requirement": (*writer).requirement,
	}
}

// requirement writes what is required of a version as the call that makes it.
func (w *writer) requirement(m *term.Map, limit int) bool {
	source, _ := m.Get(term.Atom("source"))
	if _, ok := source.(term.Binary); !ok {
		return false
	}
	w.write("Version.parse_requirement!(")
	w.write(Inspect(source, Options{}))
	w.write(")")
	return true
}

func (w *writer) rangeStruct(m *term.Map, limit int) bool {
	first, ok1 := m.Get(term.Atom("first"))
	last, ok2 := m.Get(term.Atom("last"))
	if !ok1 || !ok2 {
		return false
	}
	step, ok := m.Get(term.Atom("step"))
	upwards := term.Compare(first, last) <= 0
	if !ok { // a range of Elixir before 1.12
		step = term.Int(1)
		if !upwards {
			step = term.Int(-1)
		}
	}
	w.term(first, limit)
	w.write("..")
	w.term(last, limit)
	if !upwards || !term.Same(step, term.Int(1)) {
		w.write("//")
		w.term(step, limit)
	}
	return true
}

func (w *writer) regex(m *term.Map, limit int) bool {
	source, _ := m.Get(term.Atom("source"))
	opts, _ := m.Get(term.Atom("opts"))
	text, ok1 := source.(term.Binary)
	if ok1 && term.IsList(opts) { // made by another version
		w.write("Regex.compile!(")
		w.binary(string(text), limit)
		w.write(", ")
		w.implemented(opts, limit)
		w.write(")")
		return true
	}
	flags, ok2 := opts.(term.Binary)
	if ok1 && ok2 {
		w.token("~r/"+regexSource(string(text))+"/"+string(flags), regexColor)
	}
	if term.IsList(opts) && ok1 {
		w.write("Regex.compile!(")
		w.term(source, limit)
		w.write(", ")
		w.term(opts, limit)
		w.write(")")
		return true
	}
	return ok1 && ok2
}

// regexSource escapes the slashes that would end the literal and what cannot
// be printed, and keeps the backslashes, which belong to the expression.
func regexSource(source string) string {
	var b []byte
	for source != "" {
		r, size := utf8.DecodeRuneInString(source)
		switch {
		case strings.HasPrefix(source, `\\`), strings.HasPrefix(source, `\/`):
			b = append(b, source[:2]...)
			size = 2
		case strings.HasPrefix(source, "#{"):
			b = append(b, `\#`...)
		case r == '/':
			b = append(b, `\/`...)
		case r == utf8.RuneError && size == 1, r == '\b', r == 0x1b, r == 0x7f:
			b = fmt.Appendf(b, `\x%02X`, source[0])
		default:
			b = appendRune(b, r)
		}
		source = source[size:]
	}
	return string(b)
}

// mapSet shows its elements as numbers, even where they could be characters.
func (w *writer) mapSet(m *term.Map, limit int) bool {
	set, _ := m.Get(term.Atom("map"))
	w.enter(InMapSet)
	defer w.leave()
	return w.asList("MapSet.new(", set, keyOf, ")", limit)
}

func (w *writer) hashSet(m *term.Map, limit int) bool {
	set, _ := m.Get(term.Atom("root"))
	return w.asList("#HashSet<", set, keyOf, ">", limit)
}

func (w *writer) hashDict(m *term.Map, limit int) bool {
	dict, _ := m.Get(term.Atom("root"))
	return w.asList("#HashDict<", dict, pairOf, ">", limit)
}

func keyOf(p term.Pair) term.Term  { return p.Key }
func pairOf(p term.Pair) term.Term { return term.Tuple{p.Key, p.Value} }

// asList writes what element takes from the pairs of a map, as a list in
// which numbers are no characters.
func (w *writer) asList(open string, pairs term.Term, element func(term.Pair) term.Term, close string, limit int) bool {
	m, ok := pairs.(*term.Map)
	if !ok {
		return false
	}
	elements := make([]term.Term, m.Len())
	for i, p := range m.Listed() {
		elements[i] = element(p)
	}
	charlists := w.Charlists
	w.Charlists = AsLists
	w.write(open)
	w.term(term.List(elements...), limit)
	w.write(close)
	w.Charlists = charlists
	return true
}

func (w *writer) stream(m *term.Map, limit int) bool {
	enum, ok := m.Get(term.Atom("enum"))
	functions, _ := m.Get(term.Atom("funs"))
	funs, proper := term.Slice(functions)
	if !ok || functions == nil || !proper {
		return false
	}
	funs = slices.Clone(funs)
	slices.Reverse(funs)
	w.write("#Stream<")
	w.term(term.Keyword(
		term.Pair{Key: term.Atom("enum"), Value: enum},
		term.Pair{Key: term.Atom("funs"), Value: term.List(funs...)}), limit)
	w.write(">")
	return true
}
