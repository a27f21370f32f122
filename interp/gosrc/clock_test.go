package gosrc

import (
	"testing"
)

// Time is the node's: a virtual clock jumps over what is waited for.
func TestTimeOfNode(t *testing.T) {
	s := newSession(t)
	s.mustDefine("func F() string {\n\tbefore := time.Now()\n\ttime.Sleep(time.Hour)\n\t<-time.After(time.Minute)\n\treturn time.Since(before).String()\n}")
	before := s.node.SystemTime()
	if got, err := s.apply("Go", "f"); err != nil || show(got) != `"1h1m0s"` {
		t.Errorf("f() = %s, %v", show(got), err)
	}
	if passed := s.node.SystemTime().Sub(before).String(); passed != "1h1m0s" {
		t.Errorf("%s have passed on the node", passed)
	}
}

// Random numbers are the same at every run of a virtual node, and others with
// another seed.
func TestRandomOfNode(t *testing.T) {
	draw := func(seed int64) string {
		s := newSession(t)
		s.unit.Seed(seed)
		s.mustDefine("import r2 \"math/rand/v2\"\nfunc F() string { return fmt.Sprint(rand.Intn(1e9), rand.Perm(5), r2.IntN(1e9), r2.Float64()) }")
		got, err := s.apply("Go", "f")
		if err != nil {
			t.Fatal(err)
		}
		return show(got)
	}
	first := draw(0)
	if again := draw(0); again != first {
		t.Errorf("first %s, then %s", first, again)
	}
	if other := draw(7); other == first || other != draw(7) {
		t.Errorf("with seed 7 %s, without %s", other, first)
	}
}
