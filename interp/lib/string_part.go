package lib

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of String that take strings apart.

func stringParts() []Function {
	return []Function{
		{"at", "string, position", "The character at `position`, which may be negative, or nil.", stringAt},
		{"first", "string", "The first character, or nil.", onString(func(s string) term.Term { return graphemeAt(s, 0) })},
		{"last", "string", "The last character, or nil.", onString(func(s string) term.Term { return graphemeAt(s, -1) })},
		{"slice", "string, start, length", "`length` characters from `start` on.", stringSlice},
		{"slice", "string, range", "The characters at the positions of the range.", stringSliceRange},
		{"graphemes", "string", "The characters as a list of strings.", onString(func(s string) term.Term { return stringList(graphemes(s)) })},
		{"codepoints", "string", "The code points as a list of strings.", onString(func(s string) term.Term { return stringList(strings.Split(s, "")) })},
		{"next_grapheme", "string", "`{first character, rest}`, or nil.", onString(stringNextGrapheme)},
		{"next_codepoint", "string", "`{first code point, rest}`, or nil.", onString(stringNextCodepoint)},
	}
}

func stringSplits() []Function {
	return []Function{
		{"split", "string", "The words of the string.", stringWords},
		{"split", `string, pattern, options \\ []`, "The parts between the matches of `pattern`, a string, a list of them or a regular expression. Options: `:parts`, `:trim`.", stringSplit},
		{"split_at", "string, position", "`{first, rest}`.", stringSplitAt},
		{"splitter", `string, pattern, options \\ []`, "As `split/3`.", stringSplit},
		{"replace", `subject, pattern, replacement, options \\ []`, "The string with the matches of `pattern` replaced by a string or by what a function returns. Option: `global: false`.", stringReplace},
		{"replace_prefix", "string, match, replacement", "The string with its beginning replaced, if it is `match`.", stringReplaceEnd(true, true)},
		{"replace_suffix", "string, match, replacement", "The string with its end replaced, if it is `match`.", stringReplaceEnd(false, true)},
		{"replace_leading", "string, match, replacement", "The string with all `match` in front replaced.", stringReplaceEnd(true, false)},
		{"replace_trailing", "string, match, replacement", "The string with all `match` at the end replaced.", stringReplaceEnd(false, false)},
		{"chunk", "string, trait", "Splits where `:valid` or `:printable` changes.", stringChunk},
	}
}

func stringList(parts []string) term.Term {
	out := make([]term.Term, len(parts))
	for i, p := range parts {
		out[i] = term.Binary(p)
	}
	return term.List(out...)
}

func graphemeAt(s string, i int) term.Term {
	parts := graphemes(s)
	if i < 0 {
		i += len(parts)
	}
	if i < 0 || i >= len(parts) {
		return term.Nil
	}
	return term.Binary(parts[i])
}

func stringAt(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	i, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	return graphemeAt(string(s), i), nil
}

func stringSlice(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	start, ok1 := intAt(a, 1)
	length, ok2 := intAt(a, 2)
	if !ok || !ok1 || !ok2 || length < 0 {
		return nil, errClause
	}
	parts := graphemes(string(s))
	if start < 0 {
		start = max(start+len(parts), 0)
	}
	if start >= len(parts) {
		return term.Binary(""), nil
	}
	return term.Binary(strings.Join(parts[start:min(start+length, len(parts))], "")), nil
}

func stringSliceRange(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	r, isRange := rangeOf(a[1])
	if !ok || !isRange {
		return nil, errClause
	}
	parts := graphemes(string(s))
	first, last := sliceBounds(r, len(parts))
	var b strings.Builder
	for i := first; i <= last; i += max(int(r.step), 1) {
		b.WriteString(parts[i])
	}
	return term.Binary(b.String()), nil
}

func stringNextGrapheme(s string) term.Term {
	parts := graphemes(s)
	if len(parts) == 0 {
		return term.Nil
	}
	return term.Tuple{term.Binary(parts[0]), term.Binary(s[len(parts[0]):])}
}

