package otp

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gex/runtime/term"
)

// Pattern is a pattern in Elixir's notation, parsed: literals, tuples, lists,
// maps, structs, variables, _ and binary prefixes ("GET " <> path).
type Pattern struct {
	match matcher
	// Variables are the names that bind, in order of appearance; those that
	// begin with _ do not.
	Variables []string
}

// matcher matches a term and stores what variables are bound to.
type matcher func(t term.Term, bound []term.Term) bool

// ParsePattern parses a pattern. The error says at which column what was
// expected.
func ParsePattern(source string) (pattern *Pattern, err error) {
	p := &patternParser{source: source}
	defer func() {
		if fault, ok := recover().(patternFault); ok {
			err = fmt.Errorf("pattern %q, column %d: %s", source, fault.column+1, fault.message)
		}
	}()
	match := p.pattern()
	p.space()
	if p.at < len(source) {
		p.fail("unexpected %q", source[p.at:])
	}
	return &Pattern{match, p.variables}, nil
}

type patternFault struct {
	column  int
	message string
}

type patternParser struct {
	source    string
	at        int
	variables []string
}

func (p *patternParser) fail(format string, args ...any) {
	panic(patternFault{p.at, fmt.Sprintf(format, args...)})
}

func (p *patternParser) space() {
	for p.at < len(p.source) && strings.IndexByte(" \t\r\n", p.source[p.at]) >= 0 {
		p.at++
	}
}

// take consumes token if it comes next.
func (p *patternParser) take(token string) bool {
	p.space()
	if !strings.HasPrefix(p.source[p.at:], token) {
		return false
	}
	p.at += len(token)
	return true
}

func (p *patternParser) expect(token string) {
	if !p.take(token) {
		p.fail("expected %q", token)
	}
}

// pattern parses a primary and what may follow it: = pattern and <> pattern.
func (p *patternParser) pattern() matcher {
	left := p.primary()
	if p.take("=") {
		right := p.pattern()
		return func(t term.Term, bound []term.Term) bool { return left(t, bound) && right(t, bound) }
	}
	return left
}

func (p *patternParser) primary() matcher {
	p.space()
	if p.at >= len(p.source) {
		p.fail("the pattern is not finished")
	}
	switch c := p.source[p.at]; {
	case c == '{':
		p.at++
		return tupleMatcher(p.sequence("}"))
	case c == '[':
		p.at++
		return p.list()
	case c == '%':
		p.at++
		return p.mapOrStruct()
	case c == '"':
		return p.binary()
	case c == ':':
		p.at++
		return literal(p.atom())
	case c == '-' || c >= '0' && c <= '9':
		return literal(p.number())
	case c >= 'A' && c <= 'Z':
		return literal(term.Alias(p.alias()))
	}
	return p.variable()
}

func literal(want term.Term) matcher {
	return func(t term.Term, _ []term.Term) bool { return term.CompareExact(want, t) == 0 }
}

// sequence parses patterns and keyword pairs up to the closing token.
func (p *patternParser) sequence(closing string) []matcher {
	var elements []matcher
	for !p.take(closing) {
		if len(elements) > 0 {
			p.expect(",")
		}
		elements = append(elements, p.element())
	}
	return elements
}

// element is one element of a list or tuple; key: value stands for {:key, value}.
func (p *patternParser) element() matcher {
	if key, ok := p.key(); ok {
		return tupleMatcher([]matcher{literal(key), p.pattern()})
	}
	return p.pattern()
}

// key consumes the name: of a pair.
func (p *patternParser) key() (term.Atom, bool) {
	p.space()
	name := p.peekName()
	rest := p.source[p.at+len(name):]
	if name == "" || !strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "::") {
		return "", false
	}
	p.at += len(name) + 1
	return term.Atom(name), true
}

func tupleMatcher(elements []matcher) matcher {
	return func(t term.Term, bound []term.Term) bool {
		tuple, ok := t.(term.Tuple)
		if !ok || len(tuple) != len(elements) {
			return false
		}
		for i, match := range elements {
			if !match(tuple[i], bound) {
				return false
			}
		}
		return true
	}
}

