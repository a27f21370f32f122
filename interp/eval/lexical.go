package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// directive is an alias or import of a module being defined, to be reported
// if nothing uses it.
type directive struct {
	kind   string // "alias" or "import"
	name   string // Bar, or the imported module as it is printed
	module term.Atom
	pos    syntax.Pos
	used   bool
	// only are the functions that an import names, keys those that were used.
	only map[code.Key]bool
	keys map[code.Key]bool
}

// note remembers a directive of a module.
func (c *compiler) note(kind, name string, module term.Atom, pos syntax.Pos) {
	if c.module != nil {
		c.module.directives = append(c.module.directives, &directive{kind: kind, name: name, module: module, pos: pos})
	}
}

// usedAlias notes that a short name was used.
func (c *compiler) usedAlias(name string) {
	for mod := c.module; mod != nil; mod = mod.outer {
		for _, d := range mod.directives {
			d.used = d.used || d.kind == "alias" && d.name == name
		}
	}
}

// usedImport notes that a name of an imported module was used.
func (c *compiler) usedImport(module term.Atom, key code.Key) {
	for mod := c.module; mod != nil; mod = mod.outer {
		for _, d := range mod.directives {
			if d.kind != "import" || d.module != module {
				continue
			}
			if d.keys == nil {
				d.keys = make(map[code.Key]bool)
			}
			d.used, d.keys[key] = true, true
		}
	}
}

// resolve returns the module that an alias stands for.
func (c *compiler) resolve(names []string) term.Atom {
	c.usedAlias(names[0])
	return resolveAlias(c.context.aliases, names)
}
