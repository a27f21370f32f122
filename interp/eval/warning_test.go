package eval_test

import (
	"testing"

	"gex/interp/eval"
)

func TestWarning(t *testing.T) {
	for _, c := range []struct {
		warning eval.Warning
		want    string
	}{
		{eval.Warning{Message: "m", File: "iex", Line: 2}, "warning: m\n  iex:2\n\n"},
		{eval.Warning{Message: "m", File: "iex", Line: 2, Column: 7}, "warning: m\n  iex:2:7\n\n"},
		{eval.Warning{Message: "m", File: "iex", Line: 2, Place: "A.f/1"}, "warning: m\n  iex:2: A.f/1\n\n"},
		{eval.Warning{Message: "m", File: "nofile"}, "warning: m\n  nofile\n\n"},
	} {
		if got := c.warning.String(); got != c.want {
			t.Errorf("%+v prints %q, want %q", c.warning, got, c.want)
		}
	}
}
