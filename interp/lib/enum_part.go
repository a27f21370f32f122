package lib

import (
	"errors"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Enum that take some of the elements.

func enumParts() []Function {
	return []Function{
		{"take", "enumerable, amount", "The first `amount` elements, or the last when it is negative.", enumTake},
		{"drop", "enumerable, amount", "All but the first `amount` elements, or the last when it is negative.", enumDrop},
		{"take_while", "enumerable, fun", "The elements before the first for which `fun` is not true.", enumTakeWhile},
		{"drop_while", "enumerable, fun", "The elements from the first for which `fun` is not true.", enumDropWhile},
		{"take_every", "enumerable, nth", "Every `nth` element, beginning with the first.", enumTakeEvery},
		{"drop_every", "enumerable, nth", "All elements but every `nth`, beginning with the first.", enumDropEvery},
		{"take_random", "enumerable, count", "`count` elements at random.", enumTakeRandom},
		{"shuffle", "enumerable", "The elements in random order.", enumShuffle},
		{"slice", "enumerable, index_range", "The elements at the indices of the range.", enumSliceRange},
		{"slice", "enumerable, start_index, amount", "`amount` elements from `start_index` on.", enumSlice},
		{"split", "enumerable, count", "`{first, rest}`, with `count` elements in the first list.", enumSplit},
		{"split_while", "enumerable, fun", "Splits before the first element for which `fun` is not true.", enumSplitWhile},
		{"split_with", "enumerable, fun", "`{those for which fun is true, the others}`.", enumSplitWith},
		{"chunk_every", "enumerable, count", "Lists of `count` elements; the last may be shorter.", enumChunkEvery},
		{"chunk_every", `enumerable, count, step, leftover \\ []`, "Lists of `count` elements that begin `step` apart; `leftover` fills the last, `:discard` drops it.", enumChunkStep},
		{"chunk", "enumerable, count", "The old name of `chunk_every`, which drops a last list that is too short.", enumChunk},
		{"chunk", `enumerable, count, step, leftover \\ nil`, "The old name of `chunk_every`.", enumChunkOld},
		{"partition", "enumerable, fun", "The old name of `split_with/2`.", enumSplitWith},
		{"slide", "enumerable, range_or_single_index, insertion_index", "The elements with one, or a range of them, moved to another index.", enumSlide},
		{"chunk_by", "enumerable, fun", "Splits where the result of `fun` changes.", enumChunkBy},
		{"chunk_while", "enumerable, acc, chunk_fun, after_fun", "Chunks as `chunk_fun.(element, acc)` says: `{:cont, acc}`, `{:cont, chunk, acc}` or `{:halt, acc}`.", enumChunkWhile},
		{"reverse", "enumerable", "The elements from last to first.", enumReverse},
		{"reverse", "enumerable, tail", "The elements from last to first, then those of `tail`.", enumReverseTail},
		{"reverse_slice", "enumerable, start_index, count", "The elements, with `count` of them from `start_index` on reversed.", enumReverseSlice},
		{"dedup", "enumerable", "The elements without those that equal the one before.", enumDedup},
		{"dedup_by", "enumerable, fun", "The elements without those with the same `fun` as the one before.", enumDedupBy},
		{"uniq", "enumerable", "Each element once, where it first occurs.", enumUniq},
		{"uniq_by", "enumerable, fun", "One element for each result of `fun`, the first.", enumUniqBy},
	}
}

func enumTake(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	if n < 0 {
		all, err := collect(self, a[0])
		return term.List(all[max(len(all)+n, 0):]...), err
	}
	first, err := take(self, a[0], n)
	if m, ok := a[0].(*term.Map); ok && err != nil {
		if module, _ := structName(m); module == term.Alias("GenEvent.Stream") {
			err = exception.In(err, at("Enum", "take", 2, "enum.ex", 3448))
		}
	}
	return term.List(first...), err
}

// take returns the first n elements and asks for no more.
func take(self *process.Process, enumerable term.Term, n int) ([]term.Term, error) {
	var first []term.Term
	if n == 0 {
		return nil, nil
	}
	err := until(self, enumerable, func(x term.Term, stop error) error {
		first = append(first, x)
		if len(first) == n {
			return stop
		}
		return nil
	})
	if len(first) > 0 {
		err = behind(err)
	}
	return first, err
}

func enumDrop(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	if n <= 0 {
		a = args{listed(a[0])}
	}
	all, err := collect(self, a[0])
	if n < 0 {
		return term.List(all[:max(len(all)+n, 0)]...), err
	}
	return term.List(all[min(n, len(all)):]...), err
}

// prefix collects the elements and returns how many of them, from the first
// on, make fun true.
func prefix(self *process.Process, enumerable, fun term.Term) (all []term.Term, n int, err error) {
	holding := true
	err = Each(self, enumerable, func(x term.Term) (err error) {
		all = append(all, x)
		if holding {
			if holding, err = truth(self, fun, x); holding {
				n++
			}
		}
		return err
	})
	return all, n, err
}

func enumTakeWhile(self *process.Process, a []term.Term) (term.Term, error) {
	var first []term.Term
	err := until(self, a[0], func(x term.Term, stop error) error {
		ok, err := truth(self, a[1], x)
		switch {
		case err != nil:
			return err
		case !ok:
			return stop
		}
		first = append(first, x)
		return nil
	})
	if len(first) > 0 {
		err = behind(err)
	}
	return term.List(first...), err
}

func enumDropWhile(self *process.Process, a []term.Term) (term.Term, error) {
	all, n, err := prefix(self, a[0], a[1])
	return term.List(all[n:]...), err
}

func enumSplitWhile(self *process.Process, a []term.Term) (term.Term, error) {
	all, n, err := prefix(self, a[0], a[1])
	return term.Tuple{term.List(all[:n]...), term.List(all[n:]...)}, err
}

func enumTakeEvery(self *process.Process, a []term.Term) (term.Term, error) {
	return every(self, a, true)
}

func enumDropEvery(self *process.Process, a []term.Term) (term.Term, error) {
	return every(self, a, false)
}

func every(self *process.Process, a args, keep bool) (term.Term, error) {
	nth, ok := intAt(a, 1)
	if !ok || nth < 0 {
		return nil, errClause
	}
	i := 0
	return build(self, a[0], func(x term.Term, out *[]term.Term) error {
		if (nth > 0 && i%nth == 0) == keep {
			*out = append(*out, x)
		}
		i++
		return nil
	})
}

func enumSlice(self *process.Process, a []term.Term) (term.Term, error) {
	start, ok1 := intAt(a, 1)
	amount, ok2 := intAt(a, 2)
	if !ok1 || !ok2 || amount < 0 {
		return nil, errClause
	}
	if start >= 0 {
		all, err := take(self, a[0], start+amount)
		return term.List(all[min(start, len(all)):]...), err
	}
	all, err := collect(self, a[0])
	start = max(start+len(all), 0)
	return term.List(all[start:min(start+amount, len(all))]...), err
}

func enumSliceRange(self *process.Process, a []term.Term) (term.Term, error) {
	r, ok := rangeOf(a[1])
	if !ok {
		return nil, errClause
	}
	all, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	first, last := sliceBounds(r, len(all))
	var out []term.Term
	for i := first; i <= last; i += max(int(r.step), 1) {
		out = append(out, all[i])
	}
	return term.List(out...), nil
}

// sliceBounds returns the first and last index that a range of indices, which
// may be negative, means among n elements; last is less if there are none.
func sliceBounds(r span, n int) (first, last int) {
	first, last = int(r.first), int(r.last)
	if first < 0 {
		first += n
	}
	if last < 0 {
		last += n
	}
	if first = max(first, 0); first >= n {
		return 0, -1
	}
	return first, min(last, n-1)
}

func enumSplit(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	all, err := collect(self, a[0])
	if n < 0 {
		n = max(len(all)+n, 0)
	}
	n = min(n, len(all))
	return term.Tuple{term.List(all[:n]...), term.List(all[n:]...)}, err
}

func enumSplitWith(self *process.Process, a []term.Term) (term.Term, error) {
	var yes, no []term.Term
	err := Each(self, a[0], func(x term.Term) error {
		ok, err := truth(self, a[1], x)
		if ok {
			yes = append(yes, x)
		} else {
			no = append(no, x)
		}
		return err
	})
	if err != nil {
		slices.Reverse(yes)
		slices.Reverse(no)
	}
	both := term.Tuple{term.List(yes...), term.List(no...)}
	return both, reached(err, both)
}

func enumChunkEvery(self *process.Process, a []term.Term) (term.Term, error) {
	return enumChunkStep(self, args{a[0], a[1], a[1], term.Empty})
}

func enumChunkStep(self *process.Process, a []term.Term) (term.Term, error) {
	count, ok1 := intAt(a, 1)
	step, ok2 := intAt(a, 2)
	if !ok1 || !ok2 || count <= 0 || step <= 0 {
		return nil, errClause
	}
	all, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	var chunks []term.Term
	for i := 0; i < len(all); i += step {
		if i+count <= len(all) {
			chunks = append(chunks, term.List(all[i:i+count]...))
			continue
		}
		if a[3] == term.Term(term.Atom("discard")) {
			break
		}
		fill, err := take(self, a[3], i+count-len(all))
		if err != nil {
			return nil, err
		}
		chunks = append(chunks, term.List(slices.Concat(all[i:], fill)...))
		break
	}
	return term.List(chunks...), nil
}

func enumChunk(self *process.Process, a []term.Term) (term.Term, error) {
	return code.Apply(self, "Elixir.Enum", "chunk_every", a[0], a[1], a[1], term.Atom("discard"))
}

func enumChunkOld(self *process.Process, a []term.Term) (term.Term, error) {
	leftover := a[3]
	if leftover == term.Term(term.Nil) {
		leftover = term.Atom("discard")
	}
	return code.Apply(self, "Elixir.Enum", "chunk_every", a[0], a[1], a[2], leftover)
}

func enumSlide(self *process.Process, a []term.Term) (term.Term, error) {
	to, isInt := intAt(a, 2)
	r, isRange := rangeOf(a[1])
	if i, ok := intAt(a, 1); ok {
		r, isRange = span{int64(i), int64(i), 1}, true
	}
	if !isInt || !isRange {
		return nil, errClause
	}
	all, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	first, last := sliceBounds(r, len(all))
	if to < 0 {
		to += len(all)
	}
	if last < first || to >= first && to <= last {
		return term.List(all...), nil
	}
	moved := slices.Clone(all[first : last+1])
	rest := slices.Delete(slices.Clone(all), first, last+1)
	if to > last {
		to -= last - first
	}
	return term.List(slices.Insert(rest, min(to, len(rest)), moved...)...), nil
}

func enumChunkBy(self *process.Process, a []term.Term) (term.Term, error) {
	var chunks, chunk []term.Term
	var last term.Term
	err := Each(self, a[0], func(x term.Term) error {
		key, err := code.Call(self, a[1], x)
		if err != nil {
			return err
		}
		if last != nil && !term.Same(key, last) {
			chunks = append(chunks, term.List(chunk...))
			chunk = nil
		}
		chunk, last = append(chunk, x), key
		return nil
	})
	if len(chunk) > 0 {
		chunks = append(chunks, term.List(chunk...))
	}
	return term.List(chunks...), err
}

func enumChunkWhile(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[1]
	var chunks []term.Term
	step := func(result term.Term, stop error) error {
		t, _ := result.(term.Tuple)
		switch {
		case term.Tag(result, 2) == contTag:
			acc = t[1]
		case term.Tag(result, 3) == contTag:
			chunks, acc = append(chunks, t[1]), t[2]
		case term.Tag(result, 2) == haltTag:
			acc = t[1]
			return stop
		default:
			return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
		}
		return nil
	}
	err := until(self, a[0], func(x term.Term, stop error) error {
		result, err := code.Call(self, a[2], x, acc)
		if err != nil {
			return err
		}
		return step(result, stop)
	})
	if err != nil {
		return nil, err
	}
	result, err := code.Call(self, a[3], acc)
	if err == nil {
		err = step(result, nil)
	}
	return term.List(chunks...), err
}

func enumReverse(self *process.Process, a []term.Term) (term.Term, error) {
	list, err := enumReverseTail(self, args{a[0], term.Empty})
	var end improper
	if !errors.As(err, &end) {
		return list, err
	}
	before := end.before()
	if len(before) == 1 {
		return nil, fold("reverse/1", ofEnum(148, 2, "reverse/1"), backwards).endless(self, a, end, false)
	}
	return nil, exception.In(badarg("lists", "reverse", end.tail, term.List(before...)), inEnum("reverse", 1, 2553))
}

func enumReverseTail(self *process.Process, a []term.Term) (term.Term, error) {
	tail, err := collect(self, a[1])
	if err != nil {
		return nil, err
	}
	list := term.List(tail...)
	err = Each(self, a[0], func(x term.Term) error {
		list = &term.Cons{Head: x, Tail: list}
		return nil
	})
	return list, err
}

func enumReverseSlice(self *process.Process, a []term.Term) (term.Term, error) {
	start, ok1 := intAt(a, 1)
	count, ok2 := intAt(a, 2)
	if !ok1 || !ok2 || start < 0 || count < 0 {
		return nil, errClause
	}
	all, err := collect(self, a[0])
	all = slices.Clone(all)
	start = min(start, len(all))
	slices.Reverse(all[start:min(start+count, len(all))])
	return term.List(all...), err
}

func identity(x term.Term) (term.Term, error) { return x, nil }

func enumDedup(self *process.Process, a []term.Term) (term.Term, error) {
	return dedup(self, a[0], identity)
}

func enumDedupBy(self *process.Process, a []term.Term) (term.Term, error) {
	return dedup(self, a[0], func(x term.Term) (term.Term, error) { return code.Call(self, a[1], x) })
}

func dedup(self *process.Process, enumerable term.Term, keyOf func(term.Term) (term.Term, error)) (term.Term, error) {
	var last term.Term
	return build(self, enumerable, func(x term.Term, out *[]term.Term) error {
		key, err := keyOf(x)
		if err == nil && (last == nil || !term.Same(key, last)) {
			*out = append(*out, x)
			last = key
		}
		return err
	})
}

func enumUniq(self *process.Process, a []term.Term) (term.Term, error) {
	return uniq(self, a[0], identity)
}

func enumUniqBy(self *process.Process, a []term.Term) (term.Term, error) {
	return uniq(self, a[0], func(x term.Term) (term.Term, error) { return code.Call(self, a[1], x) })
}

func uniq(self *process.Process, enumerable term.Term, keyOf func(term.Term) (term.Term, error)) (term.Term, error) {
	seen := term.NewMap()
	list, err := build(self, enumerable, func(x term.Term, out *[]term.Term) error {
		key, err := keyOf(x)
		if err != nil {
			return err
		}
		if _, ok := seen.Get(key); !ok {
			seen = seen.Put(key, term.True)
			*out = append(*out, x)
		}
		return nil
	})
	return list, reached(err, seen)
}
