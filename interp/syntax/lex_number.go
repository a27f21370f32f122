package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

var bases = map[rune]int{'x': 16, 'b': 2, 'o': 8}

// number lexes an integer or a float.
func (lx *lexer) number() {
	if base := bases[lx.peek(1)]; lx.peek(0) == '0' && base > 0 && isDigitOf(lx.peek(2), base) {
		n := lx.digits(2, base)
		lx.addInt(n, base, 2)
		return
	}
	n := lx.digits(0, 10)
	float := false
	for {
		if m := lx.fraction(n, float); m > n {
			n, float = m, true
			continue
		}
		break
	}
	pos, text := lx.pos(), lx.ahead(n)
	if float {
		lx.addFloat(n)
	} else {
		lx.addInt(n, 10, 0)
	}
	if c := lx.peek(0); isLetter(c) || c == '_' {
		bail(fault{pos: pos, before: fmt.Sprintf(messageNumber, string(c), text), token: string(c)})
	}
}

// digits returns the index after the digits and underscores from n on.
func (lx *lexer) digits(n, base int) int {
	for {
		switch {
		case isDigitOf(lx.peek(n), base):
			n++
		case lx.peek(n) == '_' && isDigitOf(lx.peek(n+1), base) && n > 0:
			n += 2
		default:
			return n
		}
	}
}

// fraction returns the index after a fraction at n or, in a float, after an
// exponent.
func (lx *lexer) fraction(n int, float bool) int {
	c := lx.peek(n)
	switch {
	case !float && c == '.' && isDigit(lx.peek(n+1)):
		return lx.digits(n+1, 10)
	case float && (c == 'e' || c == 'E') && isDigit(lx.peek(n+1)):
		return lx.digits(n+1, 10)
	case float && (c == 'e' || c == 'E') && strings.ContainsRune("+-", lx.peek(n+1)) && isDigit(lx.peek(n+2)):
		return lx.digits(n+2, 10)
	}
	return n
}

func isDigitOf(c rune, base int) bool {
	switch {
	case base == 16:
		return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
	default:
		return c >= '0' && c < '0'+rune(base)
	}
}

func (lx *lexer) addInt(n, base, prefix int) {
	text := lx.ahead(n)
	digits := strings.ReplaceAll(text[prefix:], "_", "")
	lit := &Int{Pos: lx.pos()}
	v, err := strconv.ParseInt(digits, base, 64)
	if err == nil {
		lit.Value = v
	} else {
		lit.Big, _ = new(big.Int).SetString(digits, base)
	}
	lx.add(tInt, text, n)
	lx.last().lit = lit
}

func (lx *lexer) addFloat(n int) {
	text := lx.ahead(n)
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	if err != nil {
		lx.fail("invalid float number ", text, "")
	}
	lit := &Float{Pos: lx.pos(), Value: v}
	lx.add(tFloat, text, n)
	lx.last().lit = lit
}

// char lexes ?a and ?\n.
func (lx *lexer) char() bool {
	c, pos := lx.peek(1), lx.pos()
	switch {
	case c == end:
		return false
	case c == '\\' && lx.peek(2) != end:
		c = lx.peek(2)
		lx.addChar(unescapeRune(c), 3)
		lx.warnEscapedChar(pos, c)
	default:
		lx.addChar(c, 2)
		if name, ok := runeNames[c]; ok {
			lx.warn(pos, "found ? followed by code point 0x%X (%s), please use ?%s instead", c, name.name, name.escape)
		}
	}
	return true
}

func (lx *lexer) addChar(c rune, n int) {
	lit := &Int{Pos: lx.pos(), Value: int64(c)}
	lx.add(tChar, lx.ahead(n), n)
	lx.last().lit = lit
}

func (lx *lexer) warnEscapedChar(pos Pos, c rune) {
	if c == '\\' || unescapeRune(c) != c {
		return
	}
	if name, ok := runeNames[c]; ok {
		lx.warn(pos, `found ?\ followed by code point 0x%X (%s), please use ?%s instead`, c, name.name, name.escape)
	} else if isLetter(c) {
		lx.warn(pos, `unknown escape sequence ?\%c, use ?%c instead`, c, c)
	}
}

// handle lexes #PID<0.1.2> and its like. It reports false if # is an ordinary
// comment.
func (lx *lexer) handle() bool {
	for name, count := range handleSizes {
		if !lx.has("#" + name + "<") {
			continue
		}
		numbers, width := lx.handleNumbers(2 + len(name))
		if len(numbers) != count {
			return false
		}
		lit := &Handle{Pos: lx.pos(), Kind: name, Numbers: numbers}
		lx.add(tHandle, lx.ahead(width), width)
		lx.last().lit = lit
		return true
	}
	return false
}

// handleSizes tells how many numbers each kind of handle has.
var handleSizes = map[string]int{"PID": 3, "Reference": 4, "Port": 2}

// handleNumbers reads n.n.n> from n on; it returns nil if there is something
// else.
func (lx *lexer) handleNumbers(n int) ([]uint64, int) {
	var numbers []uint64
	for {
		start := n
		for isDigit(lx.peek(n)) {
			n++
		}
		v, err := strconv.ParseUint(string(lx.src[min(lx.at+start, len(lx.src)):min(lx.at+n, len(lx.src))]), 10, 64)
		if err != nil {
			return nil, 0
		}
		numbers = append(numbers, v)
		switch lx.peek(n) {
		case '.':
			n++
		case '>':
			return numbers, n + 1
		default:
			return nil, 0
		}
	}
}
