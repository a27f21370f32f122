package lib

import (
	_ "embed" // the table in data
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

//go:embed data/frames.txt
var framesText string

// frameKey is a function and the kind of what it goes through.
type frameKey struct {
	functionName
	kind string
}

// frameTable has the frames that lie between a function of the library and
// what failed in it.
var frameTable = sync.OnceValue(func() map[frameKey][]exception.Frame { return parseFrames(framesText) })

// parseFrames reads lines "Elixir.Enum map/2 range Module|name|arity|file|line ...".
func parseFrames(text string) map[frameKey][]exception.Frame {
	table := make(map[frameKey][]exception.Frame)
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		name, arity := splitArity(fields[1])
		key := frameKey{functionName{term.Atom(fields[0]), name, arity}, fields[2]}
		var frames []exception.Frame
		for _, f := range fields[3:] {
			parts := strings.Split(f, "|")
			arity, _ := strconv.Atoi(parts[2])
			number, _ := strconv.Atoi(parts[4])
			frames = append(frames, exception.Frame{
				Module: term.Atom(parts[0]), Function: parts[1], Arity: arity, File: parts[3], Line: number,
			})
		}
		table[key] = frames
	}
	return table
}

// blamed wraps a function of the library so that its failures look as in
// Elixir: a call that no clause takes raises a FunctionClauseError with the
// clauses that were tried, and an error from below gets the frames between.
func blamed(module term.Atom, name string, call process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		value, err := call(self, a)
		if err == nil {
			return value, nil
		}
		if err == errClause {
			return nil, noClause(self, module, name, a)
		}
		var end improper
		var wait waited
		waits := errors.As(err, &wait)
		f := functionName{module, name, len(a)}
		if l, ok := loops[f]; ok && errors.As(err, &end) {
			return nil, l.endless(self, a, end, waits)
		}
		var x *exception.Error
		if errors.As(err, &x) && x.Attempted == nil {
			x.Attempted = attempt(self, x)
		}
		return nil, passing(self, f, a, err, waits)
	}
}

// passing adds the frames of a function that lets an error pass.
func passing(self *process.Process, f functionName, a args, err error, waits bool) error {
	var x *exception.Error
	if !errors.As(err, &x) || len(a) == 0 || f.module == "Elixir.Enumerable" {
		return err
	}
	kind := ""
	switch {
	case len(x.Stack) == 1 && x.Stack[0].Function == "impl_for!" && x.Stack[0].Module == "Elixir.Enumerable":
		kind = "other"
		if m, ok := a[0].(*term.Map); ok && hasStructName(m) && frameTable()[frameKey{f, "struct"}] != nil {
			kind = "struct"
		}
	case len(x.Stack) == 2 && x.Stack[1].Function == openingFrame.Function:
		kind = "other"
		if frameTable()[frameKey{f, "struct"}] != nil {
			kind = "struct"
		}
		if frames := frameTable()[frameKey{f, kind}]; len(frames) > 1 {
			return x.In(frames[1:]...) // all but the protocol's
		}
		return err
	case len(x.Stack) == 1 && x.Stack[0].Module == "Elixir.Enumerable.Function":
		kind = "function"
	case inZipLoop(x):
		return x.In(belowZip(f, a)...)
	case len(x.Stack) > x.Left && x.Stack[len(x.Stack)-1].Module == f.module && !strings.HasPrefix(x.Stack[len(x.Stack)-1].Function, "-to_sort_fun"):
		return err
	default:
		kind = kindOf(a, f.module)
		if frames := mappedInto(f, a, kind); frames != nil {
			return x.In(frames...)
		}
		if _, own := ownImpl(self, "Enumerable", a[0]); own && kind == "" {
			return throughOwn(f, x)
		}
		if kind == "" && isStream(a[0]) {
			return throughStream(f, a, x)
		}
	}
	if kind == "other" {
		f = asDistinguished(f, a)
	}
	frames, known := frameTable()[frameKey{f, kind}]
	var last lastOne
	if kind == "list" && errors.As(err, &last) {
		frames = endingAt(frames)
	}
	if waits && (kind == "list" || kind == "keyword") {
		frames = waiting(f, frames)
	}
	if !known && kind == "other" {
		frames = []exception.Frame{at("Enumerable", "reduce", 3, "enum.ex", 166)}
	}
	if len(x.Stack) == 0 && len(frames) > 0 && isNoFun(x) {
		x.In(frames[0])
	}
	return x.In(frames...)
}

// throughOwn adds the frames of a function that goes through a struct of the
// session: those between it and the implementation, and those between that and
// what was called for an element. Sets go through lists in the same way.
func throughOwn(f functionName, x *exception.Error) error {
	frames := frameTable()[frameKey{f, "set"}]
	through := slices.IndexFunc(frames, func(f exception.Frame) bool { return f.Module == "Elixir.Enumerable.List" })
	if through >= 0 {
		x.AtSeam(frames[:through]...)
		return x.In(frames[through+1:]...)
	}
	x.AtSeam()
	if frames = frameTable()[frameKey{f, "struct"}]; len(frames) > 0 {
		return x.In(frames[1:]...) // the first is that of the protocol
	}
	return x
}

// isNoFun reports whether an error is the call of what is no function, or one
// of another arity. The loop that made the call is in the stack twice then.
func isNoFun(x *exception.Error) bool {
	tag := term.Tag(x.Reason, 2)
	return tag == "badfun" || tag == "badarity"
}

// kindOf names what a function goes through: its first argument, in Erlang its
// last.
func kindOf(a args, module term.Atom) string {
	t := a[0]
	if module == "lists" || module == "maps" {
		t = a[len(a)-1]
	}
	switch t := t.(type) {
	case term.EmptyList, *term.Cons:
		if isKeyword(t) {
			return "keyword"
		}
		return "list"
	case *term.Map:
		switch name, isStruct := structName(t); name {
		case rangeModule:
			return "range"
		case mapSetModule:
			return "set"
		default:
			if isStruct {
				return ""
			}
		}
		return "map"
	}
	return ""
}
