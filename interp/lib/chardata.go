package lib

import (
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

// chardata is what nested lists of code points and strings were found to be.
type chardata struct {
	// text is what comes before the first fault.
	text string
	// fault is the code point or the rest of a string, from where on it is no
	// UTF-8; nil when there is none.
	fault term.Term
	// rest is fault with what comes behind it.
	rest term.Term
	// incomplete tells that the fault is a character that lacks its end.
	incomplete bool
}

// readChardata reads nested lists of code points and strings. It reports false
// for what has other things in it, wherever they are.
func readChardata(t term.Term) (chardata, bool) {
	var c chardata
	var b strings.Builder
	ok := c.read(&b, t)
	c.text = b.String()
	return c, ok
}

func (c *chardata) read(b *strings.Builder, t term.Term) bool {
	for {
		switch x := t.(type) {
		case term.EmptyList:
			return true
		case term.Binary:
			c.string(b, string(x), nil)
			return true
		case *term.Cons:
			if !c.element(b, x.Head, x.Tail) {
				return false
			}
			t = x.Tail
		default:
			return false
		}
	}
}

// element reads an element of a list of which tail is left.
func (c *chardata) element(b *strings.Builder, x, tail term.Term) bool {
	switch x := x.(type) {
	case term.Binary:
		c.string(b, string(x), tail)
		return true
	case term.Int, *term.Big:
		c.point(b, x, tail)
		return true
	}
	before := c.fault
	if !c.read(b, x) {
		return false
	}
	if before == nil && c.fault != nil && tail != term.Term(term.Empty) {
		c.rest, c.incomplete = term.List(c.rest, tail), false
	}
	return true
}

func (c *chardata) point(b *strings.Builder, x, tail term.Term) {
	if c.fault != nil {
		return
	}
	if n, ok := x.(term.Int); ok && n >= 0 && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) {
		b.WriteRune(rune(n))
		return
	}
	c.fault, c.rest = x, &term.Cons{Head: x, Tail: tail}
}

func (c *chardata) string(b *strings.Builder, s string, tail term.Term) {
	if c.fault != nil {
		return
	}
	good := validPrefix(s)
	b.WriteString(s[:good])
	if good == len(s) {
		return
	}
	rest := term.Binary(s[good:])
	c.fault, c.rest = rest, rest
	last := tail == nil || tail == term.Term(term.Empty)
	switch c.incomplete = !utf8.FullRuneInString(s[good:]); {
	case last:
	case c.incomplete:
		c.rest, c.incomplete = term.List(rest, tail), false
	default:
		c.rest = &term.Cons{Head: rest, Tail: tail}
	}
}

// validPrefix is the number of bytes of s before the first that is no UTF-8.
func validPrefix(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return len(s)
}
