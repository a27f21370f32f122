package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// uniqueIntegers are how many integers a node has given away: those that only differ
// from each other, and those that also grow.
type uniqueIntegers struct{ different, growing term.Int }

type uniqueKey struct{}

// leastUnique is where those begin that need not be positive: the least integer
// that Erlang keeps in a word.
const leastUnique = term.Int(-1 << 59)

// uniqueInteger is erlang:unique_integer/1.
func uniqueInteger(self *process.Process, a []term.Term) (term.Term, error) {
	positive, monotonic := false, false
	modifiers, tail := term.SliceWithTail(a[0])
	for _, modifier := range modifiers {
		switch modifier {
		case term.Term(term.Atom("positive")):
			positive = true
		case term.Term(term.Atom("monotonic")):
			monotonic = true
		default:
			return nil, refused("erlang", "unique_integer", a, "invalid modifier")
		}
	}
	switch {
	case tail != term.Empty && modifiers == nil:
		return nil, refused("erlang", "unique_integer", a, "not a list")
	case tail != term.Empty:
		return nil, refused("erlang", "unique_integer", a, "not a proper list")
	}
	given, _ := self.Node().Value(uniqueKey{}).(uniqueIntegers)
	counter := &given.different
	if monotonic {
		counter = &given.growing
	}
	*counter++
	self.Node().SetValue(uniqueKey{}, given)
	if positive {
		return *counter, nil
	}
	return leastUnique + *counter, nil
}