func (p *patternParser) list() matcher {
	var elements []matcher
	tail := literal(term.Empty)
	for !p.take("]") {
		if len(elements) > 0 {
			if p.take("|") {
				tail = p.pattern()
				p.expect("]")
				break
			}
			p.expect(",")
		}
		elements = append(elements, p.element())
	}
	return listMatcher(elements, tail)
}

func listMatcher(elements []matcher, tail matcher) matcher {
	return func(t term.Term, bound []term.Term) bool {
		for _, match := range elements {
			cell, ok := t.(*term.Cons)
			if !ok || !match(cell.Head, bound) {
				return false
			}
			t = cell.Tail
		}
		return tail(t, bound)
	}
}

func (p *patternParser) number() term.Term {
	start := p.at
	for p.at < len(p.source) && strings.IndexByte("-+.0123456789_eE", p.source[p.at]) >= 0 {
		p.at++
	}
	text := strings.ReplaceAll(p.source[start:p.at], "_", "")
	if i, err := strconv.ParseInt(text, 10, 64); err == nil {
		return term.Int(i)
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		p.at = start
		p.fail("%q is no number", text)
	}
	return term.Float(f)
}

// atom parses what follows the colon: a name or a quoted string.
func (p *patternParser) atom() term.Atom {
	if p.at < len(p.source) && p.source[p.at] == '"' {
		return term.Atom(p.quoted())
	}
	name := p.peekName()
	if name == "" {
		p.fail("expected the name of an atom")
	}
	p.at += len(name)
	return term.Atom(name)
}

func (p *patternParser) alias() string {
	start := p.at
	for {
		p.at += len(p.peekName())
		rest := p.source[p.at:]
		if len(rest) < 2 || rest[0] != '.' || rest[1] < 'A' || rest[1] > 'Z' {
			return p.source[start:p.at]
		}
		p.at++
	}
}

// peekName returns the name that comes next: letters, digits, _, and ? or !
// as its last character.
func (p *patternParser) peekName() string {
	rest := p.source[p.at:]
	for i, r := range rest {
		switch {
		case unicode.IsLetter(r), r == '_', r == '@', i > 0 && unicode.IsDigit(r):
		case (r == '?' || r == '!') && i > 0:
			return rest[:i+1]
		default:
			return rest[:i]
		}
	}
	return rest
}

// quoted parses a string with Go's escapes, which include those of Elixir
// that patterns need.
func (p *patternParser) quoted() string {
	prefix, err := strconv.QuotedPrefix(p.source[p.at:])
	if err != nil {
		p.fail("the string is not finished")
	}
	text, err := strconv.Unquote(prefix)
	if err != nil {
		p.fail("%s is no string", prefix)
	}
	p.at += len(prefix)
	return text
}

// binary parses "text" and "prefix" <> pattern.
func (p *patternParser) binary() matcher {
	text := p.quoted()
	if !p.take("<>") {
		return literal(term.Binary(text))
	}
	rest := p.primary()
	return func(t term.Term, bound []term.Term) bool {
		b, ok := t.(term.Binary)
		after, found := strings.CutPrefix(string(b), text)
		return ok && found && rest(term.Binary(after), bound)
	}
}

func (p *patternParser) variable() matcher {
	name := p.peekName()
	if name == "" {
		r, _ := utf8.DecodeRuneInString(p.source[p.at:])
		p.fail("unexpected %q", string(r))
	}
	p.at += len(name)
	switch name {
	case "true", "false", "nil":
		return literal(term.Atom(name))
	}
	if strings.HasPrefix(name, "_") {
		return func(term.Term, []term.Term) bool { return true }
	}
	if i := slices.Index(p.variables, name); i >= 0 {
		return func(t term.Term, bound []term.Term) bool { return term.CompareExact(bound[i], t) == 0 }
	}
	i := len(p.variables)
	p.variables = append(p.variables, name)
	return func(t term.Term, bound []term.Term) bool {
		bound[i] = t
		return true
	}
}
