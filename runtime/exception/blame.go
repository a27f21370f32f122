package exception

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Blame returns the exception of an error with what the prompt adds to its
// message, and the stack that goes with it: the operands of a calculation,
// names that are near to one that does not exist, and the clauses of a
// function that did not match.
func Blame(e *Error, o Options) (*term.Map, []Frame) {
	x := Normalize(e.Reason, e.Stack, o)
	switch name(x) {
	case "Elixir.ArithmeticError":
		return blameCall(x, e.Stack, o), e.Stack
	case "Elixir.ArgumentError":
		return blameApply(x, e.Stack, o), e.Stack
	case "Elixir.KeyError":
		return blameKey(x, o), e.Stack
	case "Elixir.UndefinedFunctionError":
		return blameUndefined(x, o), e.Stack
	case functionClauseError:
		return blameClauses(x, e)
	}
	return x, e.Stack
}

// extend puts more words behind the message of an exception.
func extend(x *term.Map, more string) *term.Map {
	message, ok := field(x, "message").(term.Binary)
	if !ok || more == "" {
		return x
	}
	return x.Put(term.Atom("message"), message+term.Binary(more))
}

func blameCall(x *term.Map, stack []Frame, o Options) *term.Map {
	if len(stack) == 0 || stack[0].Module != "erlang" || !stack[0].HasArgs {
		return x
	}
	args, function := stack[0].Args, stack[0].Function
	switch stack[0].key() {
	case "erlang.+/1", "erlang.-/1":
		return extend(x, ": "+function+"("+o.inspect(args[0])+")")
	case "erlang.+/2", "erlang.-/2", "erlang.*/2", "erlang.//2":
		return extend(x, ": "+o.inspect(args[0])+" "+function+" "+o.inspect(args[1]))
	case "erlang.div/2", "erlang.rem/2":
		return extend(x, ": "+function+"("+o.inspectAll(args)+")")
	case "erlang.band/2", "erlang.bor/2", "erlang.bxor/2", "erlang.bsl/2", "erlang.bsr/2", "erlang.bnot/1":
		return extend(x, ": Bitwise."+function+"("+o.inspectAll(args)+")")
	}
	return x
}

// blameApply words an ArgumentError of apply(module, function, args).
func blameApply(x *term.Map, stack []Frame, o Options) *term.Map {
	if len(stack) == 0 || stack[0].key() != "erlang.apply/3" || !stack[0].HasArgs {
		return x
	}
	args := stack[0].Args
	module, function := o.inspect(args[0]), o.inspect(args[1])
	_, isModule := args[0].(term.Atom)
	_, isFunction := args[1].(term.Atom)
	_, isList := term.Slice(args[2])
	text := "you attempted to apply a function "
	switch {
	case !isList:
		text += "named " + function + " on module " + module + " with arguments " + o.inspect(args[2]) +
			". Arguments (the third argument of apply) must always be a proper list"
	case !isModule && isFunction && args[2] == term.Empty:
		text += "named " + function + " on " + module +
			". If you are using Kernel.apply/3, make sure the module is an atom. " +
			"If you are using the dot syntax, such as module.function(), " +
			"make sure the left-hand side of the dot is a module atom"
	case !isModule:
		text += "on " + module + ". Modules (the first argument of apply) must always be an atom"
	case !isFunction:
		text += "named " + function + " on module " + module + ". However " + function +
			" is not a valid function name. Function names (the second argument of apply) must always be an atom"
	default:
		return x
	}
	return x.Put(term.Atom("message"), term.Binary(text))
}

func blameKey(x *term.Map, o Options) *term.Map {
	if _, worded := field(x, "message").(term.Binary); worded {
		return x
	}
	x = x.Put(term.Atom("message"), term.Binary(keyMessage(x, o)))
	key, ok := field(x, "key").(term.Atom)
	if !ok {
		return x
	}
	var near []suggestion
	for _, k := range atomKeys(field(x, "term")) {
		if d := jaroDistance(string(key), string(k)); d >= nearEnough {
			near = append(near, suggestion{d, string(k), inspect.AtomText(k)})
		}
	}
	return extend(x, didYouMean(near))
}

// atomKeys returns the keys of a map or keyword list if all are atoms.
func atomKeys(t term.Term) []term.Atom {
	var keys []term.Atom
	add := func(key term.Term) bool {
		atom, ok := key.(term.Atom)
		keys = append(keys, atom)
		return ok
	}
	if m, ok := t.(*term.Map); ok {
		for _, p := range m.Pairs() {
			if !add(p.Key) {
				return nil
			}
		}
		return keys
	}
	elements, proper := term.Slice(t)
	for _, e := range elements {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 || !add(pair[0]) {
			return nil
		}
	}
	if !proper {
		return nil
	}
	return keys
}

// suggestion is a name that exists, how near it is to the one that does not,
// and how to print it.
type suggestion struct {
	distance float64
	name     string
	text     string
}

const (
	nearEnough     = 0.77
	maxSuggestions = 5
)

// didYouMean lists the nearest names in alphabetical order.
func didYouMean(near []suggestion) string {
	if len(near) == 0 {
		return ""
	}
	slices.SortStableFunc(near, func(a, b suggestion) int { return cmp.Compare(b.distance, a.distance) })
	near = near[:min(len(near), maxSuggestions)]
	slices.SortStableFunc(near, func(a, b suggestion) int { return strings.Compare(a.name, b.name) })
	var b strings.Builder
	b.WriteString(". Did you mean:\n\n")
	for _, s := range near {
		b.WriteString("      * " + s.text + "\n")
	}
	return b.String()
}

