package syntax

import "testing"

func TestSource(t *testing.T) {
	tests := recordings(t, "testdata/source.recorded")
	if len(tests) < 2000 {
		t.Fatalf("%d snippets recorded, want at least 2000", len(tests))
	}
	for _, tt := range tests {
		file, err := Parse(tt.in, Options{File: "iex"})
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.in, err)
			continue
		}
		if got := Source(file.Body); got != tt.want {
			t.Errorf("Source(%q) =\n%s\nwant\n%s", tt.in, got, tt.want)
		}
	}
}
