package repl

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

func TestNextKey(t *testing.T) {
	for _, tt := range []struct {
		in    string
		kind  keyKind
		bytes string
		size  int
	}{
		{"", keyBytes, "", 0},
		{"ab", keyBytes, "a", 1},
		{"ü", keyBytes, "ü", 2},
		{"\xc3", keyBytes, "", 0},
		{"\xff", keyBytes, "\uFFFD", 1},
		{"\uE00A", keyBytes, "\uFFFD", 3},
		{"\x00", keyBytes, "", 1},
		{"\x03", keyControl, "\x03", 1},
		{"\x04x", keyControl, "\x04", 1},
		{"\r", keyBytes, "\r", 1},
		{"\t", keyBytes, "\t", 1},
		{"\t\r", keyBytes, "\t", 1},
		{"\t\tx", keyTab, "", 1},
		{"\tx", keyTab, "", 1},
		{"\x1b", keyBytes, "", 0},
		{"\x1b\x1b", keyBytes, "", 1},
		{"\x1b\x03", keyBytes, "", 1},
		{"\x1bb", keyBytes, "\x1bb", 2},
		{"\x1b\r", keyNewline, "", 2},
		{"\x1b[", keyBytes, "", 0},
		{"\x1b[Ax", keyBytes, "\x1b[A", 3},
		{"\x1bOH", keyBytes, "\x1bOH", 3},
		{"\x1b[3~", keyDelete, "", 4},
		{"\x1b[1~", keyBytes, "\x01", 4},
		{"\x1b[1;5D", keyBytes, "\x1bb", 6},
		{"\x1b[?1;2c", keyBytes, "", 7},
		{"\x1b[200~a\nb", keyBytes, "", 0},
		{"\x1b[200~a\nb\x1b[201~c", keyPaste, "a\nb", 15},
	} {
		key, size := nextKey([]byte(tt.in))
		if key.kind != tt.kind || string(key.bytes) != tt.bytes || size != tt.size {
			t.Errorf("nextKey(%q) = %v %q, %d, want %v %q, %d",
				tt.in, key.kind, key.bytes, size, tt.kind, tt.bytes, tt.size)
		}
	}
}

// FuzzNextKey: keys are cut off without panic, and what is cut does not depend
// on what comes behind.
func FuzzNextKey(f *testing.F) {
	for _, seed := range []string{"abc", "\x1b[A", "\x1b[200~x\x1b[201~", "\x1b[3~", "\x1bOA", "日本"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = data[:min(200, len(data))]
		for len(data) > 0 {
			key, size := nextKey(data)
			if size == 0 {
				return
			}
			if size < 0 || size > len(data) {
				t.Fatalf("nextKey(%q) takes %d bytes", data, size)
			}
			if key.kind == keyBytes && !utf8.Valid(key.bytes) {
				t.Fatalf("nextKey(%q) = %q, want UTF-8", data, key.bytes)
			}
			more, _ := nextKey(append(bytes.Clone(data), 'x'))
			if !bytes.Equal(more.bytes, key.bytes) && data[0] != '\t' {
				t.Fatalf("nextKey(%q) = %q, and %q with more behind", data, key.bytes, more.bytes)
			}
			data = data[size:]
		}
	})
}
