package gosrc

import (
	"go/types"
	"reflect"
)

// variable is a package variable of the latest generation.
type variable struct {
	declaration string // its text
	typ         string
	pointer     reflect.Value
}

// keptVariables returns the variables of a program that have been declared
// before in the same words and with the same type.
func (u *Unit) keptVariables(s store, p *program) map[string]bool {
	kept := map[string]bool{}
	for _, d := range s.declarations {
		if d.kind != kindVar {
			continue
		}
		for _, name := range d.names {
			old, ok := u.variables[name]
			if ok && old.declaration == d.text && old.typ == p.variableType(name) {
				kept[name] = true
			}
		}
	}
	return kept
}

// variableType identifies the type of a package variable, with what its named
// types are made of.
func (p *program) variableType(name string) string {
	o := p.pkg.Scope().Lookup(name)
	if o == nil {
		return ""
	}
	return types.TypeString(o.Type(), mainQualifier) + " " + types.TypeString(o.Type().Underlying(), mainQualifier)
}

// takeVariables gives the variables of a new generation the values that they
// keep, and remembers where all of those that are live are.
func (u *Unit) takeVariables(p *program, e exports, part, live store) error {
	variables := map[string]variable{}
	for _, d := range live.declarations {
		for _, name := range d.names {
			if v, ok := u.variables[name]; ok && d.kind == kindVar {
				variables[name] = v
			}
		}
	}
	for _, d := range part.declarations {
		if d.kind != kindVar {
			continue
		}
		for _, name := range d.names {
			if name == "_" {
				continue
			}
			pointer, err := e.value(name)
			if err != nil {
				return cannotRun(err)
			}
			old := u.variables[name]
			if u.support.kept[name] && old.pointer.Type() == pointer.Type() {
				pointer.Elem().Set(old.pointer.Elem())
			}
			variables[name] = variable{d.text, p.variableType(name), pointer}
		}
	}
	u.variables = variables
	return nil
}
