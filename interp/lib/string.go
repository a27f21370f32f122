package lib

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func stringModule() Module {
	return Module{
		Name:      "Elixir.String",
		Doc:       "Functions on strings, which are binaries in UTF-8. Lengths and positions count characters as a reader sees them.",
		Functions: slices.Concat(stringCases(), stringParts(), stringSplits()),
	}
}

func stringCases() []Function {
	return []Function{
		{"length", "string", "The number of characters.", onString(func(s string) term.Term { return term.Int(len(graphemes(s))) })},
		{"upcase", `string, mode \\ :default`, "The string in upper case.", stringCase(upcase)},
		{"downcase", `string, mode \\ :default`, "The string in lower case.", stringCase(downcase)},
		{"capitalize", `string, mode \\ :default`, "The first character in upper case, the rest in lower case.", stringCase(capitalize)},
		{"reverse", "string", "The characters from last to first.", onString(stringReverse)},
		{"duplicate", "subject, n", "The string `n` times.", stringDuplicate},
		{"trim", "string", "The string without white space at both ends.", onString(func(s string) term.Term { return term.Binary(strings.TrimSpace(s)) })},
		{"trim", "string, to_trim", "The string without `to_trim` at both ends.", onStrings(func(s, cut string) term.Term { return trimLeft(trimRight(s, cut), cut) })},
		{"trim_leading", "string", "The string without white space in front.", onString(func(s string) term.Term { return term.Binary(strings.TrimLeftFunc(s, unicode.IsSpace)) })},
		{"trim_leading", "string, to_trim", "The string without `to_trim` in front.", onStrings(func(s, cut string) term.Term { return trimLeft(s, cut) })},
		{"trim_trailing", "string", "The string without white space at the end.", onString(func(s string) term.Term { return term.Binary(strings.TrimRightFunc(s, unicode.IsSpace)) })},
		{"trim_trailing", "string, to_trim", "The string without `to_trim` at the end.", onStrings(func(s, cut string) term.Term { return term.Binary(trimRight(s, cut)) })},
		{"pad_leading", `string, count, padding \\ [" "]`, "The string with padding in front, so that it has `count` characters.", stringPad(true)},
		{"pad_trailing", `string, count, padding \\ [" "]`, "The string with padding at the end, so that it has `count` characters.", stringPad(false)},
		{"valid?", "string", "Whether the bytes are valid UTF-8; false for what is no binary.", test(func(t term.Term) bool {
			s, ok := t.(term.Binary)
			return ok && utf8.ValidString(string(s))
		})},
		{"printable?", `string, character_limit \\ :infinity`, "Whether all characters can be printed.", onString2(stringPrintable)},
		{"equivalent?", "string1, string2", "Whether the strings are the same text.", onStrings(func(a, b string) term.Term { return term.Bool(norm.NFD.String(a) == norm.NFD.String(b)) })},
		{"normalize", "string, form", "The string in the form `:nfc`, `:nfd`, `:nfkc` or `:nfkd`.", stringNormalize},
		{"contains?", "string, contents", "Whether one of `contents`, a string or a list, is in the string.", stringAny("contains?", 2495, false, strings.Contains)},
		{"starts_with?", "string, prefix", "Whether the string begins with `prefix` or one of a list.", stringAny("starts_with?", 2357, true, strings.HasPrefix)},
		{"ends_with?", "string, suffix", "Whether the string ends with `suffix` or one of a list.", stringAny("ends_with?", 0, false, strings.HasSuffix)},
		{"match?", "string, regex", "Whether the regular expression matches.", stringMatch},
		{"to_atom", "string", "The atom with that name.", stringToAtom},
		{"to_existing_atom", "string", "The atom with that name, if there is one.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return binaryToExisting(self, args{a[0], term.Atom("utf8")})
		}},
		{"to_integer", `string, base \\ 10`, "The integer written in the string.", stringToInteger},
		{"to_float", "string", "The float written in the string.", stringToFloat},
		{"myers_difference", "string1, string2", "How to make `string2` of `string1`: `:eq`, `:del` and `:ins`.", stringDifference},
		{"jaro_distance", "string1, string2", "How similar the strings are, from 0.0 to 1.0.", onStrings(func(a, b string) term.Term { return term.Float(jaro([]rune(a), []rune(b))) })},
		{"bag_distance", "string1, string2", "How many characters the strings share, from 0.0 to 1.0.", onStrings(bagDistance)},
		{"to_char_list", "string", "The old name of `to_charlist/1`.", onString(func(s string) term.Term { return term.Charlist(s) })},
		{"to_charlist", "string", "The code points as a list.", onString(func(s string) term.Term { return term.Charlist(s) })},
	}
}

