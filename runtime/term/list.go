package term

import "iter"

// List returns a proper list of the elements.
func List(elements ...Term) Term { return ListWithTail(elements, Empty) }

// ListWithTail returns the elements as a list that ends in tail.
func ListWithTail(elements []Term, tail Term) Term {
	list := tail
	for i := len(elements) - 1; i >= 0; i-- {
		list = &Cons{elements[i], list}
	}
	return list
}

// Slice returns the elements of a proper list, and false if t is none.
func Slice(t Term) ([]Term, bool) {
	elements, tail := SliceWithTail(t)
	_, proper := tail.(EmptyList)
	return elements, proper
}

// Wrap returns the elements of a proper list, or the term alone if it is none.
func Wrap(t Term) []Term {
	if list, ok := Slice(t); ok {
		return list
	}
	return []Term{t}
}

// SliceWithTail returns the elements of the cells of t and what stands after
// the last cell: Empty for a proper list, t itself for what is no list.
func SliceWithTail(t Term) ([]Term, Term) {
	var elements []Term
	for {
		cell, ok := t.(*Cons)
		if !ok {
			return elements, t
		}
		elements = append(elements, cell.Head)
		t = cell.Tail
	}
}

// Elements ranges over the heads of the cells of t, proper list or not.
func Elements(t Term) iter.Seq[Term] {
	return func(yield func(Term) bool) {
		for {
			cell, ok := t.(*Cons)
			if !ok || !yield(cell.Head) {
				return
			}
			t = cell.Tail
		}
	}
}

// IsList reports whether t is [] or a cell, as is_list does.
func IsList(t Term) bool {
	switch t.(type) {
	case EmptyList, *Cons:
		return true
	}
	return false
}

// Keyword builds a keyword list from names and values in turn.
func Keyword(pairs ...Pair) Term {
	elements := make([]Term, len(pairs))
	for i, p := range pairs {
		elements[i] = Tuple{p.Key, p.Value}
	}
	return List(elements...)
}

// Pair is one key with its value.
type Pair struct{ Key, Value Term }

// KeywordGet returns the value of the first pair with the key in a keyword
// list. It skips elements of any other shape, as :proplists.get_value does
// not for bare atoms: use only where pairs are required.
func KeywordGet(list Term, key Atom) (Term, bool) {
	for e := range Elements(list) {
		if pair, ok := e.(Tuple); ok && len(pair) == 2 && pair[0] == Term(key) {
			return pair[1], true
		}
	}
	return nil, false
}

// Charlist returns text as the list of its code points.
func Charlist(text string) Term {
	var points []Term
	for _, r := range text {
		points = append(points, Int(r))
	}
	return List(points...)
}
