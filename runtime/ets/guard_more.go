package ets

import "gex/runtime/term"

// ternary are the functions with three arguments.
var ternary = map[string]func(a, b, c term.Term) (term.Term, bool){
	"is_record": func(t, tag, size term.Term) (term.Term, bool) {
		tuple, _ := t.(term.Tuple)
		n, ok := size.(term.Int)
		return term.Bool(len(tuple) > 0 && len(tuple) == int(n) && term.Same(tuple[0], tag)), ok
	},
	"binary_part": binaryPart,
}

// nodeOf is the node of an identity, which is the only one there is.
func nodeOf(identity, node term.Term) (term.Term, bool) {
	switch identity.(type) {
	case term.PID, term.Ref:
		return node, true
	}
	return nil, false
}

func binaryPart(t, start, length term.Term) (term.Term, bool) {
	text, ok1 := t.(term.Binary)
	from, ok2 := start.(term.Int)
	n, ok3 := length.(term.Int)
	if !ok1 || !ok2 || !ok3 {
		return nil, false
	}
	to := from + n
	if to < from {
		from, to = to, from
	}
	if from < 0 || int(to) > len(text) {
		return nil, false
	}
	return text[from:to], true
}

func mapGet(key, t term.Term) (term.Term, bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return nil, false
	}
	return m.Get(key)
}

func isMapKey(key, t term.Term) (term.Term, bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return nil, false
	}
	_, there := m.Get(key)
	return term.Bool(there), true
}

// xor is the exclusive or of two booleans.
func xor(a, b term.Term) (term.Term, bool) { return term.Bool(a != b), isBool(a) && isBool(b) }

func isBool(t term.Term) bool { return t == term.Term(term.True) || t == term.Term(term.False) }
