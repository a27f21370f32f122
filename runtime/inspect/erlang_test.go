package inspect_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"gex/runtime/inspect"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

func TestErlangRecorded(t *testing.T) {
	data, err := os.ReadFile("testdata/erlang.txt")
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
		place, encoded, _ := strings.Cut(head, " ")
		column, err := strconv.Atoi(place)
		if err != nil {
			t.Fatal(err)
		}
		value, err := termtest.Decode(encoded)
		if err != nil {
			t.Fatal(err)
		}
		if got := inspect.ErlangAt(value, column); got != want {
			t.Errorf("at column %d\ngot:\n%s\nwant:\n%s", column, got, want)
		}
	}
	if count < 200 {
		t.Errorf("got %d recorded terms", count)
	}
}

func TestErlangWords(t *testing.T) {
	tests := []struct {
		in   term.Term
		want string
	}{
		{pid(108), "<0.108.0>"},
		{term.RefOf([3]uint32{1, 2, 3}), "#Ref<0.1.2.3>"},
		{&term.Fun{Arity: 1, Index: 42, Unique: 3316493, Place: ":erl_eval.expr/6"}, "#Fun<erl_eval.42.3316493>"},
		{&term.Fun{Arity: 1, Index: 1, Unique: 2, Place: "KV.Registry.init/1"}, "#Fun<Elixir.KV.Registry.1.2>"},
		{&term.Fun{Module: "m", Arity: 1, Index: 1, Unique: 2}, "#Fun<m.1.2>"},
		{&term.Native{Name: "Chan"}, "#Chan<>"},
		{&term.Native{Name: "KV.Entry", Fields: func() []term.Field { return []term.Field{{Name: "n", Value: term.Int(1)}} }},
			"#{'__struct__' => 'Elixir.KV.Entry',n => 1}"},
		{term.Alias("KV"), "'Elixir.KV'"},
		{term.NewMap(term.Pair{Key: atom("a"), Value: term.Int(42)}, term.Pair{Key: atom("b"), Value: term.Int(1)}), "#{a => 42,b => 1}"},
		{term.Binary("eggs"), `<<"eggs">>`},
	}
	for _, test := range tests {
		if got := inspect.Erlang(test.in); got != test.want {
			t.Errorf("Erlang(%#v) = %s, want %s", test.in, got, test.want)
		}
		if got := inspect.ErlangLine(test.in); got != test.want {
			t.Errorf("ErlangLine(%#v) = %s, want %s", test.in, got, test.want)
		}
	}
}

func ExampleErlangAt() {
	ref := term.RefOf([3]uint32{9336, 917504001, 45281})
	message := term.Tuple{pid(108), term.Tuple{pid(108), ref},
		term.Tuple{term.Atom("sync_notify"), term.Tuple{term.Atom("broadcast"), term.Int(2)}}}
	before := "*DBG* <0.126.0> got "
	fmt.Println(before + inspect.ErlangAt(message, len(before)))
	// Output:
	// *DBG* <0.126.0> got {<0.108.0>,
	//                      {<0.108.0>,#Ref<0.9336.917504001.45281>},
	//                      {sync_notify,{broadcast,2}}}
}
