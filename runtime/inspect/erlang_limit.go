package inspect

import "gex/runtime/term"

// dots stands for what a depth leaves out.
const dots = term.Atom(dotsText)

// Limit returns t with what is below a depth replaced by '...', as
// io_lib:limit_term/2. Strings stay whole, lists stay proper, and what is in no
// need of it is t itself. A depth below 0 limits nothing.
func Limit(t term.Term, depth int) term.Term {
	if depth < 0 || !exceeds(t, depth) {
		return t
	}
	return limit(t, depth)
}

// exceeds reports whether Limit would leave anything out.
func exceeds(t term.Term, depth int) bool {
	if depth == 0 {
		return true
	}
	switch t := t.(type) {
	case *term.Cons:
		return depth == 1 || !isErlangText(t) && (exceeds(t.Head, depth-1) || tailExceeds(t.Tail, depth-1))
	case term.Tuple:
		for i, element := range t {
			if depth-i == 1 || exceeds(element, depth-i-1) {
				return true
			}
		}
	case *term.Map:
		return mapExceeds(t, depth)
	}
	return false
}

func tailExceeds(tail term.Term, depth int) bool {
	switch tail := tail.(type) {
	case term.EmptyList:
		return false
	case *term.Cons:
		return depth == 1 || exceeds(tail.Head, depth-1) || tailExceeds(tail.Tail, depth-1)
	}
	return depth == 1 || exceeds(tail, depth-1)
}

// mapExceeds also says so of a map with as many pairs as the depth, of which
// Limit then makes an equal one.
func mapExceeds(m *term.Map, depth int) bool {
	for i, pair := range m.Pairs() {
		left := depth - i - 1
		if left < 0 || exceeds(pair.Key, left) || exceeds(pair.Value, left) {
			return true
		}
	}
	return m.Len() == depth
}

func limit(t term.Term, depth int) term.Term {
	if depth == 0 {
		return dots
	}
	switch t := t.(type) {
	case *term.Cons:
		switch {
		case depth == 1:
			return term.List(dots)
		case isErlangText(t):
			return t
		}
		return &term.Cons{Head: limit(t.Head, depth-1), Tail: limitTail(t.Tail, depth-1)}
	case term.Tuple:
		return limitTuple(t, depth)
	case *term.Map:
		return limitMap(t, depth)
	}
	return t
}

func limitTail(tail term.Term, depth int) term.Term {
	cell, ok := tail.(*term.Cons)
	switch {
	case tail == term.Empty:
		return tail
	case depth == 1:
		return term.List(dots)
	case ok:
		return &term.Cons{Head: limit(cell.Head, depth-1), Tail: limitTail(cell.Tail, depth-1)}
	}
	return limit(tail, depth-1)
}

func limitTuple(t term.Tuple, depth int) term.Term {
	limited := make(term.Tuple, 0, min(len(t), depth))
	for i, element := range t {
		if depth-i == 1 {
			return append(limited, dots)
		}
		limited = append(limited, limit(element, depth-i-1))
	}
	return limited
}

// limitMap keeps the keys whole, so that none becomes like another, and one
// pair more than the depth, so that it is seen that there are more.
func limitMap(m *term.Map, depth int) term.Term {
	limited := term.NewMap()
	for i, pair := range m.Pairs() {
		if i > depth {
			break
		}
		limited = limited.Put(pair.Key, limit(pair.Value, depth-1))
	}
	return limited
}

func isErlangText(cell *term.Cons) bool {
	_, ok := erlangString(cell)
	return ok
}
