package transcript

import (
	"strings"
	"testing"
)

// out reads "from|text" lines; a line without | is the value, one that starts
// with "** " the failure.
func out(text string) []Output {
	var outputs []Output
	for line := range strings.SplitSeq(text, "\n") {
		from, rest, printed := strings.Cut(line, "|")
		switch {
		case text == "":
		case printed && from == "E": // standard error
			outputs = append(outputs, Output{Warning, from, rest + "\n"})
		case printed && len(from) == 1:
			outputs = append(outputs, Output{User, from, rest + "\n"})
		case strings.HasPrefix(line, "** "):
			outputs = append(outputs, Output{Failure, "", line + "\n"})
		case strings.HasPrefix(line, "warning:"):
			outputs = append(outputs, Output{Warning, "", line + "\n"})
		case strings.Contains(line, "[error]"):
			outputs = append(outputs, Output{Log, "l", "\n" + line + "\n"})
		default:
			outputs = append(outputs, Output{Value, "", line + "\n"})
		}
	}
	return outputs
}

func TestCompare(t *testing.T) {
	tests := []struct {
		name, want, got string
		order           Order
		ok              bool
	}{
		{"same", ":ok", ":ok", 0, true},
		{"other", ":ok", ":error", 0, false},
		{"missing line", "hello\n:ok", ":ok", 0, false},
		{"extra line", ":ok", "a|hello\n:ok", 0, false},
		{"blanks in terms", "{ :ok, [ 1,2 ] }", "{:ok, [1, 2]}", 0, true},
		{"wrapped term", "{:ok,\n [1,\n  2]}", "{:ok, [1, 2]}", 0, true},
		{"wrapped binary", "{:module, KV,\n <<70, 79,\n131, ...>>,\n {:init, 1}}", "{:module, KV, <<70, 79, 82, ...>>, {:init, 1}}", 0, true},
		{"binary is not any term", "<<70, ...>>", `"F"`, 0, false},
		{"text keeps blanks", "one  two\n:ok", "a|one two\n:ok", 0, false},
		{"text right-trimmed", "one two  \n:ok", "a|one two\n:ok", 0, true},
		{"text with quote", "it's\n:ok", "a|it's\n:ok", 0, true},
		{"text with bracket", "a ) (\n:ok", "a|a ) (\n:ok", 0, true},
		{"string blanks matter", `"a  b"`, `"a b"`, 0, false},

		{"id", "{:ok, #PID<0.83.0>}", "{:ok, #PID<0.112.0>}", 0, true},
		{"id twice", "{#PID<0.1.0>, #PID<0.1.0>}", "{#PID<0.9.0>, #PID<0.9.0>}", 0, true},
		{"one id, two processes", "{#PID<0.1.0>, #PID<0.1.0>}", "{#PID<0.9.0>, #PID<0.8.0>}", 0, false},
		{"two ids, one process", "{#PID<0.1.0>, #PID<0.2.0>}", "{#PID<0.9.0>, #PID<0.9.0>}", 0, false},
		{"classes", "#PID<0.1.0>", "#Port<0.9>", 0, false},
		{"reference", "#Reference<0.1.2.3>", "#Reference<0.7.8.9>", 0, true},
		{"both notations", "<0.5.0> #PID<0.5.0>\n:ok", "a|<0.7.0> #PID<0.7.0>\n:ok", 0, true},
		{"id in text", "I am #PID<0.5.0>!\n#PID<0.5.0>", "a|I am #PID<0.7.0>!\n#PID<0.7.0>", 0, true},
		{"id in a string", "#PID<0.5.0>\n\"from #PID<0.5.0>\"", "a|#PID<0.7.0>\n\"from #PID<0.7.0>\"", 0, true},
		{"other id in a string", "#PID<0.5.0>\n\"from #PID<0.5.0>\"", "a|#PID<0.7.0>\n\"from #PID<0.8.0>\"", 0, false},
		{"no id in a string", "\"from #PID<0.5.0>\"", "\"from nobody\"", 0, false},
		{"function", "#Function<42.3316493/1 in :erl_eval.expr/6>", "#Function<42.3316493/1 in :erl_eval.expr/6>", 0, true},
		{"function of another version", "#Function<12.7/2 in :erl_eval.expr/5>", "#Function<41.3316493/2 in :erl_eval.expr/6>", 0, true},
		{"function of another arity", "#Function<41.3316493/2 in :erl_eval.expr/6>", "#Function<42.3316493/1 in :erl_eval.expr/6>", 0, false},
		{"function of a module", "#Function<1.7/1 in KV.f/0>", "#Function<2.7/1 in KV.f/0>", 0, false},
		{"function in text", "got #Function<6.7/1 in :erl_eval.expr/5>", "a|got #Function<42.3316493/1 in :erl_eval.expr/6>", 0, true},
		{"function by wildcard", "{:get, _}", "{:get, #Function<42.1/1 in :erl_eval.expr/6>}", 0, true},

		{"charlist of another version", `[~c"it's \"x\""]`, `['it\'s "x"']`, 0, true},
		{"other charlist", `~c"a"`, `'b'`, 0, false},
		{"charlist and string", `~c"a"`, `"a"`, 0, false},

		{"any term", "{:ok, _}", "{:ok, %{a: [1, 2]}}", 0, true},
		{"any term of several tokens", "[_, 2]", "[&String.upcase/1, 2]", 0, true},
		{"any is one", "{:ok, _}", "{:ok, 1, 2}", 0, false},
		{"any value", "_", "{:ok, 1, 2}", 0, true},
		{"key with any value", "%{a: _, b: 1}", "%{a: {1}, b: 1}", 0, true},
		{"rest of list", "[1, ...]", "[1, 2, 3]", 0, true},
		{"rest may be empty", "[1, ...]", "[1]", 0, true},
		{"rest after other start", "[2, ...]", "[1, 2, 3]", 0, false},
		{"rest of map", "%{b: 1, ...}", "%{a: 0, b: 1, c: 2}", 0, true},
		{"any lines", "...\n:ok", "a|one\na|two\n:ok", 0, true},
		{"any lines may be none", "...\n:ok", ":ok", 0, true},
		{"any lines between", "one\n...\nthree\n:ok", "a|one\na|x\na|y\na|three\n:ok", 0, true},
		{"any lines are not all", "one\n...\nfour\n:ok", "a|one\na|x\na|three\n:ok", 0, false},
		{"error by its start", "** (KeyError) ...", "** (KeyError) key :b not found", 0, true},
		{"error of other kind", "** (KeyError) ...", "** (MatchError) no match", 0, false},
		{"wildcards only in want", "{:ok, 1}", "{:ok, _}", 0, false},

		{"map order", "%{b: 2, a: 1}", "%{a: 1, b: 2}", 0, true},
		{"map arrows", "%{2 => :b, 1 => :a}", "%{1 => :a, 2 => :b}", 0, true},
		{"struct order", "%S{b: 2, a: 1}", "%S{a: 1, b: 2}", 0, true},
		{"map size", "%{a: 1}", "%{a: 1, b: 2}", 0, false},
		{"map backtracks over ids", "%{a: #PID<0.1.0>, b: #PID<0.2.0>}", "%{b: #PID<0.8.0>, a: #PID<0.9.0>}", 0, true},
		{"list order", "[2, 1]", "[1, 2]", 0, false},
		{"map in list", "[%{b: 2, a: 1}]", "[%{a: 1, b: 2}]", 0, true},

		{"processes mix", "x1\ny1\nx2\n:ok", "a|x1\na|x2\nb|y1\n:ok", ByProcess, true},
		{"one process keeps order", "x2\nx1\n:ok", "a|x1\na|x2\n:ok", ByProcess, false},
		{"value last", ":ok\nx1", "a|x1\n:ok", ByProcess, false},
		{"late print", "x1\n:ok", ":ok\na|x1", ByProcess, true},
		{"exact", "y1\nx1\n:ok", "a|x1\nb|y1\n:ok", Exact, false},
		{"exact same", "x1\ny1\n:ok", "a|x1\nb|y1\n:ok", Exact, true},
		{"any order", "x2\nx1\n:ok", "a|x1\na|x2\n:ok", AnyOrder, true},
		{"warnings are not compared", ":ok", "warning: deprecated\n:ok", 0, true},
		{"standard error", "hello\n:ok", "E|hello\n:ok", 0, true},
		{"standard error is compared", ":ok", "E|hello\n:ok", 0, false},
		{"warnings that are written are", "warning: unused\n:ok", "warning: deprecated\n:ok", 0, false},
		{"log time", "01:02:03.004 [error] boom\n:ok", "11:12:13.014 [error] boom\n:ok", 0, true},
		{"log text", "01:02:03.004 [error] boom\n:ok", "11:12:13.014 [error] bang\n:ok", 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, ok := compare(test.want, out(test.got), test.order, newBindings(), "")
			if ok != test.ok {
				t.Errorf("compare(%q, %q) = %v (%+v), want %v", test.want, test.got, ok, d, test.ok)
			}
		})
	}
}

