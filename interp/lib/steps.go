package lib

import (
	_ "embed" // the table in data
	"errors"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

//go:embed data/steps.txt
var stepsText string

// block is an entry of steps.txt: what the clauses of a function call first.
type block struct {
	file    string
	line    int
	clauses string
}

// stepTable reads the recorded table when it is first needed.
var stepTable = sync.OnceValue(func() map[functionName]block { return parseSteps(stepsText) })

// parseSteps reads lines "Elixir.List first/2 lib/list.ex:293", each followed
// by its clauses, which are indented.
func parseSteps(text string) map[functionName]block {
	table := make(map[functionName]block)
	for text != "" {
		head, rest, _ := strings.Cut(text, "\n")
		end := 0
		for strings.HasPrefix(rest[end:], "\t") {
			end += strings.IndexByte(rest[end:], '\n') + 1
		}
		fields := strings.Split(head, " ")
		name, arity := splitArity(fields[1])
		file, number, _ := strings.Cut(fields[2], ":")
		b := block{file: file, clauses: rest[:end]}
		b.line, _ = strconv.Atoi(number)
		table[functionName{term.Atom(fields[0]), name, arity}] = b
		text = rest[end:]
	}
	return table
}

// Chooser evaluates the first of the clauses, "{PATTERNS} when GUARD -> VALUE"
// on a line each, that takes the arguments: the value is false if none does.
// It reports false if the clauses cannot be evaluated.
type Chooser func(self *process.Process, clauses string, args []term.Term) (term.Term, bool)

type chooserKey struct{}

// SetChooser has the calls that fail inside of a library function followed
// there with c. Patterns belong to the evaluator, so it comes from above.
func SetChooser(node *process.Node, c Chooser) {
	node.SetValue(chooserKey{}, c)
	code.SetAbsent(node, failsAnyway)
}

// failsAnyway is the exception of a function of Elixir or OTP that gex leaves out
// of a module that it has, for arguments that the real one refuses; nil if it is
// not known to.
func failsAnyway(self *process.Process, module term.Atom, name string, a []term.Term) error {
	choose, ok := self.Node().Value(chooserKey{}).(Chooser)
	table := code.Of(self.Node())
	if !ok || table.Module(module) == nil || Missing(table, module, name, len(a)) != AbsentFunction {
		return nil
	}
	if x := (follower{self, choose}).follow(functionName{module, name, len(a)}, a, maxSteps); x != nil {
		return x
	}
	return nil
}

// followed wraps a function so that its failure is the one of the function that
// the real one would have called first: arguments that are handed on unseen are
// refused by the one that looks at them.
func followed(f functionName, call process.Func) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if self == nil {
			return call(self, a)
		}
		choose, ok := self.Node().Value(chooserKey{}).(Chooser)
		if ok && (checked[f.module] || checkedFunctions[f]) {
			if inner := (follower{self, choose}).follow(f, a, maxSteps); inner != nil {
				return nil, inner
			}
		}
		value, err := call(self, a)
		var x *exception.Error
		if err == nil || !errors.As(err, &x) || x.Class != exception.ClassError {
			return value, err
		}
		asGiven(f, a, x)
		if kind := wrongKinds(f, a, x); kind != nil {
			return nil, kind
		}
		if !ok {
			return value, err
		}
		if inner := (follower{self, choose}).follow(f, a, maxSteps); inner != nil {
			return nil, inner
		}
		return value, err
	}
}

// checked are modules whose functions look at their arguments later than
// Elixir's do, or take more: what they are given is checked first.
var checked = map[term.Atom]bool{
	"Elixir.Stream": true, "Elixir.Path": true, "Elixir.Application": true, "Elixir.Macro": true, "Elixir.Exception": true,
	"Elixir.Code": true, "Elixir.Calendar": true, "Elixir.Base": true, "Elixir.OptionParser": true, "Elixir.Config": true, "Elixir.File": true,
	"Elixir.Record": true, "Elixir.Protocol": true, "Elixir.IO.ANSI": true, "Elixir.Date": true, "Elixir.Time": true, "Elixir.DateTime": true,
	"Elixir.NaiveDateTime": true, "Elixir.Calendar.ISO": true, "Elixir.Logger": true, "Elixir.URI": true, "Elixir.Version": true,
	"sys": true, "proc_lib": true, "calendar": true, "sets": true, "gb_sets": true, "gb_trees": true, "array": true, "dict": true,
	"logger": true, "filename": true, "io_lib": true, "re": true, "string": true, "proplists": true, "base64": true, "unicode": true,
	"supervisor": true, "gen_event": true, "timer": true,
}

