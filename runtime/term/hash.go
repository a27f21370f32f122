package term

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
)

// golden is 2^32 divided by the golden ratio. Its multiples keep the kinds of
// terms apart.
const golden = 0x9e3779b9

// The multiples of golden by the kind of what is mixed in.
const (
	saltPlain = iota + 1
	saltEmpty
	saltAtom
	saltString
	_
	_
	_
	_
	saltTuple
	saltNegative
	saltPositive
	saltFloat
	saltBinary
	saltExport
	saltBits
	saltMap
	saltHead
	saltTail
	saltPairs
	saltEnd = 22 // of a string, and of the levels of a trie
)

const (
	// emptyHash is that of [] by itself.
	emptyHash = 3468870702
	// trieSeed is where the hash of a key begins.
	trieSeed = 0xcc9e2d51
	// smallBits are those of the integers that the portable hash takes as 32 bits.
	smallBits = 28
	// wordBits are those of the integers that OTP keeps in a word.
	wordBits = 60
)

// PortableHash is erlang:phash2/2 of 2^32: the same number in every node. It
// reports false for what has no number that is known outside of its node: pids,
// references, closures and values of Go.
func PortableHash(t Term) (uint32, bool) {
	h := hasher{known: true}
	h.term(t)
	return h.sum, h.known
}

// NodeHash is the number by which OTP 25 places a key in a map and in a table of
// ets, as erts_debug:get_internal_state({internal_hash, Key}) has it. It holds
// within a node: OTP hashes an atom by its index in the table of the node, which
// depends on everything that was loaded before, and here its text stands for
// that; processes, references, closures and values of Go have numbers of gex's own.
func NodeHash(key Term) uint32 {
	h := hasher{inNode: true, sum: trieSeed}
	h.term(key)
	return h.sum
}

// trieOrder is the place of a key among those of a map of more than 32 keys, in
// OTP the path in a trie by NodeHash: level counts the times that eight
// branchings were not enough.
func trieOrder(key Term, level int) uint32 {
	h := hasher{inNode: true}
	if level > 0 {
		h.words(uint32(level), 1, saltEnd)
	}
	h.sum ^= trieSeed
	h.term(key)
	return reversedNibbles(h.sum)
}

// reversedNibbles puts the lowest four bits first.
func reversedNibbles(x uint32) uint32 {
	x = bits.ReverseBytes32(x)
	return x>>4&0x0f0f0f0f | x&0x0f0f0f0f<<4
}

// hasher makes the two hashes of OTP that mix after Jenkins: the portable one,
// and the one of maps, which holds within a node.
type hasher struct {
	sum    uint32
	inNode bool
	known  bool
}

// mix is Jenkins' mixing of three words.
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

// words mixes two words in, with the salt of their kind.
func (h *hasher) words(x, y uint32, salt uint32) {
	salt *= golden
	_, _, h.sum = mix(salt+x, salt+y, h.sum)
}

// kind mixes in that something of a kind follows.
func (h *hasher) kind(salt uint32) { h.sum = bits.RotateLeft32(h.sum^salt*golden, 17) }

// immediate mixes in a term that OTP keeps in one word.
func (h *hasher) immediate(word uint64) { h.words(uint32(word), uint32(word>>32), saltPlain) }

func (h *hasher) term(t Term) {
	switch t := t.(type) {
	case Atom:
		h.atom(t)
	case Int:
		h.integer(int64(t))
	case *Big:
		h.big(t.V)
	case Float:
		h.float(float64(t))
	case Binary:
		h.binary(string(t), 0)
	case *Bits:
		h.binary(t.Bytes[:t.Size/8], t.Size%8, t.Bytes[t.Size/8])
	case EmptyList:
		h.empty()
	case *Cons:
		h.list(t)
	case Tuple:
		h.words(uint32(len(t)), 0, saltTuple)
		for _, e := range t {
			h.term(e)
		}
	case *Map:
		h.pairs(t)
	default:
		if m, ok := AsMap(t); ok {
			h.pairs(m)
			return
		}
		h.handle(t)
	}
}

// The tags of the terms that are one word.
const (
	tagAtom  = 0b001011
	tagSmall = 0b1111
	nilWord  = 0b111011
	// nilNumber stands for [] in the portable hash.
	nilNumber = 2
)

func (h *hasher) atom(a Atom) {
	switch {
	case h.inNode:
		h.immediate(uint64(a.Hash())<<6 | tagAtom)
	case h.sum == 0:
		h.sum = a.Hash()
	default:
		h.words(a.Hash(), 0, saltAtom)
	}
}

func (h *hasher) empty() {
	switch {
	case h.inNode:
		h.immediate(nilWord)
	case h.sum == 0:
		h.sum = emptyHash
	default:
		h.words(nilNumber, 0, saltEmpty)
	}
}

