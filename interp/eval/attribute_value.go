package eval

import (
	"fmt"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file says which values the attributes that Elixir reads itself may
// have. It follows preprocess_attribute of Module.

// valueCheck is what an attribute asks of its values.
type valueCheck struct {
	// wanted describes the value at the end of "it should be ...".
	wanted string
	holds  func(term.Term) bool
	// line is where Module refuses the value, put where it asked.
	line, put int
}

const (
	putLine    = 2270 // of put_attribute/7, for most attributes
	putDocLine = 2251 // for those of the definition that follows
)

var valueChecks = map[string]valueCheck{
	"behaviour": {"@behaviour expects a module", isAtom, 2321, putLine},
	"impl": {"@impl is a built-in module attribute that marks the next definition as a callback implementation. " +
		"It should be a module or a boolean", func(t term.Term) bool { return isAtom(t) && t != term.Term(term.Nil) }, 2329, putDocLine},
	"deprecated": {"@deprecated is a built-in module attribute that annotates a definition as deprecated. " +
		"It should be a string with the reason for the deprecation", isBinary, 2362, putDocLine},
	"external_resource": {"@external_resource is a built-in module attribute used for specifying file dependencies. " +
		"It should be a string path to a file", isBinary, 2356, putLine},
	"file": {"@file is a built-in module attribute that annotates the file and line the next definition comes from. " +
		"It should be a string or {string, line} tuple as value", isPlace, 2376, putLine},
	"moduledoc": docCheck("moduledoc"), "doc": docCheck("doc"), "typedoc": docCheck("typedoc"),
}

func docCheck(name string) valueCheck {
	return valueCheck{"@" + name + " is a built-in module attribute for documentation. " +
		"It should be either false, nil, a string, or a keyword list", isDocumentation, 2304, putDocLine}
}

func isBinary(t term.Term) bool {
	_, ok := t.(term.Binary)
	return ok
}

// isPlace reports whether t is a file, or {file, line}.
func isPlace(t term.Term) bool {
	if pair, ok := t.(term.Tuple); ok && len(pair) == 2 {
		return isBinary(pair[0]) && term.IsInteger(pair[1])
	}
	return isBinary(t)
}

func isDocumentation(t term.Term) bool {
	return isBinary(t) || term.IsList(t) || t == term.Term(term.Nil) || t == falseTerm
}

// checkAttribute fails for a value that an attribute may not have.
func checkAttribute(name string, value term.Term) error {
	check, ok := valueChecks[name]
	switch {
	case name == "dialyzer":
		return checkDialyzer(value)
	case !ok || check.holds(value):
		return nil
	}
	return exception.ArgumentError("%s, got: %s", check.wanted, show(value)).In(
		moduleFrame("preprocess_attribute", 2, check.line), moduleFrame("put_attribute", 7, check.put), putAttributeFrame)
}

func moduleFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "Elixir.Module", Function: function, Arity: arity, File: "lib/module.ex", Line: line}
}

// putAttributeFrame is the one of what @name value calls.
var putAttributeFrame = moduleFrame("__put_attribute__", 5, 2199)

// dialyzerOptions are what @dialyzer may name.
var dialyzerOptions = map[term.Term]bool{}

func init() {
	for _, name := range []term.Atom{"no_return", "no_unused", "no_improper_lists", "no_fun_app", "no_match", "no_opaque", "no_fail_call",
		"no_contracts", "no_behaviours", "no_undefined_callbacks", "unmatched_returns", "error_handling", "race_conditions", "no_missing_calls",
		"specdiffs", "overspecs", "underspecs", "unknown", "no_underspecs", "extra_return", "missing_return", "no_extra_return",
		"no_missing_return"} {
		dialyzerOptions[name] = true
	}
}

func checkDialyzer(value term.Term) error {
	for _, option := range term.Wrap(value) {
		name := option
		if pair, ok := option.(term.Tuple); ok && len(pair) == 2 {
			name = pair[0]
		}
		if !dialyzerOptions[name] && name != term.Term(term.Atom("nowarn_function")) {
			return exception.ArgumentError("invalid value for @dialyzer attribute: %s", show(option)).In(
				moduleFrame("-preprocess_attribute/2-fun-0-", 1, 2388),
				exception.Frame{Module: "lists", Function: "foreach_1", Arity: 2, File: "lists.erl", Line: 1442},
				moduleFrame("preprocess_attribute", 2, 2385), moduleFrame("put_attribute", 7, putLine), putAttributeFrame)
		}
	}
	return nil
}

// onLoad reads the function of @on_load, a name or {name, 0}.
func onLoad(value term.Term) (term.Term, error) {
	if isAtom(value) {
		return term.Tuple{value, term.Int(0)}, nil
	}
	if key, ok := keyOf(value); ok && key.Arity == 0 {
		return value, nil
	}
	return nil, exception.ArgumentError("@on_load is a built-in module attribute that annotates a function to be invoked when the module is "+
		"loaded. It should be an atom or an {atom, 0} tuple, got: %s", show(value)).In(moduleFrame("put_attribute", 7, 2213), putAttributeFrame)
}

// setOnLoad keeps @on_load, which may be set once.
func (mod *module) setOnLoad(value term.Term) (term.Term, error) {
	value, err := onLoad(value)
	if err == nil && mod.attributes["on_load"] != nil {
		err = exception.ArgumentError("the @on_load attribute can only be set once per module").In(
			moduleFrame("put_attribute", 7, 2226), putAttributeFrame)
	}
	return value, err
}

// failModule ends the compilation because of the module as a whole.
func (c *compiler) failModule(format string, args ...any) {
	passExit(c.self)
	panic(bail{err: c.compileError(syntax.Pos{Line: c.module.line}, fmt.Sprintf(format, args...))})
}

// checkOnLoad fails if @on_load names a function that is not defined.
func (c *compiler) checkOnLoad() {
	a := c.module.attributes["on_load"]
	if a == nil {
		return
	}
	if key, _ := keyOf(a.value); c.module.clauses[key] == nil {
		c.failModule("undefined function %s given to @on_load", keyText(key))
	}
}

// checkInlined fails if @compile {:inline, ...} names a function that is not
// defined.
func (c *compiler) checkInlined() {
	a := c.module.attributes["compile"]
	if a == nil {
		return
	}
	for _, value := range term.Wrap(a.value) {
		for _, option := range term.Wrap(value) {
			pair, ok := option.(term.Tuple)
			if !ok || len(pair) != 2 || pair[0] != term.Term(term.Atom("inline")) {
				continue
			}
			for _, e := range term.Wrap(pair[1]) {
				if key, ok := keyOf(e); ok && c.module.clauses[key] == nil {
					c.failModule("inlined function %s undefined", keyText(key))
				}
			}
		}
	}
}
