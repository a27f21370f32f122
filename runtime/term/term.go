package term

import (
	"math/big"
	"strings"
)

// Term is one value of the hosted language. The kinds listed in the package
// comment are all there are.
type Term interface{ isTerm() }

// Atom is a name that stands for itself. An Elixir module is the atom with
// its full name, "Elixir.GenEvent"; an Erlang module is "gen_event".
type Atom string

// Int is an integer of 64 bits. Arithmetic that overflows continues in *Big.
type Int int64

// Big is an integer outside the range of Int. Build it with Integer, which
// keeps the two apart.
type Big struct{ V *big.Int }

// Float is a 64-bit float, finite.
type Float float64

// Binary is a sequence of bytes. A string of Elixir is a Binary in UTF-8.
type Binary string

// Bits is a bitstring of Size bits, 8*(len(Bytes)-1) < Size < 8*len(Bytes);
// the unused low bits of the last byte are zero.
type Bits struct {
	Bytes string
	Size  int
}

// Tuple is a fixed number of terms.
type Tuple []Term

// EmptyList is the list without elements, [].
type EmptyList struct{}

// Cons is one cell of a list. The Tail of a proper list is a *Cons or EmptyList.
type Cons struct{ Head, Tail Term }

// Ref is a reference, unique in its node.
type Ref struct{ ID uint64 }

// AliasRef marks the ID of a reference that was made as an alias. The Erlang
// machine gives these more words, so they sort after the others.
const AliasRef = 1 << 62

// MagicRef marks the ID of a reference that names something of the emulator, as
// a table, while it is there and after.
const MagicRef = 1 << 61

// Fun is a function value.
//
// Code is whatever the room that made the function needs to call it; the
// rooms above agree on process.Func. Module and Name are set for captures
// (&Enum.map/2) and for functions of modules. Captures of one function are
// equal; a closure is equal only to itself.
type Fun struct {
	Module Atom
	Name   string
	Arity  int
	// External marks a capture of a named function, printed &Mod.name/arity.
	External bool
	// Index and Unique are the two numbers in #Function<Index.Unique/Arity in Place>.
	Index, Unique int
	Place         string
	Code          any
}

// Native is a Go value inside the hosted language.
//
// Name is the module a learner knows the type by ("Broadcast"), Fields lists
// the value's fields in declaration order each time it is called, and is nil
// for values without any (a channel, a Go function). Value is the Go value.
type Native struct {
	Name   string
	Fields func() []Field
	Value  any
}

// Field is a named part of a Native value.
type Field struct {
	Name  string
	Value Term
}

func (Atom) isTerm()      {}
func (Int) isTerm()       {}
func (*Big) isTerm()      {}
func (Float) isTerm()     {}
func (Binary) isTerm()    {}
func (*Bits) isTerm()     {}
func (Tuple) isTerm()     {}
func (EmptyList) isTerm() {}
func (*Cons) isTerm()     {}
func (*Map) isTerm()      {}
func (PID) isTerm()       {}
func (Ref) isTerm()       {}
func (*Fun) isTerm()      {}
func (*Native) isTerm()   {}

// The atoms that every room uses.
const (
	True      = Atom("true")
	False     = Atom("false")
	Nil       = Atom("nil")
	OK        = Atom("ok")
	ErrorAtom = Atom("error")
	Undefined = Atom("undefined")
	Normal    = Atom("normal")
	Infinity  = Atom("infinity")
)

// Empty is the empty list as a Term.
var Empty Term = EmptyList{}

// Bool returns the atom true or false.
func Bool(b bool) Atom {
	if b {
		return True
	}
	return False
}

// Truthy reports whether t counts as true in if and &&: all but false and nil.
func Truthy(t Term) bool { return t != False && t != Nil }

// Integer returns i as an Int where it fits and as a *Big where not. The
// result shares i.
func Integer(i *big.Int) Term {
	if i.IsInt64() {
		return Int(i.Int64())
	}
	return &Big{i}
}

// IsInteger reports whether t is an integer of any size.
func IsInteger(t Term) bool {
	switch t.(type) {
	case Int, *Big:
		return true
	}
	return false
}

// BigInt returns an integer term as a big.Int that the caller may change, and
// false for any other term.
func BigInt(t Term) (*big.Int, bool) {
	switch t := t.(type) {
	case Int:
		return big.NewInt(int64(t)), true
	case *Big:
		return new(big.Int).Set(t.V), true
	}
	return nil, false
}

const aliasPrefix = "Elixir."

// Alias returns the atom of an Elixir module: Alias("KV.Registry") is
// :"Elixir.KV.Registry".
func Alias(name string) Atom { return Atom(aliasPrefix + name) }

// AliasName returns the name of an Elixir module without its prefix, and
// false for an atom that names none.
func (a Atom) AliasName() (string, bool) {
	name, ok := strings.CutPrefix(string(a), aliasPrefix)
	return name, ok && name != "" && name[0] >= 'A' && name[0] <= 'Z'
}

// Tag returns the first element of t when t is a tuple of n elements that
// begins with an atom, else "".
func Tag(t Term, n int) Atom {
	tuple, ok := t.(Tuple)
	if !ok || len(tuple) != n || n == 0 {
		return ""
	}
	tag, _ := tuple[0].(Atom)
	return tag
}
