package inspect

import (
	"strconv"
	"strings"

	"gex/runtime/term"
)

// Inspect returns t as Elixir writes it. Where an implementation of Inspect
// fails for good, and where Charlists asks for characters that are none, it
// returns as much as Text does: nothing.
func Inspect(t term.Term, o Options) string {
	text, _ := Text(t, o)
	return text
}

// Text is Inspect with the error for which there is no text: that of Customs,
// or a *CharlistError.
func Text(t term.Term, o Options) (string, error) {
	if t, ok := t.(term.Atom); ok && o.Colors == nil && o.InspectFun == nil {
		return AtomText(t), nil
	}
	width := resolve(o.Width, defaultWidth)
	if !o.Pretty {
		width = unlimited
	}
	w, err := written(o, width, func(w *writer, limit int) { w.term(t, limit) })
	return w.inLines(width), err
}

// MapText is the text of a struct as the map that it is; what is in there is
// shown as ever.
func MapText(m *term.Map, o Options) (string, error) {
	width := resolve(o.Width, defaultWidth)
	w, err := written(o, width, func(w *writer, limit int) { w.plainMap(m, limit) })
	return w.inLines(width), err
}

// inLines is the text in lines of a width.
func (w *writer) inLines(width int) string {
	switch {
	case w.flat:
		return string(w.text)
	case len(w.docs) == 0:
		return w.render(width)
	}
	text, _ := FormatDoc(term.Tuple{docGroup, w.tree(), term.Atom("self")}, width)
	return strings.Join(text, "")
}

// Doc returns the document of t, as Inspect.Algebra.to_doc/2.
func Doc(t term.Term, o Options) (term.Term, error) {
	w, err := written(o, 0, func(w *writer, limit int) {
		w.exact = true
		w.term(t, limit)
	})
	return w.doc(), err
}

// MapDoc is Doc of a struct as the map that it is.
func MapDoc(m *term.Map, o Options) (term.Term, error) {
	w, err := written(o, 0, func(w *writer, limit int) { w.plainMap(m, limit) })
	return w.doc(), err
}

// ImplDoc returns the document that the implementation of Inspect for t makes:
// Options.InspectFun is asked only for what is in there.
func ImplDoc(t term.Term, o Options) (term.Term, error) {
	w, err := written(o, 0, func(w *writer, limit int) {
		w.exact = true
		w.implemented(t, limit)
	})
	return w.doc(), err
}

func (w *writer) doc() term.Term {
	if w.flat {
		return wordDoc(string(w.text), w.col())
	}
	return w.tree()
}

// AnyDoc is Doc of a struct as its declaration has it, whatever implements
// Inspect for it.
func AnyDoc(m *term.Map, o Options) (term.Term, error) {
	w, err := written(o, 0, func(w *writer, limit int) {
		name, _ := m.Get(structKey)
		if module, ok := name.(term.Atom); !ok || !w.asDeclared(m, module, limit) {
			w.plainMap(m, limit)
		}
	})
	return w.doc(), err
}

// written writes on one line if that fits in a width.
func written(o Options, width int, write func(w *writer, limit int)) (*writer, error) {
	limit := resolve(o.Limit, defaultLimit)
	w := &writer{Options: o, printable: resolve(o.PrintableLimit, defaultPrintable)}
	w.text = make([]byte, 0, firstBuffer)
	w.flat, w.enough = true, width
	write(w, limit)
	if w.err != nil || !w.full() {
		return w, w.err
	}
	w.document = document{text: w.text[:0], marks: make([]mark, 0, firstMarks)}
	w.asked, w.path = 0, nil
	write(w, limit)
	return w, w.err
}

// What the buffers hold before they grow.
const (
	firstBuffer = 96
	firstMarks  = 64
)

// writer writes terms into a document. The limit of a container counts its
// elements, and each element gets what was left when its turn came.
type writer struct {
	document
	Options
	printable int
	path      []Layer // what is open around the term
	answers   []made
	asked     int // how many of the answers this attempt has used
	err       error
	exact     bool // whether a document that somebody else made stays as it is
}

// less is the limit after one more element.
func less(limit int) int {
	if limit > 0 {
		return limit - 1
	}
	return limit
}

// token writes text in a colour.
func (w *writer) token(text string, color colorOf) {
	colored := w.start(color)
	w.write(text)
	w.stop(colored)
}

// colorOf picks the colour of a kind of token.
type colorOf func(*Colors) string

