package interp

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// moduleTrees keeps the syntax trees of the modules that were typed. A
// definition is noted before it runs; whether it made a module shows later, by
// the module in the table being another one than it was.
type moduleTrees struct {
	noted []notedTree
	trees map[term.Atom]syntax.Node
}

type notedTree struct {
	module term.Atom
	tree   syntax.Node
	before *code.Module
}

// note takes down the definitions of modules in an input that is about to run.
func (t *moduleTrees) note(table *code.Table, body syntax.Node) {
	for _, n := range blockOf(body) {
		call, ok := n.(*syntax.Call)
		if !ok || call.Target != nil || call.Name != "defmodule" || len(call.Args) == 0 {
			continue
		}
		if alias, ok := call.Args[0].(*syntax.Alias); ok && alias.Base == nil {
			name := term.Alias(strings.Join(alias.Names, "."))
			t.noted = append(t.noted, notedTree{name, call, table.Module(name)})
		}
	}
}

func blockOf(body syntax.Node) []syntax.Node {
	if b, ok := body.(*syntax.Block); ok {
		return b.Exprs
	}
	return []syntax.Node{body}
}

// find returns the tree of a module, nil if none was noted.
func (t *moduleTrees) find(table *code.Table, module term.Atom) syntax.Node {
	for _, n := range t.noted {
		if table.Module(n.module) == n.before {
			continue
		}
		if t.trees == nil {
			t.trees = make(map[term.Atom]syntax.Node)
		}
		t.trees[n.module] = n.tree
	}
	t.noted = nil
	return t.trees[module]
}
