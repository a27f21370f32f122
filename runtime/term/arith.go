package term

import (
	"math"
	"math/big"
	mathbits "math/bits"
)

// The functions of this file are the arithmetic of the hosted language. They
// return false for operands they are not defined for (badarith): what is no
// number, a zero divisor, a float out of range.

// Add returns a + b.
func Add(a, b Term) (Term, bool) {
	x, okX := a.(Int)
	y, okY := b.(Int)
	if okX && okY {
		if sum := x + y; (sum > x) == (y > 0) {
			return sum, true
		}
	}
	return numeric(a, b, (*big.Int).Add, func(x, y float64) float64 { return x + y })
}

// Sub returns a - b.
func Sub(a, b Term) (Term, bool) {
	x, okX := a.(Int)
	y, okY := b.(Int)
	if okX && okY {
		if difference := x - y; (difference < x) == (y > 0) {
			return difference, true
		}
	}
	return numeric(a, b, (*big.Int).Sub, func(x, y float64) float64 { return x - y })
}

// Mul returns a * b.
func Mul(a, b Term) (Term, bool) {
	x, okX := a.(Int)
	y, okY := b.(Int)
	if okX && okY {
		high, low := mathbits.Mul64(magnitude(x), magnitude(y))
		if high == 0 && low <= math.MaxInt64 {
			return x * y, true
		}
	}
	if tooLarge(a, b) {
		return nil, false
	}
	return numeric(a, b, (*big.Int).Mul, func(x, y float64) float64 { return x * y })
}

// maxProduct bounds the bits of a product. It is less than what the emulator
// allows, because a larger one takes seconds that nothing can interrupt.
const maxProduct = 1 << 25

// tooLarge reports whether the product of two integers is refused, as the
// emulator does with system_limit.
func tooLarge(a, b Term) bool {
	x, okX := a.(*Big)
	y, okY := b.(*Big)
	return okX && okY && x.V.BitLen()+y.V.BitLen() > maxProduct
}

func magnitude(i Int) uint64 {
	if i < 0 {
		return -uint64(i)
	}
	return uint64(i)
}

// Div returns a / b, which is a float always.
func Div(a, b Term) (Term, bool) {
	x, okX := ToFloat(a)
	y, okY := ToFloat(b)
	if !okX || !okY || y == 0 {
		return nil, false
	}
	return finite(x / y)
}

// IntDiv returns div(a, b), truncated towards zero; both must be integers.
func IntDiv(a, b Term) (Term, bool) {
	x, okX := a.(Int)
	y, okY := b.(Int)
	if okX && okY && y != 0 && !(x == math.MinInt64 && y == -1) {
		return x / y, true
	}
	return divided(a, b, (*big.Int).Quo)
}

// Rem returns rem(a, b), with the sign of a; both must be integers.
func Rem(a, b Term) (Term, bool) {
	x, okX := a.(Int)
	y, okY := b.(Int)
	if okX && okY && y != 0 {
		if y == -1 {
			return Int(0), true
		}
		return x % y, true
	}
	return divided(a, b, (*big.Int).Rem)
}

// Neg returns -a.
func Neg(a Term) (Term, bool) {
	if f, ok := a.(Float); ok {
		return -f, true
	}
	return Sub(Int(0), a)
}

// Abs returns the absolute value of a.
func Abs(a Term) (Term, bool) {
	switch n := a.(type) {
	case Float:
		return Float(math.Abs(float64(n))), true
	case Int, *Big:
		if Compare(a, Int(0)) < 0 {
			return Neg(a)
		}
		return a, true
	}
	return nil, false
}

// ToFloat returns a number as a float, and false if it is none or too large.
func ToFloat(a Term) (float64, bool) {
	switch n := a.(type) {
	case Int:
		return float64(n), true
	case Float:
		return float64(n), true
	case *Big:
		f, _ := new(big.Float).SetInt(n.V).Float64()
		return f, !math.IsInf(f, 0)
	}
	return 0, false
}

// Truncated returns the integer that round makes of a number: round is
// math.Trunc, math.Round, math.Floor or math.Ceil.
func Truncated(a Term, round func(float64) float64) (Term, bool) {
	switch n := a.(type) {
	case Int, *Big:
		return a, true
	case Float:
		whole := round(float64(n))
		if math.Abs(whole) < 1<<62 {
			return Int(whole), true
		}
		i, _ := new(big.Float).SetFloat64(whole).Int(nil)
		return Integer(i), true
	}
	return nil, false
}

// Band returns a &&& b.
func Band(a, b Term) (Term, bool) { return bitwise(a, b, (*big.Int).And) }

// Bor returns a ||| b.
func Bor(a, b Term) (Term, bool) { return bitwise(a, b, (*big.Int).Or) }

// Bxor returns bxor(a, b).
func Bxor(a, b Term) (Term, bool) { return bitwise(a, b, (*big.Int).Xor) }

// Bnot returns ~~~a.
func Bnot(a Term) (Term, bool) {
	if n, ok := a.(Int); ok {
		return ^n, true
	}
	n, ok := BigInt(a)
	if !ok {
		return nil, false
	}
	return Integer(n.Not(n)), true
}

// maxShift bounds the size of the result of a shift, as the emulator does with
// system_limit.
const maxShift = 1 << 26

// Bsl returns a <<< b; a negative b shifts right. It is not defined for
// results of more than some million bits.
func Bsl(a, b Term) (Term, bool) {
	n, okN := BigInt(a)
	shift, okShift := b.(Int)
	switch {
	case !okN || !okShift:
		return nil, false
	case shift < 0:
		return Integer(n.Rsh(n, uint(min(magnitude(shift), maxShift)))), true
	case n.Sign() == 0:
		return Int(0), true
	case shift > maxShift:
		return nil, false
	}
	return Integer(n.Lsh(n, uint(shift))), true
}

// Bsr returns a >>> b; a negative b shifts left.
func Bsr(a, b Term) (Term, bool) {
	shift, ok := b.(Int)
	if !ok || shift == math.MinInt64 {
		return nil, false
	}
	return Bsl(a, -shift)
}

// numeric computes with integers of any size if both operands are integers,
// else with floats.
func numeric(a, b Term, whole func(z, x, y *big.Int) *big.Int, float func(x, y float64) float64) (Term, bool) {
	if IsInteger(a) && IsInteger(b) {
		x, _ := BigInt(a)
		y, _ := BigInt(b)
		return Integer(whole(x, x, y)), true
	}
	x, okX := ToFloat(a)
	y, okY := ToFloat(b)
	if !okX || !okY {
		return nil, false
	}
	return finite(float(x, y))
}

func finite(f float64) (Term, bool) {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil, false
	}
	return Float(f), true
}

func divided(a, b Term, op func(z, x, y *big.Int) *big.Int) (Term, bool) {
	x, okX := BigInt(a)
	y, okY := BigInt(b)
	if !okX || !okY || y.Sign() == 0 {
		return nil, false
	}
	return Integer(op(x, x, y)), true
}

func bitwise(a, b Term, op func(z, x, y *big.Int) *big.Int) (Term, bool) {
	x, okX := BigInt(a)
	y, okY := BigInt(b)
	if !okX || !okY {
		return nil, false
	}
	return Integer(op(x, x, y)), true
}
