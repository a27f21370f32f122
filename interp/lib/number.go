package lib

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func integerModule() Module {
	return Module{
		Name: "Elixir.Integer",
		Doc:  "Functions on integers, which have no upper bound.",

		Macros: []code.Key{{Name: "is_even", Arity: 1}, {Name: "is_odd", Arity: 1}},
		Functions: []Function{
			{"parse", `binary, base \\ 10`, "`{integer, rest}` of the number at the beginning, or `:error`.", integerParse},
			{"to_string", `integer, base \\ 10`, "The digits as a string.", integerText(func(s string) term.Term { return term.Binary(s) }, "integer_to_binary")},
			{"to_charlist", `integer, base \\ 10`, "The digits as a charlist.", integerText(func(s string) term.Term { return term.Charlist(s) }, "integer_to_list")},
			{"digits", `integer, base \\ 10`, "The digits as a list of integers.", integerDigits},
			{"undigits", `digits, base \\ 10`, "The integer with the digits.", integerUndigits},
			{"pow", "base, exponent", "`base` to the power of `exponent`, which is not negative.", integerPow},
			{"gcd", "integer1, integer2", "The greatest common divisor.", onIntegers(integerGCD)},
			{"extended_gcd", "a, b", "`{gcd, m, n}` with `a * m + b * n == gcd`.", onIntegers(integerExtendedGCD)},
			{"mod", "dividend, divisor", "The remainder with the sign of the divisor.", integerMod},
			{"floor_div", "dividend, divisor", "The quotient, rounded down.", integerFloorDiv},
			{"is_even", "integer", "Whether the integer is even.", integerParity(0)},
			{"is_odd", "integer", "Whether the integer is odd.", integerParity(1)},
		},
	}
}

func floatModule() Module {
	return Module{
		Name: "Elixir.Float",
		Doc:  "Functions on floats of 64 bits.",
		Functions: []Function{
			{"parse", "binary", "`{float, rest}` of the number at the beginning, or `:error`.", onString(floatParse)},
			{"to_string", "float", "The shortest text that reads back as the float.", floatToString},
			{"to_charlist", "float", "As `to_string/1`, as a charlist.", floatToCharlist},
			{"round", `float, precision \\ 0`, "The float rounded to `precision` digits after the point.", floatRounding(math.Round)},
			{"ceil", `float, precision \\ 0`, "The float rounded up.", floatRounding(math.Ceil)},
			{"floor", `float, precision \\ 0`, "The float rounded down.", floatRounding(math.Floor)},
			{"ratio", "float", "`{numerator, denominator}`.", floatRatio},
			{"pow", "base, exponent", "`base` to the power of `exponent`.", floatPow},
			{"max_finite", "", "The greatest float.", pure3(term.Float(math.MaxFloat64))},
			{"min_finite", "", "The least float.", pure3(term.Float(-math.MaxFloat64))},
		},
	}
}

func integerParse(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	base, isInt := intAt(a, 1)
	if !isInt || base < 2 || base > 36 {
		return nil, exception.ArgumentError("invalid base %s", show(a[1])).In(at("Integer", "parse", 2, "integer.ex", 276))
	}
	if !ok {
		return nil, errClause
	}
	text := string(s)
	end := 0
	if text != "" && (text[0] == '-' || text[0] == '+') {
		end = 1
	}
	start := end
	for end < len(text) && digitValue(text[end]) < base {
		end++
	}
	if end == start {
		return term.ErrorAtom, nil
	}
	n, _ := parseInteger(text[:end], base)
	return term.Tuple{n, term.Binary(text[end:])}, nil
}

func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return math.MaxInt
}

func integerText(result func(string) term.Term, builtin string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := term.BigInt(a[0])
		base, isInt := intAt(a, 1)
		if !ok || !isInt || base < 2 || base > 36 {
			if base == 10 {
				return nil, badarg("erlang", builtin, a[0])
			}
			return nil, badarg("erlang", builtin, a...)
		}
		return result(strings.ToUpper(n.Text(base))), nil
	}
}

