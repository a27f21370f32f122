package inspect

import "gex/runtime/term"

// fitting looks whether the rest of a document fits on the line.
type fitting struct {
	width, column int
	hasBreak      bool
	stack         []docEntry
	// fits is the answer when decided.
	fits, decided bool
}

// fits reports whether what is on the stack, the last entry first, fits on
// the line from a column on. It stops at the first place where the line ends.
// hasBreak tells whether a break has been seen: a word alone may be too long.
func (f *formatter) fits(column int, hasBreak bool, stack []docEntry) bool {
	t := fitting{width: f.width, column: column, hasBreak: hasBreak, stack: append([]docEntry(nil), stack...)}
	for !t.decided {
		if t.width >= 0 && t.column > t.width && t.hasBreak {
			return false
		}
		n := len(t.stack)
		if n == 0 {
			return true
		}
		e := t.stack[n-1]
		t.stack = t.stack[:n-1]
		if e.tail {
			t.hasBreak = e.hasBreak
		} else {
			t.step(e)
		}
	}
	return t.fits
}

func (t *fitting) decide(fits bool) { t.fits, t.decided = fits, true }

func (t *fitting) push(indent int, mode docMode, doc term.Term) {
	t.stack = append(t.stack, docEntry{indent: indent, mode: mode, doc: doc})
}

func (t *fitting) step(e docEntry) {
	switch doc := e.doc.(type) {
	case term.Binary:
		t.column += len(doc)
	case term.Atom:
		if doc == DocLine {
			t.line(e)
		}
	case term.Tuple:
		if len(doc) > 1 {
			t.tuple(e, doc)
		}
	}
}

func (t *fitting) line(e docEntry) {
	if e.mode == broken || e.mode == breakNoFlat {
		t.decide(true)
		return
	}
	t.column, t.hasBreak = e.indent, false
}

func (t *fitting) tuple(e docEntry, doc term.Tuple) {
	switch tag := doc[0].(term.Atom); tag {
	case docFits:
		mode := breakNoFlat
		if e.mode == flatNoBreak || doc[2] == term.Term(term.Atom("disabled")) {
			mode = flatNoBreak
		}
		t.push(e.indent, mode, doc[1])
	case docForce:
		if e.mode == breakNoFlat {
			t.push(e.indent, e.mode, doc[1])
		} else {
			t.decide(false)
		}
	case docBreak:
		if e.mode == broken || e.mode == breakNoFlat {
			t.decide(true)
			return
		}
		text, _ := doc[1].(term.Binary)
		t.column += len(text)
		t.hasBreak = true
	case docGroup:
		t.group(e, doc[1])
	case docCollapse:
		t.column = e.indent
	case docString:
		width, _ := doc[2].(term.Int)
		t.column += int(width)
	case docNest:
		if doc[3] != term.Term(term.Atom("break")) {
			e.indent = nested(e.indent, t.column, doc[2])
		}
		t.push(e.indent, e.mode, doc[1])
	case docCons:
		t.push(e.indent, e.mode, doc[2])
		t.push(e.indent, e.mode, doc[1])
	case docColor:
		t.push(e.indent, e.mode, doc[1])
	case docLimit:
		t.limit(e, doc)
	}
}

func (t *fitting) group(e docEntry, doc term.Term) {
	mode := e.mode
	if mode == broken {
		mode = flat
	}
	t.stack = append(t.stack, docEntry{tail: true, hasBreak: t.hasBreak})
	t.push(e.indent, mode, doc)
}

func (t *fitting) limit(e docEntry, doc term.Tuple) {
	width, mode, back := limited(t.width, e.mode, doc)
	if back {
		t.push(e.indent, e.mode, term.Tuple{docLimit, DocNil, term.Int(t.width)})
	}
	t.width = width
	t.push(e.indent, mode, doc[1])
}
