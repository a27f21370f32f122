package inspect_test

import (
	"testing"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

func TestLimit(t *testing.T) {
	numbers := term.List(term.Int(1), term.Int(2), term.Int(3))
	pairs := term.NewMap(term.Pair{Key: atom("a"), Value: numbers}, term.Pair{Key: atom("b"), Value: term.Int(2)})
	tests := []struct {
		in    term.Term
		depth int
		want  string
	}{
		{numbers, -1, "[1,2,3]"},
		{numbers, 0, "'...'"},
		{numbers, 1, "['...']"},
		{numbers, 3, "[1,2,'...']"},
		{numbers, 4, "[1,2,3]"},
		{term.Charlist("text"), 2, `"text"`},
		{term.ListWithTail([]term.Term{term.Int(1)}, term.Int(2)), 2, "[1,'...']"},
		{term.ListWithTail([]term.Term{term.Int(1)}, term.Int(2)), 3, "[1|2]"},
		{term.Tuple{}, 1, "{}"},
		{term.Tuple{numbers, term.Int(2)}, 3, "{[1,'...'],2}"},
		{term.Tuple{numbers, term.Int(2)}, 2, "{['...'],'...'}"},
		{pairs, 1, "#{a => '...',b => '...'}"},
		{pairs, 4, "#{a => [1,2,'...'],b => 2}"},
	}
	for _, test := range tests {
		if got := inspect.Erlang(inspect.Limit(test.in, test.depth)); got != test.want {
			t.Errorf("Limit(%s, %d) = %s, want %s", inspect.Erlang(test.in), test.depth, got, test.want)
		}
	}
}
