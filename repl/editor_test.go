package repl

import (
	"slices"
	"testing"
)

func TestEditorOf(t *testing.T) {
	tests := []struct {
		environment map[string]string
		want        []string
	}{
		{nil, []string{"vi"}},
		{map[string]string{"EDITOR": "nano"}, []string{"nano"}},
		{map[string]string{"EDITOR": "ed", "VISUAL": "code --wait"}, []string{"code", "--wait"}},
		{map[string]string{"EDITOR": "ed", "ELIXIR_EDITOR": "subl -w __FILE__:__LINE__"}, []string{"subl", "-w", "__FILE__:__LINE__"}},
	}
	for _, tt := range tests {
		got := editorOf(func(name string) string { return tt.environment[name] })
		if !slices.Equal(got, tt.want) {
			t.Errorf("editorOf(%v) = %q, want %q", tt.environment, got, tt.want)
		}
	}
}

func TestEditCommand(t *testing.T) {
	tests := []struct {
		editor []string
		line   int
		want   []string
	}{
		{[]string{"vi"}, 1, []string{"vi", "a.go"}},
		{[]string{"/usr/bin/vim", "-n"}, 7, []string{"/usr/bin/vim", "-n", "+7", "a.go"}},
		{[]string{"code", "--wait"}, 7, []string{"code", "--wait", "a.go"}},
		{[]string{"subl", "-w", "__FILE__:__LINE__"}, 7, []string{"subl", "-w", "a.go:7"}},
	}
	for _, tt := range tests {
		if got := editCommand(tt.editor, "a.go", tt.line); !slices.Equal(got, tt.want) {
			t.Errorf("editCommand(%q, %d) = %q, want %q", tt.editor, tt.line, got, tt.want)
		}
	}
}
