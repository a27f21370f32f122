package lib

import (
	"errors"
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file is what the trace of an error shows of the streams that the error
// came through.

func inStream(function string, arity, line int) exception.Frame {
	return at("Stream", function, arity, "stream.ex", line)
}

// stageFrame is the frame of a stage. The last thing that some do is to pass an
// element on: they are not in the trace of what fails behind them.
type stageFrame struct {
	frame exception.Frame
	gone  bool
}

// stageFrames are the frames of the stages, by the place of their function.
var stageFrames = map[string]stageFrame{
	"map/2":                     {inStream("-map/2-fun-0-", 4, 612), true},
	"filter/2":                  {inStream("-filter/2-fun-0-", 4, 522), true},
	"reject/2":                  {inStream("-reject/2-fun-0-", 4, 665), true},
	"each/2":                    {inStream("-each/2-fun-0-", 4, 481), true},
	"take_while/2":              {inStream("-take_while/2-fun-0-", 4, 818), true},
	"drop_while/2":              {inStream("-drop_while/2-fun-0-", 4, 420), false},
	"uniq_by/2":                 {inStream("-uniq_by/2-fun-0-", 4, 1136), false},
	"dedup_by/2":                {inStream("-dedup_by/2-fun-0-", 4, 323), false},
	"scan/2":                    {inStream("-scan/2-fun-0-", 4, 708), false},
	"scan/3":                    {inStream("-scan/3-fun-0-", 4, 725), false},
	"with_index/2":              {inStream("-with_index/2-fun-0-", 3, 1158), false},
	"take_after_guards/2":       {inStream("-take_after_guards/2-fun-0-", 3, 763), false},
	"take_every_after_guards/2": {inStream("-take_every_after_guards/2-fun-0-", 4, 802), false},
	"map_every_after_guards/3":  {inStream("-map_every_after_guards/3-fun-0-", 5, 649), false},
	"drop/2":                    {inStream("-drop/2-fun-0-", 3, 347), false},
	"drop_every/2":              {inStream("-drop_every/2-fun-0-", 4, 404), false},
	"chunk_while/4":             {inStream("-chunk_while_fun/2-fun-1-", 4, 267), false},
}

// framed is a stage of which the frame is added to what fails in it.
func framed(fun *term.Fun, stage transformer, self *process.Process, next sink, stop error) sink {
	s, known := stageFrames[placeIn("Stream", fun)]
	if !known {
		return stage(self, next, stop)
	}
	behind := false
	out := stage(self, sink{func(x term.Term) error {
		err := next.emit(x)
		behind = err != nil
		return err
	}, next.finish}, stop)
	return sink{func(x term.Term) error {
		behind = false
		err := out.emit(x)
		if err != nil && !(behind && s.gone) {
			err = exception.In(err, s.frame)
		}
		return err
	}, out.finish}
}

// placeIn is the place of a function value that is made in a module, "" if it is
// made elsewhere.
func placeIn(module string, fun *term.Fun) string {
	if place, ok := strings.CutPrefix(fun.Place, module+"."); ok {
		return place
	}
	return ""
}

// sourceFrames are the frames of a stream that is a function: where it fails
// itself, and where it waits for what its element is given to.
type sourceFrames struct{ own, behind []exception.Frame }

// functionFrames are the frames of the streams that are functions, by place.
// One that is not here adds its frames itself.
var functionFrames = map[string]sourceFrames{
	"Stream.unfold/2":     {frames(inStream("do_unfold", 4, 1740)), frames(inStream("do_unfold", 4, 1742))},
	"Stream.repeatedly/1": {frames(inStream("do_repeatedly", 3, 1557)), frames(inStream("do_repeatedly", 3, 1557))},
	"Stream.cycle/1":      {nil, frames(inStream("do_cycle", 5, 1484))},
	"Stream.resource/3":   {nil, frames(inStream("do_element_resource", 6, 1651))},
	"Stream.transform/3":  {nil, frames(at("Enumerable.List", "reduce", 3, "enum.ex", 4751), inStream("do_transform_inner_list", 7, 1026))},
}

func frames(f ...exception.Frame) []exception.Frame { return f }

func inSupervised(function string, arity, line int) exception.Frame {
	return at("Task.Supervised", function, arity, "task/supervised.ex", line)
}

// runGenerator hands the elements of a stream that is a function to f.
func runGenerator(self *process.Process, fun *term.Fun, f func(term.Term) error) error {
	behind := false
	err := fun.Code.(generator)(self, func(x term.Term) error {
		err := f(x)
		behind = behind || err != nil
		return err
	})
	if err == nil {
		return nil
	}
	between := functionFrames[fun.Place]
	if behind {
		return exception.In(err, between.behind...)
	}
	var x *exception.Error
	if errors.As(err, &x) {
		x.AtSeam() // it left what the stream itself goes through
	}
	return exception.In(err, between.own...)
}

// consumed marks in an exception of f, which takes the elements of a stream,
// where it left f.
func consumed(f func(term.Term) error, by ...exception.Frame) func(term.Term) error {
	return func(element term.Term) error {
		err := f(element)
		var x *exception.Error
		if err != nil && errors.As(err, &x) && x.Seam == 0 {
			x.Seam = len(x.Stack) + 1
			x.In(by...)
		}
		return err
	}
}

// apart separates what takes the elements of a stream from the stream that
// hands them out: an error of f does not come through that, as it waits
// suspended meanwhile. The error comes from ended.
func apart(f func(term.Term) error) (take func(term.Term) error, ended func(error) error) {
	var failed error
	take = func(x term.Term) error {
		if failed = f(x); failed != nil {
			return new(halt)
		}
		return nil
	}
	ended = func(err error) error {
		if failed != nil {
			return failed
		}
		return err
	}
	return take, ended
}

var (
	reduceOfStages = at("Enumerable.Stream", "-reduce/3-fun-0-", 3, "stream.ex", 1799)
	eachOfStages   = at("Enumerable.Stream", "do_each", 4, "stream.ex", 1811)
)

// eachOfSource hands the elements of what a stream was made of to its stages.
func eachOfSource(self *process.Process, source term.Term, f func(term.Term) error) error {
	if fun, ok := source.(*term.Fun); ok {
		if _, ok := fun.Code.(generator); ok {
			return exception.In(runGenerator(self, fun, f), eachOfStages)
		}
	}
	err := eachListed(self, source, f)
	var x *exception.Error
	if err == nil || !errors.As(err, &x) {
		return err
	}
	switch source := source.(type) {
	case *term.Cons:
		x.In(at("Enumerable.List", "reduce", 3, "enum.ex", 4751))
	case *term.Map:
		switch name, isStruct := structName(source); {
		case name == rangeModule:
			x.In(at("Enumerable.Range", "reduce", 5, "range.ex", 383))
		case !isStruct || name == mapSetModule:
			x.In(at("Enumerable.List", "reduce", 3, "enum.ex", 4751))
		}
	}
	return exception.In(inReduce(x), eachOfStages)
}

// inReduce adds the frame of the protocol to the error of what is not
// enumerable.
func inReduce(err error) error {
	var x *exception.Error
	if errors.As(err, &x) && len(x.Stack) > 0 && x.Stack[len(x.Stack)-1].Function == "impl_for!" {
		x.In(at("Enumerable", "reduce", 3, "enum.ex", 166))
	}
	return err
}

// throughStream adds the frames of a function that goes through a stream, its
// first argument: those between what was called for an element and the stream,
// which are those of any enumerable that is reduced, and those between the stream
// and its caller.
func throughStream(f functionName, a args, x *exception.Error) error {
	switch into := intoFrames(f, a); {
	case into == nil && x.Seam > 0:
		return throughOwn(asDistinguished(f, a), x)
	case into != nil && f.arity == 3:
		x.AtSeam(intoLambda)
	}
	return x.In(belowStream(f, a)...)
}

// belowStream are the frames between a stream, or a function that is one, and
// the caller of a function that goes through it.
func belowStream(f functionName, a args) []exception.Frame {
	if into := intoFrames(f, a); into != nil {
		return into
	}
	below := frameTable()[frameKey{asDistinguished(f, a), "function"}]
	if _, isFunction := a[0].(*term.Fun); !isFunction {
		below = slices.Clone(below)
		for i := range below {
			if below[i].Function == "to_list" {
				below[i].Line = structToList
			}
		}
	}
	return below
}

// structToList is the line at which Enum.to_list/1 goes through a struct.
const structToList = 3644

// asDistinguished is the function whose frames are those of a call: some take
// another way by what a later argument is, as they do without it.
func asDistinguished(f functionName, a args) functionName {
	if f.module != "Elixir.Enum" || len(a) != 2 {
		return f
	}
	switch {
	case f.name == "with_index" && term.IsInteger(a[1]), f.name == "join" && a[1] == term.Term(term.Binary("")):
		f.arity = 1
	}
	return f
}

// isStream reports whether an enumerable is a stream or a function.
func isStream(t term.Term) bool {
	if fun, ok := t.(*term.Fun); ok {
		return fun.Arity == 2
	}
	_, stages := isStruct(t, streamModule)
	_, events := isStruct(t, genEventStreamModule)
	return stages || events
}
