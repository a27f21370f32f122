package repl

import (
	"bytes"
	"unicode/utf8"
)

// Bytes of keys.
const (
	keyLineStart = 0x01
	keyInterrupt = 0x03
	keyEOF       = 0x04
	keyLineEnd   = 0x05
	keyClear     = 0x0C
	keyEnter     = '\r'
	keySuspend   = 0x1A
	keyEscape    = 0x1B
	keyQuit      = 0x1C
)

// Runes with a meaning between keyboard and editor. Typed ones are replaced.
const (
	lineBreakRune = '\uE00A' // a line break inside the line buffer
	insertRune    = '\uE00B' // stands for a text that is to be inserted
	moveRune      = '\uE00D' // stands for a motion of the cursor
)

// keyKind tells the units of what comes from a terminal apart.
type keyKind uint8

const (
	keyBytes   keyKind = iota // for the line editor as they are
	keyPaste                  // a bracketed paste; bytes is what was pasted
	keyControl                // a control key the keyboard deals with itself
	keyDelete                 // the key Delete, which sends more than one byte
	keyNewline                // Alt-Enter: a line break in the line
	keyTab                    // a tab that is text
)

// A key is one unit of what comes from a terminal: a rune, the sequence of a
// function key, a paste. Units are never torn apart.
type key struct {
	kind  keyKind
	bytes []byte
}

var (
	pasteStart = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// sequences translates what some terminals send to what readline understands.
var sequences = map[string]string{
	"\x1b[1~": "\x01", "\x1b[7~": "\x01", "\x1b[4~": "\x05", "\x1b[8~": "\x05",
	"\x1b[1;5C": "\x1bf", "\x1b[1;5D": "\x1bb", "\x1b[1;3C": "\x1bf", "\x1b[1;3D": "\x1bb",
	"\x1b[5C": "\x1bf", "\x1b[5D": "\x1bb",
}

// nextKey splits the first key off data. It returns 0 if data holds only the
// start of one. A tab that came together with text behind it was not pressed
// but pasted, into a terminal that does not bracket pastes, or sent by a
// program: it is text.
func nextKey(data []byte) (key, int) {
	switch {
	case len(data) == 0:
		return key{}, 0
	case data[0] == keyEscape:
		return nextEscape(data)
	case bytes.IndexByte([]byte{keyInterrupt, keyEOF, keyClear, keySuspend, keyQuit}, data[0]) >= 0:
		return key{keyControl, data[:1]}, 1
	case data[0] == 0: // readline takes it for the end of input
		return key{kind: keyBytes}, 1
	case data[0] == '\t' && len(data) > 1 && (data[1] >= ' ' || data[1] == '\t'):
		return key{kind: keyTab}, 1
	case !utf8.FullRune(data):
		return key{}, 0
	}
	r, n := utf8.DecodeRune(data)
	if r == utf8.RuneError || lineBreakRune <= r && r <= moveRune {
		return key{keyBytes, []byte("\uFFFD")}, n
	}
	return key{keyBytes, data[:n]}, n
}

// nextEscape is nextKey for data that starts with an escape.
func nextEscape(data []byte) (key, int) {
	if len(data) == 1 {
		return key{}, 0
	}
	switch data[1] {
	case '[':
		return nextSequence(data)
	case 'O':
		switch {
		case len(data) < 3:
			return key{}, 0
		case data[2] >= utf8.RuneSelf:
			return key{kind: keyBytes}, 2
		}
		return key{keyBytes, data[:3]}, 3
	case '\r', '\n':
		return key{kind: keyNewline}, 2
	}
	if r := data[1]; r < ' ' || r >= utf8.RuneSelf {
		return key{kind: keyBytes}, 1 // a lone escape means nothing
	}
	return key{keyBytes, data[:2]}, 2
}

// nextSequence is nextKey for data that starts with ESC [.
func nextSequence(data []byte) (key, int) {
	n := 2
	for n < len(data) && (data[n] < '@' || data[n] > '~') {
		n++
	}
	if n == len(data) {
		return key{}, 0
	}
	n++
	sequence := data[:n]
	if bytes.Equal(sequence, pasteStart) {
		end := bytes.Index(data, pasteEnd)
		if end < 0 {
			return key{}, 0
		}
		return key{keyPaste, data[n:end]}, end + len(pasteEnd)
	}
	if string(sequence) == "\x1b[3~" {
		return key{kind: keyDelete}, n
	}
	if other, ok := sequences[string(sequence)]; ok {
		return key{keyBytes, []byte(other)}, n
	}
	if bytes.Trim(sequence[2:n-1], "0123456789;") != nil {
		return key{kind: keyBytes}, n // readline would type a part of it
	}
	return key{keyBytes, sequence}, n
}