func stringNextCodepoint(s string) term.Term {
	_, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return term.Nil
	}
	return term.Tuple{term.Binary(s[:size]), term.Binary(s[size:])}
}

// find returns where the first of the patterns begins and ends in s from a
// position on; an empty pattern is found between any two characters.
type finder func(s string, from int) (start, end int, found bool)

// uncompiled are the strings of a compiled pattern; other terms stay.
func uncompiled(t term.Term) (list term.Term, compiled bool) {
	if tag := term.Tag(t, 2); tag == oneTag || tag == severalTag {
		if list = t.(term.Tuple)[1]; !term.IsList(list) {
			list = term.List(list)
		}
		return list, true
	}
	return t, false
}

// pattern returns how to find a string, one of a list, or a regex.
func pattern(t term.Term) (finder, error) {
	t, _ = uncompiled(t)
	if one, ok := t.(term.Binary); ok {
		return anyOf([]string{string(one)}), nil
	}
	if list, ok := term.Slice(t); ok {
		var all []string
		for _, x := range list {
			s, ok := x.(term.Binary)
			if !ok {
				return nil, errClause
			}
			all = append(all, string(s))
		}
		return anyOf(all), nil
	}
	re, err := compiled(t)
	if err != nil {
		return nil, err
	}
	return func(s string, from int) (int, int, bool) {
		match := re.FindStringSubmatchIndex(s[from:])
		if match == nil {
			return 0, 0, false
		}
		return from + match[0], from + match[1], true
	}, nil
}

func anyOf(patterns []string) finder {
	return func(s string, from int) (start, end int, found bool) {
		for _, p := range patterns {
			i := strings.Index(s[from:], p)
			if i < 0 || p == "" {
				continue
			}
			better := from+i < start || from+i == start && from+i+len(p) > end
			if !found || better {
				start, end, found = from+i, from+i+len(p), true
			}
		}
		return start, end, found
	}
}

// spaces are what String.split/1 splits at.
var spaces = stringList([]string{"\u3000", "\u205f", "\u2029", "\u2028", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
	"\u2006", "\u2008", "\u2009", "\u200a", "\u1680", "\u0085", " ", "\t", "\n", "\v", "\f", "\r"})

