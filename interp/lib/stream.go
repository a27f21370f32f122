package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

func streamModuleTable() Module {
	return Module{
		Name:   streamModule,
		Doc:    "Like `Enum`, but lazy: nothing happens until somebody goes through the stream, and then element by element.",
		Struct: []term.Pair{pair("enum", term.Nil), pair("funs", term.Empty), pair("accs", term.Empty), pair("done", term.Nil)},
		Functions: []Function{
			{"map", "enum, fun", "Each element mapped by `fun`.", stage(48, "map/2", streamMap)},
			{"filter", "enum, fun", "The elements for which `fun` is true.", stage(40, "filter/2", streamFilter(true))},
			{"reject", "enum, fun", "The elements for which `fun` is not true.", stage(50, "reject/2", streamFilter(false))},
			{"each", "enum, fun", "The elements, with `fun` called for each on its way.", stage(39, "each/2", streamEach)},
			{"take", "enum, count", "The first `count` elements; the last when it is negative.", streamTake},
			{"take_while", "enum, fun", "The elements before the first for which `fun` is not true.", stage(59, "take_while/2", streamTakeWhile)},
			{"take_every", "enum, nth", "Every `nth` element, beginning with the first.", everyStage(stage(58, "take_every_after_guards/2", streamEvery(true)))},
			{"drop", "enum, n", "All but the first `n` elements; the last when it is negative.", streamDrop},
			{"drop_while", "enum, fun", "The elements from the first for which `fun` is not true.", stage(37, "drop_while/2", streamDropWhile)},
			{"drop_every", "enum, nth", "All elements but every `nth`.", everyStage(stage(36, "drop_every/2", streamEvery(false)))},
			{"map_every", "enum, nth, fun", "Every `nth` element mapped, the others as they are.", streamMapEveryStage},
			{"scan", "enum, fun", "All steps of a fold.", stage(54, "scan/2", streamScan)},
			{"scan", "enum, acc, fun", "All steps of a fold that begins with `acc`.", stage(55, "scan/3", streamScan)},
			{"uniq", "enum", "Each element once.", stage(65, "uniq_by/2", streamUniq)},
			{"uniq_by", "enum, fun", "One element for each result of `fun`.", stage(65, "uniq_by/2", streamUniq)},
			{"dedup", "enum", "The elements without those that equal the one before.", stage(11, "dedup_by/2", streamDedup)},
			{"dedup_by", "enum, fun", "The elements without those with the same `fun` as the one before.", stage(11, "dedup_by/2", streamDedup)},
			{"with_index", `enum, fun_or_offset \\ 0`, "Pairs each element with its index.", stage(66, "with_index/2", streamWithIndex)},
			{"chunk_every", "enum, count", "Lists of `count` elements.", stage(3, "chunk_while/4", streamChunkEvery)},
			{"chunk_every", `enum, count, step, leftover \\ []`, "Lists of `count` elements that begin `step` apart.", stage(3, "chunk_while/4", streamChunkEvery)},
			{"chunk_by", "enum, fun", "Splits where the result of `fun` changes.", stage(3, "chunk_while/4", streamChunkBy)},
			{"chunk_while", "enum, acc, chunk_fun, after_fun", "Chunks as `chunk_fun.(element, acc)` says: `{:cont, acc}`, `{:cont, chunk, acc}` or `{:halt, acc}`.", stage(3, "chunk_while/4", streamChunkWhile)},
			{"duplicate", "value, n", "`value`, `n` times.", streamDuplicate},
			{"flat_map", "enum, mapper", "Maps to enumerables and goes through each.", streamFlatMap},
			{"concat", "enumerables", "One enumerable after the other.", streamConcat},
			{"concat", "first, second", "The elements of `first`, then of `second`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return streamConcat(self, args{term.List(a...)})
			}},
			{"intersperse", "enumerable, element", "The elements with `element` between them.", streamIntersperse},
			{"transform", "enum, acc, reducer", "`reducer.(element, acc)` returns `{elements to emit, acc}` or `{:halt, acc}`.", streamTransform},
			{"transform", "enum, start_fun, reducer, after_fun", "As `transform/3` with an accumulator that `start_fun` makes and `after_fun` gets at the end.", streamTransformAfter},
			{"transform", "enum, start_fun, reducer, last_fun, after_fun", "As `transform/4`; `last_fun` may emit more when the stream ends.", streamTransformAfter},
			{"zip_with", "enumerables, zip_fun", "Lists of elements, mapped by `zip_fun`.", streamZipWith},
			{"zip_with", "enumerable1, enumerable2, zip_fun", "Pairs of elements, mapped by `zip_fun`.", streamZipWith},
			{"into", `enum, collectable, transform \\ nil`, "The elements, which are also put into the collection on their way.", streamInto},
			{"zip", "enumerable1, enumerable2", "Pairs, as long as both last.", streamZip},
			{"zip", "enumerables", "Tuples, as long as all last.", streamZip},
			{"cycle", "enumerable", "The elements again and again, without end.", streamCycle},
			{"iterate", "start_value, next_fun", "`start_value`, then what `next_fun` makes of it, and so on.", streamIterate},
			{"repeatedly", "generator_fun", "The results of `generator_fun`, without end.", streamRepeatedly},
			{"unfold", "next_acc, next_fun", "`next_fun.(acc)` returns `{element, acc}`, or nil at the end.", streamUnfold},
			{"resource", "start_fun, next_fun, after_fun", "Elements of something that is opened and must be closed.", streamResource},
			{"interval", "n", "0, 1, 2, ... every `n` milliseconds.", streamInterval},
			{"timer", "n", "0, after `n` milliseconds.", streamTimer},
			{"run", "stream", "Goes through the stream for what it does.", streamRun},
		},
	}
}

