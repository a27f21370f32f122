package inspect

import (
	"strconv"

	"gex/runtime/term"
)

// Inspect returns t as Elixir writes it.
func Inspect(t term.Term, o Options) string {
	if t, ok := t.(term.Atom); ok && o.Colors == nil {
		return AtomText(t)
	}
	width := resolve(o.Width, defaultWidth)
	if !o.Pretty {
		width = unlimited
	}
	limit := resolve(o.Limit, defaultLimit)
	w := writer{Options: o, printable: resolve(o.PrintableLimit, defaultPrintable)}
	w.text = make([]byte, 0, firstBuffer)
	w.flat, w.enough = true, width
	w.term(t, limit)
	if !w.full() {
		return string(w.text)
	}
	w.document = document{text: w.text[:0], marks: make([]mark, 0, firstMarks)}
	w.term(t, limit)
	return w.render(width)
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
