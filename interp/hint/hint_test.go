package hint

import (
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// known are the facts of the tests.
type known struct{}

var bucket = term.PID{Identity: &term.Identity{Number: 110}}

func (known) Gone(pid term.PID) string {
	if pid == bucket {
		return "#PID<0.110.0> (Bucket) exited at input 5 with :boom"
	}
	return ""
}

func (known) LastNamed(name term.Atom) string {
	if name == term.Alias("Bucket") {
		return "#PID<0.110.0> (Bucket) exited at input 5 with :boom"
	}
	return ""
}
func (known) Waiting(term.Term) string { return "#PID<0.110.0> (Bucket) is running" }
func (known) Self() term.PID           { return term.PID{Identity: &term.Identity{Number: 108}} }
func (known) Value(name string) (term.Term, bool) {
	return bucket, name == "bucket"
}
func (known) Variables() []string { return []string{"bucket", "manager", "f"} }
func (known) Modules() []string   { return []string{"Enum", "KV.Bucket", "GenEvent"} }
func (known) Functions() map[string][]int {
	return map[string][]int{"flush": {0}, "send": {2}, "spawn": {1, 3}}
}
func (known) InGo(module string) bool { return module == "Counter" }
func (known) Removed(string) string   { return "it was removed" }

func undefinedFunction(name string) string {
	return "** (CompileError) iex:1: undefined function " + name + " (there is no such import)"
}

// call is the exit of a call of server for a reason.
func call(reason term.Atom, server term.Term) *exception.Error {
	return exception.Exit(term.Tuple{reason, term.Tuple{term.Alias("GenServer"), term.Atom("call"), term.List(server, term.Atom("x"), term.Int(5000))}})
}

func undefinedInit(module string) string {
	return "** (EXIT from #PID<0.110.0>) shell process exited with reason: an exception was raised:\n" +
		"    ** (UndefinedFunctionError) function " + module + ".init/1 is undefined or private\n" +
		"        " + module + ".init(0)\n" +
		"        (stdlib 4.2) gen_server.erl:851: :gen_server.init_it/2"
}

func TestFor(t *testing.T) {
	const syntaxError = "** (SyntaxError) iex:1:1: syntax error before: x"
	alreadyStarted := term.Tuple{term.Atom("badmatch"), term.Tuple{term.ErrorAtom, term.Tuple{term.Atom("already_started"), bucket}}}
	for _, c := range []struct {
		input, text string
		err         *exception.Error
		want        string // begins with; "" for no hint
	}{
		{"a = 1 / 0", "** (ArithmeticError) bad argument", nil, ""},
		{"for (i = 0; i < 3; i++) {}", syntaxError, nil, "loops go over collections"},
		{"if x do 1 else if y do 2 end", "** (TokenMissingError) x", nil, "there is no else if"},
		{"if x\n1\nend", "** (SyntaxError) unexpected reserved word: end", nil, "a block begins with do: if ... do"},
		{"if x do\n1\nend\nend", "** (SyntaxError) unexpected reserved word: end", nil, ""},
		{`"a" + "b"`, "** (ArithmeticError) bad", nil, "strings are joined with <>"},
		{"self.foo", "** (KeyError) key :foo", nil, "self() is a pid"},
		{"err != nil", undefinedFunction("err/0"), nil, "failures are values"},
		{"null", undefinedFunction("null/0"), nil, "what is not there is nil"},
		{"gex learn processes", undefinedFunction("gex/1"), nil, "gex learn is a command of its own: leave with exit"},
		{"learn processes", undefinedFunction("learn/1"), nil, "gex learn is a command of its own: leave with exit"},
		{"gex", undefinedFunction("gex/0"), nil, "there is no variable gex"},
		{"flsh", undefinedFunction("flsh/0"), nil, "did you mean flush?"},
		{"manger", undefinedFunction("manger/0"), nil, "did you mean manager?"},
		{"\x1b[31mmanger", "\x1b[31m" + undefinedFunction("manger/0") + "\x1b[0m", nil, "did you mean manager?"},
		{"zzz", undefinedFunction("zzz/0"), nil, "there is no variable zzz"},
		{"zzz(1)", undefinedFunction("zzz/1"), nil, ""},
		{"send 1", undefinedFunction("send/1"), nil, "there is send/2, but not with 1"},
		{"spawn", undefinedFunction("spawn/0"), nil, "there is spawn/1, spawn/3, but not with 0"},
		{"f(1)", undefinedFunction("f/1"), nil, "f is a variable: a function in a variable is called with a dot, f.(...)"},
		{"Enm.map", "function Enm.map/0 is undefined (module Enm is not available)", nil, "did you mean Enum?"},
		{"Bucket.get", "function Bucket.get/0 is undefined (module Bucket is not available)", nil, "did you mean KV.Bucket? alias"},
		{"GenServer.call(bucket, :x)", "** (exit) exited in", call("noproc", bucket), "#PID<0.110.0> (Bucket) exited at input 5 with :boom; /why 0.110.0 tells more"},
		{"GenServer.call(Bucket, :x)", "** (exit) exited in", call("noproc", term.Alias("Bucket")), "nobody is called Bucket any more: #PID<0.110.0>"},
		{"GenServer.call(:foo, :x)", "** (exit) exited in", call("noproc", term.Atom("foo")), "nobody is registered as :foo: start it first"},
		{"GenEvent.notify(bucket, :x)", "** (exit) no process", exception.Exit(term.Atom("noproc")), "#PID<0.110.0> (Bucket) exited"},
		{"GenServer.call(self(), :x)", "** (exit) exited in", call("calling_self", bucket), "a process that calls itself"},
		{"GenServer.call(bucket, :x)", "** (exit) exited in", call("timeout", bucket), "the server has not answered in time: #PID<0.110.0> (Bucket) is running"},
		{"GenServer.call(bucket, :x)", "** (exit) exited in", call("boom", bucket), "#PID<0.110.0> (Bucket) exited at"},
		{"exit(:boom)", "** (exit) :boom", exception.Exit(term.Atom("boom")), ""},
		{"{:ok, b} = start()", "** (MatchError) no match", exception.Raise(alreadyStarted), "it runs already, as #PID<0.110.0>"},
		{"{:ok, b} = start()", "** (MatchError) no match", exception.Raise(term.Tuple{term.Atom("badmatch"), term.Tuple{term.ErrorAtom, term.Atom("x")}}), "the right side failed: :x"},
		{"GenServer.start_link(Counter, 0)", undefinedInit("Counter"), nil, "Counter has no init/1: give it the method, or embed UseGenServer in the struct, which has a default for each callback"},
		{"GenServer.start_link(KV.Bucket, 0)", undefinedInit("KV.Bucket"), nil, ""},
		{"Counter.init(0)", "** (UndefinedFunctionError) function Counter.init/1 is undefined or private\n    Counter.init(0)", nil, ""},
		{"1 = 2", "** (MatchError) no match", exception.Raise(term.Tuple{term.Atom("badmatch"), term.Int(2)}), ""},
	} {
		got := For(Failure{Input: c.input, Text: c.text, Error: c.err, Facts: known{}})
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" || strings.Contains(got, "\n") {
			t.Errorf("For(%q) = %q, want %q", c.input, got, c.want)
		}
	}
}

