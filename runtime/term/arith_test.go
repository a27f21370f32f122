package term_test

import (
	"math"
	"math/big"
	"testing"

	"gex/runtime/term"
)

type binaryOp func(a, b term.Term) (term.Term, bool)

func bigTerm(text string) term.Term {
	n, _ := new(big.Int).SetString(text, 10)
	return term.Integer(n)
}

func TestArithmetic(t *testing.T) {
	tests := []struct {
		name string
		op   binaryOp
		a, b term.Term
		want term.Term // nil means badarith
	}{
		{"add", term.Add, term.Int(2), term.Int(3), term.Int(5)},
		{"add negative", term.Add, term.Int(2), term.Int(-3), term.Int(-1)},
		{"add zero", term.Add, term.Int(2), term.Int(0), term.Int(2)},
		{"add overflow", term.Add, term.Int(math.MaxInt64), term.Int(1), bigTerm("9223372036854775808")},
		{"add underflow", term.Add, term.Int(math.MinInt64), term.Int(-1), bigTerm("-9223372036854775809")},
		{"add float", term.Add, term.Int(1), term.Float(0.5), term.Float(1.5)},
		{"add atom", term.Add, term.Int(1), term.Atom("a"), nil},
		{"add floats out of range", term.Add, term.Float(math.MaxFloat64), term.Float(math.MaxFloat64), nil},
		{"sub", term.Sub, term.Int(2), term.Int(3), term.Int(-1)},
		{"sub zero", term.Sub, term.Int(2), term.Int(0), term.Int(2)},
		{"sub overflow", term.Sub, term.Int(math.MinInt64), term.Int(1), bigTerm("-9223372036854775809")},
		{"sub back to small", term.Sub, bigTerm("9223372036854775808"), term.Int(1), term.Int(math.MaxInt64)},
		{"mul", term.Mul, term.Int(-4), term.Int(3), term.Int(-12)},
		{"mul overflow", term.Mul, term.Int(1 << 62), term.Int(2), bigTerm("9223372036854775808")},
		{"mul least", term.Mul, term.Int(math.MinInt64), term.Int(1), term.Int(math.MinInt64)},
		{"div", term.Div, term.Int(10), term.Int(4), term.Float(2.5)},
		{"div by zero", term.Div, term.Int(10), term.Int(0), nil},
		{"div by float zero", term.Div, term.Int(10), term.Float(0), nil},
		{"intdiv", term.IntDiv, term.Int(-7), term.Int(2), term.Int(-3)},
		{"intdiv by zero", term.IntDiv, term.Int(-7), term.Int(0), nil},
		{"intdiv float", term.IntDiv, term.Float(7), term.Int(2), nil},
		{"intdiv least", term.IntDiv, term.Int(math.MinInt64), term.Int(-1), bigTerm("9223372036854775808")},
		{"rem", term.Rem, term.Int(-7), term.Int(2), term.Int(-1)},
		{"rem least", term.Rem, term.Int(math.MinInt64), term.Int(-1), term.Int(0)},
		{"rem by zero", term.Rem, term.Int(1), term.Int(0), nil},
		{"band", term.Band, term.Int(6), term.Int(3), term.Int(2)},
		{"bor", term.Bor, term.Int(6), term.Int(-8), term.Int(-2)},
		{"bxor", term.Bxor, term.Int(6), term.Int(3), term.Int(5)},
		{"bsl", term.Bsl, term.Int(1), term.Int(64), bigTerm("18446744073709551616")},
		{"bsl negative", term.Bsl, term.Int(-5), term.Int(-1), term.Int(-3)},
		{"bsl too large", term.Bsl, term.Int(1), term.Int(1 << 40), nil},
		{"bsr", term.Bsr, bigTerm("18446744073709551616"), term.Int(64), term.Int(1)},
		{"bsr far", term.Bsr, term.Int(-1), term.Int(math.MaxInt64), term.Int(-1)},
	}
	for _, test := range tests {
		got, ok := test.op(test.a, test.b)
		if ok != (test.want != nil) || ok && !term.Same(got, test.want) {
			t.Errorf("%s: (%v, %v) = %v, %v, want %v", test.name, test.a, test.b, got, ok, test.want)
		}
	}
}

func TestUnaryArithmetic(t *testing.T) {
	if got, _ := term.Neg(term.Int(math.MinInt64)); !term.Same(got, bigTerm("9223372036854775808")) {
		t.Errorf("Neg(least) = %v", got)
	}
	if got, _ := term.Abs(term.Float(-1.5)); !term.Same(got, term.Float(1.5)) {
		t.Errorf("Abs(-1.5) = %v", got)
	}
	if got, _ := term.Bnot(term.Int(5)); !term.Same(got, term.Int(-6)) {
		t.Errorf("Bnot(5) = %v", got)
	}
	if got, _ := term.Truncated(term.Float(-1.5), math.Trunc); !term.Same(got, term.Int(-1)) {
		t.Errorf("Truncated(-1.5) = %v", got)
	}
	if got, _ := term.Truncated(term.Float(1e20), math.Round); !term.Same(got, bigTerm("100000000000000000000")) {
		t.Errorf("Truncated(1e20) = %v", got)
	}
	if _, ok := term.Abs(term.Atom("a")); ok {
		t.Error("Abs(:a) is defined")
	}
}

func TestAddMatchesBig(t *testing.T) {
	edges := []term.Int{0, 1, -1, 2, -2, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, math.MinInt64 + 1, 1 << 32, -1 << 31}
	for _, a := range edges {
		for _, b := range edges {
			x, y := big.NewInt(int64(a)), big.NewInt(int64(b))
			check := func(name string, op binaryOp, want *big.Int) {
				if got, ok := op(a, b); !ok || !term.Same(got, term.Integer(want)) {
					t.Errorf("%s(%d, %d) = %v, want %v", name, a, b, got, want)
				}
			}
			check("Add", term.Add, new(big.Int).Add(x, y))
			check("Sub", term.Sub, new(big.Int).Sub(x, y))
			check("Mul", term.Mul, new(big.Int).Mul(x, y))
		}
	}
}
