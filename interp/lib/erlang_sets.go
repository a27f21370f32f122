package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const setTag = term.Atom("set")

func setsTable() Module {
	return Module{
		Name: "sets",
		Doc:  "Erlang's sets: maps in version 2, else a table.",
		Functions: []Function{
			{"new", "", "The empty set.", constantTerm(newHashTable(setTag).term())},
			{"new", "options", "The empty set; `version: 2` makes it a map.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return setsFromList(self, args{term.Empty, a[0]})
			}},
			{"from_list", `list, options \\ []`, "The set of the elements of a list; `version: 2` makes it a map.", setsFromList},
			{"to_list", "set", "The elements.", onErlangSet(0, func(s erlangSet, _ args) (term.Term, error) { return term.List(s.elements()...), nil })},
			{"size", "set", "The number of elements.", onErlangSet(0, func(s erlangSet, _ args) (term.Term, error) { return term.Int(s.size()), nil })},
			{"is_empty", "set", "Whether there is no element.", onErlangSet(0, func(s erlangSet, _ args) (term.Term, error) { return term.Bool(s.size() == 0), nil })},
			{"is_set", "term", "Whether the term may be a set.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				_, ok := setIn(a[0])
				return term.Bool(ok), nil
			}},
			{"is_element", "element, set", "Whether the element is in the set.", onErlangSet(1, func(s erlangSet, a args) (term.Term, error) { return term.Bool(s.has(a[0])), nil })},
			{"add_element", "element, set", "The set with an element.", onErlangSet(1, func(s erlangSet, a args) (term.Term, error) { return s.add(a[0]).term(), nil })},
			{"del_element", "element, set", "The set without an element.", onErlangSet(1, func(s erlangSet, a args) (term.Term, error) {
				return s.filter(func(x term.Term) bool { return !term.Same(x, a[0]) }).term(), nil
			})},
			{"union", "set1, set2", "The elements of either set.", onTwoSets(func(x, y erlangSet) erlangSet { return x.union(y) })},
			{"union", "sets", "The elements of any set of a list.", onErlangSets(func(x, y erlangSet) erlangSet { return x.union(y) })},
			{"intersection", "set1, set2", "The elements of both sets.", onTwoSets(func(x, y erlangSet) erlangSet { return x.common(y) })},
			{"intersection", "sets", "The elements of all sets of a list.", onErlangSets(func(x, y erlangSet) erlangSet { return x.common(y) })},
			{"subtract", "set1, set2", "The elements of the first set that are not in the second.", onTwoSets(func(x, y erlangSet) erlangSet {
				return x.filter(func(e term.Term) bool { return !y.has(e) })
			})},
			{"is_subset", "set1, set2", "Whether all elements of the first set are in the second.", setsCompared(func(x, y erlangSet) bool {
				return !slices.ContainsFunc(x.elements(), func(e term.Term) bool { return !y.has(e) })
			})},
			{"is_disjoint", "set1, set2", "Whether no element is in both sets.", setsCompared(func(x, y erlangSet) bool {
				return !slices.ContainsFunc(x.elements(), y.has)
			})},
			{"fold", "fun, acc, set", "Folds over the elements.", setsFold},
			{"filter", "pred, set", "The elements of which `pred` is true.", setsFilter},
		},
	}
}

// erlangSet is a set of either version; one of the two is nil.
type erlangSet struct {
	table *hashTable
	keys  *term.Map
}

func setIn(t term.Term) (erlangSet, bool) {
	if m, ok := t.(*term.Map); ok {
		return erlangSet{keys: m}, true
	}
	h, ok := hashTableOf(setTag, t)
	return erlangSet{table: h}, ok
}

func (s erlangSet) term() term.Term {
	if s.keys != nil {
		return s.keys
	}
	return s.table.term()
}

func (s erlangSet) size() int {
	if s.keys != nil {
		return s.keys.Len()
	}
	return s.table.size
}

func (s erlangSet) elements() []term.Term {
	if s.keys == nil {
		return s.table.all()
	}
	var list []term.Term
	for _, p := range s.keys.Pairs() {
		list = append(list, p.Key)
	}
	return list
}

