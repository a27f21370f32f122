package lib

import (
	"errors"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// insideEnum adds the frames between the function of Enum that goes through the
// elements and an element inside of it that failed when it was gone through itself:
// a stream, or what cannot be gone through.
func insideEnum(err error, element term.Term, frames ...exception.Frame) error {
	if isStream(element) {
		return exception.In(err, frames...)
	}
	var x *exception.Error
	if !errors.As(err, &x) || len(x.Stack) != 1 {
		return err
	}
	switch {
	case x.Stack[0].Function == "impl_for!":
		x.In(at("Enumerable", "reduce", 3, "enum.ex", 166)).In(frames...)
	case x.Stack[0].Module == "Elixir.Enumerable.Function":
		x.In(frames...)
	}
	return err
}

// lambdaOfReduce is the function with which a function of Enum reduces inside of
// a reduction.
func lambdaOfReduce(place string) exception.Frame { return inEnum("-"+place+"-fun-1-", 3, 4307) }

// enumConcat joins lists as ++ does up to the first that is none, and from there
// on takes the elements one by one.
func enumConcat(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return concatElements(self, a[0])
	}
	lists := 0
	for lists < len(list) && term.IsList(list[lists]) {
		lists++
	}
	joined, err := term.Term(term.Empty), error(nil)
	if lists < len(list) {
		joined, err = concatElements(self, term.List(list[lists:]...))
	}
	for i := lists - 1; err == nil && i >= 0; i-- {
		elements, proper := term.Slice(list[i])
		if !proper {
			err = exception.In(badarg("erlang", "++", list[i], joined), inEnum("concat_list", 1, 4149))
		}
		joined, lists = term.ListWithTail(elements, joined), i
	}
	if err != nil && lists > 0 {
		waits := inEnum("concat_list", 1, 4149)
		waits.Waits = true
		return nil, exception.In(err, waits)
	}
	return joined, err
}

// concatElements is concat_enum/1 of Enum.
func concatElements(self *process.Process, enumerables term.Term) (term.Term, error) {
	frames := map[string][]exception.Frame{
		"list":    {inEnum("-concat_enum/1-lists^foldl/2-1-", 3, 2468), inEnum("concat_enum", 1, 2468)},
		"keyword": {inEnum("-concat_enum/1-lists^foldl/2-1-", 3, 2468), inEnum("concat_enum", 1, 2468)},
		"range":   {inEnum("reduce_range", 5, 4299), inEnum("concat_enum", 1, 2472)},
		"map":     {{Module: "maps", Function: "fold_1", Arity: 3, File: "maps.erl", Line: 411}, inEnum("concat_enum", 1, 2480)},
	}[kindOf(args{enumerables}, "Elixir.Enum")]
	return build(self, enumerables, func(x term.Term, out *[]term.Term) error {
		elements, err := collect(self, x)
		*out = append(*out, elements...)
		return exception.In(insideEnum(err, x, lambdaOfReduce("concat_enum/1")), frames...)
	})
}

// enumConcat2 is concat/2, which joins two lists at once.
func enumConcat2(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) || !term.IsList(a[1]) {
		return concatElements(self, term.List(a...))
	}
	elements, proper := term.Slice(a[0])
	if !proper {
		return nil, exception.In(badarg("erlang", "++", a[0], a[1]), inEnum("concat", 2, 668))
	}
	return term.ListWithTail(elements, a[1]), nil
}
