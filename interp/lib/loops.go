package lib

import (
	"errors"
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// improper is the error of going through a list that does not end in []. state
// is what the function that went through it had made of the elements.
type improper struct {
	error
	from  *term.Cons
	tail  term.Term
	state []term.Term
}

func (i improper) Unwrap() error { return i.error }

// before are the elements before the end, the last one first.
func (i improper) before() []term.Term {
	var elements []term.Term
	for cell, ok := i.from, i.from != nil; ok; cell, ok = cell.Tail.(*term.Cons) {
		elements = append(elements, cell.Head)
	}
	slices.Reverse(elements)
	return elements
}

// reached adds the state to an error that is the end of an improper list.
func reached(err error, state ...term.Term) error {
	var end improper
	if errors.As(err, &end) {
		return improper{err, end.from, end.tail, state}
	}
	return err
}

// waited is an error behind an element for which the loop waits: it has one
// more frame.
type waited struct{ error }

func (w waited) Unwrap() error { return w.error }

// behind marks an exception as one of a loop that waits for elements before.
func behind(err error) error {
	var x *exception.Error
	if errors.As(err, &x) {
		return waited{err}
	}
	return err
}

// lastOne is an error at the last element of a list, which some loops look at
// in a clause of its own.
type lastOne struct{ error }

func (l lastOne) Unwrap() error { return l.error }

// atElement marks an exception as one at element i of a list.
func atElement(err error, enumerable term.Term, i int) error {
	if list, ok := term.Slice(enumerable); ok && err != nil && i == len(list)-1 {
		err = lastOne{err}
	}
	if i > 0 {
		return behind(err)
	}
	return err
}

// loop is the function inside of Enum that goes through lists.
type loop struct {
	name string
	// line is where its clauses begin, again where it calls itself and waits, 0
	// if it does not wait.
	line, again int
	// arguments are those of the loop.
	arguments []argument
	// by are the frames of the functions that called the loop.
	by []exception.Frame
}

// argument is an argument of a loop that came to the end of an improper list:
// a are those of the function of Enum.
type argument func(a args, end improper) term.Term

// rest is what is left of the list.
func rest(_ args, end improper) term.Term { return end.tail }

// came is what the function had made of the elements.
func came(_ args, end improper) term.Term {
	if len(end.state) == 0 {
		return term.Nil
	}
	return end.state[0]
}

// backwards are the elements before the end, the last one first.
func backwards(_ args, end improper) term.Term { return term.List(end.before()...) }

func count(_ args, end improper) term.Term { return term.Int(len(end.before())) }

// left is how many of the number of elements in argument i are left to go.
func left(i int) argument {
	return func(a args, end improper) term.Term {
		n, _ := a[i].(term.Int)
		return n - term.Int(len(end.before()))
	}
}

func given(i int) argument { return func(a args, _ improper) term.Term { return a[i] } }

func fixedly(t term.Term) argument { return func(args, improper) term.Term { return t } }

// ofEnum is a function that is made inside of Enum.
func ofEnum(index, arity int, place string) argument {
	fun := native(arity, func(*process.Process, []term.Term) (term.Term, error) { return nil, errNotMade })
	fun.Module, fun.Index, fun.Unique, fun.Place = "Elixir.Enum", index, 22346666, "Enum."+place
	return fixedly(fun)
}

func operator(name string) argument {
	return fixedly(&term.Fun{Module: "erlang", Name: name, Arity: 2, External: true})
}

func inEnum(name string, arity, line int) exception.Frame {
	return at("Enum", name, arity, "enum.ex", line)
}

// fold is the loop of a function that folds a list.
func fold(function string, fun, acc argument, by ...exception.Frame) loop {
	return loop{"-" + function + "-lists^foldl/2-0-", 2468, 0, []argument{fun, acc, rest}, by}
}

// extremes is the fold of min_by and max_by.
func extremes() loop {
	l := fold("aggregate_by/4", ofEnum(5, 2, "aggregate_by/4"), came, inEnum("aggregate_by", 4, 4067))
	l.line = 4067
	return l
}

// mapping is the loop of map/2, which others go through, too.
func mapping(fun argument, by ...exception.Frame) loop {
	return loop{"-map/2-lists^map/1-0-", 1658, 1658, []argument{fun, rest}, by}
}

// loops are the loops of functions of Enum that have one of their own.
var loops = map[functionName]loop{
	{"Elixir.Enum", "map", 2}:             mapping(given(1)),
	{"Elixir.Enum", "sort_by", 3}:         mapping(ofEnum(185, 1, "sort_by/3"), inEnum("sort_by", 3, 3264)),
	{"Elixir.Enum", "into", 3}:            mapping(given(2)),
	{"Elixir.Enum", "each", 2}:            {"-each/2-lists^foreach/1-0-", 975, 0, []argument{given(1), rest}, nil},
	{"Elixir.Enum", "filter", 2}:          {"filter_list", 4196, 4198, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "reject", 2}:          {"reject_list", 4312, 4316, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "flat_map", 2}:        {"flat_map_list", 4248, 4250, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "any?", 1}:            {"any_list", 4123, 0, []argument{rest}, nil},
	{"Elixir.Enum", "any?", 2}:            {"any_list", 4135, 0, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "all?", 1}:            {"all_list", 4097, 0, []argument{rest}, nil},
	{"Elixir.Enum", "all?", 2}:            {"all_list", 4109, 0, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "find", 3}:            {"find_list", 4210, 0, []argument{rest, given(1), given(2)}, nil},
	{"Elixir.Enum", "find_value", 3}:      {"find_value_list", 4238, 0, []argument{rest, given(1), given(2)}, nil},
	{"Elixir.Enum", "find_index", 2}:      {"find_index_list", 4224, 0, []argument{rest, count, given(1)}, nil},
	{"Elixir.Enum", "drop_while", 2}:      {"drop_while_list", 4182, 0, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "take_while", 2}:      {"take_while_list", 4674, 4676, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "split_while", 2}:     {"split_while_list", 4642, 0, []argument{rest, given(1), backwards}, nil},
	{"Elixir.Enum", "take", 2}:            {"take_list", 4656, 4657, []argument{rest, left(1)}, nil},
	{"Elixir.Enum", "drop", 2}:            {"drop_list", 4176, 0, []argument{rest, left(1)}, nil},
	{"Elixir.Enum", "split", 2}:           {"split_list", 4616, 0, []argument{rest, left(1), backwards}, nil},
	{"Elixir.Enum", "at", 3}:              {"drop_list", 4176, 0, []argument{rest, left(1)}, []exception.Frame{inEnum("slice_list", 4, 4410), inEnum("at", 3, 468)}},
	{"Elixir.Enum", "fetch", 2}:           {"drop_list", 4176, 0, []argument{rest, left(1)}, []exception.Frame{inEnum("slice_list", 4, 4410), inEnum("fetch", 2, 1044)}},
	{"Elixir.Enum", "fetch!", 2}:          {"drop_list", 4176, 0, []argument{rest, left(1)}, []exception.Frame{inEnum("slice_list", 4, 4410), inEnum("fetch!", 2, 1070)}},
	{"Elixir.Enum", "intersperse", 2}:     {"intersperse_non_empty_list", 4261, 4264, []argument{rest, given(1)}, nil},
	{"Elixir.Enum", "map_intersperse", 3}: {"map_intersperse_list", 4285, 4292, []argument{rest, given(1), given(2)}, nil},
	{"Elixir.Enum", "map_join", 3}:        {"map_intersperse_list", 4285, 4292, []argument{rest, given(1), ofEnum(104, 1, "map_join/3")}, []exception.Frame{inEnum("map_join", 3, 1755)}},
	{"Elixir.Enum", "map_reduce", 3}:      {"-map_reduce/3-lists^mapfoldl/2-0-", 1780, 1780, []argument{given(2), came, rest}, nil},
	{"Elixir.Enum", "scan", 3}:            {"scan_list", 4343, 4347, []argument{rest, came, given(2)}, nil},
	{"Elixir.Enum", "with_index", 2}:      {"with_index_list", 4703, 4704, []argument{rest, came}, nil},
	{"Elixir.Enum", "uniq", 1}:            {"uniq_list", 4688, 4693, []argument{rest, came, ofEnum(223, 1, "uniq/1")}, nil},
	{"Elixir.Enum", "uniq_by", 2}:         {"uniq_list", 4688, 4693, []argument{rest, came, given(1)}, nil},
	{"Elixir.Enum", "join", 2}:            mapping(entryToString, inEnum("join", 2, 1617)),
	{"Elixir.Enum", "sum", 1}:             fold("sum/1", operator("+"), came),
	{"Elixir.Enum", "product", 1}:         fold("product/1", operator("*"), came),
	{"Elixir.Enum", "count", 2}:           fold("count/2", ofEnum(19, 2, "count/2"), came),
	{"Elixir.Enum", "reduce", 2}:          fold("reduce/2", given(1), came),
	{"Elixir.Enum", "reduce", 3}:          fold("reduce/3", given(2), came),
	{"Elixir.Enum", "frequencies", 1}:     fold("frequencies/1", ofEnum(64, 2, "frequencies/1"), came),
	{"Elixir.Enum", "frequencies_by", 2}:  fold("frequencies_by/2", ofEnum(68, 2, "frequencies_by/2"), came),
	{"Elixir.Enum", "split_with", 2}:      fold("split_with/2", ofEnum(195, 2, "split_with/2"), came, inEnum("split_with", 2, 2468)),
	{"Elixir.Enum", "max_by", 4}:          extremes(),
	{"Elixir.Enum", "min_by", 4}:          extremes(),
}

// entryToString is the function that join/2 maps with.
func entryToString(a args, end improper) term.Term {
	return ofEnum(87, 1, `"-fun.entry_to_string/1-"`)(a, end)
}

// waiting is the frame of the loop that waits for itself.
func (l loop) waiting() exception.Frame {
	f := at("Enum", l.name, len(l.arguments), "enum.ex", l.again)
	f.Waits = true
	return f
}

// endless is the error of a loop that came to the end of an improper list.
func (l loop) endless(self *process.Process, a args, end improper, waits bool) error {
	arguments := make(args, len(l.arguments))
	for i, argument := range l.arguments {
		arguments[i] = argument(a, end)
	}
	err := noClause(self, "Elixir.Enum", l.name, arguments)
	var x *exception.Error
	if errors.As(err, &x) {
		x.Stack[0].File, x.Stack[0].Line = "lib/enum.ex", l.line
		if waits && l.again > 0 {
			x.In(l.waiting())
		}
		x.In(l.by...)
	}
	return err
}

// waiting adds the frame of the loop that waits to the frames of a function:
// behind its own, where others have come before.
func waiting(f functionName, frames []exception.Frame) []exception.Frame {
	l, ok := loops[f]
	if !ok || l.again == 0 || len(frames) == 0 {
		return frames
	}
	i := max(slices.IndexFunc(frames, func(f exception.Frame) bool { return f.Function == l.name }), 0)
	return slices.Insert(slices.Clone(frames), i+1, l.waiting())
}

// endingAt has the loops of map_intersperse fail in their clause for the last
// element.
func endingAt(frames []exception.Frame) []exception.Frame {
	frames = slices.Clone(frames)
	for i := range frames {
		if frames[i].Function == "map_intersperse_list" {
			frames[i].Line = 4289
			break
		}
	}
	return frames
}