// generator is the code of a function value that is a stream: it calls emit
// with each element.
type generator func(self *process.Process, emit func(term.Term) error) error

// streamUnique is the number that function values of Stream carry in 1.14.0.
const streamUnique = 103858489

func generated(index int, place string, g generator) term.Term {
	return &term.Fun{Module: streamModule, Arity: 2, Index: index, Unique: streamUnique, Place: "Stream." + place, Code: g}
}

// sink takes the elements that come out of a stage. Finish is called when the
// source has no more, not when somebody stopped it.
type sink struct {
	emit   func(term.Term) error
	finish func() error
}

// transformer makes, for one run of a stream, the sink that does its work and
// passes on to next. It may return stop to end the run early.
type transformer func(self *process.Process, next sink, stop error) sink

// lazy adds a stage to a stream, or makes one of an enumerable.
func lazy(enum term.Term, index int, place string, t transformer) term.Term {
	fun := &term.Fun{Module: streamModule, Arity: 1, Index: index, Unique: streamUnique, Place: "Stream." + place, Code: t}
	if s, ok := isStruct(enum, streamModule); ok {
		funs, _ := s.Get(term.Atom("funs"))
		return s.Put(term.Atom("funs"), &term.Cons{Head: fun, Tail: funs})
	}
	return structOf(streamModule, pair("enum", enum), pair("funs", term.List(fun)),
		pair("accs", term.Empty), pair("done", term.Nil))
}

// stage is a function of Stream that adds a stage made from its other arguments.
func stage(index int, place string, f func(a args) (transformer, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		t, err := f(a)
		if err != nil {
			return nil, err
		}
		return lazy(a[0], index, place, t), nil
	}
}

// eachStream runs a stream: the stages, the last of which is first in funs,
// are chained behind f.
func eachStream(self *process.Process, m *term.Map, f func(term.Term) error) error {
	source, _ := m.Get(term.Atom("enum"))
	funs, _ := m.Get(term.Atom("funs"))
	stop := new(halt)
	out := sink{consumed(f, reduceOfStages), func() error { return nil }}
	for fun := range term.Elements(funs) {
		if t, ok := fun.(*term.Fun).Code.(transformer); ok {
			out = framed(fun.(*term.Fun), t, self, out, stop)
		}
	}
	err := eachOfSource(self, source, out.emit)
	if err == error(stop) {
		return nil
	}
	if err != nil {
		return err
	}
	if err = out.finish(); err == error(stop) {
		return nil
	}
	return err
}

func onward(emit func(term.Term) error, next sink) sink { return sink{emit, next.finish} }