func (h *hasher) integer(n int64) {
	sized := func(bits int) bool { return n>>(bits-1) == 0 || n>>(bits-1) == -1 }
	switch {
	case !sized(wordBits):
		h.big(big.NewInt(n))
	case h.inNode:
		h.immediate(uint64(n)<<4 | tagSmall)
	case sized(smallBits):
		if n < 0 {
			h.words(uint32(-n), 0, saltPlain)
		}
		h.words(uint32(n), 0, saltPlain)
	default:
		h.magnitude(magnitude(Int(n)), n < 0)
	}
}

// magnitude mixes in 64 bits of an absolute value.
func (h *hasher) magnitude(m uint64, negative bool) {
	salt := uint32(saltPositive)
	if negative {
		salt = saltNegative
	}
	h.words(uint32(m), uint32(m>>32), salt)
}

func (h *hasher) big(n *big.Int) {
	bytes := n.Bytes()
	for len(bytes)%8 != 0 {
		bytes = append([]byte{0}, bytes...)
	}
	for end := len(bytes); end > 0; end -= 8 {
		h.magnitude(binary.BigEndian.Uint64(bytes[end-8:end]), n.Sign() < 0)
	}
}

func (h *hasher) float(f float64) {
	word := math.Float64bits(f)
	if f == 0 {
		word = 0
	}
	if h.inNode {
		h.words(uint32(word), uint32(word>>32), saltFloat)
	} else {
		h.words(uint32(word>>32), uint32(word), saltFloat)
	}
}

// binary mixes in whole bytes and, of a bitstring, the bits of the byte after.
func (h *hasher) binary(text string, spare int, last ...byte) {
	seed := h.sum + uint32(saltBinary*golden&0xffffffff)
	if text == "" && spare == 0 {
		h.sum = seed
		return
	}
	h.sum = block(text, seed)
	if spare > 0 {
		h.words(uint32(spare), uint32(last[0]>>(8-spare)), saltBits)
	}
}

// block is Jenkins' hash of bytes.
func block(text string, seed uint32) uint32 {
	a, b, c := uint32(golden), uint32(golden), seed
	var part [12]byte
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(part[i:]) }
	rest := text
	for ; len(rest) >= len(part); rest = rest[len(part):] {
		copy(part[:], rest)
		a, b, c = mix(a+word(0), b+word(4), c+word(8))
	}
	clear(part[:])
	copy(part[:8], rest)
	if len(rest) > 8 {
		copy(part[9:], rest[8:]) // the lowest byte is for the length
	}
	_, _, c = mix(a+word(0), b+word(4), c+word(8)+uint32(len(text)))
	return c
}

// list takes small integers in a row as a string, four of them a word.
func (h *hasher) list(cell *Cons) {
	for {
		var word, count uint32
		tail := Term(cell)
		for {
			n, isInt := cell.Head.(Int)
			if !isInt || n < 0 || n > 0xff {
				break
			}
			word = word<<8 + uint32(n)
			if count++; count == 4 {
				h.words(word, 0, saltString)
				word, count = 0, 0
			}
			tail = cell.Tail
			next, more := tail.(*Cons)
			if !more {
				break
			}
			cell = next
		}
		if count > 0 {
			h.string(word, count)
		}
		if _, more := tail.(*Cons); !more {
			h.term(tail)
			return
		}
		if h.inNode {
			h.kind(saltHead)
		}
		h.term(cell.Head)
		next, more := cell.Tail.(*Cons)
		if !more {
			if h.inNode {
				h.kind(saltTail)
			}
			h.term(cell.Tail)
			return
		}
		cell = next
	}
}

// string mixes in the last characters of a string, up to three.
func (h *hasher) string(word, count uint32) {
	if h.inNode {
		h.words(word, count, saltEnd)
	} else {
		h.words(word, 0, saltString)
	}
}

// pairs mixes in a map: between nodes, which may have the pairs in another order,
// the order does not matter.
func (h *hasher) pairs(m *Map) {
	h.words(uint32(m.Len()), 0, saltMap)
	if m.Len() == 0 {
		return
	}
	if h.inNode {
		for _, p := range m.Pairs() {
			h.term(p.Key)
			h.term(p.Value)
		}
		return
	}
	sum, all := h.sum, uint32(0)
	for _, p := range m.Pairs() {
		h.sum = 0
		h.term(p.Key)
		h.term(p.Value)
		all ^= h.sum
	}
	h.sum = sum
	h.words(all, 0, saltPairs)
}

// handle mixes in what has its number from the node.
func (h *hasher) handle(t Term) {
	switch t := t.(type) {
	case *Fun:
		if t.External {
			h.words(uint32(t.Arity), t.Module.Hash(), saltPlain)
			h.words(Atom(t.Name).Hash(), 0, saltExport)
			return
		}
		h.words(uint32(t.Unique), uint32(t.Index), saltExport)
	case PID:
		h.immediate(t.Key())
	case Ref:
		h.immediate(t.ID)
	}
	h.known = false
}
