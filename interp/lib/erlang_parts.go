package lib

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// erlangParts are conversions with a base and of parts.
func erlangParts() []Function {
	return []Function{
		{"integer_to_binary", "integer, base", "The digits of an integer in a base from 2 to 36.", inBase(func(text string) term.Term { return term.Binary(text) })},
		{"integer_to_list", "integer, base", "The digits of an integer in a base from 2 to 36, as a charlist.", inBase(term.Charlist)},
		{"iolist_size", "iolist", "The number of bytes of an iolist.", func(self *process.Process, a []term.Term) (term.Term, error) {
			all, err := ioDataToBinary(self, a)
			if err != nil {
				return nil, badarg("erlang", "iolist_size", a...)
			}
			return term.Int(len(all.(term.Binary))), nil
		}},
		{"insert_element", "index, tuple, term", "The tuple with the term put in at a position from 1 on.", erlangInsertElement},
		{"delete_element", "index, tuple", "The tuple without the element at a position from 1 on.", erlangDeleteElement},
		{"is_record", "term, tag", "Whether `term` is a tuple whose first element is the atom `tag`.", erlangIsRecord},
		{"is_record", "term, tag, size", "Whether `term` is a tuple of `size` whose first element is the atom `tag`.", erlangIsRecord},
	}
}

func inBase(make func(string) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := term.BigInt(a[0])
		base, isInt := intAt(a, 1)
		if !ok || !isInt || base < 2 || base > 36 {
			return nil, badarg("erlang", "integer_to_binary", a...)
		}
		return make(strings.ToUpper(n.Text(base))), nil
	}
}

func erlangInsertElement(_ *process.Process, a []term.Term) (term.Term, error) {
	i, ok := intAt(a, 0)
	t, isTuple := a[1].(term.Tuple)
	if !ok || !isTuple || i < 1 || i > len(t)+1 {
		return nil, badarg("erlang", "insert_element", a...)
	}
	out := make(term.Tuple, 0, len(t)+1)
	return append(append(append(out, t[:i-1]...), a[2]), t[i-1:]...), nil
}

func erlangDeleteElement(_ *process.Process, a []term.Term) (term.Term, error) {
	i, ok := intAt(a, 0)
	t, isTuple := a[1].(term.Tuple)
	if !ok || !isTuple || i < 1 || i > len(t) {
		return nil, badarg("erlang", "delete_element", a...)
	}
	out := make(term.Tuple, 0, len(t))
	return append(append(out, t[:i-1]...), t[i:]...), nil
}

func erlangIsRecord(_ *process.Process, a []term.Term) (term.Term, error) {
	tag, ok := a[1].(term.Atom)
	size := -1
	if len(a) == 3 {
		n, isInt := intAt(a, 2)
		size, ok = n, ok && isInt && n >= 0
	}
	if !ok {
		return nil, badarg("erlang", "is_record", a...)
	}
	t, isTuple := a[0].(term.Tuple)
	return term.Bool(isTuple && len(t) > 0 && t[0] == term.Term(tag) && (size < 0 || size == len(t))), nil
}

// caseClause is the exception of a result that no clause of a case takes.
func caseClause(t term.Term) *exception.Error {
	return exception.Raise(term.Tuple{term.Atom("case_clause"), t})
}