func TestForValue(t *testing.T) {
	notFound := term.Tuple{term.ErrorAtom, term.Atom("not_found")}
	if got := ForValue("GenEvent.call(m, Foo, :x)", notFound, known{}); got != "it was removed" {
		t.Errorf("of {:error, :not_found} it says %q", got)
	}
	for _, value := range []term.Term{term.OK, term.Tuple{term.ErrorAtom, term.Atom("x")}, term.Tuple{term.ErrorAtom}} {
		if got := ForValue("x", value, known{}); got != "" {
			t.Errorf("of %v it says %q", value, got)
		}
	}
}

// A callback that is not there is told of when it is in what add_handler returns.
func TestForAbsentCallback(t *testing.T) {
	stack := func(module string, caller term.Atom) term.Term {
		frame := term.Tuple{caller, term.Atom("do_handler"), term.Int(3), term.Empty}
		return term.Tuple{term.Atom("undef"), term.List(term.Tuple{term.Alias(module), term.Atom("init"), term.List(term.Int(1)), term.Empty}, frame)}
	}
	const want = "Counter has no init/1: give it the method, or embed UseGenEvent in the struct, which has a default for each callback"
	for _, c := range []struct {
		value term.Term
		want  string
	}{
		{term.Tuple{term.ErrorAtom, stack("Counter", term.Alias("GenEvent"))}, want},
		{term.Tuple{term.Atom("EXIT"), stack("Counter", "gen_event")}, want},
		{term.Tuple{term.ErrorAtom, stack("KV.Bucket", "gen_event")}, ""},
		{term.Tuple{term.ErrorAtom, stack("Counter", "lists")}, ""},
		{term.Tuple{term.ErrorAtom, term.Tuple{term.Atom("undef"), term.Empty}}, ""},
		{term.Tuple{term.Atom("undef"), term.List(term.Int(1), term.Int(2))}, ""},
		{term.Int(1), ""},
	} {
		if got := ForValue("x", c.value, known{}); got != c.want {
			t.Errorf("of %v it says %q, want %q", c.value, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"mangaer", "manager"}, {"managr", "manager"}, {"manager", ""}, {"x", ""}, {"ab", ""}, {"mnagre", "manager"},
		{"f", ""}, {"SELF", "self"}, {"ok", "OK"}, {"no", ""},
	} {
		if got := nearest(c.name, []string{"manager", "self", "abcd", "*", "g", "OK"}); got != c.want {
			t.Errorf("nearest(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRulesSayWhatTheyAreAbout holds the table to one line each.
func TestRulesSayWhatTheyAreAbout(t *testing.T) {
	for _, r := range rules() {
		if r.about == "" || r.say == nil {
			t.Errorf("the rule %q is not whole", r.about)
		}
	}
	for _, w := range words {
		if strings.Contains(w.sentence, "\n") || strings.HasSuffix(w.sentence, ".") && !strings.HasSuffix(w.sentence, "...") {
			t.Errorf("%s: %q is no line without a full stop", w.about, w.sentence)
		}
	}
}
