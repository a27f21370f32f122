// Package termtest reads recorded terms for tests: Decode takes the external
// term format in which the recording scripts of other rooms write them.
//
// It is part of the room term and is imported by tests only. It follows the
// chapter "External Term Format" of the ERTS user's guide, as far as
// term_to_binary/1 of OTP 25 uses it without compression.
//
// # Design notes
//
// Recordings could hold Elixir's notation, but then tests of what prints terms
// would rest on what parses them, and a mistake made in both would not show.
package termtest

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"

	"gex/runtime/term"
)

var errShort = errors.New("external term ends early")

// Decode returns the term of text, the external term format in base64.
func Decode(text string) (t term.Term, err error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf("decode term: %w", err)
	}
	const version = 131
	if len(data) == 0 || data[0] != version {
		return nil, errors.New("decode term: no version")
	}
	d := decoder{data: data[1:]}
	t = d.term()
	if d.err == nil && len(d.data) > 0 {
		d.err = errors.New("bytes left over")
	}
	if d.err != nil {
		return nil, fmt.Errorf("decode term: %w", d.err)
	}
	return t, nil
}

// decoder reads data from the front. After the first error it returns zeros.
type decoder struct {
	data []byte
	err  error
}

func (d *decoder) bytes(n int) []byte {
	if n < 0 || n > len(d.data) {
		d.err, d.data = errShort, nil
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

// uint reads a number of n bytes.
func (d *decoder) uint(n int) int {
	b := make([]byte, 8)
	copy(b[8-n:], d.bytes(n))
	return int(binary.BigEndian.Uint64(b))
}

// The tags of the format.
const (
	newFloat     = 70
	bitBinary    = 77
	newPID       = 88
	newReference = 90
	smallInteger = 97
	integer      = 98
	smallTuple   = 104
	largeTuple   = 105
	emptyList    = 106
	charlist     = 107
	list         = 108
	bin          = 109
	smallBig     = 110
	largeBig     = 111
	export       = 113
	mapping      = 116
	latinAtom    = 100
	atom         = 118
	smallAtom    = 119
)

func (d *decoder) term() term.Term {
	if d.err != nil {
		return term.Empty
	}
	switch tag := d.uint(1); tag {
	case smallInteger:
		return term.Int(d.uint(1))
	case integer:
		return term.Int(int32(d.uint(4)))
	case smallBig:
		return d.big(d.uint(1))
	case largeBig:
		return d.big(d.uint(4))
	case newFloat:
		return term.Float(math.Float64frombits(uint64(d.uint(8))))
	case atom:
		return term.Atom(d.bytes(d.uint(2)))
	case latinAtom:
		return term.Atom(latin1(d.bytes(d.uint(2))))
	case smallAtom:
		return term.Atom(d.bytes(d.uint(1)))
	case bin:
		return term.Binary(d.bytes(d.uint(4)))
	default:
		return d.compound(tag)
	}
}

func latin1(text []byte) string {
	runes := make([]rune, len(text))
	for i, b := range text {
		runes[i] = rune(b)
	}
	return string(runes)
}

func (d *decoder) compound(tag int) term.Term {
	switch tag {
	case smallTuple:
		return term.Tuple(d.terms(d.uint(1)))
	case largeTuple:
		return term.Tuple(d.terms(d.uint(4)))
	case emptyList:
		return term.Empty
	case charlist:
		return d.charlist()
	case list:
		elements := d.terms(d.uint(4))
		return term.ListWithTail(elements, d.term())
	case mapping:
		return d.mapping()
	case bitBinary:
		n, last := d.uint(4), d.uint(1)
		return &term.Bits{Bytes: string(d.bytes(n)), Size: 8*(n-1) + last}
	case newPID:
		return d.pid()
	case newReference:
		return d.reference()
	case export:
		return d.export()
	}
	d.err = fmt.Errorf("unknown tag %d", tag)
	return term.Empty
}

func (d *decoder) terms(n int) []term.Term {
	var terms []term.Term
	for range n {
		if d.err != nil {
			return nil
		}
		terms = append(terms, d.term())
	}
	return terms
}

func (d *decoder) big(n int) term.Term {
	negative := d.uint(1) == 1
	digits := slices.Clone(d.bytes(n))
	slices.Reverse(digits)
	i := new(big.Int).SetBytes(digits)
	if negative {
		i.Neg(i)
	}
	return term.Integer(i)
}

func (d *decoder) charlist() term.Term {
	var elements []term.Term
	for _, b := range d.bytes(d.uint(2)) {
		elements = append(elements, term.Int(b))
	}
	return term.List(elements...)
}

func (d *decoder) mapping() term.Term {
	flat := d.terms(2 * d.uint(4))
	var pairs []term.Pair
	for i := 0; i+1 < len(flat); i += 2 {
		pairs = append(pairs, term.Pair{Key: flat[i], Value: flat[i+1]})
	}
	return term.NewMap(pairs...)
}

func (d *decoder) pid() term.Term {
	d.term() // the node
	number, serial := d.uint(4), d.uint(4)
	d.uint(4) // the creation of the node
	return term.PID{Identity: &term.Identity{Number: uint32(number), Serial: uint32(serial)}}
}

func (d *decoder) reference() term.Term {
	words := d.uint(2)
	d.term()
	d.uint(4)
	var numbers [3]uint32
	for i := range words {
		if n := uint32(d.uint(4)); i < len(numbers) {
			numbers[len(numbers)-1-i] = n
		}
	}
	return term.RefOf(numbers)
}

func (d *decoder) export() term.Term {
	module, _ := d.term().(term.Atom)
	name, _ := d.term().(term.Atom)
	arity, _ := d.term().(term.Int)
	return &term.Fun{Module: module, Name: string(name), Arity: int(arity), External: true}
}
