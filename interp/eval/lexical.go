package eval

import (
	"strings"

	"gex/interp/syntax"
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
}

// note remembers a directive of a module.
func (c *compiler) note(kind, name string, module term.Atom, pos syntax.Pos) {
	if c.module != nil {
		c.module.directives = append(c.module.directives, &directive{kind, name, module, pos, false})
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
func (c *compiler) usedImport(module term.Atom) {
	for mod := c.module; mod != nil; mod = mod.outer {
		for _, d := range mod.directives {
			d.used = d.used || d.kind == "import" && d.module == module
		}
	}
}

// warnDirectives reports the directives that nothing used. Names that came
// from a macro are none of the module's.
func (c *compiler) warnDirectives() {
	for _, d := range c.module.directives {
		if !d.used && !strings.Contains(d.name, hygieneMark) {
			c.warnHere(d.pos, "unused "+d.kind+" "+d.name)
		}
	}
}

// resolve returns the module that an alias stands for.
func (c *compiler) resolve(names []string) term.Atom {
	c.usedAlias(names[0])
	return resolveAlias(c.context.aliases, names)
}
