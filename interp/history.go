package interp

import (
	"gex/interp/lib"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// history keeps the values of the last inputs for v/1: as many as the option
// history_size of IEx.configure/1 says.
type history struct{ entries []entry }

type entry struct {
	number int
	value  term.Term
}

// add keeps a value, and at most size of them; a negative size keeps all.
func (h *history) add(number int, value term.Term, size int) {
	h.entries = append(h.entries, entry{number, value})
	if size >= 0 && len(h.entries) > size {
		h.entries = append([]entry(nil), h.entries[len(h.entries)-size:]...)
	}
}

// value returns what v(n) returns: the value of input n, or counted from the
// end if n is negative.
func (h *history) value(n term.Term) (term.Term, error) {
	i, _ := n.(term.Int)
	if i < 0 && int(-i) <= len(h.entries) {
		return h.entries[len(h.entries)+int(i)].value, nil
	}
	for _, e := range h.entries {
		if i > 0 && e.number == int(i) {
			return e.value, nil
		}
	}
	text, err := lib.ToString(n)
	if err != nil {
		return nil, err
	}
	return nil, exception.In(exception.New("RuntimeError", "v("+text+") is out of bounds"),
		exception.Frame{Module: "Elixir.IEx.History", Function: "nth", Arity: 2, File: "lib/iex/history.ex", Line: 54}, iexFrame("v", 1, 402))
}
