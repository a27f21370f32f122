package deflate_test

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"gex/interp/deflate"
)

// That the bytes are those of zlib the recordings in testdata/elixir/zlib.txt show.

func TestCompressedComesBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		text := make([]byte, random.IntN(1<<(n%18)+1))
		letters := 1 + random.IntN(255)
		for i := range text {
			text[i] = byte(random.IntN(letters))
			if from := i - random.IntN(300); i > 300 && n%3 == 0 && random.IntN(40) > 0 {
				text[i] = text[from]
			}
		}
		back(t, text)
	}
}

// TestDeepTree makes a code that is longer than one may be.
func TestDeepTree(t *testing.T) {
	var b strings.Builder
	for i, a, next := 0, 1, 1; i < 20; i, a, next = i+1, next, a+next {
		b.WriteString(strings.Repeat(string(rune('a'+i)), a))
	}
	text := []byte(b.String())
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(text), func(i, j int) { text[i], text[j] = text[j], text[i] })
	back(t, text)
}

func back(t *testing.T, text []byte) {
	t.Helper()
	made := deflate.Compress(text)
	got, err := io.ReadAll(flate.NewReader(bytes.NewReader(made)))
	if err != nil || !bytes.Equal(got, text) {
		t.Errorf("%d bytes come back as %d, %v", len(text), len(got), err)
	}
}

func FuzzCompress(f *testing.F) {
	f.Add([]byte("la la la, li li li"))
	f.Fuzz(func(t *testing.T, text []byte) { back(t, text) })
}
