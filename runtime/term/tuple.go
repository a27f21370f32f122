package term

import "unsafe"

// Tuple2 returns {a, b} in one piece of memory, where Tuple{a, b} as a Term
// takes two: one for the elements and one for the slice.
func Tuple2(a, b Term) Term {
	t := &struct {
		tuple    Tuple
		elements [2]Term
	}{elements: [2]Term{a, b}}
	t.tuple = t.elements[:]
	return TupleAt(&t.tuple)
}

// Tuple3 is Tuple2 for {a, b, c}.
func Tuple3(a, b, c Term) Term {
	t := &struct {
		tuple    Tuple
		elements [3]Term
	}{elements: [3]Term{a, b, c}}
	t.tuple = t.elements[:]
	return TupleAt(&t.tuple)
}

// TupleAt returns the tuple at an address as a Term that shares the memory.
// The tuple must not be changed afterwards. It is for messages of which there
// are many, laid out with all their parts in one struct; Term(*t) is the same
// and copies the slice.
func TupleAt(t *Tuple) Term {
	words := interfaceWords{kind: tupleKind, data: unsafe.Pointer(t)}
	return *(*Term)(unsafe.Pointer(&words))
}

// RefAt is TupleAt for a reference.
func RefAt(r *Ref) Term {
	words := interfaceWords{kind: refKind, data: unsafe.Pointer(r)}
	return *(*Term)(unsafe.Pointer(&words))
}

// interfaceWords is how Go lays out an interface: what kind of value it holds,
// and where that is.
type interfaceWords struct{ kind, data unsafe.Pointer }

var (
	tupleKind = kindOf(Tuple{})
	refKind   = kindOf(Ref{})
	intKind   = kindOf(Int(0))
)

func kindOf(t Term) unsafe.Pointer { return (*interfaceWords)(unsafe.Pointer(&t)).kind }
