package lib

import (
	"math"
	"strconv"
	"strings"

	"gex/runtime/term"
)

// float is the text of ~e, ~f and ~g.
func (c *control) float() (text, kind string) {
	value, ok := c.args[0].(term.Float)
	precision := c.precision
	if precision < 0 {
		precision = 6
	}
	if !ok {
		return "", "float"
	}
	letter := c.letter
	if letter == 'g' {
		letter, precision = general(math.Abs(float64(value)), precision)
	}
	switch {
	case letter == 'e' && precision >= 2:
		text = exponential(float64(value), precision)
	case letter == 'f' && precision >= 1:
		text = decimals(float64(value), precision)
	default:
		return "", "float"
	}
	whole := *c
	whole.precision = -1
	return whole.field(text), ""
}

// general tells how ~g shows a number of so many significant digits: ~f from
// 0.1 to 10000 if there is room for the digits before the point.
func general(f float64, digits int) (letter rune, precision int) {
	exponent := -2
	for limit := 0.1; exponent < 4 && f >= limit; limit *= 10 {
		exponent++
	}
	switch {
	case exponent == 4 || exponent == -2:
		return 'e', max(digits, 2)
	case digits <= 1 && exponent == -1, digits-1 > exponent:
		return 'f', max(digits-1-exponent, 1)
	}
	return 'e', max(digits, 2)
}

// extraDigits are those that Erlang looks at to round.
const extraDigits = 20

// exponential writes a number of so many digits with an exponent of as few as
// it has.
func exponential(f float64, digits int) string {
	text := strconv.FormatFloat(math.Abs(f), 'e', max(digits-1, extraDigits), 64)
	mantissa, exponent, _ := strings.Cut(text, "e")
	n, _ := strconv.Atoi(exponent)
	rounded := halfUp(mantissa, digits-1)
	if strings.HasPrefix(rounded, "10.") {
		rounded = "1.0" + rounded[len("10."):len(rounded)-1]
		n++
	}
	sign := "+"
	if n < 0 {
		sign = ""
	}
	return minus(f) + rounded + "e" + sign + strconv.Itoa(n)
}

// decimals writes a number with so many digits behind the point.
func decimals(f float64, digits int) string {
	return minus(f) + halfUp(strconv.FormatFloat(math.Abs(f), 'f', digits+extraDigits, 64), digits)
}

func minus(f float64) string {
	if math.Signbit(f) {
		return "-"
	}
	return ""
}

// halfUp cuts a decimal fraction to so many digits behind the point.
func halfUp(text string, digits int) string {
	point := strings.IndexByte(text, '.')
	end := point + 1 + digits
	if end >= len(text) {
		return text + strings.Repeat("0", end-len(text))
	}
	b := []byte(text[:end])
	if text[end] < '5' {
		return string(b)
	}
	for i := end - 1; i >= 0; i-- {
		switch {
		case b[i] == '.':
		case b[i] == '9':
			b[i] = '0'
		default:
			b[i]++
			return string(b)
		}
	}
	return "1" + string(b)
}
