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
	kept  map[term.Atom]notedTree
}

type notedTree struct {
	module term.Atom
	tree   syntax.Node
	text   string // as it was typed, "" if other things were typed with it
	before *code.Module
}

// note takes down the definitions of modules in an input that is about to run.
func (t *moduleTrees) note(table *code.Table, body syntax.Node, text string) {
	exprs := blockOf(body)
	if len(exprs) > 1 {
		text = ""
	}
	for _, n := range exprs {
		call, ok := n.(*syntax.Call)
		if !ok || call.Target != nil || call.Name != "defmodule" || len(call.Args) == 0 {
			continue
		}
		if alias, ok := call.Args[0].(*syntax.Alias); ok && alias.Base == nil {
			name := term.Alias(strings.Join(alias.Names, "."))
			t.noted = append(t.noted, notedTree{name, call, strings.TrimSpace(text), table.Module(name)})
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
	return t.noteOf(table, module).tree
}

// source returns the source of a module, "" if none was noted.
func (t *moduleTrees) source(table *code.Table, module term.Atom) string {
	n := t.noteOf(table, module)
	if n.text == "" && n.tree != nil {
		return syntax.Source(n.tree)
	}
	return n.text
}

func (t *moduleTrees) noteOf(table *code.Table, module term.Atom) notedTree {
	for _, n := range t.noted {
		if table.Module(n.module) == n.before {
			continue
		}
		if t.kept == nil {
			t.kept = make(map[term.Atom]notedTree)
		}
		t.kept[n.module] = n
	}
	t.noted = nil
	return t.kept[module]
}
