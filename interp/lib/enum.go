package lib

import (
	"errors"
	"math/rand/v2"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func enumModule() Module {
	return Module{
		Name:      "Elixir.Enum",
		Doc:       "Functions over whatever can be gone through in order: lists, maps, ranges, sets and streams. They go through it at once; see `Stream` for those that wait.",
		Functions: slices.Concat(enumQueries(), enumMaps(), enumParts(), enumOrders(), enumCombinations()),
	}
}

func enumQueries() []Function {
	return []Function{
		{"all?", "enumerable", "Whether every element counts as true.", enumAll},
		{"all?", "enumerable, fun", "Whether `fun` is true of every element. Stops at the first for which it is not.", enumAllFun},
		{"any?", "enumerable", "Whether some element counts as true.", enumAny},
		{"any?", "enumerable, fun", "Whether `fun` is true of some element. Stops at the first.", enumAnyFun},
		{"at", `enumerable, index, default \\ nil`, "The element at `index`, which counts from 0, or from the end when it is negative; `default` if there is none.", enumAt},
		{"count", "enumerable", "The number of elements.", enumCount},
		{"count", "enumerable, fun", "The number of elements for which `fun` is true.", enumCountFun},
		{"count_until", "enumerable, limit", "The number of elements, counting no further than `limit`.", enumCountUntil},
		{"count_until", "enumerable, fun, limit", "The number of elements for which `fun` is true, counting no further than `limit`.", enumCountUntilTrue},
		{"empty?", "enumerable", "Whether there is no element.", enumEmpty},
		{"fetch", "enumerable, index", "`{:ok, element}` at `index`, or `:error`.", enumFetch},
		{"fetch!", "enumerable, index", "The element at `index`; raises `Enum.OutOfBoundsError` if there is none.", enumMustFetch},
		{"find", `enumerable, default \\ nil, fun`, "The first element for which `fun` is true, else `default`.", enumFind},
		{"find_index", "enumerable, fun", "The index of the first element for which `fun` is true, or nil.", enumFindIndex},
		{"find_value", `enumerable, default \\ nil, fun`, "The first result of `fun` that counts as true, else `default`.", enumFindValue},
		{"member?", "enumerable, element", "Whether `element` is among the elements; `1` is not `1.0`.", enumMember},
		{"random", "enumerable", "One of the elements, at random.", enumRandom},
		{"sum", "enumerable", "The sum of the numbers.", enumSum},
		{"product", "enumerable", "The product of the numbers.", enumProduct},
		{"frequencies", "enumerable", "A map from each element to how often it occurs.", enumFrequencies},
		{"frequencies_by", "enumerable, key_fun", "A map from each result of `key_fun` to how often it occurs.", enumFrequenciesBy},
		{"reduce", "enumerable, fun", "Folds from the left, beginning with the first element: `fun.(element, acc)`.", enumReduce1},
		{"reduce", "enumerable, acc, fun", "Folds from the left: `fun.(element, acc)` gives the next `acc`, the last of which is returned.", enumReduce},
		{"reduce_while", "enumerable, acc, fun", "Folds as long as `fun` returns `{:cont, acc}`; `{:halt, acc}` ends it.", enumReduceWhile},
		{"each", "enumerable, fun", "Calls `fun` with each element for what it does, and returns `:ok`.", enumEach},
	}
}

func enumAll(self *process.Process, a []term.Term) (term.Term, error) {
	return quantify(self, a[0], false, func(x term.Term) (bool, error) { return term.Truthy(x), nil })
}

func enumAny(self *process.Process, a []term.Term) (term.Term, error) {
	return quantify(self, a[0], true, func(x term.Term) (bool, error) { return term.Truthy(x), nil })
}

func enumAllFun(self *process.Process, a []term.Term) (term.Term, error) {
	return quantify(self, a[0], false, func(x term.Term) (bool, error) { return truth(self, a[1], x) })
}

func enumAnyFun(self *process.Process, a []term.Term) (term.Term, error) {
	return quantify(self, a[0], true, func(x term.Term) (bool, error) { return truth(self, a[1], x) })
}

// quantify looks for the first element of which holds is found, and returns
// found, or its opposite if there is none.
func quantify(self *process.Process, enumerable term.Term, found bool, holds func(term.Term) (bool, error)) (term.Term, error) {
	result := !found
	err := until(self, enumerable, func(x term.Term, stop error) error {
		ok, err := holds(x)
		if err != nil || ok != found {
			return err
		}
		result = found
		return stop
	})
	return term.Bool(result), err
}

// nth returns the element at an index, which may be negative.
func nth(self *process.Process, enumerable term.Term, index int) (term.Term, bool, error) {
	if index < 0 {
		elements, err := collect(self, enumerable)
		if index += len(elements); err != nil || index < 0 {
			return nil, false, err
		}
		return elements[index], true, nil
	}
	var found term.Term
	err := until(self, enumerable, func(x term.Term, stop error) error {
		if index == 0 {
			found = x
			return stop
		}
		index--
		return nil
	})
	return found, found != nil, err
}

func enumAt(self *process.Process, a []term.Term) (term.Term, error) {
	index, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	x, found, err := nth(self, a[0], index)
	if !found {
		x = a[2]
	}
	return x, err
}

func enumFetch(self *process.Process, a []term.Term) (term.Term, error) {
	index, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	x, found, err := nth(self, a[0], index)
	if err != nil || !found {
		return term.ErrorAtom, err
	}
	return okTuple(x), nil
}

func enumMustFetch(self *process.Process, a []term.Term) (term.Term, error) {
	index, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	x, found, err := nth(self, a[0], index)
	if err == nil && !found {
		err = exception.New("Enum.OutOfBoundsError", "out of bounds error").In(at("Enum", "fetch!", 2, "enum.ex", 1072))
	}
	return x, err
}

// size counts without going through the elements where their number is known.
func size(self *process.Process, enumerable term.Term) (int, error) {
	if m, ok := enumerable.(*term.Map); ok {
		module, isStruct := structName(m)
		switch {
		case !isStruct:
			return m.Len(), nil
		case module == mapSetModule:
			return setOf(m).Len(), nil
		}
		if r, ok := rangeOf(m); ok {
			return int(r.size()), nil
		}
	}
	answer, known, err := ownAnswer(self, "count", 690, args{enumerable})
	if n, ok := answer.(term.Int); ok && known || err != nil {
		return int(n), err
	}
	n := 0
	err = Each(self, enumerable, func(term.Term) error { n++; return nil })
	return n, err
}

func enumCount(self *process.Process, a []term.Term) (term.Term, error) {
	n, err := size(self, a[0])
	var end improper
	if errors.As(err, &end) {
		err = exception.In(badarg("erlang", "length", a...), at("Enum", "count", 1, "enum.ex", 686))
	}
	return term.Int(n), err
}

func enumCountFun(self *process.Process, a []term.Term) (term.Term, error) {
	n := 0
	err := Each(self, a[0], func(x term.Term) error {
		ok, err := truth(self, a[1], x)
		if ok {
			n++
		}
		return err
	})
	return term.Int(n), reached(err, term.Int(n))
}

func enumCountUntil(self *process.Process, a []term.Term) (term.Term, error) {
	limit, ok := intAt(a, 1)
	if !ok || limit <= 0 {
		return nil, errClause
	}
	n := 0
	err := until(self, a[0], func(_ term.Term, stop error) error {
		if n++; n == limit {
			return stop
		}
		return nil
	})
	return term.Int(n), err
}

func enumCountUntilTrue(self *process.Process, a []term.Term) (term.Term, error) {
	limit, ok := intAt(a, 2)
	if !ok || limit <= 0 {
		return nil, errClause
	}
	n := 0
	err := until(self, a[0], func(x term.Term, stop error) error {
		ok, err := truth(self, a[1], x)
		if err != nil || !ok {
			return err
		}
		if n++; n == limit {
			return stop
		}
		return nil
	})
	return term.Int(n), err
}

func enumEmpty(self *process.Process, a []term.Term) (term.Term, error) {
	empty := true
	err := until(self, a[0], func(_ term.Term, stop error) error {
		empty = false
		return stop
	})
	return term.Bool(empty), err
}

func enumFind(self *process.Process, a []term.Term) (term.Term, error) {
	result := a[1]
	err := until(self, a[0], func(x term.Term, stop error) error {
		ok, err := truth(self, a[2], x)
		if err != nil || !ok {
			return err
		}
		result = x
		return stop
	})
	return result, err
}

func enumFindValue(self *process.Process, a []term.Term) (term.Term, error) {
	result := a[1]
	err := until(self, a[0], func(x term.Term, stop error) error {
		value, err := code.Call(self, a[2], x)
		if err != nil || !term.Truthy(value) {
			return err
		}
		result = value
		return stop
	})
	return result, err
}

func enumFindIndex(self *process.Process, a []term.Term) (term.Term, error) {
	var result term.Term = term.Nil
	i := 0
	err := until(self, a[0], func(x term.Term, stop error) error {
		ok, err := truth(self, a[1], x)
		if err != nil || !ok {
			i++
			return err
		}
		result = term.Int(i)
		return stop
	})
	return result, err
}

func enumMember(self *process.Process, a []term.Term) (term.Term, error) {
	if r, ok := rangeOf(a[0]); ok {
		return term.Bool(r.contains(a[1])), nil
	}
	if answer, known, err := ownAnswer(self, "member?", 1960, a); known || err != nil {
		return answer, exception.In(err, at("Enum", "member?", 2, "enum.ex", 1960))
	}
	return quantify(self, a[0], true, func(x term.Term) (bool, error) { return term.Same(x, a[1]), nil })
}

func emptyError(function string, arity, line int) error {
	return exception.New("Enum.EmptyError", "empty error").In(at("Enum", function, arity, "enum.ex", line))
}

func enumSum(self *process.Process, a []term.Term) (term.Term, error) {
	return foldNumbers(self, a[0], term.Int(0), "+", term.Add)
}

func enumProduct(self *process.Process, a []term.Term) (term.Term, error) {
	return foldNumbers(self, a[0], term.Int(1), "*", term.Mul)
}

func foldNumbers(self *process.Process, enumerable, acc term.Term, op string, f func(a, b term.Term) (term.Term, bool)) (term.Term, error) {
	err := Each(self, enumerable, func(x term.Term) error {
		next, ok := f(x, acc)
		if !ok {
			name := map[string]string{"+": "-sum/1-lists^foldl/2-0-", "*": "-product/1-lists^foldl/2-0-"}[op]
			return exception.In(badarith(op, x, acc), at("Enum", name, 2, "enum.ex", 2468))
		}
		acc = next
		return nil
	})
	return acc, reached(err, acc)
}

func enumFrequencies(self *process.Process, a []term.Term) (term.Term, error) {
	return frequencies(self, a[0], func(x term.Term) (term.Term, error) { return x, nil })
}

func enumFrequenciesBy(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[1].(*term.Fun); !ok {
		return nil, errClause
	}
	return frequencies(self, a[0], func(x term.Term) (term.Term, error) { return code.Call(self, a[1], x) })
}

func frequencies(self *process.Process, enumerable term.Term, keyOf func(term.Term) (term.Term, error)) (term.Term, error) {
	counts := term.NewMap()
	err := Each(self, enumerable, func(x term.Term) error {
		key, err := keyOf(x)
		if err != nil {
			return err
		}
		n, _ := counts.Get(key)
		count, _ := n.(term.Int)
		counts = counts.Put(key, count+1)
		return nil
	})
	return counts, reached(err, counts)
}

func enumReduce(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[1]
	err := Each(self, a[0], func(x term.Term) (err error) {
		next, err := code.Call(self, a[2], x, acc)
		if err == nil {
			acc = next
		}
		return err
	})
	return acc, reached(err, acc)
}

func enumReduce1(self *process.Process, a []term.Term) (term.Term, error) {
	if cell, ok := a[0].(*term.Cons); ok && !term.IsList(cell.Tail) { // the tail is gone through as anything else
		return nil, exception.In(notEnumerable(cell.Tail), at("Enumerable", "reduce", 3, "enum.ex", 166), inEnum("reduce", 2, 4307))
	}
	var acc term.Term
	err := Each(self, a[0], func(x term.Term) (err error) {
		if acc == nil {
			acc = x
			return nil
		}
		acc, err = code.Call(self, a[1], x, acc)
		return err
	})
	err = reached(err, acc)
	if err == nil && acc == nil {
		line := 2424
		if term.IsList(a[0]) {
			line = 2414
		}
		return nil, emptyError("reduce", 2, line)
	}
	return acc, err
}

func enumReduceWhile(self *process.Process, a []term.Term) (term.Term, error) {
	acc, seen := a[1], 0
	err := until(self, a[0], func(x term.Term, stop error) error {
		result, err := code.Call(self, a[2], x, acc)
		if err != nil {
			return err
		}
		seen++
		switch term.Tag(result, 2) {
		case contTag:
			acc = result.(term.Tuple)[1]
			return nil
		case haltTag:
			acc = result.(term.Tuple)[1]
			return stop
		}
		return badStep(self, a[0], result, a[2], seen)
	})
	return acc, err
}

// badStep is the error of a function that said neither how to go on nor that
// it ends: the loop, which is given what it said, has no clause for it.
func badStep(self *process.Process, enumerable, result, fun term.Term, seen int) error {
	from := at("Enum", "reduce_while", 3, "enum.ex", 2514)
	m, _ := enumerable.(*term.Map)
	if r, ok := rangeOf(enumerable); ok {
		next := term.Int(r.first + int64(seen)*r.step)
		return exception.In(noClause(self, "Elixir.Enumerable.Range", "reduce", args{next, term.Int(r.last), result, fun, term.Int(r.step)}), from)
	}
	rest := enumerable
	if m != nil {
		elements, err := collect(self, enumerable)
		if err != nil {
			return err
		}
		rest = term.List(elements...)
	}
	for range seen {
		cell, ok := rest.(*term.Cons)
		if !ok {
			return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
		}
		rest = cell.Tail
	}
	return exception.In(noClause(self, "Elixir.Enumerable.List", "reduce", args{rest, result, fun}), from)
}

func enumEach(self *process.Process, a []term.Term) (term.Term, error) {
	err := Each(self, a[0], func(x term.Term) error {
		_, err := code.Call(self, a[1], x)
		return err
	})
	return term.OK, err
}

type randomKey struct{}

// randomOf returns the node's source of random numbers, which Seed sets.
func randomOf(self *process.Process) *rand.Rand {
	if r, ok := self.Node().Value(randomKey{}).(*rand.Rand); ok {
		return r
	}
	return Seed(self.Node(), 0)
}

// Seed makes the node's random numbers the same at each run.
func Seed(node *process.Node, seed int64) *rand.Rand {
	r := rand.New(rand.NewPCG(uint64(seed), 0x9e3779b97f4a7c15))
	node.SetValue(randomKey{}, r)
	return r
}
