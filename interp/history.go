package interp

import (
	"fmt"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// history keeps the values of inputs for v/1: all of them, where IEx keeps 20.
type history struct{ entries []entry }

type entry struct {
	number int
	value  term.Term
}

func (h *history) add(number int, value term.Term) {
	h.entries = append(h.entries, entry{number, value})
}

// value returns what v(n) returns: the value of input n, or counted from the
// end if n is negative.
func (h *history) value(n int) (term.Term, error) {
	if n < 0 && -n <= len(h.entries) {
		return h.entries[len(h.entries)+n].value, nil
	}
	for i := len(h.entries) - 1; i >= 0 && n > 0; i-- {
		if h.entries[i].number == n {
			return h.entries[i].value, nil
		}
	}
	return nil, exception.New("RuntimeError", fmt.Sprintf("v(%d) is out of bounds", n))
}
