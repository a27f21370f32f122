package lib

import (
	"slices"
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

// erlangStringOld are the functions of :string on lists alone.
func erlangStringOld() []Function {
	return []Function{
		{"len", "string", "The length of the list.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			list, ok := term.Slice(a[0])
			if !ok {
				return nil, noLength(a[0], "len", 1, 1768)
			}
			return term.Int(len(list)), nil
		}},
		{"chr", "string, character", "The place of a character, from 1, or 0.", onChars(func(list []term.Term, a args) (term.Term, error) {
			return term.Int(slices.IndexFunc(list, func(x term.Term) bool { return term.Same(x, a[1]) }) + 1), nil
		})},
		{"rchr", "string, character", "The last place of a character, from 1, or 0.", onChars(func(list []term.Term, a args) (term.Term, error) {
			for i, x := range slices.Backward(list) {
				if term.Same(x, a[1]) {
					return term.Int(i + 1), nil
				}
			}
			return term.Int(0), nil
		})},
		{"str", "string, subString", "The place of a text, from 1, or 0.", stringPlace(strings.Index)},
		{"rstr", "string, subString", "The last place of a text, from 1, or 0.", stringPlace(strings.LastIndex)},
		{"span", "string, chars", "How many characters at the begin are in the list.", stringSpan(true)},
		{"cspan", "string, chars", "How many characters at the begin are not in the list.", stringSpan(false)},
		{"substr", "string, start", "The characters from a place on, counted from 1.", onChars(subString)},
		{"substr", "string, start, length", "So many characters from a place on.", onChars(subString)},
		{"sub_string", "string, start", "The characters from a place on, counted from 1.", onChars(subString)},
		{"sub_string", "string, start, stop", "The characters from a place to another.", onChars(func(list []term.Term, a args) (term.Term, error) {
			start, ok1 := intAt(a, 1)
			stop, ok2 := intAt(a, 2)
			if !ok1 || !ok2 {
				return nil, errClause
			}
			return subString(list, args{a[0], a[1], term.Int(stop - start + 1)})
		})},
		{"chars", "character, n", "A character so many times.", oldChars},
		{"chars", "character, n, tail", "A character so many times before a list.", oldChars},
		{"copies", "string, n", "A text so many times.", onChars(func(list []term.Term, a args) (term.Term, error) {
			n, ok := intAt(a, 1)
			if !ok || n < 0 {
				return nil, errClause
			}
			return term.List(slices.Repeat(list, n)...), nil
		})},
		{"left", `string, number, character \\ 32`, "The text cut or filled on the right.", adjustedTo(func(missing int) int { return 0 })},
		{"right", `string, number, character \\ 32`, "The text cut or filled on the left.", adjustedTo(func(missing int) int { return missing })},
		{"centre", `string, number, character \\ 32`, "The text cut or filled on both sides.", adjustedTo(func(missing int) int { return missing / 2 })},
		{"strip", `string, direction \\ :both, character \\ 32`, "The text without a character at the `:left`, `:right` or `:both` ends.", oldStrip},
		{"words", `string, character \\ 32`, "The number of words.", onChars(func(list []term.Term, a args) (term.Term, error) {
			return term.Int(len(wordsOf(list, a[1]))), nil
		})},
		{"sub_word", `string, number, character \\ 32`, "A word, counted from 1.", onChars(func(list []term.Term, a args) (term.Term, error) {
			n, ok := intAt(a, 1)
			words := wordsOf(list, a[2])
			switch {
			case !ok:
				return nil, errClause
			case n < 1 || n > len(words):
				return term.Empty, nil
			}
			return term.List(words[n-1]...), nil
		})},
	}
}

func onChars(f func(list []term.Term, a args) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[0])
		if !ok {
			return nil, errClause
		}
		return f(list, a)
	}
}

func stringPlace(index func(s, t string) int) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, t, _, err := texts2(a)
		if err != nil {
			return nil, err
		}
		i := index(s, t)
		if i < 0 {
			return term.Int(0), nil
		}
		return term.Int(len([]rune(s[:i])) + 1), nil
	}
}

func stringSpan(in bool) process.Func {
	return onChars(func(list []term.Term, a args) (term.Term, error) {
		n := 0
		for n < len(list) && hasEqualTo(a[1], list[n]) == in {
			n++
		}
		return term.Int(n), nil
	})
}

func hasEqualTo(list, x term.Term) bool {
	elements, _ := term.Slice(list)
	return hasEqual(elements, x)
}

func subString(list []term.Term, a args) (term.Term, error) {
	start, ok := intAt(a, 1)
	length := len(list)
	if len(a) == 3 {
		n, isInt := intAt(a, 2)
		ok, length = ok && isInt, n
	}
	if !ok || start < 1 || start > len(list)+1 {
		return nil, errClause
	}
	return term.List(list[start-1 : min(max(start-1+length, start-1), len(list))]...), nil
}

func oldChars(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok || n < 0 {
		return nil, errClause
	}
	var tail term.Term = term.Empty
	if len(a) == 3 {
		tail = a[2]
	}
	return term.ListWithTail(slices.Repeat([]term.Term{a[0]}, n), tail), nil
}

// adjustedTo cuts or fills a list; before is how many of the characters that
// are missing go in front.
func adjustedTo(before func(missing int) int) process.Func {
	return onChars(func(list []term.Term, a args) (term.Term, error) {
		n, ok := intAt(a, 1)
		if !ok || n < 0 {
			return nil, errClause
		}
		if extra := len(list) - n; extra > 0 {
			from := before(extra)
			return term.List(list[from : from+n]...), nil
		}
		missing := n - len(list)
		front := before(missing)
		return term.List(slices.Concat(slices.Repeat([]term.Term{a[2]}, front), list, slices.Repeat([]term.Term{a[2]}, missing-front))...), nil
	})
}

func oldStrip(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	where, _ := a[1].(term.Atom)
	if !ok || where != "left" && where != "right" && where != "both" {
		return nil, errClause
	}
	for where != "right" && len(list) > 0 && term.Same(list[0], a[2]) {
		list = list[1:]
	}
	for where != "left" && len(list) > 0 && term.Same(list[len(list)-1], a[2]) {
		list = list[:len(list)-1]
	}
	return term.List(list...), nil
}

// wordsOf are the parts between a separator.
func wordsOf(list []term.Term, separator term.Term) [][]term.Term {
	var words [][]term.Term
	var word []term.Term
	for _, x := range list {
		if !term.Same(x, separator) {
			word = append(word, x)
			continue
		}
		if word != nil {
			words = append(words, word)
		}
		word = nil
	}
	if word != nil {
		words = append(words, word)
	}
	return words
}
