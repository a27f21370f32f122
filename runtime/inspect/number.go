package inspect

import (
	"math"
	"strconv"
	"strings"

	"gex/runtime/term"
)

func integerText(t term.Term, base Base) string {
	if i, ok := t.(term.Int); ok && base == Decimal {
		return strconv.FormatInt(int64(i), 10)
	}
	i, _ := term.BigInt(t)
	var prefix string
	radix := 10
	switch base {
	case Binary:
		prefix, radix = "0b", 2
	case Octal:
		prefix, radix = "0o", 8
	case Hex:
		prefix, radix = "0x", 16
	}
	digits := strings.ToUpper(i.Text(radix))
	if i.Sign() < 0 {
		return "-" + prefix + digits[1:]
	}
	return prefix + digits
}

// plainFloats is the end of the range in which Elixir writes whole floats
// without an exponent.
const plainFloats = 1e16

func floatText(f float64) string {
	if a := math.Abs(f); a >= 1 && a < plainFloats && a == math.Trunc(a) {
		return strconv.FormatFloat(f, 'f', 1, 64)
	}
	return ErlangFloat(f)
}

// largestExact is the largest float that io_lib_format still writes with all
// its digits before the point.
const largestExact = 1 << 53

// ErlangFloat returns the shortest text that reads as f again, with or
// without an exponent as io_lib_format chooses, which prefers the shorter
// form and the plain one when they tie.
func ErlangFloat(f float64) string {
	if f == 0 {
		if math.Signbit(f) {
			return "-0.0"
		}
		return "0.0"
	}
	short := strconv.FormatFloat(math.Abs(f), 'e', -1, 64)
	mantissa, exponent, _ := strings.Cut(short, "e")
	digits := strings.Replace(mantissa, ".", "", 1)
	e, err := strconv.Atoi(exponent)
	if err != nil { // infinite or not a number, which no term is
		return short
	}
	text := placePoint(digits, e+1, math.Abs(f) < largestExact)
	if f < 0 {
		return "-" + text
	}
	return text
}

// placePoint writes digits with the decimal point before digit number place.
func placePoint(digits string, place int, exact bool) string {
	n := len(digits)
	scientific := digits[:1] + "." + digits[1:]
	if n == 1 {
		scientific += "0"
	}
	scientific += "e" + strconv.Itoa(place-1)
	switch {
	case place <= 0:
		if plain := "0." + strings.Repeat("0", -place) + digits; len(plain) <= len(scientific) {
			return plain
		}
	case place < n:
		return digits[:place] + "." + digits[place:]
	default:
		if plain := digits + strings.Repeat("0", place-n) + ".0"; exact && len(plain) <= len(scientific) {
			return plain
		}
	}
	return scientific
}
