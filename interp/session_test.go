package interp_test

import (
	"context"
	"strings"
	"testing"

	"gex/interp"
)

// play evaluates inputs in a session and returns the transcript of outputs.
func play(t testing.TB, o interp.Options, inputs ...string) string {
	t.Helper()
	var b strings.Builder
	o.Virtual = true
	o.Output = func(out interp.Output) { b.WriteString(out.Text) }
	s := interp.New(o)
	defer s.Close()
	for _, in := range inputs {
		s.Eval(context.Background(), in)
	}
	return b.String()
}

func TestSession(t *testing.T) {
	for _, c := range []struct {
		inputs []string
		want   string
	}{
		{[]string{"1 + 1"}, "2\n"},
		{[]string{"x = 1", "x + 1", "v(1)"}, "1\n2\n1\n"},
		{[]string{"{:ok, manager} = GenEvent.start_link", "GenEvent.sync_notify(manager, :hello)", "GenEvent.notify(manager, :world)"},
			"{:ok, #PID<0.109.0>}\n:ok\n:ok\n"},
	} {
		if got := play(t, interp.Options{}, c.inputs...); got != c.want {
			t.Errorf("%q printed\n%s\nwant\n%s", c.inputs, got, c.want)
		}
	}
}
