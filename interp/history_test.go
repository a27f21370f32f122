package interp_test

import (
	"strconv"
	"testing"

	"gex/interp"
)

func TestHistorySize(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	for i := range 23 {
		s.typed(strconv.Itoa(i + 1))
	}
	const frames = "    (iex 1.14.0) lib/iex/history.ex:54: IEx.History.nth/2\n    (iex 1.14.0) lib/iex/helpers.ex:402: IEx.Helpers.v/1\n"
	outOfBounds := func(n string) string {
		return "** (RuntimeError) v(" + n + ") is out of bounds\n" + frames
	}
	for _, tt := range []struct{ input, want string }{
		{"v(3)", outOfBounds("3")},
		{"v(4)", "4\n"},
		{"v", "4\n"},
		{"v(0)", outOfBounds("0")},
		{"v(:a)", outOfBounds("a")},
		{"IEx.configure(history_size: 2)", ":ok\n"},
		{"v(-2)", "4\n"},
		{"v(-3)", outOfBounds("-3")},
		{"IEx.configure(history_size: -1)", ":ok\n"},
		{"1", "1\n"},
		{"2", "2\n"},
		{"v(-3)", ":ok\n"},
		{"v(-5)", "4\n"},
	} {
		if got := s.typed(tt.input); got != tt.want {
			t.Errorf("%s prints %q, want %q", tt.input, got, tt.want)
		}
	}
}
