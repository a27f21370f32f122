package inspect

import (
	"strings"

	"gex/runtime/term"
)

// Documents of Inspect.Algebra are terms, and anybody may take them apart:
// strings, :doc_nil, :doc_line and tuples with one of these tags.
const (
	DocNil  = term.Atom("doc_nil")
	DocLine = term.Atom("doc_line")

	docString   = term.Atom("doc_string")
	docLimit    = term.Atom("doc_limit")
	docCons     = term.Atom("doc_cons")
	docNest     = term.Atom("doc_nest")
	docBreak    = term.Atom("doc_break")
	docGroup    = term.Atom("doc_group")
	docFits     = term.Atom("doc_fits")
	docForce    = term.Atom("doc_force")
	docCollapse = term.Atom("doc_collapse")
	docColor    = term.Atom("doc_color")
)

// IsDoc reports whether t is a document as far as its tag tells.
func IsDoc(t term.Term) bool {
	switch t := t.(type) {
	case term.Binary:
		return true
	case term.Atom:
		return t == DocNil || t == DocLine
	case term.Tuple:
		return isDocTuple(t)
	}
	return false
}

func isDocTuple(t term.Tuple) bool {
	if len(t) == 0 {
		return false
	}
	tag, _ := t[0].(term.Atom)
	switch tag {
	case docString, docLimit, docCons, docNest, docBreak, docGroup, docFits, docForce, docCollapse, docColor:
		return true
	}
	return false
}

// docMode says what breaks do in a part of a document.
type docMode uint8

const (
	flat docMode = iota
	broken
	// In these two, which only fitting knows, next breaks are looked at.
	breakNoFlat
	flatNoBreak
)

// docEntry is a part of a document that is still to be written, with its
// indentation. One that is a tail brings back what the fitting of a group knew
// of breaks before it.
type docEntry struct {
	indent   int
	mode     docMode
	doc      term.Term
	tail     bool
	hasBreak bool
}

// formatter writes a document in lines of a width, unlimited when negative.
type formatter struct {
	width, column int
	stack         []docEntry // the last is the next
	out           []string
	collapses     []collapse
}

// collapse is a document that joins the empty lines that follow it.
type collapse struct{ at, most, indent int }

// FormatDoc returns the text of a document in lines of a width, as
// Inspect.Algebra.format/2 in pieces; unlimited when the width is negative. It
// reports false for what is no document.
func FormatDoc(doc term.Term, width int) ([]string, bool) {
	f := formatter{width: width, stack: []docEntry{{mode: flat, doc: doc}}}
	for len(f.stack) > 0 {
		e := f.stack[len(f.stack)-1]
		f.stack = f.stack[:len(f.stack)-1]
		if !f.step(e) {
			return nil, false
		}
	}
	for i := len(f.collapses) - 1; i >= 0; i-- {
		f.join(f.collapses[i])
	}
	return f.out, true
}

// join puts at most so many newlines where a collapse found more.
func (f *formatter) join(c collapse) {
	n, end := 0, c.at
	for ; end < len(f.out); end++ {
		if strings.HasPrefix(f.out[end], "\n") {
			n++
		} else if f.out[end] != "" {
			break
		}
	}
	lines := strings.Repeat("\n", min(c.most, n)) + strings.Repeat(" ", c.indent)
	f.out = append(append(f.out[:c.at:c.at], lines), f.out[end:]...)
}

func (f *formatter) push(indent int, mode docMode, doc term.Term) {
	f.stack = append(f.stack, docEntry{indent: indent, mode: mode, doc: doc})
}

func (f *formatter) text(text string, width int) {
	f.out = append(f.out, text)
	f.column += width
}

func (f *formatter) line(indent int) {
	f.out = append(f.out, "\n"+strings.Repeat(" ", max(indent, 0)))
	f.column = indent
}

func (f *formatter) step(e docEntry) bool {
	switch doc := e.doc.(type) {
	case term.Binary:
		f.text(string(doc), len(doc))
		return true
	case term.Atom:
		if doc == DocLine {
			f.line(e.indent)
		}
		return doc == DocLine || doc == DocNil
	case term.Tuple:
		if isDocTuple(doc) && len(doc) > 1 {
			return f.tuple(e, doc)
		}
	}
	return false
}

func (f *formatter) tuple(e docEntry, doc term.Tuple) bool {
	switch tag := doc[0].(term.Atom); {
	case tag == docForce && len(doc) == 2, tag == docFits && len(doc) == 3:
		f.push(e.indent, e.mode, doc[1])
	case tag == docCollapse && len(doc) == 2:
		most, ok := doc[1].(term.Int)
		f.collapses = append(f.collapses, collapse{len(f.out), int(most), e.indent})
		f.column = e.indent
		return ok
	case len(doc) == 4 && tag == docNest:
		if doc[3] == term.Term(term.Atom("always")) || doc[3] == term.Term(term.Atom("break")) && e.mode == broken {
			e.indent = nested(e.indent, f.column, doc[2])
		}
		f.push(e.indent, e.mode, doc[1])
	case len(doc) != 3:
		return false
	case tag == docCons:
		f.push(e.indent, e.mode, doc[2])
		f.push(e.indent, e.mode, doc[1])
	case tag == docColor:
		f.out = append(f.out, sgr(doc[2]))
		f.push(e.indent, e.mode, doc[1])
	case tag == docString:
		text, ok1 := doc[1].(term.Binary)
		width, ok2 := doc[2].(term.Int)
		f.text(string(text), int(width))
		return ok1 && ok2
	case tag == docBreak:
		return f.breakLine(e, doc)
	case tag == docGroup:
		f.group(e, doc)
	case tag == docLimit:
		f.limit(e, doc)
	default:
		return false
	}
	return true
}

func (f *formatter) breakLine(e docEntry, doc term.Tuple) bool {
	text, ok := doc[1].(term.Binary)
	breaks := e.mode == broken
	if doc[2] == term.Term(term.Atom("flex")) {
		breaks = f.width >= 0 && e.mode != flat && !f.fits(f.column+len(text), true, f.stack)
	}
	if breaks {
		f.line(e.indent)
	} else {
		f.text(string(text), len(text))
	}
	return ok
}

func (f *formatter) group(e docEntry, doc term.Tuple) {
	mode := flat
	switch {
	case e.mode == broken && doc[2] == term.Term(term.Atom("inherit")):
		mode = broken
	case f.width >= 0 && !f.fits(f.column, false, []docEntry{{indent: e.indent, mode: flat, doc: doc[1]}}):
		mode = broken
	}
	f.push(e.indent, mode, doc[1])
}

// limit lays a document out in lines without end, or gives back the width.
func (f *formatter) limit(e docEntry, doc term.Tuple) {
	width, mode, back := limited(f.width, e.mode, doc)
	if back {
		f.push(e.indent, e.mode, term.Tuple{docLimit, DocNil, term.Int(f.width)})
	}
	f.width = width
	f.push(e.indent, mode, doc[1])
}

// limited returns the width and the mode in which a document with a limit is
// laid out, and whether the width it is in comes back behind it.
func limited(width int, mode docMode, doc term.Tuple) (int, docMode, bool) {
	if doc[2] == term.Term(term.Infinity) && width >= 0 {
		return unlimited, flat, true
	}
	if n, ok := doc[2].(term.Int); ok {
		return int(n), mode, false
	}
	return unlimited, mode, false
}

func nested(indent, column int, by term.Term) int {
	switch by := by.(type) {
	case term.Int:
		return indent + int(by)
	case term.Atom:
		if by == "cursor" {
			return column
		}
		return 0
	}
	return indent
}