// graphemes splits a string into characters as a reader sees them: a code
// point with the marks that follow it; \r\n is one.
func graphemes(s string) []string {
	var out []string
	start, joined := 0, false
	for i, r := range s {
		extends := i > start && (unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == zeroWidthJoiner ||
			isModifier(r) || joined || r == '\n' && s[i-1] == '\r')
		if i > start && !extends {
			out = append(out, s[start:i])
			start = i
		}
		joined = r == zeroWidthJoiner
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

const zeroWidthJoiner = '\u200d'

func isModifier(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF || r == 0xFE0F }

func stringReverse(s string) term.Term {
	parts := graphemes(s)
	slices.Reverse(parts)
	return term.Binary(strings.Join(parts, ""))
}

func stringDuplicate(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	n, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, badarg("binary", "copy", a...)
	}
	if n < 0 {
		return nil, refused("binary", "copy", a, "", "out of range")
	}
	if err := self.Reserve(n, len(s)); err != nil {
		return nil, err
	}
	return term.Binary(strings.Repeat(string(s), n)), nil
}

func trimLeft(s, cut string) term.Term {
	for cut != "" && strings.HasPrefix(s, cut) {
		s = s[len(cut):]
	}
	return term.Binary(s)
}

func trimRight(s, cut string) string {
	for cut != "" && strings.HasSuffix(s, cut) {
		s = s[:len(s)-len(cut)]
	}
	return s
}

func stringPad(leading bool) process.Func {
	name := "pad_trailing"
	if leading {
		name = "pad_leading"
	}
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		s, ok := a[0].(term.Binary)
		count, isInt := intAt(a, 1)
		if text, one := a[2].(term.Binary); one {
			a = args{a[0], a[1], characters(text)} // which the function calls itself with
		}
		if !ok || !isInt || count < 0 {
			return nil, noClause(self, "Elixir.String", name, a)
		}
		padding, err := paddings(a[2])
		if err == errClause {
			err = noClause(self, "Elixir.String", name, a)
		}
		if err != nil {
			return nil, err
		}
		if err := self.Reserve(count, 1); err != nil {
			return nil, err
		}
		var fill strings.Builder
		for i := range max(count-len(graphemes(string(s))), 0) {
			fill.WriteString(padding[i%len(padding)])
		}
		if leading {
			return term.Binary(fill.String()) + s, nil
		}
		return s + term.Binary(fill.String()), nil
	}
}

// characters is a list of the characters of a string.
func characters(s term.Binary) term.Term {
	var list []term.Term
	for _, g := range graphemes(string(s)) {
		list = append(list, term.Binary(g))
	}
	return term.List(list...)
}

// paddings returns the strings that fill up, one at least.
func paddings(t term.Term) ([]string, error) {
	list, ok := t.(*term.Cons)
	if !ok && t != nil {
		return nil, errClause
	}
	if !ok {
		return []string{" "}, nil
	}
	var out []string
	for x := range term.Elements(list) {
		s, ok := x.(term.Binary)
		if !ok {
			return nil, exception.ArgumentError("expected a string padding element, got: %s", show(x)).
				In(at("String", "build_filler", 5, "string.ex", 1415), at("String", "pad", 4, "string.ex", 1384))
		}
		out = append(out, string(s))
	}
	return out, nil
}

// onString2 is for functions of a string with another argument.
func onString2(f func(s string, t term.Term) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok := a[0].(term.Binary)
		if !ok {
			return nil, errClause
		}
		return f(string(s), a[1])
	}
}

func stringPrintable(s string, limit term.Term) (term.Term, error) {
	n, limited := limit.(term.Int)
	for _, r := range s {
		if limited && n <= 0 {
			break
		}
		n--
		if r == utf8.RuneError || !unicode.IsPrint(r) && !strings.ContainsRune("\a\b\t\n\v\f\r\x1b\x7f\u00a0\u200b", r) {
			return term.False, nil
		}
	}
	return term.True, nil
}

