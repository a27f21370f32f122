package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The functions below draw as those of Elixir do, so that after a seed they
// choose the same elements.

func enumRandom(self *process.Process, a []term.Term) (term.Term, error) {
	if !sized(a[0]) {
		chosen, err := chosenOne(self, a[0])
		if err == nil && chosen == nil {
			err = emptyError("random", 1, 2363)
		}
		return chosen, err
	}
	if list, isList := a[0].(*term.Cons); isList {
		if _, proper := term.Slice(list); !proper {
			return nil, exception.In(badarg("erlang", "length", list), at("Enum", "random", 1, "enum.ex", 2348))
		}
	}
	elements, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	if len(elements) == 0 {
		if _, isMap := a[0].(*term.Map); isMap {
			return nil, emptyError("random", 1, 2375) // of what tells its size
		}
		return nil, emptyError("random", 1, 2349)
	}
	if len(elements) == 1 {
		return elements[0], nil
	}
	g := generatorOf(self)
	defer g.keep(self)
	return elements[g.below(len(elements))], nil
}

// sized reports whether an enumerable tells how many elements it has.
func sized(enumerable term.Term) bool {
	switch t := enumerable.(type) {
	case *term.Map:
		name, isStruct := structName(t)
		return !isStruct || name == rangeModule || name == mapSetModule || name == dateRangeModule
	case term.EmptyList, *term.Cons:
		return true
	}
	return false
}

// chosenOne returns one element, nil of none: each takes the place of the one
// before with a chance that falls.
func chosenOne(self *process.Process, enumerable term.Term) (term.Term, error) {
	var current term.Term
	g, n := generatorOf(self), 0
	defer func() {
		if n > 1 {
			g.keep(self)
		}
	}()
	err := Each(self, enumerable, func(x term.Term) error {
		n++
		if n == 1 || g.uniform(uint64(n)) == 1 {
			current = x
		}
		return nil
	})
	return current, err
}

func enumTakeRandom(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	switch {
	case !ok || n < 0:
		return nil, errClause
	case n == 0:
		return term.Empty, nil
	case n == 1:
		one, err := chosenOne(self, a[0])
		if one == nil || err != nil {
			return term.Empty, err
		}
		return term.List(one), nil
	}
	return sampled(self, a[0], n)
}

// sampled returns n elements, fewer if there are no more.
func sampled(self *process.Process, enumerable term.Term, n int) (term.Term, error) {
	g := generatorOf(self)
	var sample []term.Term
	seen := 0
	err := Each(self, enumerable, func(x term.Term) error {
		at := g.below(seen + 1)
		seen++
		switch {
		case seen <= n:
			sample = append(sample, x)
			sample[seen-1], sample[at] = sample[at], x
		case at < n:
			sample[at] = x
		}
		return nil
	})
	if seen > 1 {
		g.keep(self)
	}
	return term.List(sample...), err
}

func enumShuffle(self *process.Process, a []term.Term) (term.Term, error) {
	elements, err := collect(self, a[0])
	if err != nil || len(elements) == 0 {
		return term.Empty, err
	}
	g := generatorOf(self)
	defer g.keep(self)
	type drawn struct {
		by term.Float
		x  term.Term
	}
	all := make([]drawn, len(elements))
	for i, x := range elements {
		all[i] = drawn{g.float(), x}
	}
	slices.SortStableFunc(all, func(x, y drawn) int { return term.Compare(y.by, x.by) })
	for i, d := range all {
		elements[i] = d.x
	}
	return term.List(elements...), nil
}
