package eval

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// contextMark is put behind the name of a variable of another context, as
// var!(x, :foo) names one.
func contextMark(context term.Atom) string {
	if context == term.Nil {
		return ""
	}
	return hygieneMark + string(context)
}

// VariableName returns the name that an Env has for a variable of a binding, whose
// key is :name or {:name, context}; "" if it is neither.
func VariableName(key term.Term) string {
	if name, ok := key.(term.Atom); ok {
		return string(name)
	}
	if t, ok := key.(term.Tuple); ok && len(t) == 2 {
		name, ok1 := t[0].(term.Atom)
		context, ok2 := t[1].(term.Atom)
		if ok1 && ok2 {
			return string(name) + contextMark(context)
		}
	}
	return ""
}

// VariableKey is the key of a variable of an Env in a binding.
func VariableKey(name string) term.Term {
	if plain, context, marked := strings.Cut(name, hygieneMark); marked {
		return term.Tuple{term.Atom(plain), term.Atom(context)}
	}
	return term.Atom(name)
}

// inContext reports whether a variable belongs to a context, and returns its
// name without the mark. Those of captures and of the compiler belong to none.
func inContext(name string, context term.Atom) (string, bool) {
	plain, mark, marked := strings.Cut(name, hygieneMark)
	if plain == "" || name[0] == '&' {
		return "", false
	}
	if marked {
		mark = hygieneMark + mark
	}
	return plain, mark == contextMark(context)
}

// noContext is the context of no variable.
const noContext = term.Atom("\x00")

// bindingContext reads binding(context); false means that the call is another.
func (c *compiler) bindingContext(n *syntax.Call) (term.Atom, bool) {
	switch {
	case n.Do != nil || len(n.Args) > 1:
		return "", false
	case len(n.Args) == 0:
		return term.Nil, true
	}
	value, ok := c.literal(n.Args[0])
	if context, atom := value.(term.Atom); atom {
		return context, true
	}
	return noContext, ok
}

// plainVariable returns the variable that var!(name) and var!(name, context)
// stand for, false for other calls.
func (c *compiler) plainVariable(n *syntax.Call) (*syntax.Var, bool) {
	if n.Name != "var!" || len(n.Args) == 0 || len(n.Args) > 2 || n.Do != nil {
		return nil, false
	}
	if n.Target != nil {
		if module, ok := c.constantAlias(n.Target); !ok || module != kernel {
			return nil, false
		}
	}
	context := term.Nil
	if len(n.Args) == 2 {
		value, _ := c.literal(n.Args[1])
		if atom, ok := value.(term.Atom); ok {
			context = atom
		}
	}
	v, ok := n.Args[0].(*syntax.Var)
	if !ok {
		err := exception.ArgumentError("expected a variable to be given to var!, got: %s", syntaxText(n.Args[0]))
		if len(n.Args) == 1 {
			err = err.In(kernelFrame("MACRO-var!", 3, 4515))
		}
		panic(bail{err: err.In(expandingMacro(kernel, "var!", len(n.Args)), c.here(n.Pos))})
	}
	return &syntax.Var{Pos: v.Pos, Name: plainName(v.Name) + contextMark(context)}, true
}

// varForm compiles var!(name), which must be bound.
func varForm(c *compiler, n *syntax.Call, tail bool) (compiled thunk) {
	v, ok := c.plainVariable(n)
	if !ok {
		return nil
	}
	c.expanding(n.Pos, "var!", len(n.Args), func() {
		if _, bound := c.env.Lookup(v.Name); !c.scope.sees(v.Name) && !(bound && c.module == nil) {
			c.fail(n.Pos, "undefined variable %q", plainName(v.Name))
		}
		compiled = c.expr(v, tail)
	})
	return compiled
}
