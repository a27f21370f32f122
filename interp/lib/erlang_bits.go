package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// bitstringToList lists the bytes, and the bits that are left as the last.
func bitstringToList(self *process.Process, a []term.Term) (term.Term, error) {
	bits, ok := a[0].(*term.Bits)
	if !ok {
		if _, isBinary := a[0].(term.Binary); !isBinary {
			return nil, refused("erlang", "bitstring_to_list", a, "not a bitstring")
		}
		return erlangBytes(self, a)
	}
	var list []term.Term
	whole := bits.Size / 8
	for i := range whole {
		list = append(list, term.Int(bits.Bytes[i]))
	}
	return term.List(append(list, &term.Bits{Bytes: bits.Bytes[whole:], Size: bits.Size % 8})...), nil
}

// listToBitstring joins bytes and bitstrings; only the last may have bits that
// make no byte.
func listToBitstring(_ *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, badarg("erlang", "list_to_bitstring", a...)
	}
	var b []byte
	left := 0 // the bits of the last byte that are used, 0 for all
	var join func(t term.Term) bool
	join = func(t term.Term) bool {
		switch t := t.(type) {
		case term.EmptyList:
			return true
		case term.Int:
			b = append(b, byte(t))
			return left == 0 && t >= 0 && t <= 0xFF
		case term.Binary:
			b = append(b, t...)
			return left == 0 || t == ""
		case *term.Bits:
			fits := left == 0
			b = append(b, t.Bytes...)
			left = t.Size % 8
			return fits
		case *term.Cons:
			return join(t.Head) && join(t.Tail)
		}
		return false
	}
	if !join(a[0]) {
		return nil, badarg("erlang", "list_to_bitstring", a...)
	}
	if left == 0 {
		return term.Binary(b), nil
	}
	return &term.Bits{Bytes: string(b), Size: 8*(len(b)-1) + left}, nil
}

// adlerModulus is the largest prime below 65536.
const adlerModulus = 65521

// adlerFrom goes on with an Adler-32.
func adlerFrom(old uint32, b []byte) uint32 {
	low, high := old&0xFFFF, old>>16
	for _, x := range b {
		low = (low + uint32(x)) % adlerModulus
		high = (high + low) % adlerModulus
	}
	return high<<16 | low
}

// adlerCombined is the Adler-32 of two parts, the second of n bytes.
func adlerCombined(first, second uint32, n int) uint32 {
	low := (first&0xFFFF + second&0xFFFF + adlerModulus - 1) % adlerModulus
	rest := uint64(n % adlerModulus)
	high := (rest*uint64(first&0xFFFF) + uint64(first>>16) + uint64(second>>16) + adlerModulus - rest) % adlerModulus
	return uint32(high)<<16 | low
}

// crcCombined is the CRC-32 of two parts, the second of n bytes: that of the
// first goes through n zeros.
func crcCombined(first, second uint32, n int) uint32 {
	const polynomial = 0xEDB88320
	for range 8 * n {
		if first&1 != 0 {
			first = first>>1 ^ polynomial
		} else {
			first >>= 1
		}
	}
	return first ^ second
}

func checksumFrom(function string, f func(old uint32, b []byte) uint32) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		old, ok := intAt(a, 0)
		if !ok || old < 0 || old > 0xFFFFFFFF {
			return nil, badarg("erlang", function, a...)
		}
		return onBytes(function, func(b []byte) term.Term { return term.Int(f(uint32(old), b)) })(nil, a[1:])
	}
}

func checksumCombined(function string, f func(first, second uint32, n int) uint32) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		first, ok1 := intAt(a, 0)
		second, ok2 := intAt(a, 1)
		n, ok3 := intAt(a, 2)
		if !ok1 || !ok2 || !ok3 || n < 0 {
			return nil, badarg("erlang", function, a...)
		}
		return term.Int(f(uint32(first), uint32(second), n)), nil
	}
}