// checkedFunctions are the functions of other modules of which the same is true.
var checkedFunctions = map[functionName]bool{
	{"Elixir.List", "improper?", 1}: true, {"Elixir.Map", "reject", 2}: true, {"Elixir.Map", "filter", 2}: true,
	{"Elixir.Map", "replace_lazy", 3}: true, {"Elixir.Keyword", "update", 4}: true, {"Elixir.Keyword", "replace_lazy", 3}: true,
	{"Elixir.String", "printable?", 1}: true, {"Elixir.String", "printable?", 2}: true, {"Elixir.Enum", "min", 2}: true,
	{"Elixir.Enum", "min", 3}: true, {"Elixir.Enum", "max", 2}: true, {"Elixir.Enum", "max", 3}: true, {"Elixir.Enum", "min_max", 2}: true,
	{"Elixir.Enum", "sort", 2}: true, {"Elixir.Enum", "zip_reduce", 4}: true, {"Elixir.Enum", "zip_with", 3}: true,
	{"Elixir.Kernel", "struct", 1}: true, {"Elixir.Kernel", "struct", 2}: true, {"Elixir.Kernel", "struct!", 1}: true,
	{"Elixir.Kernel", "struct!", 2}: true, {"Elixir.Supervisor", "child_spec", 2}: true,
}

// wrongKinds is the exception of a built-in function that was given what it
// does not take, nil if that is not the reason of x. A failure of another
// built-in that stands in for it counts as its own.
func wrongKinds(f functionName, a args, x *exception.Error) error {
	if f.module == "ets" || f.name == "apply" {
		return nil
	}
	if len(a) == 2 && strings.HasPrefix(f.name, "spawn") {
		if _, fun := a[1].(*term.Fun); fun {
			return nil // it is one with other arguments in OTP too: spawn/2 is spawn/4
		}
	}
	if f.module == "maps" {
		if refused := mapsRefuses(f, a); refused != nil {
			return refused
		}
		if len(x.Stack) == 0 && term.Tag(x.Reason, 2) == "badmap" {
			return exception.Raise(x.Reason).In(noMapFrame(f, a))
		}
	}
	_, fails := exception.KindProblems(f.module, f.name, a)
	if !fails && !(standsIn(f, x) && x.Stack[0].Function != f.name) {
		return nil
	}
	reason := term.Term(term.Atom("badarg"))
	if !fails {
		reason = x.Reason
	}
	frame := borderFrame(string(f.module), f.name, a)
	switch {
	case f.module == "maps" && !strings.HasPrefix(f.name, "from_"):
		frame.File, frame.Line = "maps.erl", 578
	case f.module == "binary" && (f.name == "replace" || f.name == "bin_to_list" || strings.HasSuffix(f.name, "_hex")):
		frame.File, frame.Line = "binary.erl", 494
	case f.module == "re" && (f.name == "replace" || f.name == "split"):
		frame.File, frame.Line = "re.erl", 969
	}
	return exception.Raise(reason).In(frame)
}

// asGiven has the frame of a built-in function that failed show the arguments
// that it was given, not those that stand for the others.
func asGiven(f functionName, a args, x *exception.Error) {
	if len(x.Stack) == 0 || strings.HasPrefix(string(f.module), "Elixir.") || x.Reason == term.Term(term.Atom("function_clause")) {
		return
	}
	if strings.HasPrefix(f.name, "spawn") {
		return // it is one with other arguments in OTP too: spawn/2 is spawn/4
	}
	if top := &x.Stack[0]; top.HasArgs && top.Module == f.module && top.Function == f.name && len(top.Args) > len(a) {
		top.Args = a
	}
}

// mapsRefuses is the exception of the functions of maps that look at what they
// were given when nothing else can be done with it, nil for others.
func mapsRefuses(f functionName, a args) *exception.Error {
	at := func(reason term.Term, line int) *exception.Error {
		frame := borderFrame("maps", f.name, a)
		frame.File, frame.Line = "maps.erl", line
		return exception.Raise(reason).In(frame)
	}
	problems, wrong := exception.KindProblems(f.module, f.name, a)
	last, isMap := len(a)-1, func(t term.Term) bool { _, ok := t.(*term.Map); return ok }
	switch f.name {
	case "update_with", "with", "without":
		if !isMap(a[last]) {
			return at(term.Tuple{term.Atom("badmap"), a[last]}, 581)
		} else if wrong {
			return at(term.Atom("badarg"), 581)
		}
	case "intersect_with", "merge_with":
		switch {
		case problems[0] != "":
			return at(term.Atom("badarg"), 581)
		case !isMap(a[1]):
			return at(term.Tuple{term.Atom("badmap"), a[1]}, 581)
		case !isMap(a[2]):
			return at(term.Tuple{term.Atom("badmap"), a[2]}, 581)
		}
	case "map", "filter", "filtermap", "fold", "foreach":
		switch {
		case wrong:
			return at(term.Atom("badarg"), 578)
		case problems[last] != "":
			return at(term.Tuple{term.Atom("badmap"), a[last]}, 581)
		}
	case "merge":
		for _, m := range a {
			if !isMap(m) {
				return exception.Raise(term.Tuple{term.Atom("badmap"), m}).In(borderFrame("maps", "merge", a))
			}
		}
	}
	return nil
}

