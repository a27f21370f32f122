package lib

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

func erlangStringMore() []Function {
	return []Function{
		{"casefold", "string", "The text for comparing without case.", onText(func(s string, as like) (term.Term, error) { return as(cases.Fold().String(s)), nil })},
		{"equal", "a, b, ignoreCase", "Whether the texts are the same, without case if so told.", erlangEqual},
		{"equal", "a, b, ignoreCase, norm", "Whether the texts are the same in a normal form, `:nfc`, `:nfd`, `:nfkc` or `:nfkd`, or `:none`.", erlangEqual},
		{"find", "string, searchPattern, dir", "The text from the first (`:leading`) or last (`:trailing`) place of the pattern on.", erlangFindEnd},
		{"slice", "string, start", "The characters from a place on, counted from 0.", erlangSlice},
		{"slice", "string, start, length", "So many characters from a place on.", erlangSlice},
		{"pad", `string, length, dir \\ :trailing, char \\ nil`, "The text with spaces around it, `:leading`, `:trailing` or on `:both` sides.", erlangPad},
		{"replace", `string, searchPattern, replacement, where \\ :leading`, "The parts of the text with the pattern replaced at its `:leading`, `:trailing` or `:all` places.", erlangReplace},
		{"take", `string, characters, complement \\ false, dir \\ :leading`, "`{leading, trailing}`: the characters that are in the list (or are not) at one end, and the rest.", erlangTake},
		{"trim", "string, dir", "The text without white space at the `:leading`, `:trailing` or `:both` ends.", erlangTrim},
		{"trim", "string, dir, characters", "The text without the characters at the ends.", erlangTrim},
		{"nth_lexeme", "string, n, separatorList", "A part between any of the separators.", erlangNthLexeme},
		{"to_graphemes", "string", "The characters, those of several code points as lists.", onText(func(s string, _ like) (term.Term, error) {
			var list []term.Term
			for _, g := range graphemes(s) {
				list = append(list, graphemeTerm(g))
			}
			return term.List(list...), nil
		})},
		{"next_grapheme", "string", "The first character and the rest.", onText(func(s string, as like) (term.Term, error) {
			parts := graphemes(s)
			if len(parts) == 0 {
				return term.Empty, nil
			}
			return &term.Cons{Head: graphemeTerm(parts[0]), Tail: as(s[len(parts[0]):])}, nil
		})},
		{"next_codepoint", "string", "The first code point and the rest.", onText(func(s string, as like) (term.Term, error) {
			r, size := utf8.DecodeRuneInString(s)
			if size == 0 {
				return term.Empty, nil
			}
			return &term.Cons{Head: term.Int(r), Tail: as(s[size:])}, nil
		})},
		{"to_integer", "string", "`{integer, rest}` of the number at the begin.", erlangNumber(wholeNumber, parseWhole, "no_integer")},
		{"to_float", "string", "`{float, rest}` of the number at the begin.", erlangNumber(realNumber, parseReal, "no_float")},
		{"list_to_integer", "string", "As `to_integer/1`.", erlangNumber(wholeNumber, parseWhole, "no_integer")},
		{"list_to_float", "string", "As `to_float/1`.", erlangNumber(realNumber, parseReal, "no_float")},
	}
}

// graphemeTerm is a character: its code point, or a list of them.
func graphemeTerm(g string) term.Term {
	if r, size := utf8.DecodeRuneInString(g); size == len(g) {
		return term.Int(r)
	}
	return term.Charlist(g)
}

var normalForms = map[term.Atom]norm.Form{"nfc": norm.NFC, "nfd": norm.NFD, "nfkc": norm.NFKC, "nfkd": norm.NFKD}

func erlangEqual(_ *process.Process, a []term.Term) (term.Term, error) {
	s, t, _, err := texts2(a)
	if err != nil {
		return nil, err
	}
	if len(a) == 4 {
		name, _ := a[3].(term.Atom)
		form, known := normalForms[name]
		if !known && name != "none" {
			return nil, errClause
		}
		if known {
			s, t = form.String(s), form.String(t)
		}
	}
	if a[2] == term.Term(term.True) {
		s, t = cases.Fold().String(s), cases.Fold().String(t)
	}
	return term.Bool(s == t), nil
}

func erlangFindEnd(_ *process.Process, a []term.Term) (term.Term, error) {
	s, pattern, as, err := texts2(a)
	if err != nil {
		return nil, err
	}
	i := strings.Index(s, pattern)
	switch a[2] {
	case term.Term(term.Atom("leading")):
	case term.Term(term.Atom("trailing")):
		i = strings.LastIndex(s, pattern)
	default:
		return nil, errClause
	}
	if i < 0 {
		return term.Atom("nomatch"), nil
	}
	return as(s[i:]), nil
}

func erlangSlice(_ *process.Process, a []term.Term) (term.Term, error) {
	s, as, ok := textOf(a[0])
	start, isInt := intAt(a, 1)
	parts := graphemes(s)
	length := len(parts)
	if len(a) == 3 && a[2] != term.Term(term.Infinity) {
		n, fine := intAt(a, 2)
		ok, length = ok && fine && n >= 0, n
	}
	if !ok || !isInt || start < 0 {
		return nil, errClause
	}
	start = min(start, len(parts))
	return as(strings.Join(parts[start:min(start+length, len(parts))], "")), nil
}

