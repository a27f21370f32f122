package eval

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gex/runtime/code"
)

// This file holds the remarks on what a module defines and nothing uses.

// warnUnusedFunctions reports the private functions and macros that are not
// called from what others can call, and defaults that no call leaves out.
func (c *compiler) warnUnusedFunctions() {
	reached := c.reached()
	for _, def := range c.module.order {
		switch {
		case !def.private || def.full != nil:
		case def.isMacro():
			if !c.module.expanded[def.named()] {
				c.warnHere(def.pos, "macro "+keyText(def.named())+" is unused")
			}
		case !def.hidden:
			c.warnUnusedFunction(def, reached)
		}
	}
}

// warnUnusedGuards reports the guards of defguardp.
func (c *compiler) warnUnusedGuards() {
	for _, key := range slices.SortedFunc(maps.Keys(c.module.guards), compareKeys) {
		if guard := c.module.guards[key]; guard.private && !c.module.expanded[key] {
			c.warnHere(guard.pos, "macro "+keyText(key)+" is unused")
		}
	}
}

func (c *compiler) warnUnusedFunction(def *clauses, reached map[code.Key]bool) {
	least := -1 // the smallest arity that is called
	for arity := def.key.Arity; arity >= def.key.Arity-def.defaults; arity-- {
		if reached[code.Key{Name: def.key.Name, Arity: arity}] {
			least = arity
		}
	}
	switch { // Elixir takes the smallest arity that is called for the number of defaults

	case least < 0 || def.defaults > 0 && !reached[def.key]:
		c.warnHere(def.pos, "function "+keyText(def.key)+" is unused")
	case least == def.key.Arity-def.defaults:
	case least == def.key.Arity:
		c.warnHere(def.pos, "default values for the optional arguments in "+keyText(def.key)+" are never used")
	case least == 1:
		c.warnHere(def.pos, "the default value for the first optional argument in "+keyText(def.key)+" is never used")
	default:
		c.warnHere(def.pos, fmt.Sprintf("the default values for the first %d optional arguments in %s are never used", least, keyText(def.key)))
	}
}

// reached are the functions that are called, directly or not, from the public
// ones and from the body of the module.
func (c *compiler) reached() map[code.Key]bool {
	calls := make(map[*clauses][]code.Key)
	reached := make(map[code.Key]bool)
	var open []code.Key
	visit := func(keys []code.Key) {
		for _, key := range keys {
			if !reached[key] {
				reached[key] = true
				open = append(open, key)
			}
		}
	}
	for _, use := range c.module.calls {
		calls[use.from] = append(calls[use.from], use.key)
	}
	visit(calls[nil])
	for from, keys := range calls {
		if from != nil && (!from.private || from.isMacro()) {
			visit(keys)
		}
	}
	for len(open) > 0 {
		key := open[len(open)-1]
		open = open[:len(open)-1]
		if def := c.module.clauses[key]; def != nil {
			visit(calls[def])
		}
	}
	return reached
}

func compareKeys(a, b code.Key) int {
	return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.Arity, b.Arity))
}

// discardTypeDoc reports the documentation of a private type.
func (c *compiler) discardTypeDoc(key code.Key, named bool) {
	if c.module.pendingTypeDoc && named {
		c.module.pendingTypeDoc = false
		c.warnHere(c.module.attributes["typedoc"].pos, "type "+keyText(key)+" is private, @typedoc's are always discarded for private types")
	}
}

// warnDirectives reports the directives that nothing used, aliases first, each
// kind by name. Names that came from a macro are none of the module's.
func (c *compiler) warnDirectives() {
	unused := slices.DeleteFunc(slices.Clone(c.module.directives), func(d *directive) bool {
		return strings.Contains(d.name, hygieneMark)
	})
	slices.SortStableFunc(unused, func(a, b *directive) int {
		return cmp.Or(strings.Compare(a.kind, b.kind), strings.Compare(a.name, b.name))
	})
	for _, d := range unused {
		switch {
		case !d.used:
			c.warnHere(d.pos, "unused "+d.kind+" "+d.name)
		default:
			for _, key := range slices.SortedFunc(maps.Keys(d.only), compareKeys) {
				if !d.keys[key] {
					c.warnHere(d.pos, "unused "+d.kind+" "+d.name+"."+keyText(key))
				}
			}
		}
	}
}
