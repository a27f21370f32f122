package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// This file writes the words of a source: numbers, atoms, names, escapes.

func intText(n *Int) string {
	if n.Big != nil {
		return n.Big.String()
	}
	return strconv.FormatInt(n.Value, 10)
}

// underscored puts underscores between the thousands of a long number.
func underscored(digits string) string {
	if len(digits) < 6 {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('_')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// plainFloats is the end of the range in which Elixir writes whole floats
// without an exponent.
const plainFloats = 1e16

func floatText(f float64) string {
	whole, fraction, _ := strings.Cut(shortFloat(f), ".")
	return underscored(whole) + "." + fraction
}

// shortFloat is the shortest text that reads as f again. Of the forms with
// and without exponent the shorter one is taken, the plain one if they tie.
func shortFloat(f float64) string {
	plain := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(plain, ".") {
		plain += ".0"
	}
	if f == 0 || f >= 1 && f < plainFloats {
		return plain
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	e, err := strconv.Atoi(exponent)
	if err != nil || f < 1 && len(plain) <= len(mantissa)+1+len(strconv.Itoa(e)) {
		return plain
	}
	return mantissa + "e" + strconv.Itoa(e)
}

// nameClass tells how an atom can be written.
type nameClass uint8

const (
	classOther       nameClass = iota // in quotes only
	classIdentifier                   // like a variable
	classOperator                     // an operator, plain everywhere
	classQuoted                       // an operator that an atom has in quotes
	classNotCallable                  // plain as an atom, in quotes after a dot
	classAlias
)

var specialNames = map[string]nameClass{
	"%": classNotCallable, "%{}": classNotCallable, "{}": classNotCallable, "<<>>": classNotCallable,
	"...": classNotCallable, "..": classNotCallable, ".": classNotCallable, "..//": classNotCallable,
	"->": classNotCallable,
	"::": classQuoted, "^^^": classQuoted, "~~~": classQuoted, "<|>": classQuoted,
}

func classify(atom string) nameClass {
	if class, ok := specialNames[atom]; ok {
		return class
	}
	if isOperator(atom, 1) || isOperator(atom, 2) {
		return classOperator
	}
	if _, ok := aliasAtom(atom); ok {
		return classAlias
	}
	probe := &lexer{src: []rune(atom)}
	nm, ok := probe.scanName(0)
	switch {
	case !ok || nm.width != len(probe.src) || nm.alias && !nm.ascii:
		return classOther
	case nm.alias || nm.at:
		return classNotCallable
	}
	return classIdentifier
}

// aliasAtom reports whether an atom is written as an alias, and how.
func aliasAtom(atom string) (string, bool) {
	if atom == "Elixir" {
		return atom, true
	}
	rest, ok := strings.CutPrefix(atom, "Elixir.")
	for _, name := range strings.Split(rest, ".") {
		ok = ok && isAliasName(name)
	}
	return rest, ok
}

func isAliasName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		upper, lower := c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_'
		if !upper && (i == 0 || !lower) {
			return false
		}
	}
	return s != ""
}

// bare reports whether an atom is written without quotes after its colon and
// before that of a key.
func bare(atom string) bool {
	switch classify(atom) {
	case classIdentifier, classOperator, classNotCallable:
		return true
	}
	return false
}

// atomText writes an atom whose name is escaped already.
func atomText(name string) string {
	switch {
	case name == "nil" || name == "true" || name == "false":
		return name
	case name != "..//" && bare(name):
		return ":" + name
	}
	return `:"` + strings.ReplaceAll(name, `"`, `\"`) + `"`
}

func keyText(name string) string {
	if name != "..//" && bare(name) {
		return name + ":"
	}
	return `"` + name + `":`
}

// remoteName writes the name of a function after a dot.
func remoteName(name string) string {
	switch classify(name) {
	case classIdentifier, classOperator, classQuoted:
		return name
	case classNotCallable, classAlias:
		return `"` + name + `"`
	}
	return `"` + strings.ReplaceAll(escaped(name), `"`, `\"`) + `"`
}

// binaryOperator returns the precedence of an operator between operands.
func binaryOperator(name string) (precedence, bool) {
	var k kind
	switch name {
	case "and":
		k = tAndOp
	case "or":
		k = tOrOp
	case "in":
		k = tInOp
	case "when":
		k = tWhenOp
	case "//":
		k = tTernaryOp
	default:
		if n := len(name); n > 0 && n < len(operators) {
			k = operators[n][name]
		}
	}
	p, ok := binary[k]
	return p, ok
}

func isUnaryOperator(name string) bool {
	switch name {
	case "&", "!", "^", "not", "+", "-", "~~~", "@":
		return true
	}
	return false
}

func isOperator(name string, arity int) bool {
	switch arity {
	case 0:
		return name == ".."
	case 1:
		return isUnaryOperator(name)
	case 2:
		_, ok := binaryOperator(name)
		return ok && name != "//"
	case 3:
		return name == "..//"
	}
	return false
}

// anyArity marks the functions that are written without parentheses whatever
// the number of their arguments is.
const anyArity = -1

// plainCalls holds the arities of the local calls that the formatter writes
// without parentheses.
var plainCalls = map[string][]int{
	"alias": {1, 2}, "case": {2}, "cond": {1}, "for": {anyArity}, "import": {1, 2}, "quote": {1, 2},
	"receive": {1}, "require": {1, 2}, "try": {1}, "with": {anyArity},
	"def": {1, 2}, "defp": {1, 2}, "defguard": {1}, "defguardp": {1}, "defmacro": {1, 2},
	"defmacrop": {1, 2}, "defmodule": {2}, "defdelegate": {2}, "defexception": {1},
	"defoverridable": {1}, "defstruct": {1}, "destructure": {2}, "raise": {1, 2},
	"reraise": {2, 3}, "if": {2}, "unless": {2}, "use": {1, 2},
	"defrecord": {2, 3}, "defrecordp": {2, 3},
	"assert": {1, 2}, "assert_in_delta": {3, 4}, "assert_raise": {2, 3},
	"assert_receive": {1, 2, 3}, "assert_received": {1, 2}, "doctest": {1, 2}, "refute": {1, 2},
	"refute_in_delta": {3, 4}, "refute_receive": {1, 2, 3}, "refute_received": {1, 2},
	"setup": {1, 2}, "setup_all": {1, 2}, "test": {1, 2}, "config": {2, 3}, "import_config": {1},
}

func withoutParens(name string, arity int) bool {
	for _, a := range plainCalls[name] {
		if a == arity || a == anyArity && arity > 0 {
			return true
		}
	}
	return false
}

var sourceEscapes = map[rune]string{
	0: `\0`, '\a': `\a`, '\b': `\b`, '\t': `\t`, '\n': `\n`, '\v': `\v`, '\f': `\f`, '\r': `\r`,
	0x1b: `\e`, 0x7f: `\d`, '\\': `\\`, 0xfeff: `\uFEFF`,
}

// escaped writes text as it stands in a literal, but for its delimiter.
func escaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		escape, known := sourceEscapes[r]
		switch {
		case r == utf8.RuneError && width == 1:
			fmt.Fprintf(&b, `\x%02X`, s[i])
		case strings.HasPrefix(s[i:], "#{"):
			b.WriteString(`\#`)
		case known:
			b.WriteString(escape)
		default:
			b.WriteString(escapedRune(r))
		}
		i += width
	}
	return b.String()
}

func escapedRune(r rune) string {
	switch {
	case r >= ' ' && r <= '~', r >= 0xa0 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000:
		return string(r)
	case r < 0x100:
		return fmt.Sprintf(`\x%02X`, r)
	}
	return fmt.Sprintf(`\x{%04X}`, r)
}

// escapedParts escapes the texts of an interpolated literal.
func escapedParts(parts []Part) []Part {
	out := make([]Part, len(parts))
	for i, p := range parts {
		out[i] = p
		if p.Expr == nil {
			out[i].Text = escaped(p.Text)
		}
	}
	return out
}
