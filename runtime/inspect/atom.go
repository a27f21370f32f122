package inspect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gex/runtime/term"
)

const elixirPrefix = "Elixir."

// AtomText returns an atom as a literal: :ok, nil, KV.Registry, :"foo bar".
func AtomText(a term.Atom) string {
	name := string(a)
	switch a {
	case term.Nil, term.True, term.False, "Elixir":
		return name
	}
	if isAlias(name) {
		alias := name[len(elixirPrefix):]
		if alias == "Elixir" || strings.HasPrefix(alias, elixirPrefix) {
			return name
		}
		return alias
	}
	if isBare(name) {
		return ":" + name
	}
	return ":" + QuotedString(name)
}

// KeyText returns an atom as the key of a keyword list, with its colon: "a:",
// "foo bar": in quotes.
func KeyText(a term.Atom) string {
	if name := string(a); isBare(name) && name != "Elixir" {
		return name + ":"
	}
	return QuotedString(string(a)) + ":"
}

// CallText returns an atom as the name of a function after a dot:
// Kernel."foo bar", Map.fetch!, Kernel.+.
func CallText(a term.Atom) string {
	name := string(a)
	if isOperator(name) || isName(name) {
		return name
	}
	return QuotedString(name)
}

// IsAlias reports whether an atom is printed as the name of a module.
func IsAlias(a term.Atom) bool { return isAlias(string(a)) }

// isAlias reports whether name is Elixir.Foo or Elixir.Foo.Bar.
func isAlias(name string) bool {
	rest, ok := strings.CutPrefix(name, elixirPrefix)
	if !ok {
		return false
	}
	for part := range strings.SplitSeq(rest, ".") {
		if part == "" || part[0] < 'A' || part[0] > 'Z' || !asciiWord(part) {
			return false
		}
	}
	return true
}

func asciiWord(s string) bool {
	for i := range len(s) {
		if !isWordByte(s[i]) {
			return false
		}
	}
	return true
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

// isBare reports whether :name and name: need no quotes. Four operators do
// need them.
func isBare(name string) bool {
	switch name {
	case "^^^", "~~~", "::", "<|>":
		return false
	case "%{}", "%", "{}", "<<>>", "...", "..", ".", "..//", "->":
		return true
	}
	return isOperator(name) || isIdentifier(name, true)
}

// isName reports whether name is an identifier that a call can have: it
// begins with no capital and holds no @.
func isName(name string) bool { return isIdentifier(name, false) }

// isIdentifier reports whether name is an identifier with ? or ! behind it or
// not. An atom may have capitals in front and @ inside where a call may not.
func isIdentifier(name string, atom bool) bool {
	if n := len(name); n > 1 && (name[n-1] == '?' || name[n-1] == '!') {
		name = name[:n-1]
	}
	if name == "" {
		return false
	}
	for i, r := range name {
		switch {
		case r < utf8.RuneSelf:
			if !asciiPart(byte(r), i == 0, atom) {
				return false
			}
		case r == utf8.RuneError, i == 0 && !startRune(r, atom), !continueRune(r):
			return false
		}
	}
	return true
}

func asciiPart(c byte, first, atom bool) bool {
	switch {
	case c >= 'a' && c <= 'z', c == '_':
		return true
	case c >= 'A' && c <= 'Z':
		return atom || !first
	case c >= '0' && c <= '9':
		return !first
	}
	return c == '@' && atom && !first
}

// ideographicZero is the one number that identifiers of Elixir begin with.
const ideographicZero = 0x3007

func startRune(r rune, atom bool) bool {
	return (unicode.IsLetter(r) || r == ideographicZero) && (atom || !unicode.IsUpper(r) && !unicode.IsTitle(r))
}

// continueRune reports whether r may stand in an identifier that is in normal
// form.
func continueRune(r rune) bool {
	return !unicode.Is(unnormalised, r) && unicode.In(r, unicode.L, unicode.Mn, unicode.Mc, unicode.Nd,
		unicode.Other_ID_Start, unicode.Other_ID_Continue)
}

// unnormalised are letters that the normal form NFKC replaces by others, and
// the accents that it joins with the letter before.
var unnormalised = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00AA, 0x00AA, 1}, {0x00BA, 0x00BA, 1}, // ordinals
		{0x0132, 0x0133, 1}, {0x013F, 0x0140, 1}, {0x0149, 0x0149, 1}, {0x017F, 0x017F, 1},
		{0x01C4, 0x01CC, 1}, {0x01F1, 0x01F3, 1}, // two letters in one
		{0x02B0, 0x02B8, 1}, {0x02E0, 0x02E4, 1}, // small raised letters
		{0x0300, 0x036F, 1}, // accents
		{0x1D2C, 0x1D6A, 1}, {0x2071, 0x207F, 1}, {0x2090, 0x209C, 1},
		{0x2100, 0x2131, 1}, {0x2133, 0x214D, 1}, // letters as symbols: Ohm, Kelvin, Angstrom
		{0xFB00, 0xFB06, 1}, {0xFF00, 0xFFEF, 1}, // ligatures, wide and narrow letters
	},
	LatinOffset: 2,
}

// isOperator reports whether name is an operator that can be called.
func isOperator(name string) bool {
	switch name {
	case "!", "@", "&", "+", "-", "*", "/", "**", "^", "^^^", "~~~", "++", "--", "+++", "---",
		"<>", "in", "|>", "<<<", ">>>", "<<~", "~>>", "<~", "~>", "<~>", "<|>", "<", ">", "<=", ">=",
		"==", "!=", "===", "!==", "=~", "&&", "&&&", "and", "||", "|||", "or", "=", "|", "::", "when",
		"<-", "\\\\", "not":
		return true
	}
	return false
}
