package inspect

import (
	"slices"

	"gex/runtime/term"
)

// Customs make the documents of structs that implement Inspect themselves.
type Customs interface {
	// Doc returns the document of a struct for which somebody has written it;
	// false for others. What is left of the limit is in c.Options.
	Doc(c Custom) (doc term.Term, ok bool, err error)
	// Apply returns the document that Options.InspectFun makes of any term.
	Apply(c Custom) (doc term.Term, ok bool, err error)
	// Malformed returns the document of a struct of the library that lacks what
	// it is shown by, false if it is to be shown as a map.
	Malformed(c Custom) (doc term.Term, ok bool, err error)
}

// Custom is a question for the document of a term.
type Custom struct {
	Term    term.Term
	Options Options
	// Path is what is around the term, from the outside.
	Path []Layer
}

// Layer is something around a term that is shown.
type Layer uint8

// The layers: among the elements of a container, before and as the tail of a
// list, the value of a key, a key or a value in a map, in a struct, or in a MapSet.
const (
	InContainer Layer = iota
	BeforeTail
	InTail
	InKeyword
	InAssociation
	InStruct
	InMapSet
)

func (w *writer) enter(l Layer) { w.path = append(w.path, l) }
func (w *writer) leave()        { w.path = w.path[:len(w.path)-1] }

// made is the answer to a question; a second attempt to write the same terms
// gets it again.
type made struct {
	doc term.Term
	ok  bool
	err error
}

// foreign writes the document that ask makes for t and reports whether there
// is one.
func (w *writer) foreign(t term.Term, limit int, ask func(Custom) (term.Term, bool, error)) bool {
	if w.asked == len(w.answers) {
		o := w.Options
		o.Limit = unresolved(limit)
		doc, ok, err := ask(Custom{t, o, slices.Clone(w.path)})
		w.answers = append(w.answers, made{doc, ok, err})
	}
	a := w.answers[w.asked]
	w.asked++
	switch {
	case a.err != nil:
		w.err, w.halted = a.err, true
	case a.ok && IsWord(a.doc) && !(w.exact && len(w.path) == 0):
		w.simple(a.doc)
	case a.ok && w.flat:
		w.halted = true
	case a.ok:
		w.mark(markDoc, len(w.docs))
		w.docs = append(w.docs, a.doc)
	}
	return a.ok || a.err != nil
}

// unresolved is the number of an option for a limit.
func unresolved(limit int) int {
	if limit == 0 {
		return None
	}
	return limit
}

// IsWord reports whether a document is a mere word: text without breaks.
func IsWord(doc term.Term) bool {
	tuple, ok := doc.(term.Tuple)
	if !ok || len(tuple) != 3 {
		_, text := doc.(term.Binary)
		return text || doc == term.Term(DocNil)
	}
	switch tuple[0] {
	case term.Term(docCons):
		return IsWord(tuple[1]) && IsWord(tuple[2])
	case term.Term(docColor):
		return IsWord(tuple[1])
	}
	return tuple[0] == term.Term(docString)
}

// simple writes a document that is a mere word.
func (w *writer) simple(doc term.Term) {
	switch doc := doc.(type) {
	case term.Binary:
		w.write(string(doc))
	case term.Tuple:
		switch doc[0] {
		case term.Term(docCons):
			w.simple(doc[1])
			w.simple(doc[2])
		case term.Term(docColor):
			w.escape(sgr(doc[2]))
			w.simple(doc[1])
		default:
			text, _ := doc[1].(term.Binary)
			width, _ := doc[2].(term.Int)
			w.write(string(text))
			w.blind += len(text) - int(width)
		}
	}
}

// tree makes the document of Inspect.Algebra of what was written.
func (d *document) tree() term.Term {
	b := treeBuilder{document: d}
	b.open()
	for _, m := range d.marks {
		b.mark(m)
	}
	b.upTo(len(d.text), d.col())
	return b.close()
}

// treeBuilder makes a tree of the marks of a document: parts has a list of
// documents for each group and nest that is open.
type treeBuilder struct {
	*document
	parts    [][]term.Term
	pos, col int
}

func (b *treeBuilder) open() { b.parts = append(b.parts, nil) }

// close returns what is in the innermost list as one document.
func (b *treeBuilder) close() term.Term {
	last := len(b.parts) - 1
	parts := b.parts[last]
	b.parts = b.parts[:last]
	if len(parts) == 0 {
		return DocNil
	}
	doc := parts[len(parts)-1]
	for i := len(parts) - 2; i >= 0; i-- {
		doc = term.Tuple{docCons, parts[i], doc}
	}
	return doc
}

func (b *treeBuilder) add(doc term.Term) {
	last := len(b.parts) - 1
	b.parts[last] = append(b.parts[last], doc)
}

// upTo adds the text that was written before a place.
func (b *treeBuilder) upTo(pos, col int) {
	if pos > b.pos {
		b.add(wordDoc(string(b.text[b.pos:pos]), col-b.col))
	}
	b.pos, b.col = pos, col
}

// wordDoc is a document of a width in which escape sequences take no room.
func wordDoc(text string, width int) term.Term {
	if width == len(text) {
		return term.Binary(text)
	}
	return term.Tuple{docString, term.Binary(text), term.Int(width)}
}

func (b *treeBuilder) mark(m mark) {
	if m.kind == markNone {
		return
	}
	b.upTo(m.pos, m.col)
	switch m.kind {
	case markGroup:
		b.open()
	case markEnd:
		b.add(term.Tuple{docGroup, b.close(), term.Atom("self")})
	case markNest:
		if m.arg > 0 {
			b.open()
		} else {
			b.add(term.Tuple{docNest, b.close(), term.Int(-m.arg), term.Atom("always")})
		}
	case markDoc:
		b.add(b.docs[m.arg])
	default:
		mode := term.Atom("strict")
		if m.kind == markFlex {
			mode = "flex"
		}
		b.add(term.Tuple{docBreak, term.Binary(b.text[m.pos : m.pos+m.arg]), mode})
		b.pos, b.col = m.pos+m.arg, m.col+m.arg
	}
}
