package eval

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// kernelMacros are the arities of the macros of Elixir's Kernel.
var kernelMacros = map[string][]int{
	"!": {1}, "&&": {2}, "..": {0, 2}, "..//": {3}, "<>": {2}, "@": {1}, "alias!": {1}, "and": {2}, "binding": {0, 1},
	"dbg": {0, 1, 2}, "def": {1, 2}, "defdelegate": {2}, "defexception": {1}, "defguard": {1}, "defguardp": {1},
	"defimpl": {2, 3}, "defmacro": {1, 2}, "defmacrop": {1, 2}, "defmodule": {2}, "defoverridable": {1}, "defp": {1, 2},
	"defprotocol": {2}, "defstruct": {1}, "destructure": {2}, "get_and_update_in": {2}, "if": {2}, "in": {2},
	"is_exception": {1, 2}, "is_nil": {1}, "is_struct": {1, 2}, "match?": {2}, "or": {2}, "pop_in": {1}, "put_in": {2},
	"raise": {1, 2}, "reraise": {2, 3}, "sigil_C": {2}, "sigil_D": {2}, "sigil_N": {2}, "sigil_R": {2}, "sigil_S": {2},
	"sigil_T": {2}, "sigil_U": {2}, "sigil_W": {2}, "sigil_c": {2}, "sigil_r": {2}, "sigil_s": {2}, "sigil_w": {2},
	"tap": {2}, "then": {2}, "to_char_list": {1}, "to_charlist": {1}, "to_string": {1}, "unless": {2}, "update_in": {2},
	"use": {1, 2}, "var!": {1, 2}, "|>": {2}, "||": {2},
}

// kernelFunctions are the arities of the functions of Kernel that are compiled
// in place and stand in no table.
var kernelFunctions = map[string][]int{
	"+": {1, 2}, "-": {1, 2}, "*": {2}, "/": {2}, "++": {2}, "--": {2}, "==": {2}, "!=": {2}, "===": {2}, "!==": {2},
	"<": {2}, ">": {2}, "<=": {2}, ">=": {2}, "not": {1}, "throw": {1},
}

// KernelMacros returns the macros of Kernel, for its entry in the module table.
func KernelMacros() []code.Key {
	var keys []code.Key
	for name, arities := range kernelMacros {
		for _, arity := range arities {
			keys = append(keys, code.Key{Name: name, Arity: arity})
		}
	}
	return keys
}

// inKernel reports whether Kernel has a function or macro of that key.
func (c *compiler) inKernel(key code.Key) bool {
	return slices.Contains(kernelMacros[key.Name], key.Arity) || slices.Contains(kernelFunctions[key.Name], key.Arity) ||
		intrinsics[key] != nil || c.ev.table.Exports(kernel, key.Name, key.Arity)
}

// importsKernel reports whether the bare name is imported from Kernel.
func (c *compiler) importsKernel(key code.Key) bool {
	for _, rule := range c.context.imports {
		if rule.module == kernel && !rule.takes(key) {
			return false
		}
	}
	return true
}

// outsideKernel reports whether a name that Kernel has stands for something
// else here: because the import of Kernel leaves it out. A name that is
// imported from elsewhere as well ends the compilation.
func (c *compiler) outsideKernel(pos syntax.Pos, name string, arity int) bool {
	key := code.Key{Name: name, Arity: arity}
	customised := c.context.customised()
	if c.module == nil && !customised || !c.inKernel(key) {
		return false
	}
	if !c.importsKernel(key) {
		return true
	}
	if c.module != nil {
		c.module.usedImports[key] = kernel
		c.usedImport(kernel, key)
	}
	if customised {
		c.unambiguous(pos, key)
	}
	return false
}

// customised reports whether there are imports that the source asked for.
func (c *context) customised() bool {
	return slices.ContainsFunc(c.imports, func(r importRule) bool { return !r.standing })
}

// standingImport reports whether a module is imported by the shell alone.
func standingImport(rules []importRule, module term.Atom) bool {
	return slices.ContainsFunc(rules, func(r importRule) bool { return r.module == module && r.standing })
}

// unambiguous fails if a bare name is imported from several modules. What the
// shell adds to Elixir gives way.
func (c *compiler) unambiguous(pos syntax.Pos, key code.Key) {
	var functions, macros []term.Atom
	for _, rule := range slices.Backward(c.context.imports) {
		if !c.takes(rule, key) || rule.standing && rule.module != kernel {
			continue
		}
		switch c.exportKind(rule.module, key) {
		case exportedMacro:
			macros = append(macros, rule.module)
		case exportedFunction:
			functions = append(functions, rule.module)
		}
	}
	if all := append(functions, macros...); len(all) > 1 {
		c.fail(pos, "function %s imported from both %s and %s, call is ambiguous", keyText(key), aliasText(all[0]), aliasText(all[1]))
	}
}

// takes reports whether an import makes a name of its module visible.
func (c *compiler) takes(rule importRule, key code.Key) bool {
	switch {
	case !rule.takes(key):
		return false
	case rule.kind == "functions":
		return c.exportKind(rule.module, key) == exportedFunction
	case rule.kind == "macros":
		return c.exportKind(rule.module, key) == exportedMacro
	case rule.kind == "sigils":
		return strings.HasPrefix(key.Name, "sigil_")
	}
	return true
}

// exportKind says what a module exports by a name.
type exportKind int

const (
	notExported exportKind = iota
	exportedFunction
	exportedMacro
)

func (c *compiler) exportKind(module term.Atom, key code.Key) exportKind {
	made := c.ev.table.Module(module)
	switch {
	case module == kernel && slices.Contains(kernelMacros[key.Name], key.Arity), c.ev.guardOf(module, key) != nil,
		made != nil && made.Macros[key]:
		return exportedMacro
	case module == kernel && c.inKernel(key), c.ev.table.Exports(module, key.Name, key.Arity):
		return exportedFunction
	}
	if macro := c.ev.macros[module][key]; macro != nil && !macro.private {
		return exportedMacro
	}
	return notExported
}
