package lib

import (
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what makes arguments of a command line.

func optionToArgv(self *process.Process, a []term.Term) (term.Term, error) {
	switches, _ := option(a[1], "switches")
	var argv []string
	err := Each(self, a[0], func(t term.Term) error {
		pair, ok := t.(term.Tuple)
		if !ok || len(pair) != 2 {
			return errClause
		}
		name, ok := pair[0].(term.Atom)
		if !ok {
			return errClause
		}
		words, err := switchWords(name, pair[1], switches)
		argv = append(argv, words...)
		return err
	})
	return stringList(argv), err
}

// switchWords are the arguments for one switch; none if it is nil.
func switchWords(name term.Atom, value, switches term.Term) ([]string, error) {
	text := strings.ReplaceAll(string(name), "_", "-")
	switch value {
	case term.Term(term.Nil):
		return nil, nil
	case term.Term(term.True):
		return []string{"--" + text}, nil
	case term.Term(term.False):
		return []string{"--no-" + text}, nil
	}
	if kind, _ := option(switches, name); kind == term.Term(term.Atom("count")) {
		n, ok := value.(term.Int)
		if !ok || n < 0 {
			return nil, errClause
		}
		var words []string
		for range n {
			words = append(words, "--"+text)
		}
		return words, nil
	}
	given, err := ToString(value)
	return []string{"--" + text, given}, err
}

func optionSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	given, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	words, open := shellWords(strings.TrimLeft(string(given), " "))
	if open != 0 {
		return nil, runtimeError("argv string did not terminate properly, a %c was opened but never closed", open).
			In(at("OptionParser", "do_split", 4, "option_parser.ex", 592))
	}
	return stringList(words), nil
}

// shellWords splits at spaces that no quote holds together; open is a quote
// that nothing closes, or 0.
func shellWords(s string) (words []string, open byte) {
	var word []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && (open != 0 && s[i+1] == open || open == 0 && strings.IndexByte(` '"`, s[i+1]) >= 0):
			i++
			word = append(word, s[i])
		case open == 0 && (c == '"' || c == '\''):
			open = c
		case c == open:
			open = 0
		case c == ' ' && open == 0:
			words, word = append(words, string(word)), nil
			for i+1 < len(s) && s[i+1] == ' ' {
				i++
			}
		default:
			word = append(word, c)
		}
	}
	if len(word) > 0 {
		words = append(words, string(word))
	}
	return words, open
}
