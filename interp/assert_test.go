package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// TestAssertionSource compares the code in the messages of assertions, which
// is formatted however it was typed.
func TestAssertionSource(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"assert_receive {:create,  'shopping',:x }, 0", "code: assert_receive {:create, 'shopping', :x}\n"},
		{"assert_receive(x when is_list( x ), 0)", "code: assert_receive x when is_list(x)\n"},
		{"assert_receive {:x,\n  1}, 0", "code: assert_receive {:x, 1}\n"},
		{"assert_received a: 100000", "code: assert_received [a: 100_000]\n"},
		{"assert_receive \"a\\tb\"<>_, 0", "code: assert_receive \"a\\tb\" <> _\n"},
	} {
		got := play(t, interp.Options{}, "import ExUnit.Assertions", c.in)
		if !strings.Contains(got, c.want) {
			t.Errorf("%q printed\n%s\nwant in it\n%s", c.in, got, c.want)
		}
	}
	got := play(t, interp.Options{}, "import ExUnit.Assertions", "send(self(), {:a, 1})", "refute_received {:a,_ }")
	if want := "Unexpectedly received message {:a, 1} (which matched {:a, _})"; !strings.Contains(got, want) {
		t.Errorf("refute_received printed\n%s\nwant in it\n%s", got, want)
	}
}
