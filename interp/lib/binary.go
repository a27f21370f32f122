package lib

import (
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

var binaryTable = Module{
	Name: "binary",
	Doc:  "Erlang's functions on binaries. Positions count bytes from 0.",
	Functions: []Function{
		{"part", "subject, start, length", "A part of a binary.", binaryPart},
		{"at", "subject, pos", "The byte at a position.", binaryAt},
		{"first", "subject", "The first byte.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return binaryAt(self, args{a[0], term.Int(0)})
		}},
		{"last", "subject", "The last byte.", func(self *process.Process, a []term.Term) (term.Term, error) {
			s, _ := a[0].(term.Binary)
			return binaryAt(self, args{a[0], term.Int(len(s) - 1)})
		}},
		{"copy", "subject", "The binary itself.", onString(func(s string) term.Term { return term.Binary(s) })},
		{"copy", "subject, n", "The binary `n` times.", stringDuplicate},
		{"match", "subject, pattern", "`{position, length}` of the first match, or `:nomatch`.", binaryMatch},
		{"matches", "subject, pattern", "`{position, length}` of each match.", binaryMatches},
		{"split", "subject, pattern", "The two parts around the first match.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return binarySplit(self, args{a[0], a[1], term.Empty})
		}},
		{"split", "subject, pattern, options", "The parts around the matches, all of them with `:global`.", binarySplit},
		{"replace", "subject, pattern, replacement", "The binary with the first match replaced.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return stringReplace(self, args{a[0], a[1], a[2], term.Keyword(pair("global", term.False))})
		}},
		{"bin_to_list", "subject", "The bytes as a list.", erlangBytes},
		{"list_to_bin", "bytes", "The bytes of an iolist.", ioDataToBinary},
	},
}

func binaryPart(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	start, ok1 := intAt(a, 1)
	n, ok2 := intAt(a, 2)
	switch {
	case !ok:
		return nil, refused("binary", "part", a, "not a binary")
	case !ok1 || start < 0 || start > len(s):
		return nil, refused("binary", "part", a, "", "out of range")
	case !ok2 || start+n > len(s) || start+n < 0:
		return nil, refused("binary", "part", a, "", "", "out of range")
	case n < 0:
		return s[start+n : start], nil
	}
	return s[start : start+n], nil
}

func binaryAt(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	i, isInt := intAt(a, 1)
	if !ok || !isInt || i < 0 || i >= len(s) {
		return nil, refused("binary", "at", a, "", "out of range")
	}
	return term.Int(s[i]), nil
}

func binaryFinder(function string, a args) (string, finder, error) {
	s, ok := a[0].(term.Binary)
	find, err := pattern(a[1])
	switch {
	case !ok:
		return "", nil, refused("binary", function, a, "not a binary")
	case err != nil || a[1] == term.Term(term.Binary("")):
		return "", nil, refused("binary", function, a, "", "not a valid pattern")
	}
	return string(s), find, nil
}

func binaryMatch(_ *process.Process, a []term.Term) (term.Term, error) {
	s, find, err := binaryFinder("match", a)
	if err != nil {
		return nil, err
	}
	start, end, found := find(s, 0)
	if !found {
		return term.Atom("nomatch"), nil
	}
	return term.Tuple{term.Int(start), term.Int(end - start)}, nil
}

func binaryMatches(_ *process.Process, a []term.Term) (term.Term, error) {
	s, find, err := binaryFinder("matches", a)
	if err != nil {
		return nil, err
	}
	var matches []term.Term
	for from := 0; ; {
		start, end, found := find(s, from)
		if !found {
			return term.List(matches...), nil
		}
		matches = append(matches, term.Tuple{term.Int(start), term.Int(end - start)})
		from = end
	}
}

func binarySplit(_ *process.Process, a []term.Term) (term.Term, error) {
	s, find, err := binaryFinder("split", a)
	if err != nil {
		return nil, err
	}
	limit, trimAll := 2, false
	for o := range term.Elements(a[2]) {
		switch o {
		case term.Term(term.Atom("global")):
			limit = -1
		case term.Term(term.Atom("trim_all")):
			trimAll = true
		}
	}
	parts := splitAt(s, find, limit, trimAll, false)
	if trimAll {
		parts = strings.Fields(strings.Join(parts, " "))
	}
	return stringList(parts), nil
}
