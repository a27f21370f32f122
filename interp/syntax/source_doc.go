package syntax

import "unicode/utf8"

// This file has the documents that the source of a tree is made of, those of
// Inspect.Algebra; source_layout.go breaks them into lines.

// doc is text with places where it may be broken. A nil doc is empty. Docs are
// shared and never changed.
type doc struct {
	kind docKind
	text string // of docText; of docBreak when it does not break
	n    int    // the columns of docNest, the lines of docCollapse
	how  docHow // what a kind is particular about
	x, y *doc   // the content; docCons has two
}

type docKind uint8

const (
	docText docKind = iota
	docLine
	docCons
	docBreak
	docGroup
	docNest
	docFits
	docForce
	docCollapse
	docNoLimit
	docRestore // sets the width to n again, the end of a docNoLimit
)

type docHow uint8

const (
	always   docHow = iota // docNest: wherever a line begins
	onBreak                // docNest: if the group is broken
	atCursor               // docNest: to the column where it begins, always
	atCursorOnBreak
	atMargin // docNest: to column 0

	strict  // docBreak: if its group is broken
	flex    // docBreak: if what follows does not fit
	self    // docGroup: broken for its own sake
	inherit // docGroup: broken if the one around it is
	enabled // docFits: the next break may make it fit
	disabled
)

var (
	lineEnd    = &doc{kind: docLine}
	softBreak  = &doc{kind: docBreak, how: strict}
	spaceBreak = &doc{kind: docBreak, how: strict, text: " "}
	flexBreak  = &doc{kind: docBreak, how: flex, text: " "}
)

func plain(s string) *doc { return &doc{kind: docText, text: s, n: utf8.RuneCountInString(s)} }

func cons(x, y *doc) *doc { return &doc{kind: docCons, x: x, y: y} }

// concat joins docs, the last ones first.
func concat(docs ...*doc) *doc {
	out := docs[len(docs)-1]
	for i := len(docs) - 2; i >= 0; i-- {
		out = cons(docs[i], out)
	}
	return out
}

// fold joins docs with sep between them; it is empty for none.
func fold(docs []*doc, sep *doc) *doc {
	if len(docs) == 0 {
		return nil
	}
	out := docs[0]
	for _, d := range docs[1:] {
		out = concat(out, sep, d)
	}
	return out
}

func group(x *doc) *doc { return &doc{kind: docGroup, how: self, x: x} }

func groupInherit(x *doc) *doc { return &doc{kind: docGroup, how: inherit, x: x} }

func nest(x *doc, by int, how docHow) *doc {
	if by == 0 && (how == always || how == onBreak) {
		return x
	}
	return &doc{kind: docNest, how: how, n: by, x: x}
}

// nextBreakFits lets x end at its next break as if all of it fitted; how is
// enabled or, to take that back for what is inside, disabled.
func nextBreakFits(x *doc, how docHow) *doc { return &doc{kind: docFits, how: how, x: x} }

// forceUnfit breaks the group around x.
func forceUnfit(x *doc) *doc { return &doc{kind: docForce, x: x} }

// collapse leaves at most n of the line ends that follow.
func collapse(n int) *doc { return &doc{kind: docCollapse, n: n} }

// noLimit writes x as if the line were endless.
func noLimit(x *doc) *doc { return &doc{kind: docNoLimit, x: x} }

// surround puts x between brackets, on lines of its own if it does not fit.
func surround(left *doc, x *doc, right string) *doc {
	if x == nil {
		return cons(left, plain(right))
	}
	inner := nest(concat(left, softBreak, x), 2, onBreak)
	return group(concat(inner, softBreak, plain(right)))
}

// parens puts x between parentheses.
func parens(x *doc) *doc {
	return concat(cons(plain("("), nest(x, 0, atCursor)), plain(")"))
}

// appendToGroup puts y behind x, into the group that x ends with.
func appendToGroup(x, y *doc) *doc {
	switch {
	case x != nil && x.kind == docCons:
		return cons(x.x, appendToGroup(x.y, y))
	case x != nil && x.kind == docGroup:
		return &doc{kind: docGroup, how: x.how, x: cons(x.x, y)}
	}
	return cons(x, y)
}

func ungroup(x *doc) *doc {
	if x != nil && x.kind == docGroup {
		return x.x
	}
	return x
}
