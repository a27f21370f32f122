package lib

import (
	"errors"
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// improper is the error of going through a list that does not end in [].
type improper struct {
	error
	tail term.Term
}

func (i improper) Unwrap() error { return i.error }

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

// loop is the function inside of Enum that goes through lists.
type loop struct {
	name string
	// line is where its clauses begin, again where it calls itself and waits, 0
	// if it does not wait.
	line, again int
	// arguments are those of the loop: the rest of the list, and by their place
	// those of the function of Enum.
	arguments []int
}

// rest stands for the rest of the list among the arguments of a loop.
const rest = -1

// loops are the loops of functions of Enum that have one of their own.
var loops = map[functionName]loop{
	{"Elixir.Enum", "map", 2}:      {"-map/2-lists^map/1-0-", 1658, 1658, []int{1, rest}},
	{"Elixir.Enum", "each", 2}:     {"-each/2-lists^foreach/1-0-", 975, 0, []int{1, rest}},
	{"Elixir.Enum", "filter", 2}:   {"filter_list", 4196, 4198, []int{rest, 1}},
	{"Elixir.Enum", "reject", 2}:   {"reject_list", 4312, 4316, []int{rest, 1}},
	{"Elixir.Enum", "flat_map", 2}: {"flat_map_list", 4248, 4250, []int{rest, 1}},
	{"Elixir.Enum", "any?", 1}:     {"any_list", 4123, 0, []int{rest}},
	{"Elixir.Enum", "any?", 2}:     {"any_list", 4135, 0, []int{rest, 1}},
	{"Elixir.Enum", "all?", 1}:     {"all_list", 4097, 0, []int{rest}},
	{"Elixir.Enum", "all?", 2}:     {"all_list", 4109, 0, []int{rest, 1}},
	{"Elixir.Enum", "find", 3}:     {"find_list", 4210, 0, []int{rest, 1, 2}},
}

// waiting is the frame of the loop that waits for itself.
func (l loop) waiting() exception.Frame {
	f := at("Enum", l.name, len(l.arguments), "enum.ex", l.again)
	f.Waits = true
	return f
}

// endless is the error of a loop that came to the end of an improper list; nil
// if the function has no loop of its own.
func (l loop) endless(self *process.Process, a args, tail term.Term, waits bool) error {
	given := make(args, len(l.arguments))
	for i, from := range l.arguments {
		given[i] = tail
		if from != rest {
			given[i] = a[from]
		}
	}
	err := noClause(self, "Elixir.Enum", l.name, given)
	var x *exception.Error
	if errors.As(err, &x) {
		x.Stack[0].File, x.Stack[0].Line = "lib/enum.ex", l.line
		if waits && l.again > 0 {
			x.In(l.waiting())
		}
	}
	return err
}

// waiting adds the frame of the loop that waits to the frames of a function.
func waiting(f functionName, frames []exception.Frame) []exception.Frame {
	l, ok := loops[f]
	if !ok || l.again == 0 || len(frames) == 0 {
		return frames
	}
	return slices.Insert(slices.Clone(frames), 1, l.waiting())
}
