package syntax

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Quoted renders n as the quoted expression of Elixir without its metadata:
// {name, [], args}. Three things are written in a simpler way than by inspect:
// bytes of strings outside of printable ASCII are \xHH, floats are the sixteen
// digits of their bits after 0f, and charlists are lists of numbers.
func Quoted(n Node) string {
	var q quoter
	q.node(n)
	return q.String()
}

type quoter struct{ strings.Builder }

func (q *quoter) node(n Node) {
	switch n := n.(type) {
	case *Int, *Float, *Atom, *Handle:
		q.scalar(n)
	case *QuotedAtom, *String, *Charlist, *Sigil:
		q.text(n)
	case *Tuple, *List, *Pair, *Keywords, *Map, *Struct, *Bitstring, *Range:
		q.container(n)
	case *Alias, *Var, *Call, *AnonCall, *Apply, *MultiAlias, *Access, *Attribute:
		q.call(n)
	default:
		q.operator(n)
	}
}

func (q *quoter) scalar(n Node) {
	switch n := n.(type) {
	case *Int:
		if n.Big != nil {
			q.WriteString(n.Big.String())
		} else {
			q.WriteString(strconv.FormatInt(n.Value, 10))
		}
	case *Float:
		fmt.Fprintf(q, "0f%016x", math.Float64bits(n.Value))
	case *Atom:
		q.atom(n.Name)
	case *Handle:
		q.WriteString(n.text())
	}
}

// text returns the handle as it is printed: #PID<0.1.2>.
func (h *Handle) text() string {
	words := make([]string, len(h.Numbers))
	for i, v := range h.Numbers {
		words[i] = strconv.FormatUint(v, 10)
	}
	return "#" + h.Kind + "<" + strings.Join(words, ".") + ">"
}

func (q *quoter) atom(name string) {
	switch {
	case name == "nil" || name == "true" || name == "false":
		q.WriteString(name)
	case strings.HasPrefix(name, "Elixir."):
		q.WriteString(name[len("Elixir."):])
	case bareAtom(name):
		q.WriteString(":" + name)
	default:
		q.WriteString(":")
		q.quote(name)
	}
}

func bareAtom(name string) bool {
	probe := &lexer{src: []rune(name)}
	if nm, ok := probe.scanName(0); ok {
		return nm.ascii && nm.width == len(probe.src)
	}
	return name != "" && probe.punctuationName() == name && !inspectQuotes[name]
}

// inspectQuotes holds the operators that inspect writes in quotes.
var inspectQuotes = map[string]bool{"~~~": true, "^^^": true, "<|>": true}

func (q *quoter) quote(s string) {
	q.WriteByte('"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			q.WriteByte('\\')
			q.WriteByte(c)
		case c < ' ' || c > '~':
			fmt.Fprintf(q, `\x%02X`, c)
		default:
			q.WriteByte(c)
		}
	}
	q.WriteByte('"')
}

func (q *quoter) list(nodes []Node) {
	q.WriteByte('[')
	for i, n := range nodes {
		q.comma(i)
		q.node(n)
	}
	q.WriteByte(']')
}

func (q *quoter) comma(i int) {
	if i > 0 {
		q.WriteString(", ")
	}
}

// form writes {name, [], args}.
func (q *quoter) form(name string, args ...Node) {
	q.WriteByte('{')
	q.atom(name)
	q.WriteString(", [], ")
	q.list(args)
	q.WriteByte('}')
}

func (q *quoter) text(n Node) {
	switch n := n.(type) {
	case *String:
		q.binary(n.Parts)
	case *QuotedAtom:
		q.WriteString("{{:., [], [:erlang, :binary_to_atom]}, [], [")
		q.segments(n.Parts)
		q.WriteString(", :utf8]}")
	case *Charlist:
		q.charlist(n.Parts)
	case *Sigil:
		q.WriteString("{:sigil_" + string(n.Name) + ", [], [")
		q.segments(n.Parts)
		q.WriteString(", ")
		q.points(n.Modifiers)
		q.WriteString("]}")
	}
}

func (q *quoter) binary(parts []Part) {
	if s, ok := Constant(parts); ok {
		q.quote(s)
		return
	}
	q.segments(parts)
}

// segments writes parts as the segments of a binary.
func (q *quoter) segments(parts []Part) {
	q.WriteString("{:<<>>, [], [")
	for i, p := range parts {
		q.comma(i)
		if p.Expr == nil {
			q.quote(p.Text)
			continue
		}
		q.WriteString(`{:"::", [], [`)
		q.toString(p.Expr)
		q.WriteString(", {:binary, [], nil}]}")
	}
	q.WriteString("]}")
}

func (q *quoter) toString(n Node) {
	q.WriteString("{{:., [], [Kernel, :to_string]}, [], [")
	q.node(n)
	q.WriteString("]}")
}

func (q *quoter) charlist(parts []Part) {
	if s, ok := Constant(parts); ok {
		q.points(s)
		return
	}
	q.WriteString("{{:., [], [List, :to_charlist]}, [], [[")
	for i, p := range parts {
		q.comma(i)
		if p.Expr == nil {
			q.quote(p.Text)
		} else {
			q.toString(p.Expr)
		}
	}
	q.WriteString("]]}")
}

func (q *quoter) points(s string) {
	q.WriteByte('[')
	for i, r := range []rune(s) {
		q.comma(i)
		q.WriteString(strconv.Itoa(int(r)))
	}
	q.WriteByte(']')
}

func (q *quoter) container(n Node) {
	switch n := n.(type) {
	case *Tuple:
		q.tuple(n)
	case *List:
		q.list(listElems(n))
	case *Pair:
		q.pair(n.Key, n.Value)
	case *Keywords:
		q.list(pairNodes(n.Pairs))
	case *Map:
		q.mapForm(n)
	case *Struct:
		q.form("%", n.Name, n.Fields)
	case *Bitstring:
		q.form("<<>>", n.Segments...)
	case *Range:
		q.rangeForm(n)
	}
}

func (q *quoter) tuple(t *Tuple) {
	if len(t.Elems) == 2 {
		q.pair(t.Elems[0], t.Elems[1])
		return
	}
	q.form("{}", t.Elems...)
}

func (q *quoter) pair(a, b Node) {
	q.WriteByte('{')
	q.node(a)
	q.WriteString(", ")
	q.node(b)
	q.WriteByte('}')
}

// listElems puts the tail back on the last element.
func listElems(l *List) []Node {
	if l.Tail == nil {
		return l.Elems
	}
	last := len(l.Elems) - 1
	return append(l.Elems[:last:last], &Binary{Op: "|", Left: l.Elems[last], Right: l.Tail})
}

func (q *quoter) mapForm(m *Map) {
	if m.Base == nil {
		q.form("%{}", m.Elems...)
		return
	}
	q.form("%{}", &Binary{Op: "|", Left: m.Base, Right: &List{Elems: m.Elems}})
}

func (q *quoter) rangeForm(r *Range) {
	switch {
	case r.First == nil:
		q.form("..")
	case r.Step == nil:
		q.form("..", r.First, r.Last)
	default:
		q.form("..//", r.First, r.Last, r.Step)
	}
}
