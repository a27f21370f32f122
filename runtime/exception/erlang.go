package exception

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// This file words an exception as Erlang does in its crash reports and shell.

// Erlang returns the text of an exception and its stack in Erlang's words:
// "exception error: bad argument" and a line for each frame, without a newline
// at the end. The text begins behind indent characters, as do its other lines;
// the frames at the bottom that trim is true for are left out.
func Erlang(e *Error, indent int, trim func(Frame) bool) string {
	stack, words := e.Stack, erlangReason{before: "exception " + e.Class.String() + ": ", indent: indent}
	if e.Class == ClassError && len(stack) > 0 && (e.Reason == term.Term(term.Atom("undef")) || stack[0].HasArgs && e.Reason == term.Term(term.Atom("function_clause"))) {
		words.called, stack = &stack[0], stack[1:]
	}
	problems := erlangProblems(e.Reason, stack)
	for len(stack) > 0 && trim(stack[len(stack)-1]) {
		stack = stack[:len(stack)-1]
	}
	var b strings.Builder
	b.WriteString(words.text(e))
	for i, f := range stack {
		b.WriteString(erlangFrame(f, indent+2, i == 0))
		if i == 0 {
			for _, problem := range problems {
				b.WriteString("\n" + strings.Repeat(" ", indent+5) + "*** " + problem)
			}
		}
	}
	return b.String()
}

// erlangProblems says what was wrong with the call on top of the stack, or the
// message of an Elixir exception that was raised there.
func erlangProblems(reason term.Term, stack []Frame) []string {
	if len(stack) == 0 || stack[0].Info == nil {
		return nil
	}
	info, _ := stack[0].Info.(*term.Map)
	if info == nil {
		return nil
	}
	if IsException(reason) {
		return []string{Message(reason, stack, Options{})}
	}
	if !stack[0].HasArgs {
		return nil
	}
	var list []string
	for i, problem := range problems(stack[0], info) {
		if problem != "" {
			list = append(list, fmt.Sprintf("argument %d: %s", i+1, problem))
		}
	}
	return list
}

func erlangFrame(f Frame, indent int, top bool) string {
	pad, origin := strings.Repeat(" ", indent), "in call from "
	name, arity := erlangName(f), f.Arity
	if f.HasArgs {
		arity = len(f.Args)
	}
	operator := f.Module == "erlang" && erlangOperators[term.Atom(f.Function)] && arity == 2
	switch {
	case operator && top:
		origin, name = "in operator  ", f.Function
	case top:
		origin = "in function  "
	}
	text := fmt.Sprintf("\n%s%s%s/%d", pad, origin, name, arity)
	if f.HasArgs {
		called := pad + "   called as "
		if operator {
			return text + "\n" + called + inspect.ErlangLine(f.Args[0]) + " " + f.Function + " " + inspect.ErlangLine(f.Args[1])
		}
		return text + "\n" + called + name + erlangArguments(f.Args, utf8.RuneCountInString(called+name))
	}
	text += " "
	if f.File != "" && f.Line > 0 {
		text += fmt.Sprintf("(%s, line %d)", f.File, f.Line)
	}
	return text
}

// erlangOperators are the functions of erlang that are written between their
// arguments.
var erlangOperators = map[term.Atom]bool{"+": true, "-": true, "*": true, "/": true, "div": true, "rem": true, "band": true, "bor": true,
	"bxor": true, "bsl": true, "bsr": true, "++": true, "--": true, "and": true, "or": true, "xor": true, "!": true,
	"<": true, ">": true, "=<": true, ">=": true, "==": true, "/=": true, "=:=": true, "=/=": true}

// erlangName is module:function, or function of one of Erlang's own.
func erlangName(f Frame) string {
	name := inspect.ErlangAtom(term.Atom(f.Function))
	if f.Module == "erlang" {
		if _, listed := argumentChecks[f.key()]; listed {
			return name
		}
	}
	return inspect.ErlangAtom(f.Module) + ":" + name
}

// erlangArguments are arguments in parentheses that begin in a column.
func erlangArguments(args []term.Term, column int) string {
	list := inspect.ErlangAt(term.Tuple(args), column)
	return "(" + list[1:len(list)-1] + ")"
}

