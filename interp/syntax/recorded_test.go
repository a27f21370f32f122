package syntax

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// recording is a snippet with what real Elixir made of it; testdata/record.exs
// says how it is taken.
type recording struct{ in, want string }

func recordings(t testing.TB, path string) []recording {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []recording
	for _, entry := range strings.Split(string(text), "\n----\n")[1:] {
		if in, want, ok := strings.Cut(entry, "\n====\n"); ok {
			out = append(out, recording{in, want})
		}
	}
	return out
}

// outcome is what this parser makes of a snippet, in the form of a recording.
func outcome(src string) string {
	file, err := Parse(src, Options{File: "iex"})
	if err != nil {
		return fmt.Sprintf("%s %s", err.(*Error).Kind, err)
	}
	return "ok " + Quoted(file.Body)
}

func TestCorpus(t *testing.T) {
	tests := recordings(t, "testdata/corpus.recorded")
	if len(tests) < 400 {
		t.Fatalf("%d snippets recorded, want at least 400", len(tests))
	}
	for _, tt := range tests {
		if got := outcome(tt.in); got != tt.want {
			t.Errorf("Parse(%q) =\n%s\nwant\n%s", tt.in, got, tt.want)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := recordings(t, "testdata/errors.recorded")
	if len(tests) < 60 {
		t.Fatalf("%d snippets recorded, want at least 60", len(tests))
	}
	for _, tt := range tests {
		if got := outcome(tt.in); got != tt.want {
			t.Errorf("Parse(%q) =\n%s\nwant\n%s", tt.in, got, tt.want)
		}
	}
}