// start begins a colour and reports whether there is one to stop.
func (w *writer) start(color colorOf) bool {
	if w.Colors == nil {
		return false
	}
	sequence := color(w.Colors)
	w.escape(sequence)
	return sequence != ""
}

func (w *writer) stop(colored bool) {
	if colored {
		w.escape(w.Colors.Reset)
	}
}

func (w *writer) integer(i int64) {
	if w.Base != Decimal {
		w.token(integerText(term.Int(i), w.Base), numberColor)
		return
	}
	colored := w.start(numberColor)
	w.text = strconv.AppendInt(w.text, i, 10)
	w.stop(colored)
}

func atomColor(c *Colors) string     { return c.Atom }
func binaryColor(c *Colors) string   { return c.Binary }
func booleanColor(c *Colors) string  { return c.Boolean }
func charlistColor(c *Colors) string { return c.Charlist }
func listColor(c *Colors) string     { return c.List }
func mapColor(c *Colors) string      { return c.Map }
func nilColor(c *Colors) string      { return c.Nil }
func numberColor(c *Colors) string   { return c.Number }
func regexColor(c *Colors) string    { return c.Regex }
func stringColor(c *Colors) string   { return c.String }
func tupleColor(c *Colors) string    { return c.Tuple }

func (w *writer) term(t term.Term, limit int) {
	if w.InspectFun != nil && w.Customs != nil && w.foreign(t, limit, w.Customs.Apply) {
		return
	}
	w.implemented(t, limit)
}

// implemented writes t as the implementation of Inspect for its type does.
func (w *writer) implemented(t term.Term, limit int) {
	switch t := t.(type) {
	case term.Atom:
		w.atom(t)
	case term.Int:
		w.integer(int64(t))
	case *term.Big:
		w.token(integerText(t, w.Base), numberColor)
	case term.Float:
		w.token(floatText(float64(t)), numberColor)
	case term.Binary:
		w.binary(string(t), limit)
	case *term.Bits:
		w.bits(t.Bytes, t.Size, limit)
	case term.Tuple:
		w.tuple(t, limit)
	case term.EmptyList:
		w.token("[]", listColor)
	case *term.Cons:
		w.list(t, limit)
	case *term.Map:
		w.mapOrStruct(t, limit)
	case *term.Native:
		w.native(t, limit)
	default:
		w.opaque(t)
	}
}

func (w *writer) opaque(t term.Term) {
	switch t := t.(type) {
	case term.PID:
		w.write("#PID<")
		w.text = append(appendPID(w.text, t), '>')
	case term.Ref:
		w.write("#Reference<")
		w.text = append(appendRef(w.text, t), '>')
	case *term.Fun:
		w.write(FunText(t))
	}
}

// appendPID appends the three numbers of a pid.
func appendPID(b []byte, p term.PID) []byte {
	if p.Identity == nil {
		return append(b, "0.0.0"...)
	}
	b = append(b, "0."...)
	b = strconv.AppendUint(b, uint64(p.Number), 10)
	b = append(b, '.')
	return strconv.AppendUint(b, uint64(p.Serial), 10)
}

// appendRef appends the four numbers of a reference.
func appendRef(b []byte, r term.Ref) []byte {
	b = append(b, '0')
	for _, n := range r.Numbers() {
		b = append(b, '.')
		b = strconv.AppendUint(b, uint64(n), 10)
	}
	return b
}

// FunText returns a function as #Function<42.3316493/1 in :erl_eval.expr/6>,
// or as &Enum.map/2 when it captures a named one.
func FunText(f *term.Fun) string {
	if f.External {
		return "&" + MFA(f.Module, f.Name, f.Arity)
	}
	text := "#Function<" + strconv.Itoa(f.Index) + "." + strconv.Itoa(f.Unique) + "/" + strconv.Itoa(f.Arity)
	if f.Place != "" {
		text += " in " + f.Place
	}
	return text + ">"
}

// MFA returns a function's name as Exception.format_mfa does: Enum.map/2.
func MFA(module term.Atom, name string, arity int) string {
	return AtomText(module) + "." + CallText(term.Atom(name)) + "/" + strconv.Itoa(arity)
}

func (w *writer) atom(a term.Atom) {
	switch a {
	case term.Nil:
		w.token("nil", nilColor)
	case term.True, term.False:
		w.token(string(a), booleanColor)
	default:
		w.token(AtomText(a), atomColor)
	}
}