func streamMap(a args) (transformer, error) {
	return func(self *process.Process, next sink, _ error) sink {
		return onward(func(x term.Term) error {
			y, err := code.Call(self, a[1], x)
			if err != nil {
				return err
			}
			return next.emit(y)
		}, next)
	}, nil
}

func streamFilter(keep bool) func(args) (transformer, error) {
	return func(a args) (transformer, error) {
		return func(self *process.Process, next sink, _ error) sink {
			return onward(func(x term.Term) error {
				ok, err := truth(self, a[1], x)
				if err != nil || ok != keep {
					return err
				}
				return next.emit(x)
			}, next)
		}, nil
	}
}

func streamEach(a args) (transformer, error) {
	return func(self *process.Process, next sink, _ error) sink {
		return onward(func(x term.Term) error {
			if _, err := code.Call(self, a[1], x); err != nil {
				return err
			}
			return next.emit(x)
		}, next)
	}, nil
}

func streamTake(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	switch {
	case !ok:
		return nil, errClause
	case n == 0:
		return structOf(streamModule, pair("enum", term.Empty), pair("funs", term.Empty),
			pair("accs", term.Empty), pair("done", term.Nil)), nil
	case n < 0:
		return generated(57, "take_after_guards/2", func(self *process.Process, emit func(term.Term) error) error {
			last, err := enumTake(self, a)
			if err != nil {
				return err
			}
			return eachListed(self, last, emit)
		}), nil
	}
	return lazy(a[0], 56, "take_after_guards/2", func(_ *process.Process, next sink, stop error) sink {
		left := n
		return onward(func(x term.Term) error {
			left--
			if err := next.emit(x); err != nil || left > 0 {
				return err
			}
			if err := next.finish(); err != nil {
				return err
			}
			return stop
		}, next)
	}), nil
}

// finishing ends a run early, after what is behind has been told.
func finishing(next sink, stop error) error {
	if err := next.finish(); err != nil {
		return err
	}
	return stop
}

func streamTakeWhile(a args) (transformer, error) {
	return func(self *process.Process, next sink, stop error) sink {
		return onward(func(x term.Term) error {
			ok, err := truth(self, a[1], x)
			switch {
			case err != nil:
				return err
			case !ok:
				return finishing(next, stop)
			}
			return next.emit(x)
		}, next)
	}, nil
}

func streamEvery(keep bool) func(args) (transformer, error) {
	return func(a args) (transformer, error) {
		nth, ok := intAt(a, 1)
		if !ok || nth < 0 {
			return nil, errClause
		}
		return func(_ *process.Process, next sink, _ error) sink {
			i := 0
			return onward(func(x term.Term) error {
				hit := nth > 0 && i%nth == 0
				i++
				if hit != keep {
					return nil
				}
				return next.emit(x)
			}, next)
		}, nil
	}
}

func streamMapEvery(a args) (transformer, error) {
	nth, ok := intAt(a, 1)
	if !ok || nth < 0 {
		return nil, errClause
	}
	return func(self *process.Process, next sink, _ error) sink {
		i := 0
		return onward(func(x term.Term) (err error) {
			if nth > 0 && i%nth == 0 {
				if x, err = code.Call(self, a[2], x); err != nil {
					return err
				}
			}
			i++
			return next.emit(x)
		}, next)
	}, nil
}

func streamDrop(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok {
		return nil, errClause
	}
	if n < 0 {
		return lazy(a[0], 35, "drop/2", holdBack(-n)), nil
	}
	return lazy(a[0], 34, "drop/2", func(_ *process.Process, next sink, _ error) sink {
		left := n
		return onward(func(x term.Term) error {
			if left > 0 {
				left--
				return nil
			}
			return next.emit(x)
		}, next)
	}), nil
}

// holdBack keeps the last n elements to itself.
func holdBack(n int) transformer {
	return func(_ *process.Process, next sink, _ error) sink {
		var held []term.Term
		return onward(func(x term.Term) error {
			held = append(held, x)
			if len(held) <= n {
				return nil
			}
			first := held[0]
			held = held[1:]
			return next.emit(first)
		}, next)
	}
}