func integerDigits(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := term.BigInt(a[0])
	base, isInt := intAt(a, 1)
	if !ok || !isInt || base < 2 {
		return nil, errClause
	}
	negative := n.Sign() < 0
	var digits []term.Term
	b, digit := big.NewInt(int64(base)), new(big.Int)
	for n.Abs(n); len(digits) == 0 || n.Sign() > 0; {
		n.QuoRem(n, b, digit)
		d := term.Int(digit.Int64())
		if negative {
			d = -d
		}
		digits = append(digits, d)
	}
	slices.Reverse(digits)
	return term.List(digits...), nil
}

func integerUndigits(_ *process.Process, a []term.Term) (term.Term, error) {
	digits, ok := term.Slice(a[0])
	base, isInt := intAt(a, 1)
	if !ok || !isInt || base < 2 {
		return nil, errClause
	}
	n, b := new(big.Int), big.NewInt(int64(base))
	for _, d := range digits {
		digit, ok := d.(term.Int)
		if !ok {
			return nil, errClause
		}
		if int(digit) >= base {
			return nil, exception.ArgumentError("invalid digit %d in base %d", digit, base).In(at("Integer", "do_undigits", 3, "integer.ex", 226))
		}
		n.Add(n.Mul(n, b), big.NewInt(int64(digit)))
	}
	return term.Integer(n), nil
}

func integerPow(_ *process.Process, a []term.Term) (term.Term, error) {
	base, ok := term.BigInt(a[0])
	exponent, isInt := a[1].(term.Int)
	switch {
	case !ok || !isInt:
		return nil, errClause
	case exponent < 0:
		return nil, exception.New("ArithmeticError", "bad argument in arithmetic expression").In(exception.Frame{
			Module: "Elixir.Integer", Function: "pow", Args: a, HasArgs: true, File: "lib/integer.ex", Line: 106,
		})
	}
	return power(base, exponent)
}

// power is base to the power of an exponent that is not negative.
func power(base *big.Int, exponent term.Int) (term.Term, error) {
	const maxBits = 1 << 24
	if bits := int64(base.BitLen()); bits > 1 && bits*int64(exponent) > maxBits {
		return nil, exception.Raise(term.Atom("system_limit"))
	}
	return term.Integer(base.Exp(base, big.NewInt(int64(exponent)), nil)), nil
}

func onIntegers(f func(a, b *big.Int) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok1 := term.BigInt(a[0])
		y, ok2 := term.BigInt(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(x, y), nil
	}
}

func integerGCD(a, b *big.Int) term.Term {
	return term.Integer(new(big.Int).GCD(nil, nil, a.Abs(a), b.Abs(b)))
}

func integerExtendedGCD(a, b *big.Int) term.Term {
	gcd, m, n := extendedGCD(a, b)
	return term.Tuple{term.Integer(gcd), term.Integer(m), term.Integer(n)}
}

// extendedGCD returns the greatest common divisor of a and b with the two numbers
// by which they add up to it.
func extendedGCD(a, b *big.Int) (gcd, m, n *big.Int) {
	zero, one := new(big.Int), big.NewInt(1)
	switch {
	case a.Sign() == 0 && b.Sign() == 0:
		return zero, zero, zero
	case a.Sign() == 0:
		return b, zero, one
	case b.Sign() == 0:
		return a, one, zero
	}
	m, lastM, n, lastN := zero, one, one, zero
	for {
		quotient, rest := new(big.Int).QuoRem(a, b, new(big.Int))
		if rest.Sign() == 0 {
			break
		}
		a, b = b, rest
		m, lastM = new(big.Int).Sub(lastM, new(big.Int).Mul(quotient, m)), m
		n, lastN = new(big.Int).Sub(lastN, new(big.Int).Mul(quotient, n)), n
	}
	if b.Sign() < 0 {
		return new(big.Int).Neg(b), new(big.Int).Neg(m), new(big.Int).Neg(n)
	}
	return b, m, n
}

func integerMod(_ *process.Process, a []term.Term) (term.Term, error) {
	rem, ok := term.Rem(a[0], a[1])
	if !ok {
		return nil, exception.In(badarith("rem", a...), at("Integer", "mod", 2, "integer.ex", 130))
	}
	if signOf(rem)*signOf(a[1]) < 0 {
		rem, _ = term.Add(rem, a[1])
	}
	return rem, nil
}

