package eval

import (
	"slices"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// warnDerive reports a @derive that no struct follows.
func (c *compiler) warnDerive(pos syntax.Pos) {
	a := c.module.attributes["derive"]
	switch {
	case a == nil || a.read:
	case c.module.fields == nil:
		c.warnModule(pos, "warning: module attribute @derive was set but never used (it must come before defstruct)")
	default:
		c.warnModule(pos, "warning: module attribute @derive was set after defstruct, all @derive calls must come before defstruct")
	}
}

// checkInspect fails if @derive {Inspect, options} names fields that the struct
// does not have.
func (mod *module) checkInspect() error {
	a := mod.attributes["derive"]
	if a == nil {
		return nil
	}
	for _, options := range inspectOptions(a.value) {
		for _, name := range []term.Atom{"only", "except", "optional"} {
			names, _ := term.KeywordGet(options, name)
			list, _ := term.Slice(names)
			unknown := slices.DeleteFunc(slices.Clone(list), func(key term.Term) bool {
				return slices.ContainsFunc(mod.fields, func(f term.Pair) bool { return f.Key == key })
			})
			if len(unknown) > 0 {
				return exception.ArgumentError("unknown fields %s in %s when deriving the Inspect protocol for %s",
					show(term.List(unknown...)), show(name), aliasText(mod.name)).In(
					exception.Frame{Module: "Elixir.Inspect.Any", Function: "validate_option", Arity: 4, File: "lib/inspect.ex", Line: 580},
					expandingMacro("Elixir.Inspect.Any", "__deriving__", 3))
			}
		}
	}
	return nil
}

// inspectOptions are the options of Inspect in the values of @derive.
func inspectOptions(value term.Term) []term.Term {
	switch value := value.(type) {
	case term.Tuple:
		if len(value) == 2 && value[0] == term.Term(term.Alias("Inspect")) {
			return []term.Term{value[1]}
		}
	case *term.Cons:
		var all []term.Term
		for e := range term.Elements(value) {
			all = append(all, inspectOptions(e)...)
		}
		return all
	}
	return nil
}
