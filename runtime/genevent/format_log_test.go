package genevent_test

import (
	"testing"

	"gex/runtime/genevent"
	"gex/runtime/ioserver"
	"gex/runtime/term"
)

func reportOf(kind string, pairs ...term.Pair) *term.Map {
	label := term.Pair{Key: atom("label"), Value: tuple(atom("gen_event"), atom(kind))}
	return term.NewMap(append(pairs, label)...)
}

func at(key string, value term.Term) term.Pair { return term.Pair{Key: atom(key), Value: value} }

func TestFormatLog(t *testing.T) {
	var numbers []term.Term
	for i := range 15 {
		numbers = append(numbers, term.Int(i+1))
	}
	report := reportOf("terminate", at("handler", atom("my_handler")), at("name", atom("bus")),
		at("last_message", term.List(numbers...)), at("state", atom("the_state")), at("reason", tuple(atom("EXIT"), atom("wrapped"))))
	warning := reportOf("no_handle_info", at("module", term.Alias("MyModule")), at("message", tuple(atom("a"), term.Binary("message"))))
	single := at("single_line", term.True)
	depth := at("depth", term.Int(10))
	run(t, func(w *world) {
		for _, test := range []struct {
			report  term.Term
			options []term.Pair
			want    string
		}{
			{report, nil, "** gen_event handler my_handler crashed.\n** Was installed in bus\n" +
				"** Last event was: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]\n** When handler state == the_state\n** Reason == wrapped\n"},
			{report, []term.Pair{depth}, "** gen_event handler my_handler crashed.\n** Was installed in bus\n" +
				"** Last event was: [1,2,3,4,5,6,7,8,9|...]\n** When handler state == the_state\n** Reason == wrapped\n"},
			{report, []term.Pair{depth, single}, "Generic event handler my_handler crashed. Installed: bus. " +
				"Last event: [1,2,3,4,5,6,7,8,9|...]. State: the_state. Reason: wrapped."},
			{warning, nil, "** Undefined handle_info in 'Elixir.MyModule'\n** Unhandled message: {a,<<\"message\">>}\n"},
			{warning, []term.Pair{single}, "Undefined handle_info in 'Elixir.MyModule'. Unhandled message: {a,<<\"message\">>}."},
		} {
			got, err := genevent.Erlang.FormatLogOptions(w.Self, test.report, term.NewMap(test.options...))
			if err != nil {
				t.Fatal(err)
			}
			if text, _ := ioserver.Chars(got); text != test.want {
				t.Errorf("S40: got\n%s\nwant\n%s", text, test.want)
			}
		}
		w.Want("S39", w.Result(genevent.Erlang.FormatLog(w.Self, warning)),
			`{'** Undefined handle_info in ~p\n** Unhandled message: ~tp\n', [MyModule, {:a, "message"}]}`)
		w.Want("S39", w.Result(genevent.Erlang.FormatLog(w.Self, atom("x"))), "error :function_clause")
	})
}
