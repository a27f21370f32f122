package inspect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

func (w *writer) binary(s string, limit int) {
	asString := w.Base == Decimal &&
		(w.Binaries == AsStrings || w.Binaries == InferBinaries && printable(s, w.printable))
	if !asString {
		w.bits(s, 8*len(s), limit)
		return
	}
	w.quoted(s, '"', " <> ...", stringColor)
}

// quoted writes s between quotes, escaped, with more behind it when s is
// longer than the limit of characters.
func (w *writer) quoted(s string, quote byte, more string, color colorOf) {
	colored := w.start(color)
	w.text = append(w.text, quote)
	var rest string
	w.text, rest = appendEscaped(w.text, s, quote, w.printable)
	w.text = append(w.text, quote)
	if rest != "" {
		w.write(more)
	}
	w.stop(colored)
}

// QuotedString returns s as Inspect prints a binary of characters, in quotes
// and escaped, printable or not.
func QuotedString(s string) string {
	b, _ := appendEscaped([]byte{'"'}, s, '"', unlimited)
	return string(append(b, '"'))
}

// PrintableString reports whether all of s is text as String.printable? sees it.
func PrintableString(s string) bool { return printable(s, unlimited) }

// printable reports whether the first characters of s, as many as limit says,
// can all be printed.
func printable(s string, limit int) bool {
	for s != "" && limit != 0 {
		if c := s[0]; c >= ' ' && c < 0x7f {
			s = s[1:]
			limit--
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 || !printableRune(r) {
			return false
		}
		s = s[size:]
		limit--
	}
	return true
}

func printableRune(r rune) bool {
	switch {
	case r < 0xA0:
		return r >= ' ' && r < 0x7f || escapes(r) != 0
	case r > 0xFFFD && r < 0x10000:
		return false
	}
	return true
}

// escapes returns the letter that follows the backslash for r, or 0.
func escapes(r rune) byte {
	switch r {
	case '\a':
		return 'a'
	case '\b':
		return 'b'
	case '\t':
		return 't'
	case '\n':
		return 'n'
	case '\v':
		return 'v'
	case '\f':
		return 'f'
	case '\r':
		return 'r'
	case 0x1b:
		return 'e'
	case 0x7f:
		return 'd'
	}
	return 0
}

const byteOrderMark = 0xFEFF

// appendEscaped appends as many characters of s as limit allows and returns
// what is left of s.
func appendEscaped(b []byte, s string, quote byte, limit int) ([]byte, string) {
	for s != "" && limit != 0 {
		limit--
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			b = fmt.Appendf(b, `\x%02X`, s[0])
		case r == rune(quote), r == '\\':
			b = append(b, '\\', byte(r))
		case r == '#' && strings.HasPrefix(s, "#{"):
			b = append(b, `\#{`...)
			size = 2
		case r >= ' ' && r < 0x7f:
			b = append(b, byte(r))
		default:
			b = appendRune(b, r)
		}
		s = s[size:]
	}
	return b, s
}

func appendRune(b []byte, r rune) []byte {
	switch letter := escapes(r); {
	case letter != 0:
		return append(b, '\\', letter)
	case r == 0:
		return append(b, '\\', '0')
	case r == byteOrderMark:
		return append(b, `\uFEFF`...)
	case printableRune(r):
		return utf8.AppendRune(b, r)
	case r < 0x100:
		return fmt.Appendf(b, `\x%02X`, r)
	}
	return fmt.Appendf(b, `\x{%X}`, r)
}

// charlist writes a list in single quotes if it is one of characters.
func (w *writer) charlist(list *term.Cons) bool {
	if w.Charlists == InferCharlists && !printableASCII(list, w.printable) {
		return false
	}
	text, ok := characters(list)
	if !ok {
		w.err, w.halted = &CharlistError{list, slices.Clone(w.path)}, true
	} else {
		w.quoted(text, '\'', " ++ ...", charlistColor)
	}
	return ok
}

// CharlistError is the failure to show a list as characters.
type CharlistError struct {
	List term.Term
	Path []Layer // what is around the list, from the outside
}

func (e *CharlistError) Error() string { return "no list of characters: " + Inspect(e.List, Options{}) }

// characters returns the text of a proper list of characters, strings and
// lists of them.
func characters(list *term.Cons) (string, bool) {
	b, ok := appendCharacters(nil, list)
	return string(b), ok
}

func appendCharacters(b []byte, t term.Term) ([]byte, bool) {
	for {
		cell, ok := t.(*term.Cons)
		if !ok {
			text, isText := t.(term.Binary)
			_, proper := t.(term.EmptyList)
			return append(b, text...), proper || isText && utf8.ValidString(string(text))
		}
		switch head := cell.Head.(type) {
		case term.Int:
			if head < 0 || head > utf8.MaxRune || !utf8.ValidRune(rune(head)) {
				return nil, false
			}
			b = utf8.AppendRune(b, rune(head))
		case term.Binary:
			if !utf8.ValidString(string(head)) {
				return nil, false
			}
			b = append(b, head...)
		default:
			if b, ok = appendCharacters(b, head); !ok {
				return nil, false
			}
		}
		t = cell.Tail
	}
}

// printableASCII reports whether the first elements of t, as many as limit
// says, are printable characters of ASCII.
func printableASCII(t term.Term, limit int) bool {
	for ; limit != 0; limit-- {
		cell, ok := t.(*term.Cons)
		if !ok {
			_, proper := t.(term.EmptyList)
			return proper
		}
		r, ok := cell.Head.(term.Int)
		if !ok || r < 7 || r > 126 || r < ' ' && (escapes(rune(r)) == 0) {
			return false
		}
		t = cell.Tail
	}
	return true
}

// bits writes size bits as bytes between << and >>.
func (w *writer) bits(bytes string, size, limit int) {
	if size == 0 {
		w.token("<<>>", binaryColor)
		return
	}
	w.group()
	w.token("<<", binaryColor)
	w.nest(bitstringNest)
	for i := range len(bytes) {
		if i > 0 {
			w.write(comma)
			w.line(markFlex, " ")
		}
		if limit == 0 {
			w.write(ellipsis)
			break
		}
		limit = less(limit)
		w.segment(bytes[i], size-8*i)
		if w.full() {
			break
		}
	}
	w.nest(-bitstringNest)
	w.token(">>", binaryColor)
	w.document.end(len(bytes) > 1)
}

// segment writes one byte, or the first bits of it when fewer are left.
func (w *writer) segment(b byte, left int) {
	if left >= 8 {
		w.integer(int64(b))
		return
	}
	w.integer(int64(b >> (8 - left)))
	w.write("::size(" + strconv.Itoa(left) + ")")
}