// TestDifferences: only the smallest terms that differ are marked. Brackets of
// the kind of a guillemet mark them here.
func TestDifferences(t *testing.T) {
	tests := []struct{ want, got, marked, markedGot string }{
		{"{:ok, 41}", "{:ok, 42}", "{:ok, ‹41›}", "{:ok, ‹42›}"},
		{"{:ok, [1, {2, 3}]}", "{:ok, [1, {2, 4}]}", "{:ok, [1, {2, ‹3›}]}", "{:ok, [1, {2, ‹4›}]}"},
		{"one\n:ok", "one\n:error", "one\n‹:ok›", "one\n‹:error›"},
		{"one\ntwo\n:ok", "one\n:ok", "one\n‹two›\n:ok", "one\n:ok"},
		{":ok", "one\n:ok", ":ok", "‹one›\n:ok"},
		{"[1, 3, 4, 5]", "[1, 2, 3, 4]", "[1, 3, 4, ‹5›]", "[1, ‹2›, 3, 4]"},
		{"%{a: 1, b: 2}", "%{b: 3, a: 1}", "%{a: 1, ‹b: 2›}", "%{‹b: 3›, a: 1}"},
		{"hello word", "hello wide world", "hello ‹word›", "hello ‹wide› ‹world›"},
		{"{1,\n 2}", "{1, 3}", "{1,\n ‹2›}", "{1, ‹3›}"},
		{"[_, 2]", "[1, 3]", "[_, ‹2›]", "[1, ‹3›]"},
		{"{#PID<0.1.0>, #PID<0.1.0>}", "{#PID<0.7.0>, #PID<0.8.0>}", "{#PID<0.1.0>, ‹#PID<0.1.0>›}", "{#PID<0.7.0>, ‹#PID<0.8.0>›}"},
		{"** (A) x", "** (A) y", "** (A) ‹x›", "** (A) ‹y›"},
		{"", ":ok", "", "‹:ok›"},
	}
	mark := func(text string) string { return "‹" + text + "›" }
	for _, test := range tests {
		wants, gots := differences(test.want, test.got, newBindings())
		if want, got := marked(test.want, wants, mark), marked(test.got, gots, mark); want != test.marked || got != test.markedGot {
			t.Errorf("differences(%q, %q) = %q, %q, want %q, %q", test.want, test.got, want, got, test.marked, test.markedGot)
		}
	}
}

