package syntax

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// escapeError says what is wrong with an escape.
type escapeError struct{ message, token string }

func (e *escapeError) Error() string { return e.message }

// Unescape replaces the escapes in text as a string in double quotes does. It
// is what the sigils ~s, ~w and ~c apply to their text.
func Unescape(text string) (string, error) {
	s, err := unescape(text)
	if err != nil {
		return "", err
	}
	return s, nil
}

// DeprecatedEscapes returns what Elixir says of the escapes in text that it
// advises against, in their order.
func DeprecatedEscapes(text string) []string {
	var remarks []string
	for {
		i := strings.IndexByte(text, '\\')
		if i < 0 || i == len(text)-1 {
			return remarks
		}
		if text = text[i+1:]; text[0] == 'x' {
			switch digits := hexDigits(text[1:], 2); {
			case digits == 1:
				remarks = append(remarks, `\xH`+deprecatedEscape)
			case digits == 0:
				remarks = append(remarks, `\x{H*}`+deprecatedEscape)
			}
		}
		text = text[1:]
	}
}

const deprecatedEscape = ` inside strings/sigils/chars is deprecated, please use \xHH (byte) or \uHHHH (code point) instead`

func unescape(text string) (string, *escapeError) {
	if !strings.Contains(text, `\`) {
		return text, nil
	}
	var b strings.Builder
	for text != "" {
		i := strings.IndexByte(text, '\\')
		if i < 0 || i == len(text)-1 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:i])
		rest, err := unescapeOne(&b, text[i+1:])
		if err != nil {
			return "", err
		}
		text = rest
	}
	return b.String(), nil
}

// unescapeOne writes what the escape at the start of s, behind its backslash,
// stands for, and returns the text after it.
func unescapeOne(b *strings.Builder, s string) (string, *escapeError) {
	switch {
	case s[0] == 'x':
		return unescapeHex(b, s[1:])
	case s[0] == 'u':
		return unescapeUnicode(b, s[1:])
	case s[0] == '\n':
		return s[1:], nil
	case strings.HasPrefix(s, "\r\n"):
		return s[2:], nil
	}
	r, n := utf8.DecodeRuneInString(s)
	b.WriteRune(unescapeRune(r))
	return s[n:], nil
}

var escapes = map[rune]rune{
	'0': 0, 'a': 7, 'b': '\b', 'd': 127, 'e': 27, 'f': '\f', 'n': '\n', 'r': '\r', 's': ' ', 't': '\t', 'v': '\v',
}

// unescapeRune returns what \r stands for.
func unescapeRune(r rune) rune {
	if e, ok := escapes[r]; ok {
		return e
	}
	return r
}

func unescapeHex(b *strings.Builder, s string) (string, *escapeError) {
	if n := hexDigits(s, 2); n == 2 {
		v, _ := strconv.ParseUint(s[:2], 16, 8)
		b.WriteByte(byte(v))
		return s[2:], nil
	} else if n == 1 {
		return writePoint(b, s[:1], s[1:])
	}
	if digits, rest, ok := braced(s); ok {
		return writePoint(b, digits, rest)
	}
	return "", &escapeError{messageHex, `\x`}
}

func unescapeUnicode(b *strings.Builder, s string) (string, *escapeError) {
	if hexDigits(s, 4) == 4 {
		return writePoint(b, s[:4], s[4:])
	}
	if digits, rest, ok := braced(s); ok {
		return writePoint(b, digits, rest)
	}
	return "", &escapeError{messageUnicode, `\u`}
}

// hexDigits counts the hexadecimal digits at the start of s, up to max.
func hexDigits(s string, max int) int {
	n := 0
	for n < max && n < len(s) && isDigitOf(rune(s[n]), 16) {
		n++
	}
	return n
}

// braced takes {H} with one to six digits apart.
func braced(s string) (digits, rest string, ok bool) {
	if !strings.HasPrefix(s, "{") {
		return "", "", false
	}
	n := hexDigits(s[1:], 6)
	if n == 0 || !strings.HasPrefix(s[1+n:], "}") {
		return "", "", false
	}
	return s[1 : 1+n], s[2+n:], true
}

func writePoint(b *strings.Builder, digits, rest string) (string, *escapeError) {
	v, _ := strconv.ParseUint(digits, 16, 32)
	if v > utf8.MaxRune || v >= 0xd800 && v < 0xe000 {
		return "", &escapeError{`invalid or reserved Unicode code point \u{` + digits + "}", `\u`}
	}
	b.WriteRune(rune(v))
	return rest, nil
}