func blameUndefined(x *term.Map, o Options) *term.Map {
	module, function, arity, ok := mfaOf(x)
	if !ok {
		return x
	}
	text, loaded := undefined(x, o)
	switch {
	case module == term.Nil && arity == 0:
		text += ". If you are using the dot syntax, such as module.function(), " +
			"make sure the left-hand side of the dot is a module atom"
	case loaded:
		text += o.missingCallback(module, function, arity) + o.nearFunctions(module, function, arity)
	}
	return x.Put(term.Atom("message"), term.Binary(text))
}

func (o Options) missingCallback(module term.Atom, function string, arity int) string {
	if o.Behaviour == nil {
		return ""
	}
	behaviour, ok := o.Behaviour(module, function, arity)
	if !ok {
		return ""
	}
	return ", but the behaviour " + inspect.AtomText(behaviour) + " expects it to be present"
}

// nearFunctions suggests the same function with other arities, or else
// functions with a similar name.
func (o Options) nearFunctions(module term.Atom, function string, arity int) string {
	exports, _ := o.exports(module)
	if slices.Contains(exports, Export{Name: function, Arity: arity, Macro: true}) {
		return ". However there is a macro with the same name and arity. Be sure to require " +
			inspect.AtomText(module) + " if you intend to invoke this macro"
	}
	var same, near []suggestion
	for _, e := range exports {
		s := suggestion{1, e.Name, inspect.CallText(term.Atom(e.Name)) + "/" + strconv.Itoa(e.Arity)}
		if e.Name == function {
			same = append(same, s)
			continue
		}
		if s.distance = jaroDistance(function, e.Name); s.distance >= nearEnough && !e.Deprecated {
			near = append(near, s)
		}
	}
	if same != nil {
		return didYouMean(same)
	}
	return didYouMean(near)
}

// blameClauses fills in the arguments and the clauses, and takes the arguments
// from the stack, which shows the arity instead.
func blameClauses(x *term.Map, e *Error) (*term.Map, []Frame) {
	if e.Attempted != nil {
		x = x.Put(term.Atom("args"), term.List(e.Attempted.Args...))
		x = x.Put(term.Atom("clauses"), clauseTerms(e.Attempted.Clauses))
	}
	module, function, arity, ok := mfaOf(x)
	if !ok || len(e.Stack) == 0 {
		return x, e.Stack
	}
	top := e.Stack[0]
	if !top.HasArgs || top.Module != module || top.Function != function || len(top.Args) != arity {
		return x, e.Stack
	}
	if e.Attempted == nil {
		x = x.Put(term.Atom("args"), term.List(top.Args...))
	}
	stack := slices.Clone(e.Stack)
	stack[0].Arity, stack[0].HasArgs, stack[0].Args = arity, false, nil
	return x, stack
}

func clauseTerms(clauses []string) term.Term {
	terms := make([]term.Term, len(clauses))
	for i, c := range clauses {
		terms[i] = term.Binary(c)
	}
	return term.List(terms...)
}

const (
	mismatchStart = '\x01'
	mismatchEnd   = '\x02'
)

// Mismatch marks a part of a clause of an Attempt as one that did not match
// the arguments. It is printed in red, or between dashes where colour is off.
func Mismatch(part string) string { return string(mismatchStart) + part + string(mismatchEnd) }

const maxClauses = 10

// blameText is what stands under "no function clause matching": the arguments
// and the clauses.
func blameText(x *term.Map, o Options, argument func(term.Term) string, mismatch func(string) string) string {
	args, ok := term.Slice(field(x, "args"))
	if !ok {
		return ""
	}
	module, function, arity, _ := mfaOf(x)
	var b strings.Builder
	b.WriteString("\n\nThe following arguments were given to " + FormatMFA(module, function, arity) + ":\n")
	for i, arg := range args {
		text := strings.ReplaceAll(argument(arg), "\n", "\n"+indentation)
		b.WriteString("\n    # " + strconv.Itoa(i+1) + "\n    " + text + "\n")
	}
	clauses, _ := term.Slice(field(x, "clauses"))
	if len(clauses) > 0 {
		if _, words := clauses[0].(term.Binary); !words {
			clauses = nil // those of Exception.blame/3 are quoted expressions
		}
	}
	writeClauses(&b, clauses, mismatch)
	return b.String()
}

func writeClauses(b *strings.Builder, clauses []term.Term, mismatch func(string) string) {
	if len(clauses) == 0 {
		return
	}
	shown := min(len(clauses), maxClauses)
	b.WriteString("\nAttempted function clauses (showing " + strconv.Itoa(shown) + " out of " + strconv.Itoa(len(clauses)) + "):\n\n")
	for _, clause := range clauses[:shown] {
		head, _ := clause.(term.Binary)
		b.WriteString(indentation + markMismatches(string(head), mismatch) + "\n")
	}
	switch hidden := len(clauses) - shown; hidden {
	case 0:
	case 1:
		b.WriteString("    ...\n    (1 clause not shown)\n")
	default:
		b.WriteString("    ...\n    (" + strconv.Itoa(hidden) + " clauses not shown)\n")
	}
}

// markMismatches gives the marked parts of a clause to mismatch.
func markMismatches(clause string, mismatch func(string) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(clause, string(mismatchStart))
		b.WriteString(before)
		part, after, closed := strings.Cut(rest, string(mismatchEnd))
		if !found || !closed {
			b.WriteString(rest)
			return b.String()
		}
		b.WriteString(mismatch(part))
		clause = after
	}
}
