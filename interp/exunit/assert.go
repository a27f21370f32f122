package exunit

import (
	"iter"
	"slices"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// assertionMacros are the macros of ExUnit.Assertions.
func (u *Unit) assertionMacros() iter.Seq2[code.Key, eval.Macro] {
	return func(yield func(code.Key, eval.Macro) bool) {
		for key, macro := range map[code.Key]eval.Macro{
			{Name: "assert", Arity: 1}: u.assert, {Name: "refute", Arity: 1}: u.refute,
			{Name: "catch_exit", Arity: 1}:      catching("exit", exception.ClassExit),
			{Name: "catch_throw", Arity: 1}:     catching("throw", exception.ClassThrow),
			{Name: "catch_error", Arity: 1}:     catching("error", exception.ClassError),
			{Name: "assert_receive", Arity: 1}:  u.assertReceive(defaultAssertTimeout),
			{Name: "assert_receive", Arity: 2}:  u.assertReceive(defaultAssertTimeout),
			{Name: "assert_received", Arity: 1}: u.assertReceive(0),
			{Name: "refute_receive", Arity: 1}:  u.refuteReceive(defaultRefuteTimeout),
			{Name: "refute_receive", Arity: 2}:  u.refuteReceive(defaultRefuteTimeout),
			{Name: "refute_received", Arity: 1}: u.refuteReceive(0),
		} {
			if !yield(key, macro) {
				return
			}
		}
	}
}

// The operators whose operands an assertion shows.
var compared = []string{"==", "<", ">", "<=", ">=", "===", "=~", "!==", "!=", "in"}

func field(key term.Atom, value term.Term) term.Pair { return term.Pair{Key: key, Value: value} }

// source is the code of an assertion as its report shows it.
func source(call *eval.MacroCall) term.Pair {
	return field("expr", term.Binary(call.Node.Name+" "+syntax.Source(call.Args[0])))
}

func truthy(t term.Term) bool { return t != term.Term(term.Nil) && t != term.Term(term.False) }

// assert is assert/1: a match, a comparison, or anything that is true.
func (u *Unit) assert(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	if b, ok := call.Args[0].(*syntax.Binary); ok {
		switch {
		case b.Op == "=":
			return nil, u.assertMatch(call, b), nil
		case slices.Contains(compared, b.Op):
			return nil, u.compare(call, b, true, "!=", "!==", "<", ">"), nil
		}
	}
	value := call.Expr(call.Args[0])
	return nil, func(r *eval.Runtime) (term.Term, error) {
		v, err := value(r)
		if err != nil || truthy(v) {
			return v, err
		}
		return nil, exception.AssertionError("Expected truthy, got "+u.inspect(v), source(call))
	}, nil
}

// refute is refute/1: the opposite, but for matches, which count as values.
func (u *Unit) refute(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	if b, ok := call.Args[0].(*syntax.Binary); ok && slices.Contains(compared, b.Op) {
		return nil, u.compare(call, b, false, "==", "===", "<=", ">=", "=~"), nil
	}
	value := call.Expr(call.Args[0])
	return nil, func(r *eval.Runtime) (term.Term, error) {
		v, err := value(r)
		if err != nil || !truthy(v) {
			return v, err
		}
		return nil, exception.AssertionError("Expected false or nil, got "+u.inspect(v), source(call))
	}, nil
}

// compare compiles a comparison that must have the truth want. Operators of
// alike fail for operands that are the same, which are then shown once.
func (u *Unit) compare(call *eval.MacroCall, b *syntax.Binary, want bool, alike ...string) eval.Code {
	left, right := call.Temporary(b.Left), call.Temporary(b.Right)
	result := call.Expr(&syntax.Binary{Pos: b.Pos, Op: b.Op, Left: left.Node, Right: right.Node})
	words := map[bool]string{true: "Assertion", false: "Refute"}[want] + " with " + b.Op + " failed"
	return func(r *eval.Runtime) (term.Term, error) {
		l, err := left.Eval(r)
		if err != nil {
			return nil, err
		}
		rv, err := right.Eval(r)
		if err != nil {
			return nil, err
		}
		v, err := result(r)
		switch {
		case err != nil:
			return nil, err
		case truthy(v) == want:
			return v, nil
		case slices.Contains(alike, b.Op) && term.Same(l, rv):
			return nil, exception.AssertionError(words+", both sides are exactly equal", source(call), field("left", l)).In(assertCall)
		}
		return nil, exception.AssertionError(words, source(call), field("left", l), field("right", rv)).In(assertCall)
	}
}

// assertMatch compiles assert pattern = value, which binds.
func (u *Unit) assertMatch(call *eval.MacroCall, b *syntax.Binary) eval.Code {
	value := call.Expr(b.Right)
	pins := call.Pins(b.Left)
	matches := call.Pattern(b.Left)
	pattern := term.Binary(syntax.Source(b.Left))
	return func(r *eval.Runtime) (term.Term, error) {
		v, err := value(r)
		if err != nil {
			return nil, err
		}
		if !matches(r, v) {
			return nil, exception.AssertionError("match (=) failed"+u.pinned(pins(r)),
				source(call), field("left", pattern), field("right", v), field("context", term.Atom("match")))
		}
		if !truthy(v) {
			return nil, exception.AssertionError("Expected truthy, got "+u.inspect(v), source(call))
		}
		return v, nil
	}
}

// pinned lists the pinned variables of a pattern.
func (u *Unit) pinned(pins []eval.Binding) string {
	if len(pins) == 0 {
		return ""
	}
	text := "\nThe following variables were pinned:"
	for _, p := range pins {
		text += "\n  " + p.Name + " = " + u.inspect(p.Value)
	}
	return text
}

// catching is catch_exit/1 and its kin.
func catching(kind string, class exception.Class) eval.Macro {
	return func(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
		value := call.Expr(call.Args[0])
		return nil, func(r *eval.Runtime) (term.Term, error) {
			_, err := value(r)
			if err == nil {
				return nil, exception.AssertionError("Expected to catch " + kind + ", got nothing").In(assertCall)
			}
			x := exception.As(err)
			if x.Class != class {
				return nil, err
			}
			if class == exception.ClassError {
				return exception.Normalize(x.Reason, x.Stack, exception.Options{}), nil
			}
			return x.Reason, nil
		}, nil
	}
}
