package otp

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file is what happens to values of a struct type that has been declared
// anew with other fields. The state of a handler or server goes through
// CodeChange of its module, if it has one; otherwise the callback fails with an
// exception that names the type and what has changed.

// outdated finds the first argument that is a struct of the name of its
// parameter's type, but of an earlier layout.
func outdated(args []term.Term, t reflect.Type) (index int, old, new reflect.Type) {
	for i, arg := range args {
		n, ok := arg.(*term.Native)
		if !ok {
			continue
		}
		from, to := reflect.TypeOf(Unboxed(n.Value)), t.In(i)
		if from == nil || from == to || from.Kind() != to.Kind() {
			continue
		}
		if from.Kind() == reflect.Pointer {
			from, to = from.Elem(), to.Elem()
		}
		if from.Kind() == reflect.Struct && to.Kind() == reflect.Struct && from != to && n.Name != "" && structName(to) == n.Name && structName(from) == n.Name {
			return i, from, to
		}
	}
	return -1, nil, nil
}

// migrate returns the arguments of a callback as its parameters take them now,
// where assigning them as they are has failed. An error says what has changed;
// ok is false if nothing has.
func (f *invocation) migrate(self *process.Process, args []term.Term) (in []reflect.Value, ok bool, err error) {
	i, from, to := outdated(args, f.signature)
	if i < 0 {
		return nil, false, nil
	}
	change := exception.ArgumentError("%s was declared anew while a value of its earlier declaration was in use: %s", TypeName(to), difference(from, to))
	if i != len(args)-1 || !isCallbackName(f.name) || !code.Of(f.api.node).Exports(f.module, "code_change", 3) {
		return nil, true, change
	}
	changed, err := code.Apply(self, f.module, "code_change", Undefined, oldFields(args[i].(*term.Native)), term.Empty)
	if err != nil {
		return nil, true, err
	}
	tuple, isTuple := changed.(term.Tuple)
	if !isTuple || term.Tag(changed, 2) != term.OK {
		return nil, true, exception.Raise(term.Tuple{term.Atom("bad_return_value"), changed})
	}
	args = append(slices.Clone(args[:i]), tuple[1])
	if in, ok := f.api.arguments(args, f.signature); ok {
		return in, true, nil
	}
	return nil, true, change
}

// oldFields is a struct of an earlier declaration as CodeChange gets it: a map
// from the names of its fields.
func oldFields(n *term.Native) term.Term {
	var pairs []term.Pair
	for _, field := range n.Fields() {
		pairs = append(pairs, term.Pair{Key: term.Atom(field.Name), Value: field.Value})
	}
	return term.NewMap(pairs...)
}

// difference says what distinguishes two layouts of a struct.
func difference(from, to reflect.Type) string {
	var changes []string
	before, now := fieldTypes(from), fieldTypes(to)
	for _, name := range fieldNames(to) {
		old, had := before[name]
		switch new := now[name]; {
		case !had:
			changes = append(changes, fmt.Sprintf("field %s %s is new", name, shownType(new)))
		case old != new:
			changes = append(changes, fmt.Sprintf("field %s was %s and is %s", name, shownType(old), shownType(new)))
		}
	}
	for _, name := range fieldNames(from) {
		if _, has := now[name]; !has {
			changes = append(changes, fmt.Sprintf("field %s is gone", name))
		}
	}
	if len(changes) == 0 {
		changes = []string{"its fields are in another order"}
	}
	return strings.Join(changes, ", ") + ". A method CodeChange(vsn, old, extra Term) Result of the module, where old is a map of the fields, can convert a state"
}

func fieldTypes(t reflect.Type) map[string]reflect.Type {
	types := map[string]reflect.Type{}
	for i, name := range fieldNames(t) {
		if name != "_" {
			types[name] = t.Field(i).Type
		}
	}
	return types
}

// shownType is a type as it was typed, as far as that is known.
func shownType(t reflect.Type) string {
	switch {
	case t.Name() != "":
		return strings.TrimPrefix(strings.TrimPrefix(t.String(), "otp."), "term.")
	case t.Kind() == reflect.Pointer:
		return "*" + shownType(t.Elem())
	case t.Kind() == reflect.Slice:
		return "[]" + shownType(t.Elem())
	case t.Kind() == reflect.Map:
		return "map[" + shownType(t.Key()) + "]" + shownType(t.Elem())
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		return "any"
	case t.Kind() == reflect.Struct:
		return TypeName(t)
	}
	return t.String()
}
