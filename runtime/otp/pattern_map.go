package otp

import "gex/runtime/term"

// pair is a key that must be there and the pattern of its value.
type pair struct {
	key   term.Term
	value matcher
}

// mapOrStruct parses what follows %: {key: pattern} or Name{field: pattern}.
func (p *patternParser) mapOrStruct() matcher {
	p.space()
	name := ""
	if p.at < len(p.source) && p.source[p.at] >= 'A' && p.source[p.at] <= 'Z' {
		name = p.alias()
	}
	p.expect("{")
	var pairs []pair
	for !p.take("}") {
		if len(pairs) > 0 {
			p.expect(",")
		}
		pairs = append(pairs, p.pair())
	}
	if name == "" {
		return mapMatcher(pairs)
	}
	return structMatcher(name, pairs)
}

func (p *patternParser) pair() pair {
	if key, ok := p.key(); ok {
		return pair{key, p.pattern()}
	}
	key := p.mapKey()
	p.expect("=>")
	return pair{key, p.pattern()}
}

// mapKey parses the keys that a pattern may look up: literals.
func (p *patternParser) mapKey() term.Term {
	p.space()
	before := len(p.variables)
	start := p.at
	switch rest := p.source[p.at:]; {
	case rest == "":
		p.fail("the pattern is not finished")
	case rest[0] == '"':
		return term.Binary(p.quoted())
	case rest[0] == ':':
		p.at++
		return p.atom()
	case rest[0] == '-' || rest[0] >= '0' && rest[0] <= '9':
		return p.number()
	case rest[0] >= 'A' && rest[0] <= 'Z':
		return term.Alias(p.alias())
	}
	name := p.peekName()
	switch name {
	case "true", "false", "nil":
		p.at += len(name)
		return term.Atom(name)
	}
	p.variables, p.at = p.variables[:before], start
	p.fail("a key of a map pattern must be a literal")
	return nil
}

// mapMatcher matches maps, structs, and Go structs as those that they are.
func mapMatcher(pairs []pair) matcher {
	return func(t term.Term, bound []term.Term) bool {
		m, ok := term.AsMap(t)
		return ok && matchPairs(m, pairs, bound)
	}
}

func matchPairs(m *term.Map, pairs []pair, bound []term.Term) bool {
	for _, p := range pairs {
		value, ok := m.Get(p.key)
		if !ok || !p.value(value, bound) {
			return false
		}
	}
	return true
}

// structMatcher matches structs of Elixir and Go structs of that name.
func structMatcher(name string, pairs []pair) matcher {
	return func(t term.Term, bound []term.Term) bool {
		switch t := t.(type) {
		case *term.Map:
			module, _ := t.Get(term.Atom("__struct__"))
			return module == term.Term(term.Alias(name)) && matchPairs(t, pairs, bound)
		case *term.Native:
			return ModuleName(t.Name) == name && matchPairs(fieldMap(t), pairs, bound)
		}
		return false
	}
}

// fieldMap is a Go value as the map of its fields; one without any is empty.
func fieldMap(n *term.Native) *term.Map {
	if m, ok := term.AsMap(n); ok {
		return m
	}
	return term.NewMap()
}