// nativeMaps are the functions of maps that are written in C.
var nativeMaps = map[string]bool{"find": true, "is_key": true, "keys": true, "merge": true, "put": true, "remove": true, "take": true, "values": true}

// noMapFrame is the frame of a function of maps that was given no map.
func noMapFrame(f functionName, a args) exception.Frame {
	frame := borderFrame("maps", f.name, a)
	switch {
	case f.name == "put": // which does not tell what was to be put
		frame.Args = []term.Term{term.Atom("k"), term.Atom("v"), a[2]}
	case !nativeMaps[f.name] && (f.name != "get" || len(a) == 3):
		frame.File, frame.Line = "maps.erl", 581
	}
	return frame
}

// standsIn reports whether an exception is of a built-in function that was
// called by another.
func standsIn(f functionName, x *exception.Error) bool {
	if f.module != "erlang" && f.module != "binary" || len(x.Stack) != 1 || !x.Stack[0].HasArgs || x.Stack[0].Info == nil {
		return false
	}
	module := x.Stack[0].Module
	return module == "erlang" || module == "maps" || module == "binary"
}

// maxSteps ends what calls itself.
const maxSteps = 30

type follower struct {
	self   *process.Process
	choose Chooser
}

// follow returns the exception of a call that fails before anything happens,
// nil if it is not known to.
func (w follower) follow(f functionName, a args, left int) *exception.Error {
	b, known := stepTable()[f]
	if !known || left == 0 {
		return nil
	}
	step, ok := w.choose(w.self, b.clauses, a)
	if !ok {
		return nil
	}
	if step == term.Term(term.False) {
		return w.refuse(f, a, b)
	}
	return w.take(f, b, step, left)
}

// take does one step of a function and those behind it.
func (w follower) take(f functionName, b block, step term.Term, left int) *exception.Error {
	t, _ := step.(term.Tuple)
	switch len(t) {
	case 2:
		return exception.Raise(term.Tuple{term.Atom("badmatch"), t[1]}).In(w.frame(f, b, t[0]))
	case 3:
		return exception.Raise(term.Tuple{t[1], t[2]}).In(w.frame(f, b, t[0]))
	case 4:
		x, _ := w.call(f, b, t, left)
		return x
	case 5:
		x, value := w.call(f, b, t, left)
		if next, ok := t[4].(*term.Fun); ok && x == nil && value != nil {
			step, err := code.Call(w.self, next, value)
			if err != nil {
				return nil
			}
			return w.take(f, b, step, left)
		} else if ok {
			return x
		}
		if x != nil && x.Reason != term.Term(term.Atom("function_clause")) && term.Tag(x.Reason, 2) != "case_clause" {
			return nil // it may be rescued
		}
		return x
	}
	return nil
}

// refuse is the exception of a call that no clause takes.
func (w follower) refuse(f functionName, a args, b block) *exception.Error {
	var x *exception.Error
	errors.As(noClause(w.self, f.module, f.name, a), &x)
	x.Stack[0].File, x.Stack[0].Line = b.file, b.line
	return x
}

// call takes the step {line, module, name, arguments} or, with a function more,
// one without effects, whose value it returns.
func (w follower) call(f functionName, b block, step term.Tuple, left int) (x *exception.Error, value term.Term) {
	module, isModule := step[1].(term.Atom)
	name, _ := step[2].(term.Atom)
	given, ok := term.Slice(step[3])
	switch {
	case !ok:
		return nil, nil
	case !isModule:
		x := exception.Raise(term.Atom("badarg")).In(borderFrame("erlang", "apply", args{step[1], name, step[3]}))
		return x.In(w.frame(f, b, step[0])), nil
	}
	next := functionName{module, string(name), len(given)}
	for i, t := range given {
		given[i] = madeInside(f, t)
	}
	switch {
	case step[0] == term.Term(term.Atom("inline")):
		return w.inline(f, next, given, left-1), nil
	case next == functionName{"erlang", "increment", 2}:
		return w.increment(f, b, step, given)
	case next == functionName{"erlang", "error", 2}, next == functionName{"erlang", "error", 1}:
		return errorOf(f, b, step, given), nil
	case next == functionName{"maps", "get", 2}:
		next = functionName{"erlang", "map_get", 2}
	}
	x = w.follow(next, given, left-1)
	if x == nil && (innocent(next) || len(step) > 4 && step[4] != term.Term(term.Atom("rescue"))) {
		x, value = w.try(next, given)
	}
	if x != nil && step[0] != term.Term(term.Int(0)) {
		x = x.In(w.frame(f, b, step[0]))
	}
	return x, value
}

