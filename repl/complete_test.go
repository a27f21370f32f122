package repl

import (
	"testing"

	"gex/interp"
)

func TestCommonAddition(t *testing.T) {
	for _, tt := range []struct {
		typed    string
		words    []string
		addition string
	}{
		{"Enu", []string{"Enum", "Enumerable"}, "m"},
		{"Enum", []string{"Enum", "Enumerable"}, ""},
		{"Enum.ma", []string{"Enum.map", "Enum.map_every"}, "p"},
		{"x", []string{"y"}, ""},
		{"", []string{"日本", "日米"}, "日"},
	} {
		var found []interp.Candidate
		for _, w := range tt.words {
			found = append(found, interp.Candidate{Word: w, Label: w})
		}
		if got := commonAddition(tt.typed, found); got != tt.addition {
			t.Errorf("commonAddition(%q, %q) = %q, want %q", tt.typed, tt.words, got, tt.addition)
		}
	}
}

func found(word, label, note string) interp.Candidate {
	return interp.Candidate{Word: word, Label: label, Note: note}
}

func TestMenu(t *testing.T) {
	for _, tt := range []struct {
		name  string
		found interp.Completion
		want  string
	}{
		{"nothing", interp.Completion{}, ""},
		{"one word", interp.Completion{Found: []interp.Candidate{found("Enum", "Enum", "")}}, ""},
		{"words", interp.Completion{Found: []interp.Candidate{found("Enum.map", "map/2", ""), found("Enum.max", "max/1", "")}}, "map/2    max/1\n"},
		{"signature", interp.Completion{Signature: "f(x)"}, "f(x)\n"},
		{"both", interp.Completion{Signature: "f(x)", Found: []interp.Candidate{found("a: ", "a:", ""), found("b: ", "b:", "")}}, "f(x)\na:    b:\n"},
		{"notes", interp.Completion{Found: []interp.Candidate{found("m", "m", "event manager"), found("long", "long", ""), found("x", "x", "= [1, 2, 3, 4, 5, 6, 7]")}},
			"m     event manager\nlong\nx     = [1, 2, 3...\n"},
	} {
		if got := menuOf(tt.found, 20); got != tt.want {
			t.Errorf("%s: the menu is %q, want %q", tt.name, got, tt.want)
		}
	}
}
