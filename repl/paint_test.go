package repl

import (
	"strings"
	"testing"

	"gex/interp/observe"
)

func TestPlaceAdvances(t *testing.T) {
	for _, tt := range []struct {
		text        string
		row, column int // where the next rune goes, on a screen of 10 columns
	}{
		{"", 0, 0},
		{"abc", 0, 3},
		{"0123456789", 1, 0},
		{"0123456789a", 1, 1},
		{"日本", 0, 4},
		{"日本語日本", 1, 0},
		{"012345678日", 1, 2}, // does not fit, so the last column stays empty
		{"e\u0301", 0, 1},
		{"😀", 0, 2},
		{"ab\n", 1, 0},
	} {
		at := place{width: 10}
		for _, r := range tt.text {
			at.advance(r, observe.RuneWidth(r))
		}
		if got := at.normal(); got.row != tt.row || got.column != tt.column {
			t.Errorf("%q ends in row %d, column %d, want %d, %d", tt.text, got.row, got.column, tt.row, tt.column)
		}
	}
}

func TestPlaceTo(t *testing.T) {
	for _, tt := range []struct {
		from, to place
		want     string
	}{
		{place{1, 2, 10}, place{1, 2, 10}, ""},
		{place{1, 2, 10}, place{1, 0, 10}, "\r"},
		{place{2, 2, 10}, place{0, 5, 10}, "\x1b[2A\r\x1b[5C"},
	} {
		if got := tt.from.to(tt.to); got != tt.want {
			t.Errorf("from %v to %v: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestColumnsOf(t *testing.T) {
	got := columnsOf([]string{"a", "日本", "ccc", "d"}, 18)
	if want := "a       日本\nccc     d\n"; got != want {
		t.Errorf("columnsOf = %q, want %q", got, want)
	}
	if got := columnsOf([]string{strings.Repeat("w", 30), "x"}, 10); !strings.Contains(got, "w\nx\n") {
		t.Errorf("columnsOf = %q, want a word a line", got)
	}
}

func TestFolded(t *testing.T) {
	tests := []struct {
		text    string
		columns int
		want    string
	}{
		{"one two three\n", 20, "one two three\n"},
		{"one two three\n", 8, "one two\nthree\n"},
		{"(one two three)", 7, "(one\ntwo\nthree)"},
		{"\nab cd\n\nab cd ef\n", 5, "\nab cd\n\nab cd\nef\n"},
		{"toolongforit ab\n", 5, "toolongforit\nab\n"},
		{"日本 日本\n", 5, "日本\n日本\n"},
		{"  ab cd\n", 5, "  ab\ncd\n"},
		{"\x1b[2mone two three\x1b[0m\n", 8, "\x1b[2mone two three\x1b[0m\n"},
	}
	for _, tt := range tests {
		if got := folded(tt.text, tt.columns); got != tt.want {
			t.Errorf("folded(%q, %d) = %q, want %q", tt.text, tt.columns, got, tt.want)
		}
	}
}
