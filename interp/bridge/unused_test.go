package bridge

import "testing"

func TestDiscarded(t *testing.T) {
	const before = "func (M) F(x Term) int {\n\tvar y Term = x\n\tz := 1\n\tvar used Term = 2\n\tSend(x, used)\n\ta, b := 1, 2\n\treturn a + b\n}\n"
	const want = "func (M) F(x Term) int {\n\t_ = x\n\t_ = 1\n\tvar used Term = 2\n\tSend(x, used)\n\ta, b := 1, 2\n\treturn a + b\n}\n"
	if got, err := discarded(before); got != want || err != nil {
		t.Errorf("discarded gives\n%s%v, want\n%s", got, err, want)
	}
}
