package term

import "unsafe"

// Ints makes integers as terms where there are many of them, as the states of
// handlers that count: a few share a piece of memory, which lives as long as
// one of them does. Term(i) asks for memory each time. The zero value is ready
// to use, by one goroutine at a time.
type Ints struct{ unused []Int }

// intsAtOnce is how many integers share a piece of memory. With more of them
// asking for it would still be felt as little, and one that stays would keep
// more.
const intsAtOnce = 16

// Term returns i as a term.
func (n *Ints) Term(i Int) Term {
	if len(n.unused) == 0 {
		n.unused = make([]Int, intsAtOnce)
	}
	place := &n.unused[0]
	n.unused = n.unused[1:]
	*place = i
	words := interfaceWords{kind: intKind, data: unsafe.Pointer(place)}
	return *(*Term)(unsafe.Pointer(&words))
}
