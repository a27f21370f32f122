package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Callback is a function that a behaviour asks for.
type Callback struct {
	Key      code.Key
	Macro    bool
	Optional bool
}

// kind is what messages call it.
func (cb Callback) kind() string {
	if cb.Macro {
		return "macro"
	}
	return "function"
}

// implemented is a definition and what @impl said before it.
type implemented struct {
	def   *clauses
	value term.Term // nil if there was no @impl
	pos   syntax.Pos
}

// optionalCallbacks marks the callbacks that @optional_callbacks names.
func (mod *module) optionalCallbacks() []Callback {
	marked := slices.Clone(mod.callbacks)
	a := mod.attributes["optional_callbacks"]
	if a == nil {
		return marked
	}
	for e := range term.Elements(a.value) {
		for i, cb := range marked {
			if term.Same(e, term.Tuple{term.Atom(cb.Key.Name), term.Int(cb.Key.Arity)}) {
				marked[i].Optional = true
			}
		}
	}
	return marked
}

// exported is the name and arity of the function that implements the callback.
func (cb Callback) exported() term.Term {
	name, arity := cb.Key.Name, cb.Key.Arity
	if cb.Macro {
		name, arity = macroName(name), arity+1
	}
	return term.Tuple{term.Atom(name), term.Int(arity)}
}

// addBehaviourInfo adds behaviour_info/1 to a module with callbacks.
func (c *compiler) addBehaviourInfo(made *code.Module) {
	callbacks := c.module.optionalCallbacks()
	delete(c.ev.behaviours, made.Name)
	if len(callbacks) == 0 {
		return
	}
	c.ev.behaviours[made.Name] = callbacks
	byName := slices.SortedFunc(slices.Values(callbacks), func(a, b Callback) int {
		return -cmp.Or(cmp.Compare(a.Key.Name, b.Key.Name), cmp.Compare(a.Key.Arity, b.Key.Arity))
	})
	var all, optional []term.Term
	for _, cb := range byName {
		all = append(all, cb.exported())
		if cb.Optional {
			optional = append(optional, cb.exported())
		}
	}
	made.Functions[code.Key{Name: "behaviour_info", Arity: 1}] = &code.Function{Name: "behaviour_info", Arity: 1, Hidden: true,
		Call: func(_ *process.Process, args []term.Term) (term.Term, error) {
			switch args[0] {
			case term.Term(term.Atom("callbacks")):
				return term.List(all...), nil
			case term.Term(term.Atom("optional_callbacks")):
				return term.List(optional...), nil
			}
			return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
				Module: made.Name, Function: "behaviour_info", Arity: 1, Args: args, HasArgs: true})
		}}
}

// callbacksOf returns the callbacks of a behaviour, nil if it has none.
func (ev *Evaluator) callbacksOf(behaviour term.Atom) []Callback {
	if callbacks := ev.behaviours[behaviour]; callbacks != nil || ev.options.Callbacks == nil {
		return callbacks
	}
	return ev.options.Callbacks(behaviour)
}

// takeImpl gives the pending @impl to a clause.
func (c *compiler) takeImpl(def *clauses, pos syntax.Pos) {
	mod := c.module
	if mod.pendingImpl != nil || len(def.list) == 0 {
		mod.implemented = append(mod.implemented, implemented{def, mod.pendingImpl, pos})
	}
	mod.pendingImpl = nil
}

// known is a callback with the behaviour that asks for it.
type known struct {
	Callback
	behaviour term.Atom
}

// checkBehaviours reports what the module does not do as its behaviours ask.
func (c *compiler) checkBehaviours(pos syntax.Pos) {
	c.warnDerive(pos)
	var callbacks []known
	for _, behaviour := range c.module.behaviours {
		if behaviour == c.module.implements || c.module.exception {
			return
		}
		own := c.ev.callbacksOf(behaviour)
		switch {
		case len(own) > 0 || !strings.HasPrefix(string(behaviour), "Elixir.") || c.ev.options.Callbacks == nil:
		case c.ev.table.Module(behaviour) == nil:
			c.warnModule(pos, "@behaviour "+aliasText(behaviour)+" does not exist (in module "+aliasText(c.module.name)+")")
		default:
			c.warnModule(pos, "module "+aliasText(behaviour)+" is not a behaviour (in module "+aliasText(c.module.name)+")")
		}
		for _, cb := range own {
			callbacks = append(callbacks, known{cb, behaviour})
		}
	}
	c.warnConflicts(pos, callbacks)
	c.checkImplemented(callbacks)
	c.warnMissing(pos, callbacks)
}

// warnConflicts reports callbacks of several behaviours, and behaviours that
// were declared twice, the last callback first.
func (c *compiler) warnConflicts(pos syntax.Pos, callbacks []known) {
	sorted := slices.Clone(callbacks)
	slices.SortStableFunc(sorted, func(a, b known) int { return compareKeys(b.Key, a.Key) })
	for i, cb := range sorted {
		if slices.Contains(c.module.declaredTwice, cb.behaviour) {
			c.warnModule(pos, fmt.Sprintf("the behavior %s has been declared twice (conflict in %s %s in module %s)",
				aliasText(cb.behaviour), cb.kind(), keyText(cb.Key), aliasText(c.module.name)))
		}
		if i > 0 && sorted[i-1].Key == cb.Key {
			c.warnModule(pos, fmt.Sprintf("conflicting behaviours found. %s %s is required by %s and %s (in module %s)",
				cb.kind(), keyText(cb.Key), aliasText(sorted[i-1].behaviour), aliasText(cb.behaviour), aliasText(c.module.name)))
		}
	}
}