// stringAny reports whether f holds for a string, or one of a list. The function
// takes anything else as a compiled pattern where it looks for that, which is at
// a line, 0 for none; it warns of those if it looks at an end only.
func stringAny(name string, line int, warns bool, f func(s, t string) bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		s, ok := a[0].(term.Binary)
		if !ok {
			return nil, errClause
		}
		if one, ok := a[1].(term.Binary); ok {
			return term.Bool(f(string(s), string(one))), nil
		}
		contents, _ := uncompiled(a[1])
		frame := at("String", name, 2, "string.ex", line)
		if warns && !term.IsList(a[1]) {
			before := frame
			before.Line--
			if err := warning(self, "compiled patterns are deprecated in "+name, before); err != nil {
				return nil, err
			}
		}
		list, ok := term.Slice(contents)
		if !ok && line == 0 {
			return nil, errClause
		} else if !ok && s == "" {
			return term.False, nil
		} else if !ok {
			return nil, exception.In(refused("binary", "match", a, "", "not a valid pattern"), frame)
		}
		for _, x := range list {
			one, ok := x.(term.Binary)
			if !ok {
				return nil, errClause
			}
			if f(string(s), string(one)) {
				return term.True, nil
			}
		}
		return term.False, nil
	}
}

func stringMatch(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	re, err := compiled(a[1])
	if err != nil {
		return nil, err
	}
	return term.Bool(re.MatchString(string(s))), nil
}

func stringToAtom(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, refused("erlang", "binary_to_atom", args{a[0], term.Atom("utf8")}, "not a binary")
	}
	return made(self, term.Atom(s)), nil
}

func stringToInteger(_ *process.Process, a []term.Term) (term.Term, error) {
	base, isInt := intAt(a, 1)
	call := a
	if base == 10 {
		call = a[:1]
	}
	s, ok := a[0].(term.Binary)
	if ok && isInt && base >= 2 && base <= 36 {
		if n, ok := parseInteger(string(s), base); ok {
			return n, nil
		}
	}
	return nil, badarg("erlang", "binary_to_integer", call...)
}

// parseInteger reads all of s as an integer.
func parseInteger(s string, base int) (term.Term, bool) {
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || digits == "" || strings.Contains(digits, "_") {
		return nil, false
	}
	n, ok := new(big.Int).SetString(s, base)
	if !ok {
		return nil, false
	}
	return term.Integer(n), true
}

func stringToFloat(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if ok {
		if f, rest, ok := leadingFloat(string(s)); ok && rest == "" && strings.Contains(string(s), ".") {
			return f, nil
		}
	}
	return nil, badarg("erlang", "binary_to_float", a[0])
}

// mapString applies f to a string given as the result of fun.
func mapString(self *process.Process, fun term.Term, s string) (string, error) {
	result, err := code.Call(self, fun, term.Binary(s))
	if err != nil {
		return "", err
	}
	text, ok := result.(term.Binary)
	if !ok {
		return "", badarg("erlang", "iolist_to_binary", result)
	}
	return string(text), nil
}

// jaro is the similarity of Jaro.
func jaro(a, b []rune) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	window := max(max(len(a), len(b))/2-1, 0)
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	matches := 0.0
	for i := range a {
		for j := max(0, i-window); j < min(len(b), i+window+1); j++ {
			if !usedB[j] && a[i] == b[j] {
				usedA[i], usedB[j] = true, true
				matches++
				break
			}
		}
	}
	if matches == 0 {
		return 0
	}
	transposed, j := 0.0, 0
	for i := range a {
		if !usedA[i] {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			transposed++
		}
		j++
	}
	return (matches/float64(len(a)) + matches/float64(len(b)) + (matches-float64(int(transposed)/2))/matches) / 3
}

func bagDistance(a, b string) term.Term {
	left, right := graphemes(a), graphemes(b)
	if len(left) == 0 && len(right) == 0 {
		return term.Float(1)
	}
	counts := make(map[string]int)
	for _, g := range left {
		counts[g]++
	}
	shared := 0
	for _, g := range right {
		if counts[g] > 0 {
			counts[g]--
			shared++
		}
	}
	most := max(len(left), len(right))
	return term.Float(1 - float64(max(len(left)-shared, len(right)-shared))/float64(most))
}
