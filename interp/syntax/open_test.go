package syntax

import (
	"strings"
	"testing"
)

func TestCompleting(t *testing.T) {
	tests := []struct {
		source string
		lines  []string
		want   int
	}{
		{"[1,", []string{"2]", "3"}, 1},
		{"f fn ->", []string{"", "  1", "end", "end"}, 3},
		{"[1,", []string{"2"}, 0},
		{"[1,", nil, 0},
		{"[1,", []string{"2)", "]"}, 0},
		{"[1,\n#iex:break", []string{"]"}, 0},
		{"[1]", []string{"[1", "]"}, 0},
		{"[1", []string{strings.Repeat("\n", 3), "]"}, 2},
		{"1 +", append(make([]string, completingLimit), "1"), 0},
	}
	for _, test := range tests {
		if got := Completing(test.source, test.lines); got != test.want {
			t.Errorf("Completing(%q, %q) = %d, want %d", test.source, test.lines, got, test.want)
		}
	}
}
