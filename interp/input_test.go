package interp_test

import (
	"testing"

	"gex/interp"
)

func TestStatus(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true})
	defer s.Close()
	for _, c := range []struct {
		text string
		want interp.Status
	}{
		{"1 + 1", interp.Complete},
		{"1 +", interp.Incomplete},
		{"1 + \\", interp.Incomplete},
		{"1 + \\\n2", interp.Complete},
		{"?", interp.Complete}, // the newline behind it
		{"~z", interp.Wrong},
		{"%", interp.Wrong},
		{"", interp.Blank},
		{"# nothing", interp.Blank},
		{")", interp.Wrong},
	} {
		if got := s.Status(c.text); got != c.want {
			t.Errorf("Status(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