// erlangReason words a reason behind "exception error: ".
type erlangReason struct {
	before string
	indent int
	called *Frame
}

// erlangReasons are the reasons of class error that have words of their own;
// those that end with a colon or a space go on with the value.
var erlangReasons = map[term.Atom]string{
	"badarg":        "bad argument",
	"badarith":      "an error occurred when evaluating an arithmetic expression",
	"if_clause":     "no true branch found when evaluating an if expression",
	"noproc":        "no such process or port",
	"notalive":      "the node cannot be part of a distributed system",
	"system_limit":  "a system limit has been reached",
	"timeout_value": "bad receive timeout value",
}

var erlangValues = map[term.Atom]string{
	"badarg":      "bad argument: ",
	"badkey":      "bad key: ",
	"badmap":      "bad map: ",
	"badfun":      "bad function ",
	"badmatch":    "no match of right hand side value ",
	"case_clause": "no case clause matching ",
	"try_clause":  "no try clause matching ",
}

func (r erlangReason) text(e *Error) string {
	if text, ok := r.ofError(e); ok && e.Class == ClassError {
		return r.before + text
	}
	if e.Class == ClassExit && e.Reason == term.Term(term.Atom("calling_self")) {
		return r.before + "the current process attempted to call itself"
	}
	return r.before + r.value("", e.Reason)
}

func (r erlangReason) ofError(e *Error) (string, bool) {
	if r.called != nil {
		return r.ofCall(e.Reason), true
	}
	if m, ok := e.Reason.(*term.Map); ok && IsException(m) && len(e.Stack) > 0 && e.Stack[0].Info != nil {
		name, _ := m.Get(term.Atom("__struct__"))
		return "#" + string(name.(term.Atom)), true
	}
	if name, ok := e.Reason.(term.Atom); ok {
		text, listed := erlangReasons[name]
		return text, listed
	}
	pair, ok := e.Reason.(term.Tuple)
	if !ok || len(pair) != 2 {
		return "", false
	}
	tag, _ := pair[0].(term.Atom)
	if tag == "badarity" {
		return erlangBadArity(pair[1])
	}
	words, listed := erlangValues[tag]
	return r.value(words, pair[1]), listed
}

// ofCall words a call that had no function or clause to go to.
func (r erlangReason) ofCall(reason term.Term) string {
	name, arity := erlangName(*r.called), r.called.Arity
	if r.called.HasArgs {
		arity = len(r.called.Args)
	}
	if reason == term.Term(term.Atom("undef")) {
		return fmt.Sprintf("undefined function %s/%d", name, arity)
	}
	words := "no function clause matching " + name
	text := words + erlangArguments(r.called.Args, r.indent+len(r.before)+utf8.RuneCountInString(words)) + " "
	if r.called.File != "" && r.called.Line > 0 {
		text += fmt.Sprintf("(%s, line %d)", r.called.File, r.called.Line)
	}
	return text
}

// value is a term behind words. If it has lines to be broken it may fit better
// on a line of its own.
func (r erlangReason) value(words string, t term.Term) string {
	column := r.indent + len(r.before)
	text := inspect.ErlangAt(t, column+len(words))
	if words != "" && strings.Count(text, "\n") > 1 {
		if below := inspect.ErlangAt(t, column); strings.Count(below, "\n") < strings.Count(text, "\n") {
			return words + "\n" + strings.Repeat(" ", column) + below
		}
	}
	return words + text
}

func erlangBadArity(t term.Term) (string, bool) {
	pair, _ := t.(term.Tuple)
	if len(pair) != 2 {
		return "", false
	}
	fun, ok1 := pair[0].(*term.Fun)
	args, ok2 := term.Slice(pair[1])
	if !ok1 || !ok2 {
		return "", false
	}
	count := fmt.Sprintf("%d arguments", len(args))
	if words := []string{"no arguments", "one argument", "two arguments"}; len(args) < len(words) {
		count = words[len(args)]
	}
	name := fmt.Sprintf("%s:%s/%d", inspect.ErlangAtom(fun.Module), inspect.ErlangAtom(term.Atom(fun.Name)), fun.Arity)
	if fun.Module == "erl_eval" {
		name = fmt.Sprintf("interpreted function with arity %d", fun.Arity)
	}
	return name + " called with " + count, true
}