func signOf(t term.Term) int { return term.Compare(t, term.Int(0)) }

func integerFloorDiv(_ *process.Process, a []term.Term) (term.Term, error) {
	quotient, ok := term.IntDiv(a[0], a[1])
	if !ok {
		return nil, exception.In(badarith("div", a...), at("Integer", "floor_div", 2, "integer.ex", 167))
	}
	rem, _ := term.Rem(a[0], a[1])
	if signOf(rem)*signOf(a[1]) < 0 {
		quotient, _ = term.Sub(quotient, term.Int(1))
	}
	return quotient, nil
}

func integerParity(want uint) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := term.BigInt(a[0])
		return term.Bool(ok && n.Bit(0) == want), nil
	}
}

// leadingFloat reads the number at the beginning of s.
func leadingFloat(s string) (term.Float, string, bool) {
	end := 0
	digits := func() int {
		start := end
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		return end - start
	}
	if end < len(s) && (s[end] == '-' || s[end] == '+') {
		end++
	}
	if digits() == 0 {
		return 0, s, false
	}
	accepted := end
	if end < len(s) && s[end] == '.' {
		if end++; digits() > 0 {
			accepted = end
		}
	}
	end = accepted
	if end < len(s) && (s[end] == 'e' || s[end] == 'E') {
		if end++; end < len(s) && (s[end] == '-' || s[end] == '+') {
			end++
		}
		if digits() > 0 {
			accepted = end
		}
	}
	f, err := strconv.ParseFloat(s[:accepted], 64)
	return term.Float(f), s[accepted:], err == nil
}

func floatParse(s string) term.Term {
	f, rest, ok := leadingFloat(s)
	if !ok {
		return term.ErrorAtom
	}
	return term.Tuple{f, term.Binary(rest)}
}

func floatToString(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Float); !ok {
		return nil, errClause
	}
	return term.Binary(show(a[0])), nil
}

func floatToCharlist(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Float); !ok {
		return nil, errClause
	}
	return term.Charlist(show(a[0])), nil
}

// floatRounding rounds the exact decimal value of a float, half away from
// zero, so that 2.675, which is a little less, becomes 2.67.
func floatRounding(round func(float64) float64) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		f, ok := a[0].(term.Float)
		precision, isInt := intAt(a, 1)
		if !ok || !isInt {
			return nil, errClause
		}
		if precision < 0 || precision > 15 {
			return nil, exception.ArgumentError("precision %d is out of valid range of 0..15", precision)
		}
		return roundExactly(float64(f), precision, round), nil
	}
}

func roundExactly(f float64, precision int, round func(float64) float64) term.Term {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(precision)), nil))
	exact := new(big.Rat).SetFloat64(f)
	exact.Mul(exact, scale)
	floor := new(big.Int).Div(exact.Num(), exact.Denom())
	fraction, _ := new(big.Rat).Sub(exact, new(big.Rat).SetInt(floor)).Float64()
	if f < 0 && fraction == 0.5 {
		fraction = math.Nextafter(0.5, 0)
	}
	floor.Add(floor, big.NewInt(int64(round(fraction))))
	result, _ := new(big.Rat).Quo(new(big.Rat).SetInt(floor), scale).Float64()
	return term.Float(math.Copysign(math.Abs(result), f))
}

func floatRatio(_ *process.Process, a []term.Term) (term.Term, error) {
	f, ok := a[0].(term.Float)
	if !ok {
		return nil, errClause
	}
	r := new(big.Rat).SetFloat64(float64(f))
	return term.Tuple{term.Integer(r.Num()), term.Integer(r.Denom())}, nil
}

func floatPow(_ *process.Process, a []term.Term) (term.Term, error) {
	base, isFloat := a[0].(term.Float)
	exponent, ok := term.ToFloat(a[1])
	if !isFloat || !ok {
		return nil, errClause
	}
	value, err := mathResult("pow", math.Pow(float64(base), exponent), a)
	return value, exception.In(err, at("Float", "pow", 2, "float.ex", 112))
}
