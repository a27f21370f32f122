package term

import (
	"cmp"
	"math"
	"math/big"
	"strings"
)

// Equal is ==, which takes 1 and 1.0 as equal.
func Equal(a, b Term) bool { return compare(a, b, false) == 0 }

// Same is ===: equal in value and in kind. Patterns and map keys compare so.
func Same(a, b Term) bool {
	switch a := a.(type) {
	case Atom:
		b, ok := b.(Atom)
		return ok && a == b
	case Int:
		b, ok := b.(Int)
		return ok && a == b
	case Binary:
		b, ok := b.(Binary)
		return ok && a == b
	}
	return compare(a, b, true) == 0
}

// Compare returns -1, 0 or 1 by Erlang's order of terms:
//
//	number < atom < reference < function < port < pid < tuple < map < [] < list < bitstring
//
// It compares numbers by value, so Compare(1, 1.0) is 0.
func Compare(a, b Term) int { return compare(a, b, false) }

// CompareExact is the order of map keys: as Compare, but an integer comes
// before the float of the same value, and so do all integers before floats.
func CompareExact(a, b Term) int { return compare(a, b, true) }

// The ranks of the order; natives without fields stand with functions, being
// neither, and those with fields are maps.
const (
	rankNumber = iota
	rankAtom
	rankRef
	rankFun
	rankNative
	rankPID
	rankTuple
	rankMap
	rankEmpty
	rankCons
	rankBits
)

func rank(t Term) int {
	switch t := t.(type) {
	case Int, *Big, Float:
		return rankNumber
	case Atom:
		return rankAtom
	case Ref:
		return rankRef
	case *Fun:
		return rankFun
	case *Native:
		if t.Fields != nil {
			return rankMap
		}
		return rankNative
	case PID:
		return rankPID
	case Tuple:
		return rankTuple
	case *Map:
		return rankMap
	case EmptyList:
		return rankEmpty
	case *Cons:
		return rankCons
	default:
		return rankBits
	}
}

func compare(a, b Term, exact bool) int {
	ra, rb := rank(a), rank(b)
	if ra != rb {
		return cmp.Compare(ra, rb)
	}
	switch a := a.(type) {
	case Atom:
		return strings.Compare(string(a), string(b.(Atom)))
	case Ref:
		return cmp.Compare(a.ID, b.(Ref).ID)
	case *Fun:
		return compareFuns(a, b.(*Fun))
	case *Native:
		if ra == rankMap {
			return compareAsMaps(a, b, exact)
		}
		return compareOpaque(a, b.(*Native))
	case PID:
		return cmp.Compare(a.Key(), b.(PID).Key())
	case Tuple:
		return compareTuples(a, b.(Tuple), exact)
	case *Map:
		if b, ok := b.(*Map); ok {
			return compareMaps(a, b, exact)
		}
		return compareAsMaps(a, b, exact)
	case EmptyList:
		return 0
	case *Cons:
		return compareLists(a, b.(*Cons), exact)
	case Binary, *Bits:
		return compareBits(a, b)
	}
	return compareNumbers(a, b, exact)
}

func compareNumbers(a, b Term, exact bool) int {
	fa, isFloatA := a.(Float)
	fb, isFloatB := b.(Float)
	switch {
	case isFloatA && isFloatB:
		return cmp.Compare(fa, fb)
	case exact && isFloatA:
		return 1
	case exact && isFloatB:
		return -1
	case isFloatA:
		return -compareIntFloat(b, float64(fa))
	case isFloatB:
		return compareIntFloat(a, float64(fb))
	}
	ia, okA := a.(Int)
	ib, okB := b.(Int)
	if okA && okB {
		return cmp.Compare(ia, ib)
	}
	x, _ := BigInt(a)
	y, _ := BigInt(b)
	return x.Cmp(y)
}

// compareIntFloat compares exactly, however large the integer is.
func compareIntFloat(i Term, f float64) int {
	const exactInts = 1 << 53
	if n, ok := i.(Int); ok && n > -exactInts && n < exactInts {
		return cmp.Compare(float64(n), f)
	}
	x, _ := BigInt(i)
	whole, frac := math.Modf(f)
	y, _ := new(big.Float).SetFloat64(whole).Int(nil)
	if c := x.Cmp(y); c != 0 {
		return c
	}
	return -cmp.Compare(frac, 0)
}

func compareTuples(a, b Tuple, exact bool) int {
	if len(a) != len(b) {
		return cmp.Compare(len(a), len(b))
	}
	for i := range a {
		if c := compare(a[i], b[i], exact); c != 0 {
			return c
		}
	}
	return 0
}

func compareLists(a, b *Cons, exact bool) int {
	for {
		if a == b {
			return 0
		}
		if c := compare(a.Head, b.Head, exact); c != 0 {
			return c
		}
		nextA, okA := a.Tail.(*Cons)
		nextB, okB := b.Tail.(*Cons)
		if !okA || !okB {
			return compare(a.Tail, b.Tail, exact)
		}
		a, b = nextA, nextB
	}
}

// compareMaps goes by size, then by the keys, then by the values.
func compareMaps(a, b *Map, exact bool) int {
	if a.Len() != b.Len() {
		return cmp.Compare(a.Len(), b.Len())
	}
	if a == b {
		return 0
	}
	pairsA, pairsB := a.Sorted(), b.Sorted()
	for i := range pairsA {
		if c := compare(pairsA[i].Key, pairsB[i].Key, true); c != 0 {
			return c
		}
	}
	for i := range pairsA {
		if c := compare(pairsA[i].Value, pairsB[i].Value, exact); c != 0 {
			return c
		}
	}
	return 0
}

func compareBits(a, b Term) int {
	bytesA, sizeA := bitsOf(a)
	bytesB, sizeB := bitsOf(b)
	common := min(sizeA, sizeB) / 8
	if c := strings.Compare(bytesA[:common], bytesB[:common]); c != 0 {
		return c
	}
	if rest := min(sizeA, sizeB) % 8; rest > 0 {
		shift := 8 - rest
		if c := cmp.Compare(bytesA[common]>>shift, bytesB[common]>>shift); c != 0 {
			return c
		}
	}
	return cmp.Compare(sizeA, sizeB)
}

func bitsOf(t Term) (string, int) {
	if b, ok := t.(*Bits); ok {
		return b.Bytes, b.Size
	}
	s := string(t.(Binary))
	return s, 8 * len(s)
}
