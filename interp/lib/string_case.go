package lib

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// casing changes the case of letters as a mode of String.upcase/2 says.
type casing func(s string, mode term.Atom) string

func stringCase(f casing) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok := a[0].(term.Binary)
		if ok && s == "" {
			return s, nil
		}
		mode, isAtom := a[1].(term.Atom)
		if !ok || !isAtom {
			return nil, errClause
		}
		switch mode {
		case "default", "greek", "turkic":
			return term.Binary(f(string(s), mode)), nil
		case "ascii":
			return term.Binary(asciiCase(string(s), f)), nil
		}
		return nil, errClause
	}
}

func languageOf(mode term.Atom) language.Tag {
	if mode == "turkic" {
		return language.Turkish
	}
	return language.Und
}

func upcase(s string, mode term.Atom) string { return cases.Upper(languageOf(mode)).String(s) }

func downcase(s string, mode term.Atom) string {
	return cases.Lower(languageOf(mode), cases.HandleFinalSigma(mode == "greek")).String(s)
}

func capitalize(s string, mode term.Atom) string {
	parts := graphemes(s)
	if len(parts) == 0 {
		return s
	}
	first := parts[0]
	return cases.Title(languageOf(mode), cases.NoLower).String(first) + downcase(s[len(first):], mode)
}

// asciiCase leaves all letters alone that are not in ASCII. Of capitalize the
// first is another than the rest.
func asciiCase(s string, f casing) string {
	var b strings.Builder
	changed := []rune(f(strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return ' '
		}
		return r
	}, s), "default"))
	for i, r := range []rune(s) {
		if r <= unicode.MaxASCII {
			r = changed[i]
		}
		b.WriteRune(r)
	}
	return b.String()
}

var forms = map[term.Atom]norm.Form{"nfc": norm.NFC, "nfd": norm.NFD, "nfkc": norm.NFKC, "nfkd": norm.NFKD}

func stringNormalize(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	form, ok := wordIn(forms, a[1])
	if !ok {
		return nil, exception.ArgumentError("unknown normalization form %s", show(a[1]))
	}
	return term.Binary(form.String(string(s))), nil
}
