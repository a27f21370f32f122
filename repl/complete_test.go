package repl

import (
	"slices"
	"testing"
)

func TestCompletionTexts(t *testing.T) {
	for _, tt := range []struct {
		typed      string
		candidates []string
		addition   string
		shown      []string
	}{
		{"Enu", []string{"Enum", "Enumerable"}, "m", []string{"Enum", "Enumerable"}},
		{"Enum", []string{"Enum", "Enumerable"}, "", []string{"Enum", "Enumerable"}},
		{"Enum.ma", []string{"Enum.map", "Enum.map_every"}, "p", []string{"map", "map_every"}},
		{"KV.", []string{"KV.Bucket", "KV.Registry"}, "", []string{"Bucket", "Registry"}},
		{"x", []string{"y"}, "", []string{"y"}},
		{"", []string{"日本", "日米"}, "日", []string{"日本", "日米"}},
	} {
		if got := commonAddition(tt.typed, tt.candidates); got != tt.addition {
			t.Errorf("commonAddition(%q, %q) = %q, want %q", tt.typed, tt.candidates, got, tt.addition)
		}
		if got := withoutModule(tt.candidates); !slices.Equal(got, tt.shown) {
			t.Errorf("withoutModule(%q) = %q, want %q", tt.candidates, got, tt.shown)
		}
	}
}
