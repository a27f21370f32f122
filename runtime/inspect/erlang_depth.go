package inspect

import (
	"strings"

	"gex/runtime/term"
)

// This file cuts terms off at a depth, as the directives ~P and ~W of io:format do.

// dots stands for what a depth leaves out; DepthText prints it without quotes.
const dots = term.Atom("...")

// Cut returns t with what is below a depth left out: every level, and every
// further element of a list, tuple or map, costs one. Its text is to go through
// DepthText.
func Cut(t term.Term, depth int) term.Term {
	if depth <= 0 {
		return dots
	}
	switch t := t.(type) {
	case *term.Cons:
		return cutList(t, depth)
	case term.Tuple:
		cut := term.Tuple{}
		for i, element := range t {
			if depth-i <= 1 {
				return append(cut, dots)
			}
			cut = append(cut, Cut(element, depth-i-1))
		}
		return cut
	case *term.Map:
		cut := term.NewMap()
		for i, pair := range t.Pairs() {
			if depth-i <= 1 {
				break
			}
			cut = cut.Put(Cut(pair.Key, depth-i-1), Cut(pair.Value, depth-i-1))
		}
		return cut
	case *term.Native:
		if t.Fields != nil {
			return Cut(structMap(t), depth)
		}
	}
	return t
}

func cutList(cell *term.Cons, depth int) term.Term {
	if depth == 1 {
		return term.List(dots)
	}
	var elements []term.Term
	var tail term.Term = cell
	for depth > 1 {
		next, ok := tail.(*term.Cons)
		if !ok {
			return term.ListWithTail(elements, tail)
		}
		depth--
		elements = append(elements, Cut(next.Head, depth))
		tail = next.Tail
	}
	if tail == term.Empty {
		return term.List(elements...)
	}
	return term.ListWithTail(elements, dots)
}

// DepthText is the text of terms that were cut.
func DepthText(text string) string { return strings.ReplaceAll(text, "'...'", "...") }