func (s erlangSet) has(x term.Term) bool {
	if s.keys != nil {
		return inMap(s.keys, x)
	}
	return slices.ContainsFunc(s.table.buckets[s.table.slot(x)], func(y term.Term) bool { return term.Same(x, y) })
}

func (s erlangSet) add(x term.Term) erlangSet {
	if s.keys != nil {
		return erlangSet{keys: s.keys.Put(x, term.Empty)}
	}
	if s.has(x) {
		return s
	}
	h := s.table.clone()
	i := h.slot(x)
	h.buckets[i] = append([]term.Term{x}, h.buckets[i]...)
	h.grown(func(t term.Term) term.Term { return t })
	return erlangSet{table: h}
}

func (s erlangSet) filter(keep func(term.Term) bool) erlangSet {
	if s.keys != nil {
		m := s.keys
		for _, p := range s.keys.Pairs() {
			if !keep(p.Key) {
				m = m.Delete(p.Key)
			}
		}
		return erlangSet{keys: m}
	}
	h := s.table.clone()
	gone := 0
	for i, bucket := range h.buckets {
		kept := slices.DeleteFunc(slices.Clone(bucket), func(x term.Term) bool { return !keep(x) })
		gone += len(bucket) - len(kept)
		h.buckets[i] = kept
	}
	h.shrunk(gone)
	return erlangSet{table: h}
}

// union adds the elements of the smaller set to the other one.
func (s erlangSet) union(other erlangSet) erlangSet {
	if s.size() >= other.size() {
		s, other = other, s
	}
	for _, x := range s.elements() {
		other = other.add(x)
	}
	return other
}

func (s erlangSet) common(other erlangSet) erlangSet {
	if s.size() >= other.size() {
		s, other = other, s
	}
	return s.filter(other.has)
}

func setsFromList(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), a[0]}).In(in("lists", "foldl", 3, 1349))
	}
	s := erlangSet{table: newHashTable(setTag)}
	version, given := option(a[1], "version")
	switch {
	case version == term.Term(term.Int(2)):
		s = erlangSet{keys: term.NewMap()}
	case given && version != term.Term(term.Int(1)):
		return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), version}).In(in("sets", "from_list", 2, 120))
	}
	for _, x := range list {
		s = s.add(x)
	}
	return s.term(), nil
}

func onErlangSet(i int, f func(s erlangSet, a args) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok := setIn(a[i])
		if !ok {
			return nil, errClause
		}
		return f(s, a)
	}
}

func onTwoSets(f func(x, y erlangSet) erlangSet) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok1 := setIn(a[0])
		y, ok2 := setIn(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(x, y).term(), nil
	}
}

func setsCompared(f func(x, y erlangSet) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok1 := setIn(a[0])
		y, ok2 := setIn(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return term.Bool(f(x, y)), nil
	}
}

func onErlangSets(f func(x, y erlangSet) erlangSet) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[0])
		all := erlangSet{table: newHashTable(setTag)}
		for i, x := range list {
			s, isSet := setIn(x)
			switch ok = ok && isSet; {
			case !ok:
				return nil, errClause
			case i == 0:
				all = s
			default:
				all = f(all, s)
			}
		}
		if !ok {
			return nil, errClause
		}
		return all.term(), nil
	}
}

func setsFold(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := setIn(a[2])
	if !ok || !isFun(a[0], 2) {
		return nil, errClause
	}
	acc := a[1]
	elements := s.elements()
	if s.table != nil { // from the last slot on
		slices.Reverse(elements)
	}
	for _, x := range elements {
		var err error
		if acc, err = code.Call(self, a[0], x, acc); err != nil {
			return nil, err
		}
	}
	return acc, nil
}

func setsFilter(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := setIn(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, errClause
	}
	var failure error
	kept := s.filter(func(x term.Term) bool {
		if failure != nil {
			return true
		}
		keep, err := code.Call(self, a[0], x)
		failure = err
		return keep == term.Term(term.True)
	})
	return kept.term(), failure
}
