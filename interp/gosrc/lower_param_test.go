package gosrc

import (
	"testing"

	"gex/runtime/term"
)

func TestUnnamedParameters(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`type B struct{ UseGenEvent }

func (B) Init(Term) Result { return OK([]Term{}) }

func (B) HandleEvent(Term, Term) Result { return OK(1) }`)
	for _, c := range []struct {
		function string
		args     []term.Term
		want     string
	}{
		{"init", []term.Term{term.Nil}, "{:ok, []}"},
		{"handle_event", []term.Term{term.Nil, term.Nil}, "{:ok, 1}"},
	} {
		got, err := s.apply("B", c.function, c.args...)
		if err != nil || show(got) != c.want {
			t.Errorf("%s = %s, %v; want %s", c.function, show(got), err, c.want)
		}
	}
}
