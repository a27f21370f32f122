package eval

import "gex/runtime/term"

// Terms that are made often, as interfaces made once.
var (
	trueTerm  term.Term = term.True
	falseTerm term.Term = term.False

	smallIntegers = makeSmallIntegers()
)

const (
	smallestInteger = -128
	largestInteger  = 1023
)

func makeSmallIntegers() []term.Term {
	integers := make([]term.Term, largestInteger-smallestInteger+1)
	for i := range integers {
		integers[i] = term.Int(i + smallestInteger)
	}
	return integers
}

// integer returns i as a term; small ones cost no allocation.
func integer(i term.Int) term.Term {
	if i >= smallestInteger && i <= largestInteger {
		return smallIntegers[i-smallestInteger]
	}
	return i
}

// integer is the same for code that makes many: others cost little.
func (m *machine) integer(i term.Int) term.Term {
	if i >= smallestInteger && i <= largestInteger {
		return smallIntegers[i-smallestInteger]
	}
	return m.ev.ints.Term(i)
}

func truth(b bool) term.Term {
	if b {
		return trueTerm
	}
	return falseTerm
}
