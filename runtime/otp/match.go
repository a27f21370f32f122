package otp

import (
	"reflect"

	"gex/runtime/term"
)

// Match reports whether the value matches the pattern, which is written in
// Elixir's notation, and stores what its variables are bound to, in order of
// appearance, in the pointers. Variables that begin with _ are not bound and
// have no pointer. A pointer to a type other than Term constrains: *string
// takes only a string. If Match reports false, no pointer has been written.
//
//	var name, pid Term
//	if Match(event, "{:create, name, pid}", &name, &pid) {
//		Send(pid, name)
//	}
func (a *API) Match(value Term, pattern string, pointers ...any) bool {
	p := a.pattern(pattern)
	if len(pointers) != len(p.Variables) {
		panic(badArgument("Match: pattern %q has %d variables, but there are %d pointers", pattern, len(p.Variables), len(pointers)))
	}
	bound := make([]term.Term, len(p.Variables))
	if !p.match(ToTerm(value), bound) {
		return false
	}
	return a.store(bound, pointers)
}

// store writes all bindings, or none if one has not the type of its pointer.
func (a *API) store(bound []term.Term, pointers []any) bool {
	values := make([]reflect.Value, len(bound))
	for i, pointer := range pointers {
		if _, plain := pointer.(*Term); plain {
			continue
		}
		target := reflect.ValueOf(Unboxed(pointer))
		if target.Kind() != reflect.Pointer || target.IsNil() {
			panic(badArgument("Match: %s is no pointer to a variable", Inspect(pointer)))
		}
		v, ok := a.assign(bound[i], target.Type().Elem())
		if !ok || target.Type().Elem() == pidType && bound[i] == term.Term(term.Nil) {
			return false // nil is a PID where one is kept, but no pattern of one
		}
		values[i] = v
	}
	for i, pointer := range pointers {
		if plain, ok := pointer.(*Term); ok {
			*plain = a.FromTerm(bound[i])
			continue
		}
		reflect.ValueOf(Unboxed(pointer)).Elem().Set(values[i])
	}
	return true
}

// pattern returns the parsed pattern; each is parsed once a node.
func (a *API) pattern(source string) *Pattern {
	if p, ok := a.patterns[source]; ok {
		return p
	}
	p, err := ParsePattern(source)
	if err != nil {
		panic(badArgument("%s", err))
	}
	a.patterns[source] = p
	return p
}
