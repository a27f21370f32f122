package exunit

import (
	"strings"

	"gex/interp/syntax"
)

// This file makes trees.

func atom(pos syntax.Pos, name string) syntax.Node { return &syntax.Atom{Pos: pos, Name: name} }

func text(pos syntax.Pos, s string) syntax.Node {
	return &syntax.String{Pos: pos, Parts: []syntax.Part{{Text: s}}}
}

func module(pos syntax.Pos) syntax.Node { return &syntax.Var{Pos: pos, Name: "__MODULE__"} }

// remote is a call of a function of a module, whose name begins with Elixir so
// that no alias of the learner changes it.
func remote(pos syntax.Pos, module, name string, args ...syntax.Node) syntax.Node {
	return &syntax.Call{Pos: pos, Target: &syntax.Alias{Pos: pos, Names: append([]string{"Elixir"}, strings.Split(module, ".")...)},
		Name: name, Args: args, Parens: true}
}

// named is the atom of a name behind a prefix; nil if it is no string.
func named(pos syntax.Pos, prefix string, name syntax.Node) syntax.Node {
	switch n := name.(type) {
	case *syntax.String:
		if len(n.Parts) == 1 && n.Parts[0].Expr == nil {
			return atom(pos, prefix+n.Parts[0].Text)
		}
		return &syntax.QuotedAtom{Pos: pos, Parts: append([]syntax.Part{{Text: prefix}}, n.Parts...)}
	case *syntax.Atom:
		return atom(pos, prefix+n.Name)
	}
	return nil
}

// define is the definition of a function with one parameter. A name with
// interpolation is known only when the module's body runs.
func define(pos syntax.Pos, name, param syntax.Node, sections []syntax.Section) syntax.Node {
	args := []syntax.Node{param}
	var head syntax.Node
	if known, ok := name.(*syntax.Atom); ok {
		head = &syntax.Call{Pos: pos, Name: known.Name, Args: args, Parens: true}
	} else {
		head = &syntax.Apply{Pos: pos, Args: args,
			Fun: &syntax.Call{Pos: pos, Name: "unquote", Args: []syntax.Node{name}, Parens: true}}
	}
	return &syntax.Call{Pos: pos, Name: "def", Args: []syntax.Node{head}, Do: &syntax.DoBlock{Pos: pos, Sections: sections}}
}