func erlangPad(_ *process.Process, a []term.Term) (term.Term, error) {
	s, _, ok := textOf(a[0])
	n, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	var char term.Term = term.Int(' ')
	if a[3] != nil && a[3] != term.Term(term.Nil) {
		char = a[3]
	}
	missing := max(n-len(graphemes(s)), 0)
	before, after := 0, missing
	switch a[2] {
	case term.Term(term.Atom("trailing")):
	case term.Term(term.Atom("leading")):
		before, after = missing, 0
	case term.Term(term.Atom("both")):
		before, after = missing/2, missing-missing/2
	default:
		return nil, errClause
	}
	list := slices.Repeat([]term.Term{char}, before)
	list = append(list, a[0])
	return term.List(append(list, slices.Repeat([]term.Term{char}, after)...)...), nil
}

func erlangReplace(_ *process.Process, a []term.Term) (term.Term, error) {
	parts, err := erlangSplit(args{a[0], a[1], a[3]})
	if err != nil {
		return nil, err
	}
	var list []term.Term
	for part := range term.Elements(parts) {
		if len(list) > 0 {
			list = append(list, a[2])
		}
		list = append(list, part)
	}
	return term.List(list...), nil
}

// inCharacters tells whether a character is one of a list or of a text.
func inCharacters(t term.Term) (func(g string) bool, bool) {
	set := make(map[string]bool)
	if s, isText := t.(term.Binary); isText {
		for _, g := range graphemes(string(s)) {
			set[g] = true
		}
		return func(g string) bool { return set[g] }, true
	}
	list, ok := term.Slice(t)
	for _, e := range list {
		if g, _, isText := textOf(term.List(e)); isText {
			if _, isBinary := e.(term.Binary); !isBinary {
				set[g] = true
			}
		}
	}
	return func(g string) bool { return set[g] }, ok
}

func erlangTake(_ *process.Process, a []term.Term) (term.Term, error) {
	s, as, ok1 := textOf(a[0])
	in, ok2 := inCharacters(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	parts := graphemes(s)
	fits := func(g string) bool { return in(g) != (a[2] == term.Term(term.True)) }
	i := 0
	if a[3] == term.Term(term.Atom("trailing")) {
		for i = len(parts); i > 0 && fits(parts[i-1]); i-- {
		}
	} else {
		for i < len(parts) && fits(parts[i]) {
			i++
		}
	}
	return term.Tuple{as(strings.Join(parts[:i], "")), as(strings.Join(parts[i:], ""))}, nil
}

func erlangTrim(_ *process.Process, a []term.Term) (term.Term, error) {
	s, as, ok := textOf(a[0])
	in := func(g string) bool { return strings.TrimSpace(g) == "" }
	if len(a) == 3 {
		var fine bool
		in, fine = inCharacters(a[2])
		ok = ok && fine
	}
	where, _ := a[1].(term.Atom)
	if !ok || where != "leading" && where != "trailing" && where != "both" {
		return nil, errClause
	}
	parts := graphemes(s)
	for where != "trailing" && len(parts) > 0 && in(parts[0]) {
		parts = parts[1:]
	}
	for where != "leading" && len(parts) > 0 && in(parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	return as(strings.Join(parts, "")), nil
}

func erlangNthLexeme(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	_, as, isText := textOf(a[0])
	if !ok || !isText || n < 1 {
		return nil, errClause
	}
	lexemes, err := erlangTokens(self, args{a[0], a[2]})
	if err != nil {
		return nil, err
	}
	list, _ := term.Slice(lexemes)
	if n > len(list) {
		return as(""), nil
	}
	return list[n-1], nil
}

var (
	wholeNumber = late.Regexp(`^[+-]?[0-9]+`)
	realNumber  = late.Regexp(`^[+-]?[0-9]+[.,][0-9]+([eE][+-]?[0-9]+)?`)
)

// erlangNumber reads a number of a form at the begin of a text.
func erlangNumber(form func() *regexp.Regexp, parse func(digits string) (term.Term, bool), none term.Atom) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, as, ok := textOf(a[0])
		if !ok {
			return term.Tuple{term.ErrorAtom, term.Atom("badarg")}, nil
		}
		digits := form().FindString(s)
		if digits == "" {
			return term.Tuple{term.ErrorAtom, none}, nil
		}
		n, ok := parse(digits)
		if !ok {
			return term.Tuple{term.ErrorAtom, none}, nil
		}
		return term.Tuple{n, as(s[len(digits):])}, nil
	}
}

func parseWhole(digits string) (term.Term, bool) { return parseInteger(digits, 10) }

func parseReal(digits string) (term.Term, bool) {
	f, err := strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64)
	return term.Float(f), err == nil
}

// noLength is the error of a list function that was given something else.
func noLength(t term.Term, name string, arity, line int) error {
	return exception.In(badarg("erlang", "length", t), in("string", name, arity, line))
}
