package inspect

import (
	"strings"

	"gex/runtime/term"
)

// container is one way to lay out elements between brackets.
type container struct {
	open, close string
	color       colorOf
	breaks      breaking
}

// breaking is the option break: of Inspect.Algebra.container_doc.
type breaking uint8

const (
	strict breaking = iota // one element a line when not all fit on one
	flex                   // as many elements a line as fit
	maybe                  // flex if each element is a mere word, strict if not
)

const (
	strictNest    = 2
	flexNest      = 1
	bitstringNest = 2
)

// running is a container of which the elements are being written.
type running struct {
	container
	nested     int // the mark of the nest
	inside     int // the marks before the first element
	separators int
}

func (w *writer) begin(c container) running {
	w.group()
	w.enter(InContainer)
	w.token(c.open, c.color)
	r := running{container: c, nested: len(w.marks)}
	if c.breaks == flex {
		w.nest(flexNest)
	} else {
		w.nest(strictNest)
		w.line(markStrict, "")
	}
	r.inside = len(w.marks)
	return r
}

// separate writes what stands between two elements: a comma, or the bar
// before the tail of a list.
func (w *writer) separate(r *running, separator string) {
	if separator == bar {
		w.write(bar)
	} else {
		w.token(separator, r.color)
	}
	kind := markStrict
	if r.breaks == flex {
		kind = markFlex
	}
	w.line(kind, " ")
	r.separators++
}

func (w *writer) finish(r running) {
	w.leave()
	if r.breaks == maybe && !w.flat && len(w.marks) == r.inside+r.separators {
		w.makeFlex(&r)
	}
	if r.breaks == flex {
		w.nest(-flexNest)
	} else {
		w.nest(-strictNest)
		w.line(markStrict, "")
	}
	w.token(r.close, r.color)
	w.document.end(r.separators > 0 || r.breaks != flex)
}

// makeFlex changes the marks of a container whose elements left none, which
// means that they are words, into those of a flexible one.
func (w *writer) makeFlex(r *running) {
	r.breaks = flex
	w.marks[r.nested].arg = flexNest
	w.marks[r.nested+1].kind = markNone
	for i := r.inside; i < len(w.marks); i++ {
		w.marks[i].kind = markFlex
	}
}

func (w *writer) empty(c container) {
	w.token(c.open, c.color)
	w.token(c.close, c.color)
}

const (
	comma    = ","
	bar      = " |"
	ellipsis = "..."
)

// each writes n elements with commas between them, as far as the limit goes.
func (w *writer) each(c container, n, limit int, element func(i, limit int)) {
	if n == 0 {
		w.empty(c)
		return
	}
	r := w.begin(c)
	for i := range n {
		if i > 0 {
			w.separate(&r, comma)
		}
		if limit == 0 {
			w.write(ellipsis)
			break
		}
		limit = less(limit)
		element(i, limit)
		if w.full() {
			break
		}
	}
	w.finish(r)
}

var tupleContainer = container{"{", "}", tupleColor, flex}

func (w *writer) tuple(t term.Tuple, limit int) {
	w.each(tupleContainer, len(t), limit, func(i, limit int) { w.term(t[i], limit) })
}

func (w *writer) list(t *term.Cons, limit int) {
	if w.Charlists != AsLists && w.charlist(t) || w.err != nil {
		return
	}
	c := container{"[", "]", listColor, maybe}
	element := func(t term.Term, limit int) { w.term(t, limit) }
	if isKeyword(t) {
		c.breaks = strict
		element = func(t term.Term, limit int) {
			pair := t.(term.Tuple)
			w.keyword(pair[0].(term.Atom), pair[1], limit)
		}
	}
	w.cells(c, t, limit, element)
}

// cells writes the elements of a list, and its tail if it is improper.
func (w *writer) cells(c container, cell *term.Cons, limit int, element func(term.Term, int)) {
	r := w.begin(c)
	for {
		if limit == 0 {
			w.write(ellipsis)
			break
		}
		limit = less(limit)
		if !term.IsList(cell.Tail) {
			w.path[len(w.path)-1] = BeforeTail
		}
		element(cell.Head, limit)
		if w.full() {
			break
		}
		if _, end := cell.Tail.(term.EmptyList); end {
			break
		}
		next, proper := cell.Tail.(*term.Cons)
		if !proper {
			w.separate(&r, bar)
			w.path[len(w.path)-1] = InTail
			w.term(cell.Tail, limit)
			break
		}
		w.separate(&r, comma)
		cell = next
	}
	w.finish(r)
}

func (w *writer) keyword(key term.Atom, value term.Term, limit int) {
	w.token(KeyText(key), atomColor)
	w.write(" ")
	w.enter(InKeyword)
	w.term(value, limit)
	w.leave()
}

// isKeyword reports whether all elements are pairs of an atom, which is no
// alias, and a value.
func isKeyword(list term.Term) bool {
	for {
		cell, ok := list.(*term.Cons)
		if !ok {
			_, proper := list.(term.EmptyList)
			return proper
		}
		pair, ok := cell.Head.(term.Tuple)
		if !ok || len(pair) != 2 || !isKey(pair[0]) {
			return false
		}
		list = cell.Tail
	}
}

func isKey(t term.Term) bool {
	atom, ok := t.(term.Atom)
	return ok && !strings.HasPrefix(string(atom), elixirPrefix)
}

func (w *writer) mapOrStruct(m *term.Map, limit int) {
	if !w.PlainStructs && w.structure(m, limit) {
		return
	}
	w.plainMap(m, limit)
}

// plainMap writes a map that is no struct, or is shown as if it were none.
func (w *writer) plainMap(m *term.Map, limit int) {
	pairs := m.Listed()
	element := func(i, limit int) { w.association(pairs[i], limit) }
	if allKeys(pairs) {
		element = func(i, limit int) { w.keyword(pairs[i].Key.(term.Atom), pairs[i].Value, limit) }
	}
	w.each(container{"%{", "}", mapColor, strict}, len(pairs), limit, element)
}

func allKeys(pairs []term.Pair) bool {
	for _, p := range pairs {
		if !isKey(p.Key) {
			return false
		}
	}
	return true
}

func (w *writer) association(p term.Pair, limit int) {
	w.enter(InAssociation)
	w.term(p.Key, limit)
	w.token(" => ", mapColor)
	w.term(p.Value, limit)
	w.leave()
}

func (w *writer) native(n *term.Native, limit int) {
	if n.Fields == nil {
		w.write("#" + n.Name + "<>")
		return
	}
	if w.PlainStructs {
		m, _ := term.AsMap(n)
		w.plainMap(m, limit)
		return
	}
	fields := n.Fields()
	w.each(container{"%" + n.Name + "{", "}", mapColor, strict}, len(fields), limit, func(i, limit int) {
		w.keyword(term.Atom(fields[i].Name), fields[i].Value, limit)
	})
}
