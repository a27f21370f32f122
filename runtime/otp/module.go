package otp

import (
	"reflect"

	"gex/runtime/code"
	"gex/runtime/term"
)

// module returns the atom of a module given as a Go value: KV_Registry{} or an
// atom. A compiled Go type becomes a module of the node when it is first used.
func (a *API) module(value Term) term.Atom {
	t := ToTerm(value)
	switch t := t.(type) {
	case term.Atom:
		return t
	case *term.Native:
		a.defineType(reflect.TypeOf(Unboxed(t.Value)))
		return moduleOf(t)
	}
	panic(badArgument("%s is no module: use a value of its type, KV{}, or Alias(\"KV\")", Inspect(value)))
}

func moduleOf(n *term.Native) term.Atom { return term.Alias(ModuleName(n.Name)) }

// moduleTerm is what stands for a module or a registered name in a term: a Go
// value of a module's type is the module's atom, and all else is itself.
func moduleTerm(value Term) term.Term {
	t := ToTerm(value)
	if n, ok := t.(*term.Native); ok && n.Name != "" {
		return moduleOf(n)
	}
	return t
}

// Register makes modules of Go types, given by a value each, so that they can
// be called by name before they are first used.
func (a *API) Register(values ...any) {
	for _, v := range values {
		a.module(v)
	}
}

// defineType defines the module of a compiled Go type with its methods.
func (a *API) defineType(t reflect.Type) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() == "" || a.defined[t] {
		return
	}
	a.defined[t] = true
	var methods []Callable
	receiver := reflect.New(t)
	for i := range receiver.NumMethod() {
		methods = append(methods, Callable{Name: receiver.Type().Method(i).Name, Func: receiver.Method(i)})
	}
	a.table().Define(a.Module(t.Name(), Uses(t), methods))
}

// Module returns the module of a Go type with its methods, the defaults of
// the behaviours it uses first.
func (a *API) Module(typeName string, uses []term.Atom, methods []Callable) *code.Module {
	module := code.NewModule(term.Alias(ModuleName(typeName)), code.Go)
	for _, behaviour := range uses {
		for _, f := range defaults(behaviour, module.Name) {
			module.Add(f)
		}
	}
	module.Last = code.Key{}
	for _, c := range methods {
		for _, f := range a.Functions(module.Name, c) {
			module.Add(f)
			module.Last = code.Key{Name: FunctionName(c.Name), Arity: f.Arity}
		}
	}
	module.Behaviours = behavioural(uses)
	return module
}

// Uses returns the behaviours that a module's type uses by embedding.
func Uses(t reflect.Type) []term.Atom {
	if t.Kind() != reflect.Struct {
		return nil
	}
	var behaviours []term.Atom
	for i := range t.NumField() {
		if used, ok := usable[t.Field(i).Type]; ok {
			behaviours = append(behaviours, used)
		} else if t.Field(i).Anonymous {
			behaviours = append(behaviours, Uses(t.Field(i).Type)...)
		}
	}
	return behaviours
}
