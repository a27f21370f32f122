package inspect_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"gex/runtime/inspect"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

func TestErlangWithinRecorded(t *testing.T) {
	data, err := os.ReadFile("testdata/erlang_limits.txt")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for part := range strings.SplitSeq("\n"+string(data), "\n## ") {
		if part == "" {
			continue
		}
		count++
		head, want, _ := strings.Cut(strings.TrimSuffix(part, "\n"), "\n")
		var directive, encoded string
		var depth, chars, column int
		if _, err := fmt.Sscan(head, &directive, &depth, &chars, &column, &encoded); err != nil {
			t.Fatal(err)
		}
		value, err := termtest.Decode(encoded)
		if err != nil {
			t.Fatal(err)
		}
		style := inspect.ErlangStyle{
			Raw:       strings.HasSuffix(directive, "w"),
			Latin1:    !strings.HasPrefix(directive, "t"),
			NoStrings: strings.HasPrefix(directive, "l"),
		}.Within(depth, chars)
		got := style.Line(value)
		if !style.Raw {
			got = style.At(value, column, 80)
		}
		if got != want {
			t.Errorf("~%s of %s at column %d, depth %d, %d characters\ngot:\n%s\nwant:\n%s", directive, inspect.ErlangLine(value), column, depth, chars, got, want)
		}
	}
	if count < 500 {
		t.Errorf("got %d recorded terms", count)
	}
}

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
