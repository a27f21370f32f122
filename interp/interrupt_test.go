package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// An interrupt that comes before an input has begun is meant for it all the
// same, and for no other: Ctrl-C may be quicker than the shell.
func TestInterruptBeforeTheInput(t *testing.T) {
	for _, input := range []string{
		"receive do :never -> 1 end",
		"Process.sleep(:infinity)",
		"Stream.cycle([1]) |> Enum.each(fn x -> x end)",
		"f = fn f -> f.(f) end; f.(f)",
		"type Endless struct{}\n\nfunc (Endless) Init() { for { } }\n\nvar e = func() int { for { } }()",
	} {
		for _, virtual := range []bool{false, true} {
			s := openTyping(t, interp.Options{Virtual: virtual, NoHints: true})
			s.typed("kept = 42")
			s.Interrupt()
			if got := s.typed(input); !strings.Contains(got, "interrupted") {
				t.Errorf("%s, interrupted, prints %q", input, got)
			}
			if got := s.typed("kept"); got != "42\n" {
				t.Errorf("after %s an input prints %q", input, got)
			}
		}
	}
}