func TestBindingsConflict(t *testing.T) {
	ids := newBindings()
	ids.bind("#PID<0.1.0>", "#PID<0.9.0>", "a.md:3")
	for _, test := range []struct{ want, got, text string }{
		{"#PID<0.1.0>", "#PID<0.8.0>", "#PID<0.1.0> is #PID<0.9.0> since a.md:3, got #PID<0.8.0>"},
		{"#PID<0.2.0>", "#PID<0.9.0>", "#PID<0.9.0> is written #PID<0.1.0> at a.md:3, and #PID<0.2.0> here"},
	} {
		if ids.bind(test.want, test.got, "") {
			t.Errorf("bind(%s, %s) = true", test.want, test.got)
		}
		if text := ids.conflict(test.want, test.got); text != test.text {
			t.Errorf("conflict(%s, %s) = %q, want %q", test.want, test.got, text, test.text)
		}
	}
	if m := ids.mark(); !ids.bind("#PID<0.2.0>", "#PID<0.8.0>", "") {
		t.Error("a fresh pair does not bind")
	} else if ids.undo(m); len(ids.got) != 1 || len(ids.want) != 1 {
		t.Errorf("after undo %v and %v", ids.got, ids.want)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("{:ok, #PID<0.1.0>}\n...\n:ok", "a|{:ok, #PID<0.2.0>}\nb|x\n:ok", uint8(0))
	f.Add("%{a: _, ...}\n** (E) ...", "%{b: 1, a: 2}\n** (E) x", uint8(2))
	f.Fuzz(func(t *testing.T, want, got string, order uint8) {
		outputs := out(got)
		compare(want, outputs, Order(order%3), newBindings(), "")
		if order%3 != uint8(AnyOrder) && !strings.Contains(got, "\r") {
			text := trimBlank(printed(outputs))
			if d, ok := compare(text, outputs, Exact, newBindings(), ""); !ok {
				t.Errorf("%q differs from itself: %+v", text, d)
			}
		}
	})
}