// warnMissing reports callbacks without a definition.
func (c *compiler) warnMissing(pos syntax.Pos, callbacks []known) {
	sorted := slices.Clone(callbacks)
	slices.SortStableFunc(sorted, func(a, b known) int {
		return cmp.Or(strings.Compare(a.Key.Name, b.Key.Name), cmp.Compare(a.Key.Arity, b.Key.Arity))
	})
	for _, cb := range sorted {
		if def := c.module.clauses[cb.Key]; def != nil && def.private {
			c.warnModule(pos, fmt.Sprintf("%s %s required by behaviour %s was implemented as \"defp\" but should have been \"def\" (in module %s)",
				cb.kind(), keyText(cb.Key), aliasText(cb.behaviour), aliasText(c.module.name)))
			continue
		}
		if cb.Optional || c.module.leavesTo(cb.behaviour) || c.module.clauses[cb.Key] != nil || c.module.defaults[cb.Key] != nil || c.module.macros[cb.Key] != nil {
			continue
		}
		c.warnModule(pos, fmt.Sprintf("%s %s required by behaviour %s is not implemented (in module %s)", cb.kind(), keyText(cb.Key),
			aliasText(cb.behaviour), aliasText(c.module.name)))
	}
}

// checkImplemented compares what @impl says with the callbacks there are.
func (c *compiler) checkImplemented(callbacks []known) {
	explicit := false // a callback is marked
	wrong := make(map[*clauses]bool)
	for _, is := range c.module.implemented {
		if is.value == nil {
			continue
		}
		if message := c.wrongImpl(is, callbacks); message != "" {
			c.warnModule(is.pos, message)
			wrong[is.def] = true
		}
		explicit = true
	}
	for _, is := range c.module.implemented {
		cb, ok := callbackOf(is.def, callbacks)
		if !ok || is.value != nil && !wrong[is.def] || is.def.private || !explicit {
			continue
		}
		c.warnModule(is.pos, fmt.Sprintf("module attribute @impl was not set for %s %s callback (specified in %s). This either means "+
			"you forgot to add the \"@impl true\" annotation before the definition or that you are accidentally overriding this callback",
			cb.kind(), keyText(cb.Key), aliasText(cb.behaviour)))
	}
}

// leavesTo reports whether the use of a behaviour says itself what is missing.
func (mod *module) leavesTo(behaviour term.Atom) bool {
	return slices.ContainsFunc(mod.uses, func(u Use) bool { return u.Behaviour == behaviour && u.Warn != nil })
}

func callbackOf(def *clauses, callbacks []known) (known, bool) {
	i := slices.IndexFunc(callbacks, func(cb known) bool { return cb.Key == def.key })
	if i < 0 {
		return known{}, false
	}
	return callbacks[i], true
}

// wrongImpl says what is wrong with an @impl, or "".
func (c *compiler) wrongImpl(is implemented, callbacks []known) string {
	got := fmt.Sprintf("got \"@impl %s\" for function %s ", show(is.value), keyText(is.def.key))
	cb, isCallback := callbackOf(is.def, callbacks)
	behaviour, _ := is.value.(term.Atom)
	switch {
	case is.value == falseTerm:
		if isCallback {
			return got + "but it is a callback specified in " + aliasText(cb.behaviour)
		}
	case is.def.private:
		return fmt.Sprintf("function %s is private, @impl attribute is always discarded for private functions/macros", keyText(is.def.key))
	case len(c.module.behaviours) == 0:
		return got + "but no behaviour was declared"
	case is.value == trueTerm && !isCallback:
		return got + "but no behaviour specifies such callback" + knownCallbacks(callbacks)
	case is.value != trueTerm && !slices.Contains(c.module.behaviours, behaviour):
		return got + "but this behaviour was not declared with @behaviour"
	case is.value != trueTerm:
		own := slices.DeleteFunc(slices.Clone(callbacks), func(cb known) bool { return cb.behaviour != behaviour })
		if _, ok := callbackOf(is.def, own); !ok {
			return got + "but this behaviour does not specify such callback" + knownCallbacks(callbacks)
		}
	}
	return ""
}

// knownCallbacks lists callbacks at the end of a remark.
func knownCallbacks(callbacks []known) string {
	if len(callbacks) == 0 {
		return ". There are no known callbacks, please specify the proper @behaviour and make sure it defines callbacks"
	}
	var lines []string
	for _, cb := range callbacks {
		lines = append(lines, "  * "+aliasText(cb.behaviour)+"."+keyText(cb.Key)+" ("+cb.kind()+")\n")
	}
	slices.Sort(lines)
	return ". The known callbacks are:\n\n" + strings.Join(lines, "")
}
