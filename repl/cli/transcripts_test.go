package cli

import (
	"testing"

	"gex/interp"
)

func TestAgree(t *testing.T) {
	printed := []interp.Output{
		{Kind: interp.User, Text: "hello\n"}, {Kind: interp.Value, Text: "\x1b[33m{:ok, #PID<0.109.0>}\x1b[0m\n"},
	}
	for pasted, want := range map[string]bool{
		"hello\n{:ok, #PID<0.83.0>}":  true,
		"hello\n{:ok,  #PID<0.83.0>}": true,
		"{:ok, #PID<0.83.0>}":         false,
		"hello\n{:error, :no}":        false,
	} {
		if got := agree(pasted, printed); got != want {
			t.Errorf("agree(%q) = %t", pasted, got)
		}
	}
}
