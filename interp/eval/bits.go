package eval

import (
	"math/big"

	"gex/runtime/term"
)

// bitWriter builds a bitstring.
type bitWriter struct {
	data []byte
	size int // bits
}

// bit appends one bit.
func (w *bitWriter) bit(set bool) {
	if w.size%8 == 0 {
		w.data = append(w.data, 0)
	}
	if set {
		w.data[w.size/8] |= 0x80 >> (w.size % 8)
	}
	w.size++
}

// bytes appends the first size bits of data.
func (w *bitWriter) bytes(data string, size int) {
	if w.size%8 == 0 && size%8 == 0 {
		w.data = append(w.data, data[:size/8]...)
		w.size += size
		return
	}
	for i := range size {
		w.bit(data[i/8]&(0x80>>(i%8)) != 0)
	}
}

// append appends a bitstring and reports whether t is one.
func (w *bitWriter) append(t term.Term) bool {
	switch t := t.(type) {
	case term.Binary:
		w.bytes(string(t), 8*len(t))
	case *term.Bits:
		w.bytes(t.Bytes, t.Size)
	default:
		return false
	}
	return true
}

// integer appends the low size bits of n.
func (w *bitWriter) integer(n *big.Int, size int, little bool) {
	low := new(big.Int).And(n, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(size)), big.NewInt(1)))
	padded := low.FillBytes(make([]byte, (size+7)/8))
	if little {
		w.littleInteger(padded, size)
		return
	}
	skip := 8*len(padded) - size
	for i := skip; i < 8*len(padded); i++ {
		w.bit(padded[i/8]&(0x80>>(i%8)) != 0)
	}
}

// littleInteger appends the bytes of a big-endian integer from the last one;
// of an incomplete byte the low bits.
func (w *bitWriter) littleInteger(padded []byte, size int) {
	for i := len(padded) - 1; i >= 0; i-- {
		count := min(8, size)
		for b := count - 1; b >= 0; b-- {
			w.bit(padded[i]&(1<<b) != 0)
		}
		size -= count
	}
}

func (w *bitWriter) term() term.Term { return bitsTerm(string(w.data), w.size) }

func bitsTerm(data string, size int) term.Term {
	if size%8 == 0 {
		return term.Binary(data[:size/8])
	}
	return &term.Bits{Bytes: data[:(size+7)/8], Size: size}
}

// bitReader takes a bitstring apart.
type bitReader struct {
	data string
	at   int // bits
	size int // bits
}

func newBitReader(t term.Term) (*bitReader, bool) {
	switch t := t.(type) {
	case term.Binary:
		return &bitReader{data: string(t), size: 8 * len(t)}, true
	case *term.Bits:
		return &bitReader{data: t.Bytes, size: t.Size}, true
	}
	return nil, false
}

func (r *bitReader) rest() int { return r.size - r.at }

// take returns the next size bits as a bitstring.
func (r *bitReader) take(size int) term.Term {
	if r.at%8 == 0 && size%8 == 0 {
		from := r.at / 8
		r.at += size
		return term.Binary(r.data[from : from+size/8])
	}
	var w bitWriter
	for i := r.at; i < r.at+size; i++ {
		w.bit(r.data[i/8]&(0x80>>(i%8)) != 0)
	}
	r.at += size
	return w.term()
}

// integer reads the next size bits as a number.
func (r *bitReader) integer(size int, little, signed bool) term.Term {
	if size == 8 && r.at%8 == 0 {
		b := r.data[r.at/8]
		r.at += 8
		if signed {
			return integer(term.Int(int8(b)))
		}
		return integer(term.Int(b))
	}
	n := new(big.Int)
	data, _ := newBitReader(r.take(size))
	if little {
		n = data.littleInteger(size)
	} else {
		for i := range size {
			n.Lsh(n, 1)
			if data.data[i/8]&(0x80>>(i%8)) != 0 {
				n.SetBit(n, 0, 1)
			}
		}
	}
	if signed && size > 0 && n.Bit(size-1) == 1 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(size)))
	}
	return term.Integer(n)
}

func (r *bitReader) littleInteger(size int) *big.Int {
	n := new(big.Int)
	for done := 0; done < size; done += 8 {
		count := min(8, size-done)
		b := r.data[done/8] >> (8 - count)
		n.Or(n, new(big.Int).Lsh(big.NewInt(int64(b)), uint(done)))
	}
	return n
}
