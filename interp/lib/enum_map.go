package lib

import (
	"errors"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Enum that make new elements of old ones.

func enumMaps() []Function {
	return []Function{
		{"map", "enumerable, fun", "A list of the results of `fun` for each element.", enumMap},
		{"flat_map", "enumerable, fun", "Maps and joins the enumerables that `fun` returns into one list.", enumFlatMap},
		{"map_every", "enumerable, nth, fun", "Maps every `nth` element, beginning with the first, and keeps the others.", enumMapEvery},
		{"map_intersperse", "enumerable, separator, mapper", "Maps, with `separator` between the results.", enumMapIntersperse},
		{"map_join", `enumerable, joiner \\ "", mapper`, "Maps and joins the results into one string.", enumMapJoin},
		{"map_reduce", "enumerable, acc, fun", "Maps and folds at once: `fun.(element, acc)` returns `{mapped, acc}`.", enumMapReduce},
		{"flat_map_reduce", "enumerable, acc, fun", "Maps to lists and folds at once; `{:halt, acc}` ends it.", enumFlatMapReduce},
		{"filter_map", "enumerable, filter, mapper", "The old way to filter and map at once.", enumFilterMap},
		{"filter", "enumerable, fun", "The elements for which `fun` is true.", enumFilter},
		{"reject", "enumerable, fun", "The elements for which `fun` is not true.", enumReject},
		{"scan", "enumerable, fun", "All steps of `reduce/2`.", enumScan1},
		{"scan", "enumerable, acc, fun", "All steps of `reduce/3`.", enumScan},
		{"with_index", `enumerable, fun_or_offset \\ 0`, "Pairs each element with its index, or calls `fun.(element, index)`.", enumWithIndex},
		{"into", "enumerable, collectable", "Puts the elements into a list, a map, a `MapSet`, a `HashDict` or a string.", enumInto},
		{"into", "enumerable, collectable, transform", "As `into/2`, with `transform` applied to each element first.", enumIntoMapped},
		{"to_list", "enumerable", "The elements as a list.", enumToList},
		{"concat", "enumerables", "The elements of the enumerables, one after the other.", enumConcat},
		{"concat", "left, right", "The elements of `left`, then those of `right`.", enumConcat2},
		{"intersperse", "enumerable, separator", "The elements with `separator` between them.", enumIntersperse},
		{"join", `enumerable, joiner \\ ""`, "The elements as strings, joined into one.", enumJoin},
	}
}

// build returns the list of what each puts out.
func build(self *process.Process, enumerable term.Term, each func(x term.Term, out *[]term.Term) error) (term.Term, error) {
	var out []term.Term
	before := 0
	err := Each(self, enumerable, func(x term.Term) error {
		before = len(out)
		return each(x, &out)
	})
	var end improper
	switch {
	case err == nil:
		return term.List(out...), nil
	case errors.As(err, new(lastOne)):
	case before > 0 || len(out) > 0 && errors.As(err, &end):
		err = behind(err)
	}
	return nil, err
}

func enumMap(self *process.Process, a []term.Term) (term.Term, error) {
	return build(self, a[0], func(x term.Term, out *[]term.Term) error {
		y, err := code.Call(self, a[1], x)
		*out = append(*out, y)
		return err
	})
}

func enumFlatMap(self *process.Process, a []term.Term) (term.Term, error) {
	first := true
	return build(self, a[0], func(x term.Term, out *[]term.Term) error {
		inner, err := code.Call(self, a[1], x)
		if err != nil {
			return err
		}
		elements, err := collect(self, inner)
		if err != nil {
			err = passing(self, functionName{"Elixir.Enum", "to_list", 1}, args{inner}, err, false)
			return exception.In(err, flatMapFrames(a, first)...)
		}
		*out, first = append(*out, elements...), false
		return nil
	})
}

// flatMapFrames are those of flat_map/2 where it goes through what the function
// returned: behind the line of the call.
func flatMapFrames(a args, first bool) []exception.Frame {
	flatMap, kind := functionName{"Elixir.Enum", "flat_map", 2}, kindOf(a, "Elixir.Enum")
	frames := slices.Clone(frameTable()[frameKey{flatMap, kind}])
	if len(frames) > 0 {
		frames[0].Line += 2
	}
	if !first && (kind == "list" || kind == "keyword") {
		frames = waiting(flatMap, frames)
	}
	return frames
}

func enumMapEvery(self *process.Process, a []term.Term) (term.Term, error) {
	nth, ok := intAt(a, 1)
	if !ok || nth < 0 {
		return nil, errClause
	}
	i := 0
	return build(self, a[0], func(x term.Term, out *[]term.Term) (err error) {
		if nth > 0 && i%nth == 0 {
			x, err = code.Call(self, a[2], x)
		}
		i++
		*out = append(*out, x)
		return err
	})
}

func enumMapIntersperse(self *process.Process, a []term.Term) (term.Term, error) {
	return build(self, a[0], func(x term.Term, out *[]term.Term) error {
		y, err := code.Call(self, a[2], x)
		if err != nil {
			return atElement(err, a[0], (len(*out)+1)/2)
		}
		if len(*out) > 0 {
			*out = append(*out, a[1])
		}
		*out = append(*out, y)
		return nil
	})
}

func enumIntersperse(self *process.Process, a []term.Term) (term.Term, error) {
	return build(self, a[0], func(x term.Term, out *[]term.Term) error {
		if len(*out) > 0 {
			*out = append(*out, a[1])
		}
		*out = append(*out, x)
		return nil
	})
}

func enumMapJoin(self *process.Process, a []term.Term) (term.Term, error) {
	return join(self, a[0], a[1], func(x term.Term) (term.Term, error) { return code.Call(self, a[2], x) })
}

func enumJoin(self *process.Process, a []term.Term) (term.Term, error) {
	return join(self, a[0], a[1], func(x term.Term) (term.Term, error) { return x, nil })
}

func join(self *process.Process, enumerable, joiner term.Term, f func(term.Term) (term.Term, error)) (term.Term, error) {
	separator, ok := joiner.(term.Binary)
	if !ok {
		return nil, errClause
	}
	var parts []string
	err := Each(self, enumerable, func(x term.Term) error {
		y, err := f(x)
		if err != nil {
			return atElement(err, enumerable, len(parts))
		}
		text, err := stringOf(self, y)
		parts = append(parts, text)
		if err != nil && term.IsList(enumerable) {
			err = exception.In(err, at("Enum", "-map/2-lists^map/1-0-", 2, "enum.ex", 1658), at("Enum", "join", 2, "enum.ex", 1617))
		}
		return err
	})
	if len(parts) > 0 && errors.As(err, new(improper)) {
		err = behind(err)
	}
	return term.Binary(strings.Join(parts, string(separator))), err
}

func enumMapReduce(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[1]
	list, err := build(self, a[0], func(x term.Term, out *[]term.Term) error {
		result, err := code.Call(self, a[2], x, acc)
		if err != nil {
			return err
		}
		step, ok := result.(term.Tuple)
		if !ok || len(step) != 2 {
			return exception.Raise(term.Tuple{term.Atom("badmatch"), result})
		}
		*out = append(*out, step[0])
		acc = step[1]
		return nil
	})
	return term.Tuple{orNil(list), acc}, reached(err, acc)
}

func enumFlatMapReduce(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[1]
	var out []term.Term
	err := until(self, a[0], func(x term.Term, stop error) error {
		result, err := code.Call(self, a[2], x, acc)
		if err != nil {
			return err
		}
		step, ok := result.(term.Tuple)
		if !ok || len(step) != 2 {
			return exception.Raise(term.Tuple{term.Atom("case_clause"), result})
		}
		acc = step[1]
		if step[0] == term.Term(haltTag) {
			return stop
		}
		elements, err := collect(self, step[0])
		out = append(out, elements...)
		if err != nil {
			frames := slices.Clone(frameTable()[frameKey{functionName{"Elixir.Enum", "flat_map_reduce", 3}, kindOf(a, "Elixir.Enum")}])
			if len(frames) > 0 {
				frames[0] = lambdaOfReduce("flat_map_reduce/3")
			}
			return insideEnum(err, step[0], frames...)
		}
		return nil
	})
	return term.Tuple{term.List(out...), acc}, err
}

func enumFilter(self *process.Process, a []term.Term) (term.Term, error) {
	return filter(self, a[0], a[1], true)
}

func enumFilterMap(self *process.Process, a []term.Term) (term.Term, error) {
	kept, err := filter(self, a[0], a[1], true)
	if err != nil {
		return nil, err
	}
	return enumMap(self, args{kept, a[2]})
}

func enumReject(self *process.Process, a []term.Term) (term.Term, error) {
	return filter(self, a[0], a[1], false)
}

func filter(self *process.Process, enumerable, fun term.Term, keep bool) (term.Term, error) {
	return build(self, enumerable, func(x term.Term, out *[]term.Term) error {
		ok, err := truth(self, fun, x)
		if ok == keep {
			*out = append(*out, x)
		}
		return err
	})
}

func enumScan(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[1]
	list, err := build(self, a[0], func(x term.Term, out *[]term.Term) (err error) {
		acc, err = code.Call(self, a[2], x, acc)
		*out = append(*out, acc)
		return err
	})
	return list, reached(err, acc)
}

func enumScan1(self *process.Process, a []term.Term) (term.Term, error) {
	var acc term.Term
	return build(self, a[0], func(x term.Term, out *[]term.Term) (err error) {
		if acc == nil {
			acc = x
		} else {
			acc, err = code.Call(self, a[1], x, acc)
		}
		*out = append(*out, acc)
		return err
	})
}

func enumWithIndex(self *process.Process, a []term.Term) (term.Term, error) {
	offset, isOffset := a[1].(term.Int)
	if !isOffset && !isFun(a[1], 2) {
		return nil, errClause
	}
	i := offset
	list, err := build(self, a[0], func(x term.Term, out *[]term.Term) (err error) {
		var y term.Term = term.Tuple{x, i}
		if !isOffset {
			y, err = code.Call(self, a[1], x, i)
		}
		i++
		*out = append(*out, y)
		return err
	})
	return list, reached(err, i)
}

func enumInto(self *process.Process, a []term.Term) (term.Term, error) {
	if cell, ok := a[0].(*term.Cons); ok && a[1] == term.Term(term.Empty) {
		return cell, nil
	}
	if _, more := a[1].(*term.Cons); more {
		from := at("Collectable.List", "into", 1, "collectable.ex", 99)
		if err := warning(self, exception.NonEmptyList, from, at("Enum", "into_protocol", 2, "enum.ex", 1499)); err != nil {
			return nil, err
		}
	}
	value, err := Into(self, a[0], a[1], nil)
	_, own := ownImpl(self, "Collectable", a[1])
	switch {
	case own && term.IsList(a[0]):
		err = exception.In(err, at("Enum", "-reduce_into_protocol/3-lists^foldl/2-0-", 3, "enum.ex", 1513), at("Enum", "into_protocol", 2, "enum.ex", 1502))
	case err == errNoPair:
		err = notPairs(self, a[0], at("Enum", "into_map", 1, "enum.ex", 1486))
	case isNoProtocol(err, "Collectable"):
		err = exception.In(err, at("Enum", "into_protocol", 2, "enum.ex", 1499))
	}
	return value, err
}

func enumIntoMapped(self *process.Process, a []term.Term) (term.Term, error) {
	value, err := Into(self, a[0], a[1], caller(self, a[2]))
	if m, ok := a[1].(*term.Map); ok && isPlainMap(m) && m.Len() == 0 && term.IsList(a[0]) {
		return value, intoMapOf(err)
	}
	if err == errNoPair {
		err = exception.Raise(term.Atom("badarg")).In(at("Enum", "into_map", 2, "enum.ex", 1489))
	}
	return value, err
}

// intoMapOf adds the frames of into/3 to an error of the function that it maps a
// list with before it makes a map.
func intoMapOf(err error) error {
	if err == errNoPair {
		return exception.Raise(term.Atom("badarg")).In(at("Enum", "into_map", 2, "enum.ex", 1489))
	}
	loop := mapping(nil)
	frames := []exception.Frame{inEnum(loop.name, 2, loop.line)}
	if errors.As(err, new(waited)) {
		frames = append(frames, loop.waiting())
	}
	return exception.In(err, append(frames, inEnum("into", 3, 1552))...)
}

// isNoProtocol reports whether err says that a protocol is not implemented.
func isNoProtocol(err error, protocol string) bool {
	var x *exception.Error
	if !errors.As(err, &x) {
		return false
	}
	m, ok := x.Reason.(*term.Map)
	if !ok {
		return false
	}
	name, _ := m.Get(term.Atom("protocol"))
	return name == term.Term(term.Alias(protocol))
}

// Into puts the elements of an enumerable, transformed if transform is not
// nil, into a collection, and returns the new one.
func Into(self *process.Process, enumerable, collection term.Term, transform func(term.Term) (term.Term, error)) (term.Term, error) {
	into, err := Collector(self, collection)
	if err != nil {
		return nil, err
	}
	i := 0
	err = Each(self, enumerable, func(x term.Term) (err error) {
		if transform != nil {
			if x, err = transform(x); err != nil {
				return atElement(err, enumerable, i)
			}
			i++
		}
		return into.Put(x)
	})
	if err != nil {
		if into.Halt != nil {
			into.Halt()
		}
		return nil, err
	}
	return into.Done()
}

func enumToList(self *process.Process, a []term.Term) (term.Term, error) {
	if cell, ok := a[0].(*term.Cons); ok {
		return cell, nil
	}
	elements, err := collect(self, a[0])
	return term.List(elements...), err
}