func streamDropWhile(a args) (transformer, error) {
	return func(self *process.Process, next sink, _ error) sink {
		dropping := true
		return onward(func(x term.Term) (err error) {
			if dropping {
				if dropping, err = truth(self, a[1], x); err != nil || dropping {
					return err
				}
			}
			return next.emit(x)
		}, next)
	}, nil
}

func streamScan(a args) (transformer, error) {
	fun := a[len(a)-1]
	return func(self *process.Process, next sink, _ error) sink {
		var acc term.Term
		if len(a) == 3 {
			acc = a[1]
		}
		return onward(func(x term.Term) (err error) {
			if acc == nil {
				acc = x
			} else if acc, err = code.Call(self, fun, x, acc); err != nil {
				return err
			}
			return next.emit(acc)
		}, next)
	}, nil
}

// byKey returns the key function of uniq and dedup, with or without a fun.
func byKey(self *process.Process, a args) func(term.Term) (term.Term, error) {
	if len(a) == 2 {
		return caller(self, a[1])
	}
	return identity
}

func streamUniq(a args) (transformer, error) {
	return func(self *process.Process, next sink, _ error) sink {
		seen, key := term.NewMap(), byKey(self, a)
		return onward(func(x term.Term) error {
			k, err := key(x)
			if err != nil || inMap(seen, k) {
				return err
			}
			seen = seen.Put(k, term.True)
			return next.emit(x)
		}, next)
	}, nil
}

func streamDedup(a args) (transformer, error) {
	return func(self *process.Process, next sink, _ error) sink {
		var last term.Term
		key := byKey(self, a)
		return onward(func(x term.Term) error {
			k, err := key(x)
			if err != nil || last != nil && term.Same(k, last) {
				return err
			}
			last = k
			return next.emit(x)
		}, next)
	}, nil
}

func streamWithIndex(a args) (transformer, error) {
	offset, isOffset := a[1].(term.Int)
	if !isOffset && !isFun(a[1], 2) {
		return nil, errClause
	}
	return func(self *process.Process, next sink, _ error) sink {
		i := offset
		return onward(func(x term.Term) (err error) {
			var y term.Term = term.Tuple{x, i}
			if !isOffset {
				y, err = code.Call(self, a[1], x, i)
			}
			i++
			if err != nil {
				return err
			}
			return next.emit(y)
		}, next)
	}, nil
}

func streamChunkEvery(a args) (transformer, error) {
	count, ok := intAt(a, 1)
	step, leftover := count, term.Empty
	if len(a) == 4 {
		step, _ = intAt(a, 2)
		leftover = a[3]
	}
	if !ok || count <= 0 || step <= 0 {
		return nil, errClause
	}
	return func(self *process.Process, next sink, _ error) sink {
		var chunk []term.Term
		skip := 0
		emit := func(x term.Term) error {
			if skip > 0 {
				skip--
				return nil
			}
			if chunk = append(chunk, x); len(chunk) < count {
				return nil
			}
			full := term.List(chunk...)
			skip = max(step-count, 0)
			chunk = slices.Clone(chunk[min(step, count):])
			return next.emit(full)
		}
		finish := func() error {
			if len(chunk) > 0 && leftover != term.Term(term.Atom("discard")) && skip == 0 {
				fill, err := take(self, leftover, count-len(chunk))
				if err != nil {
					return err
				}
				if err := next.emit(term.List(append(chunk, fill...)...)); err != nil {
					return err
				}
			}
			return next.finish()
		}
		return sink{emit, finish}
	}, nil
}

func streamChunkBy(a args) (transformer, error) {
	return func(self *process.Process, next sink, _ error) sink {
		var chunk []term.Term
		var last term.Term
		flush := func() error {
			full := term.List(chunk...)
			chunk = nil
			return next.emit(full)
		}
		emit := func(x term.Term) error {
			key, err := code.Call(self, a[1], x)
			if err == nil && last != nil && !term.Same(key, last) {
				err = flush()
			}
			chunk, last = append(chunk, x), key
			return err
		}
		return sink{emit, func() error {
			if len(chunk) > 0 {
				if err := flush(); err != nil {
					return err
				}
			}
			return next.finish()
		}}
	}, nil
}
