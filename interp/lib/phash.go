package lib

import (
	"math"
	"math/big"
	"slices"

	"gex/runtime/term"
)

// The factors of erlang:phash/2, one for each kind of term.
const (
	phashAtom     = 268440163
	phashBinary   = phashAtom
	phashInteger  = 268439161
	phashPositive = 268435459
	phashNegative = 268436141
	phashSize     = 268436141
	phashFloat    = 268437017
	phashList     = 268437511
	phashTuple    = 268439627
)

// phash is the hash of erlang:phash/2 before it is brought into a range. It
// reports false for terms of which gex does not know the hash: funs, pids,
// references and maps.
func phash(t term.Term, hash uint32) (uint32, bool) {
	switch t := t.(type) {
	case term.EmptyList:
		return hash*phashPositive + 1, true
	case term.Atom:
		return hash*phashAtom + t.Hash(), true
	case term.Int:
		return phashInt(int64(t), hash), true
	case *term.Big:
		return phashBig(t.V, hash), true
	case term.Float:
		bits := math.Float64bits(float64(t))
		if t == 0 {
			bits = 0
		}
		hash = hash*phashFloat ^ (uint32(bits) ^ uint32(bits>>32))
		return hash, true
	case term.Binary:
		for i := range len(t) {
			hash = hash*phashBinary + uint32(t[i])
		}
		return hash*phashSize + uint32(len(t)), true
	case *term.Cons:
		return phashCells(t, hash)
	case term.Tuple:
		for _, e := range t {
			var ok bool
			if hash, ok = phash(e, hash); !ok {
				return 0, false
			}
		}
		return hash*phashTuple + uint32(len(t)), true
	}
	return hash, false
}

// phashInt takes the bytes of the absolute value, the lowest first.
func phashInt(n int64, hash uint32) uint32 {
	sign, m := uint32(phashPositive), uint64(n)
	if n < 0 {
		sign, m = phashNegative, uint64(-n)
	}
	for {
		for i := range 4 {
			hash = hash*phashInteger + uint32(m>>(8*i))&0xFF
		}
		if m >>= 32; m == 0 {
			return hash * sign
		}
	}
}

// phashBig takes the bytes of whole words, but four of the last one if it has no
// more.
func phashBig(n *big.Int, hash uint32) uint32 {
	sign := uint32(phashPositive)
	if n.Sign() < 0 {
		sign = phashNegative
	}
	bytes := n.Bytes()
	slices.Reverse(bytes)
	for len(bytes)%4 != 0 {
		bytes = append(bytes, 0)
	}
	for _, b := range bytes {
		hash = hash*phashInteger + uint32(b)
	}
	return hash * sign
}

func phashCells(cell *term.Cons, hash uint32) (uint32, bool) {
	for {
		ok := true
		if n, isInt := cell.Head.(term.Int); isInt && n >= 0 && n <= 0xFF {
			hash = hash*phashInteger + uint32(n) // a character
		} else if hash, ok = phash(cell.Head, hash); !ok {
			return 0, false
		}
		next, more := cell.Tail.(*term.Cons)
		if !more {
			hash, ok = phash(cell.Tail, hash)
			return hash * phashList, ok
		}
		cell = next
	}
}
