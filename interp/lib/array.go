package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// leafSize is the number of elements of a leaf, and of the parts of a node, of
// an array.
const leafSize = 10

// erlangArray is {:array, size, max, default, elements}: max is what the tree
// of elements has room for, 0 if the array does not grow. The elements are a
// tuple of 10, or of 10 parts and the number of elements in each; a number
// stands for that many defaults.
type erlangArray struct {
	size, max int
	absent    term.Term
	elements  term.Term
}

const arrayTag = term.Atom("array")

func (a erlangArray) term() term.Term {
	return term.Tuple{arrayTag, term.Int(a.size), term.Int(a.max), a.absent, a.elements}
}

func arrayOf(t term.Term) (erlangArray, bool) {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != 5 || tuple[0] != term.Term(arrayTag) {
		return erlangArray{}, false
	}
	size, ok1 := tuple[1].(term.Int)
	most, ok2 := tuple[2].(term.Int)
	return erlangArray{int(size), int(most), tuple[3], tuple[4]}, ok1 && ok2 && size >= 0 && most >= 0
}

// room is the number of elements that a tree has room for.
func room(elements term.Term) int {
	switch e := elements.(type) {
	case term.Int:
		return int(e)
	case term.Tuple:
		if n, ok := e[len(e)-1].(term.Int); ok && len(e) == leafSize+1 {
			return leafSize * int(n)
		}
	}
	return leafSize
}

// roomFor is the room of the smallest tree for n elements.
func roomFor(n int) int {
	most := leafSize
	for most < n {
		most *= leafSize
	}
	return most
}

func (a erlangArray) get(i int) term.Term {
	if i >= a.size {
		return a.absent
	}
	return a.in(a.elements, i)
}

func (a erlangArray) in(elements term.Term, i int) term.Term {
	for {
		tuple, ok := elements.(term.Tuple)
		switch {
		case !ok:
			return a.absent
		case len(tuple) == leafSize:
			return tuple[i]
		}
		part := room(elements) / leafSize
		elements, i = tuple[i/part], i%part
	}
}

// put returns the tree with element i changed.
func (a erlangArray) put(elements term.Term, i int, value term.Term) term.Term {
	tuple, ok := elements.(term.Tuple)
	if !ok {
		tuple = a.expanded(room(elements))
	}
	changed := append(term.Tuple(nil), tuple...)
	if len(tuple) == leafSize {
		changed[i] = value
		return changed
	}
	part := room(changed) / leafSize
	changed[i/part] = a.put(changed[i/part], i%part, value)
	return changed
}

// expanded is a tree of n defaults whose first level is there.
func (a erlangArray) expanded(n int) term.Tuple {
	part := n / leafSize
	tuple := make(term.Tuple, leafSize, leafSize+1)
	for i := range tuple {
		if n == leafSize {
			tuple[i] = a.absent
		} else {
			tuple[i] = term.Int(part)
		}
	}
	if n > leafSize {
		tuple = append(tuple, term.Int(part))
	}
	return tuple
}

// set returns the array with element i changed, which may make it larger.
func (a erlangArray) set(i int, value term.Term) erlangArray {
	for i >= room(a.elements) {
		if _, unset := a.elements.(term.Int); unset {
			a.elements = term.Int(roomFor(i + 1))
			break
		}
		n := room(a.elements)
		grown := a.expanded(n * leafSize)
		grown[0] = a.elements
		a.elements = grown
	}
	if a.max > 0 {
		a.max = max(a.max, room(a.elements))
	}
	a.elements = a.put(a.elements, i, value)
	a.size = max(a.size, i+1)
	return a
}

func newArray(size int, fixed bool, absent term.Term) erlangArray {
	most := roomFor(size)
	a := erlangArray{size: size, max: most, absent: absent, elements: term.Int(most)}
	if fixed {
		a.max = 0
	}
	return a
}

// list are the elements in order.
func (a erlangArray) list() []term.Term {
	list := make([]term.Term, a.size)
	for i := range list {
		list[i] = a.get(i)
	}
	return list
}

func arrayFrom(list []term.Term, absent term.Term) erlangArray {
	a := newArray(0, false, absent)
	for i, x := range list {
		a = a.set(i, x)
	}
	return a
}

// arrayBad is the error of a wrong argument, in a function of :array.
func arrayBad(name string, arity, line int) error {
	return exception.Raise(term.Atom("badarg")).In(in("array", name, arity, line))
}

// arrayCreate is new/1 and new/2.
func arrayCreate(_ *process.Process, a []term.Term) (term.Term, error) {
	var absent term.Term = term.Undefined
	size, fixed := 0, false
	if n, ok := a[0].(term.Int); ok && len(a) == 2 {
		size, fixed = int(n), true
		a = a[1:]
	}
	options := a[0]
	if !term.IsList(options) {
		options = term.List(options)
	}
	for o := range term.Elements(options) {
		ok := true
		switch o := o.(type) {
		case term.Int:
			size, fixed, ok = int(o), true, o >= 0
		case term.Atom:
			fixed, ok = true, o == "fixed"
		case term.Tuple:
			size, fixed, absent, ok = arrayOption(o, size, fixed, absent)
		default:
			ok = false
		}
		if !ok {
			return nil, arrayBad("new_1", 4, 266)
		}
	}
	return newArray(size, fixed, absent).term(), nil
}

func arrayOption(o term.Tuple, size int, fixed bool, absent term.Term) (int, bool, term.Term, bool) {
	if len(o) != 2 {
		return size, fixed, absent, false
	}
	switch o[0] {
	case term.Term(term.Atom("default")):
		return size, fixed, o[1], true
	case term.Term(term.Atom("fixed")):
		return size, o[1] == term.Term(term.True), absent, true
	case term.Term(term.Atom("size")):
		n, ok := o[1].(term.Int)
		return int(n), true, absent, ok && n >= 0
	}
	return size, fixed, absent, false
}

// arrayFold calls f with the index and the value of each element, from the
// last if backwards, without those that have the default if sparse.
func arrayFold(name string, line int, backwards, sparse bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		array, ok := arrayOf(a[2])
		if !ok || !isFun(a[0], 3) {
			return nil, arrayBad(name, 3, line)
		}
		acc := a[1]
		for n := range array.size {
			i := n
			if backwards {
				i = array.size - 1 - n
			}
			value := array.get(i)
			if sparse && term.Same(value, array.absent) {
				continue
			}
			var err error
			if acc, err = code.Call(self, a[0], term.Int(i), value, acc); err != nil {
				return nil, err
			}
		}
		return acc, nil
	}
}

func arrayMap(name string, line int, sparse bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		array, ok := arrayOf(a[1])
		if !ok || !isFun(a[0], 2) {
			return nil, arrayBad(name, 2, line)
		}
		mapped := array
		for i := range array.size {
			value := array.get(i)
			if sparse && term.Same(value, array.absent) {
				continue
			}
			value, err := code.Call(self, a[0], term.Int(i), value)
			if err != nil {
				return nil, err
			}
			mapped = mapped.set(i, value)
		}
		return mapped.term(), nil
	}
}