// errNotMade is what a function that is only shown returns.
var errNotMade = errors.New("a function of the library's inside")

// madeInside is the function that {:"$fun", index, unique, arity, place} in the
// table stands for; other arguments are themselves. It cannot be called.
func madeInside(f functionName, t term.Term) term.Term {
	made, ok := t.(term.Tuple)
	if !ok || len(made) != 5 || made[0] != term.Term(term.Atom("$fun")) {
		return t
	}
	index, _ := made[1].(term.Int)
	unique, _ := made[2].(term.Int)
	arity, _ := made[3].(term.Int)
	place, _ := made[4].(term.Binary)
	fun := native(int(arity), func(*process.Process, []term.Term) (term.Term, error) { return nil, errNotMade })
	fun.Module, fun.Index, fun.Unique, fun.Place = f.module, int(index), int(unique), show(f.module)+"."+string(place)
	return fun
}

// errorOf is the exception of a call of erlang:error with or without the
// arguments of the caller.
func errorOf(f functionName, b block, step term.Tuple, given args) *exception.Error {
	n, _ := step[0].(term.Int)
	frame := exception.Frame{Module: f.module, Function: f.name, Arity: f.arity, File: b.file, Line: int(n)}
	if len(given) == 2 {
		list, ok := term.Slice(given[1])
		if !ok {
			return nil
		}
		frame.Args, frame.HasArgs = list, true
	}
	return exception.Raise(given[0]).In(frame)
}

// inline follows a call that the compiler replaced by what is called: its
// frame has the name of the caller.
func (w follower) inline(f, next functionName, a args, left int) *exception.Error {
	x := w.follow(next, a, left)
	if x == nil {
		return nil
	}
	frame := &x.Stack[len(x.Stack)-1]
	if frame.HasArgs || frame.Module != next.module || frame.Function != next.name {
		return nil
	}
	frame.Function, frame.Arity = f.name, f.arity
	return x
}

// increment is the addition of a literal.
func (w follower) increment(f functionName, b block, step term.Tuple, given args) (*exception.Error, term.Term) {
	if sum, ok := term.Add(given[0], given[1]); ok {
		return nil, sum
	}
	return exception.Raise(term.Atom("badarith")).In(w.frame(f, b, step[0])), nil
}

// try calls a function without effects.
func (w follower) try(f functionName, a args) (*exception.Error, term.Term) {
	module := code.Of(w.self.Node()).Module(f.module)
	if module == nil {
		return nil, nil
	}
	function := module.Functions[code.Key{Name: f.name, Arity: f.arity}]
	if function == nil {
		return nil, nil
	}
	value, err := function.Call(w.self, a)
	var x *exception.Error
	errors.As(err, &x)
	return x, value
}

func (w follower) frame(f functionName, b block, line term.Term) exception.Frame {
	n, _ := line.(term.Int)
	return exception.Frame{Module: f.module, Function: f.name, Arity: f.arity, File: b.file, Line: int(n)}
}

// innocent reports whether a built-in function has no effects, so that it can
// be called to see whether it fails.
func innocent(f functionName) bool {
	switch f.module {
	case "erlang":
		return innocents[f.name] || strings.Contains(f.name, "_to_")
	case "lists":
		return f.name == "keyfind" || f.name == "keymember" || f.name == "reverse" || f.name == "member"
	case "maps":
		return f.name != "from_keys"
	case "unicode":
		return true
	}
	return false
}

var innocents = map[string]bool{
	"+": true, "-": true, "*": true, "/": true, "div": true, "rem": true, "++": true, "--": true, "abs": true, "bit_size": true,
	"byte_size": true, "ceil": true, "element": true, "float": true, "floor": true, "hd": true, "length": true, "map_size": true,
	"round": true, "setelement": true, "tl": true, "trunc": true, "tuple_size": true, "map_get": true, "is_map_key": true, "apply": false,
}

// Steps returns the clauses of the functions whose first calls are known, by
// name and arity.
func Steps() map[string]string {
	all := make(map[string]string)
	for f, b := range stepTable() {
		all[string(f.module)+"."+f.name+"/"+strconv.Itoa(f.arity)] = b.clauses
	}
	return all
}
