package ets

import (
	little "encoding/binary"
	"math"

	"gex/runtime/term"
)

// This file places keys as the tables of OTP 25 do, so that a table that is no
// ordered set is gone through in the same order. The numbers that the functions
// below return are those of the emulator for atoms as keys and for integers,
// floats, binaries, and lists and tuples of them; other terms have numbers of
// their own there at every start.

// golden is the constant of Jenkins' hash, seed what hashing begins with.
const (
	golden        = 0x9e3779b9
	seed   uint32 = 0xcc9e2d51
)

// Multiples of golden that tell kinds of terms apart.
const (
	forWord    = golden
	forText    = golden * 4 % (1 << 32)
	forArity   = golden * 9 % (1 << 32)
	forFloat   = golden * 12 % (1 << 32)
	forBinary  = golden * 13 % (1 << 32)
	forHead    = golden * 17 % (1 << 32)
	forTail    = golden * 18 % (1 << 32)
	forTextEnd = golden * 22 % (1 << 32)
	forMap     = golden * 16 % (1 << 32)
)

// hashKey returns the number by which a key is placed.
func hashKey(key term.Term) uint32 {
	if atom, ok := key.(term.Atom); ok {
		return atom.Hash()
	}
	return hashTerm(key, seed) & math.MaxInt32
}

// mix is the step of Jenkins' hash.
func mix(a, b, c uint32) (uint32, uint32, uint32) {
	a = (a - b - c) ^ c>>13
	b = (b - c - a) ^ a<<8
	c = (c - a - b) ^ b>>13
	a = (a - b - c) ^ c>>12
	b = (b - c - a) ^ a<<16
	c = (c - a - b) ^ b>>5
	a = (a - b - c) ^ c>>3
	b = (b - c - a) ^ a<<10
	c = (c - a - b) ^ b>>15
	return a, b, c
}

func hashPair(low, high, kind, h uint32) uint32 {
	_, _, h = mix(kind+low, kind+high, h)
	return h
}

func hashWord(word uint64, h uint32) uint32 {
	return hashPair(uint32(word), uint32(word>>32), forWord, h)
}

// hashKind marks what comes next.
func hashKind(kind, h uint32) uint32 {
	h ^= kind
	return h<<17 | h>>15
}

// hashBytes is Jenkins' hash of bytes.
func hashBytes(bytes string, h uint32) uint32 {
	if bytes == "" {
		return h
	}
	a, b, rest := uint32(golden), uint32(golden), []byte(bytes)
	for len(rest) >= 12 {
		a, b, h = mix(a+little.LittleEndian.Uint32(rest), b+little.LittleEndian.Uint32(rest[4:]), h+little.LittleEndian.Uint32(rest[8:]))
		rest = rest[12:]
	}
	h += uint32(len(bytes))
	for i, x := range rest {
		switch at := uint32(x) << (8 * (i % 4)); {
		case i < 4:
			a += at
		case i < 8:
			b += at
		default:
			h += at << 8
		}
	}
	_, _, h = mix(a, b, h)
	return h
}

func hashTerm(t term.Term, h uint32) uint32 {
	switch t := t.(type) {
	case term.Int:
		return hashWord(uint64(t)<<4|0xf, h)
	case term.EmptyList:
		return hashWord(0x3b, h)
	case term.Atom:
		return hashWord(uint64(t.Hash())<<6|0xb, h)
	case term.Float:
		bits := math.Float64bits(float64(t))
		if t == 0 {
			bits = 0
		}
		return hashPair(uint32(bits), uint32(bits>>32), forFloat, h)
	case term.Binary:
		return hashBytes(string(t), forBinary+h)
	case term.Tuple:
		h = hashPair(uint32(len(t)), 0, forArity, h)
		for _, element := range t {
			h = hashTerm(element, h)
		}
		return h
	case *term.Cons:
		return hashList(t, h)
	case *term.Map:
		return hashMap(t, h)
	case term.PID:
		return hashWord(t.Key(), h)
	case term.Ref:
		return hashWord(t.ID, h)
	case *term.Big:
		return hashBytes(t.V.String(), h)
	}
	return h // rare as keys
}

// hashMap does not depend on the order of the pairs.
func hashMap(m *term.Map, h uint32) uint32 {
	sum := uint32(m.Len())
	for _, p := range m.Pairs() {
		sum ^= hashTerm(p.Value, hashTerm(p.Key, forMap))
	}
	return hashPair(sum, 0, forMap, h)
}

// hashList takes runs of bytes four at a time, as they are in charlists.
func hashList(t term.Term, h uint32) uint32 {
	for {
		cell, ok := t.(*term.Cons)
		if !ok {
			return hashTerm(t, h)
		}
		word, n := uint32(0), uint32(0)
		for ok && isByte(cell.Head) {
			word, n = word<<8|uint32(cell.Head.(term.Int)), n+1
			if n == 4 {
				h, word, n = hashPair(word, 0, forText, h), 0, 0
			}
			t = cell.Tail
			cell, ok = t.(*term.Cons)
		}
		if n > 0 {
			h = hashPair(word, n, forTextEnd, h)
		}
		if !ok {
			return hashTerm(t, h)
		}
		h = hashTerm(cell.Head, hashKind(forHead, h))
		t = cell.Tail
		if _, more := t.(*term.Cons); !more {
			h = hashKind(forTail, h)
		}
	}
}

func isByte(t term.Term) bool {
	n, ok := t.(term.Int)
	return ok && n >= 0 && n < 256
}
