package code

import (
	"cmp"
	"maps"
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

// Language says what a module was written in.
type Language string

// The languages of modules.
const (
	Builtin Language = "builtin" // compiled into gex
	Elixir  Language = "elixir"
	Go      Language = "go"
)

// Key identifies a function in its module.
type Key struct {
	Name  string
	Arity int
}

// Function is one function of a module. Call gets exactly Arity arguments.
type Function struct {
	Name  string
	Arity int
	Call  process.Func
	// CallResult is Call for behaviours, which take the result apart; nil if
	// there is nothing to gain.
	CallResult ResultFunc
	// Private functions are not found by Table.Function and not listed.
	Private bool
	// Hidden functions can be called but are not listed or completed.
	Hidden bool
	// Params are the parameters as the signature shows them: "server",
	// `timeout \\ 5000`.
	Params []string
	// Spec and Doc are for h: Spec in Elixir's notation, Doc in Markdown.
	Spec, Doc string
	// Line is where it was defined in Module.File.
	Line int
}

// Module is a named table of functions. It is not changed after it has been
// defined in a Table; a new version is a new Module.
type Module struct {
	Name      term.Atom
	Language  Language
	Functions map[Key]*Function
	// Macros are the functions of Elixir's module that are macros there, to be
	// called after require; here they may be functions as well.
	Macros map[Key]bool
	// Last is the function defined last, which defmodule returns.
	Last Key
	// Behaviours are the modules named by @behaviour and use.
	Behaviours []term.Atom
	// Struct lists the fields of the module's struct in order with their
	// defaults; nil if the module defines none.
	Struct []term.Pair
	// Enforced are those of the fields that a struct must be given, as
	// @enforce_keys says.
	Enforced []term.Atom
	// Doc is the module's documentation in Markdown.
	Doc string
	// File and Source are where it was typed and its text.
	File, Source string
	// Attributes are all attributes with the values that they had in the end.
	Attributes []term.Pair
	// Persisted are those that __info__ shows beside the behaviours, each with
	// its value in a list.
	Persisted []term.Pair
	// Deprecated are the functions and macros that should not be used, with
	// what should be done instead.
	Deprecated map[Key]string
}

// NewModule returns a module with the functions.
func NewModule(name term.Atom, language Language, functions ...*Function) *Module {
	m := &Module{Name: name, Language: language, Functions: make(map[Key]*Function, len(functions))}
	for _, f := range functions {
		m.Add(f)
	}
	return m
}

// Add adds a function; it may be called only before the module is defined.
func (m *Module) Add(f *Function) {
	m.Last = Key{f.Name, f.Arity}
	m.Functions[m.Last] = f
}

// AddMacros notes that the names are macros; it may be called only before the
// module is defined.
func (m *Module) AddMacros(keys ...Key) {
	if m.Macros == nil {
		m.Macros = make(map[Key]bool, len(keys))
	}
	for _, key := range keys {
		m.Macros[key] = true
	}
}

// clone returns a module to which functions and macros can be added without m
// having them. The functions themselves are shared.
func (m *Module) clone() *Module {
	c := *m
	c.Functions, c.Macros = maps.Clone(m.Functions), maps.Clone(m.Macros)
	if m.Functions[Key{Name: "module_info"}] != nil {
		Reflect(&c)
	}
	return &c
}

// Exports returns the functions that others may call and see, by name and arity.
func (m *Module) Exports() []*Function {
	var exports []*Function
	for _, f := range m.Functions {
		if !f.Private && !f.Hidden {
			exports = append(exports, f)
		}
	}
	slices.SortFunc(exports, func(a, b *Function) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Arity, b.Arity))
	})
	return exports
}
