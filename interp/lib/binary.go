package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

func binaryTable() Module {
	return Module{
		Name: "binary",
		Doc:  "Erlang's functions on binaries. Positions count bytes from 0.",
		Functions: []Function{
			{"part", "subject, start, length", "A part of a binary.", binaryPart},
			{"at", "subject, pos", "The byte at a position.", binaryAt},
			{"first", "subject", "The first byte.", binaryEnd("first", func(s term.Binary) byte { return s[0] })},
			{"last", "subject", "The last byte.", binaryEnd("last", func(s term.Binary) byte { return s[len(s)-1] })},
			{"copy", "subject", "The binary itself.", onString(func(s string) term.Term { return term.Binary(s) })},
			{"copy", "subject, n", "The binary `n` times.", stringDuplicate},
			{"match", "subject, pattern", "`{position, length}` of the first match, or `:nomatch`.", binaryMatch},
			{"matches", "subject, pattern", "`{position, length}` of each match.", binaryMatches},
			{"split", "subject, pattern", "The two parts around the first match.", binarySplit},
			{"split", "subject, pattern, options", "The parts around the matches, all of them with `:global`.", binarySplit},
			{"replace", "subject, pattern, replacement", "The binary with the first match replaced.", binaryReplace},
			{"bin_to_list", "subject", "The bytes as a list.", erlangBytes},
			{"list_to_bin", "bytes", "The bytes of an iolist.", ioDataToBinary},
		},
	}
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
		return nil, badarg("binary", "at", a...)
	}
	return term.Int(s[i]), nil
}

func binaryEnd(function string, pick func(term.Binary) byte) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok := a[0].(term.Binary)
		switch {
		case !ok:
			return nil, refused("binary", function, a, "not a binary")
		case s == "":
			return nil, refused("binary", function, a, "a zero-sized binary is not allowed")
		}
		return term.Int(pick(s)), nil
	}
}