func stringWords(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, exception.In(refused("binary", "split", args{a[0], spaces, term.List(term.Atom("global"), term.Atom("trim_all"))}, "not a binary"),
			at("String.Break", "split", 1, "elixir/unicode/unicode.ex", 515))
	}
	return stringList(strings.FieldsFunc(string(s), func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u2007' && r != '\u202f' })), nil
}

func stringSplit(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok || !term.IsList(a[2]) {
		return nil, errClause
	}
	if _, isRegex := isStruct(a[1], regexModule); isRegex {
		return regexSplit(self, args{a[1], a[0], a[2]})
	}
	trim, _ := option(a[2], "trim")
	limit := -1
	if n, ok := option(a[2], "parts"); ok {
		if i, ok := n.(term.Int); ok {
			limit = int(i)
		}
	}
	var parts []string
	if a[1] == term.Term(term.Binary("")) {
		parts = splitCharacters(string(s), limit)
	} else {
		find, err := pattern(a[1])
		if err != nil {
			return nil, exception.In(refused("binary", "split", args{a[0], a[1], term.List(term.Atom("global"))}, "", "not a valid pattern"), at("String", "split", 3, "string.ex", 509))
		}
		include, _ := option(a[2], "include_captures")
		parts = splitAt(string(s), find, limit, trim == term.Term(term.True), include == term.Term(term.True))
	}
	if trim == term.Term(term.True) {
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	}
	return stringList(parts), nil
}

// splitCharacters is a split at the empty string: with empty parts at the ends.
func splitCharacters(s string, limit int) []string {
	parts := append([]string{""}, graphemes(s)...)
	parts = append(parts, "")
	if limit > 0 && limit < len(parts) {
		return append(parts[:limit-1:limit-1], strings.Join(parts[limit-1:], ""))
	}
	return parts
}

// splitAt splits into at most limit parts; when empty ones are trimmed they do
// not count.
func splitAt(s string, find finder, limit int, trim, include bool) []string {
	var parts []string
	from := 0
	for limit < 0 || len(parts) < limit-1 {
		start, end, found := find(s, from)
		if !found || end == start && end == len(s) {
			break
		}
		if !trim || start > from {
			parts = append(parts, s[from:start])
		}
		if include {
			parts = append(parts, s[start:end])
		}
		from = end
	}
	return append(parts, s[from:])
}

func stringSplitAt(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	n, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	parts := graphemes(string(s))
	if n < 0 {
		n = max(n+len(parts), 0)
	}
	n = min(n, len(parts))
	return term.Tuple{term.Binary(strings.Join(parts[:n], "")), term.Binary(strings.Join(parts[n:], ""))}, nil
}

func stringReplace(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	global, _ := option(a[3], "global")
	limit := -1
	if global == term.Term(term.False) {
		limit = 1
	}
	if _, isRegex := isStruct(a[1], regexModule); isRegex {
		return regexReplace(self, args{a[1], a[0], a[2], a[3]})
	}
	if a[1] == term.Term(term.Binary("")) {
		return replaceBetween(self, string(s), a[2], limit)
	}
	find, err := pattern(a[1])
	if err != nil {
		return nil, exception.In(refused("binary", "matches", args{a[0], a[1]}, "", "not a valid pattern"), at("String", "replace_guarded", 4, "string.ex", 1569))
	}
	var b strings.Builder
	text, from := string(s), 0
	for ; limit != 0; limit-- {
		start, end, found := find(text, from)
		if !found {
			break
		}
		replacement, err := replacementOf(self, a[2], text[start:end])
		if err != nil {
			return nil, err
		}
		b.WriteString(text[from:start] + replacement)
		from = end
	}
	return term.Binary(b.String() + text[from:]), nil
}

// replaceBetween puts the replacement before each character and at the end, or
// only in front.
func replaceBetween(self *process.Process, s string, replacement term.Term, limit int) (term.Term, error) {
	put, err := replacementOf(self, replacement, "")
	if err != nil {
		return nil, err
	}
	if limit == 1 {
		return term.Binary(put + s), nil
	}
	return term.Binary(put + strings.Join(graphemes(s), put) + put), nil
}

func replacementOf(self *process.Process, replacement term.Term, match string) (string, error) {
	switch r := replacement.(type) {
	case term.Binary:
		return string(r), nil
	case *term.Fun:
		return mapString(self, r, match)
	}
	return "", errClause
}

func stringReplaceEnd(leading, once bool) process.Func {
	cut := strings.CutSuffix
	if leading {
		cut = strings.CutPrefix
	}
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok1 := a[0].(term.Binary)
		match, ok2 := a[1].(term.Binary)
		replacement, ok3 := a[2].(term.Binary)
		if !ok1 || !ok2 || !ok3 {
			return nil, errClause
		}
		rest, n := string(s), 0
		for !once && match != "" || n == 0 {
			next, found := cut(rest, string(match))
			if !found {
				break
			}
			rest = next
			n++
		}
		put := strings.Repeat(string(replacement), n)
		if leading {
			return term.Binary(put + rest), nil
		}
		return term.Binary(rest + put), nil
	}
}

func stringChunk(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	var holds func(string) bool
	switch a[1] {
	case term.Term(term.Atom("valid")):
		holds = utf8.ValidString
	case term.Term(term.Atom("printable")):
		holds = func(s string) bool { ok, _ := stringPrintable(s, term.Infinity); return ok == term.Term(term.True) }
	default:
		return nil, errClause
	}
	var parts []string
	last := false
	for i, c := range strings.Split(string(s), "") {
		if now := holds(c); i == 0 || now != last {
			parts, last = append(parts, c), now
		} else {
			parts[len(parts)-1] += c
		}
	}
	return stringList(parts), nil
}
