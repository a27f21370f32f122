package exception_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

func clauseError(clauses ...string) *exception.Error {
	args := []term.Term{term.Int(1), term.Atom("default")}
	e := exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: term.Alias("String"), Function: "upcase", Args: args, HasArgs: true,
		File: "lib/string.ex", Line: 831,
	})
	e.Attempted = &exception.Attempt{Args: args, Clauses: clauses}
	return e
}

// Recorded from String.upcase(1) without and with colours.
func TestFormatClauses(t *testing.T) {
	e := clauseError(
		"def upcase("+exception.Mismatch(`""`)+", _mode)",
		"def upcase(string, :default) when "+exception.Mismatch("is_binary(string)"),
	)
	const plain = "** (FunctionClauseError) no function clause matching in String.upcase/2    \n" +
		"    \n" +
		"    The following arguments were given to String.upcase/2:\n" +
		"    \n" +
		"        # 1\n" +
		"        1\n" +
		"    \n" +
		"        # 2\n" +
		"        :default\n" +
		"    \n" +
		"    Attempted function clauses (showing 2 out of 2):\n" +
		"    \n" +
		"        def upcase(-\"\"-, _mode)\n" +
		"        def upcase(string, :default) when -is_binary(string)-\n" +
		"    \n" +
		"    (elixir 1.14.0) lib/string.ex:831: String.upcase/2\n"
	if got := exception.Format(e, exception.Options{}); got != plain {
		t.Errorf("got:\n%q\nwant:\n%q", got, plain)
	}
	const colored = "\x1b[31m** (FunctionClauseError) no function clause matching in String.upcase/2\x1b[0m    \n" +
		"    \n" +
		"    The following arguments were given to String.upcase/2:\n" +
		"    \n" +
		"        # 1\n" +
		"        \x1b[33m1\x1b[0m\n" +
		"    \n" +
		"        # 2\n" +
		"        \x1b[36m:default\x1b[0m\n" +
		"    \n" +
		"    Attempted function clauses (showing 2 out of 2):\n" +
		"    \n" +
		"        def upcase(\x1b[31m\"\"\x1b[0m, _mode)\n" +
		"        def upcase(string, :default) when \x1b[31mis_binary(string)\x1b[0m\n" +
		"    \n" +
		"\x1b[31m    (elixir 1.14.0) lib/string.ex:831: String.upcase/2\n\x1b[0m"
	o := exception.Options{Color: true, Inspect: inspect.Options{Pretty: true, Colors: inspect.IEx()}}
	if got := exception.Format(e, o); got != colored {
		t.Errorf("got:\n%q\nwant:\n%q", got, colored)
	}
}

func TestFormatColors(t *testing.T) {
	tests := []struct {
		e    *exception.Error
		want string
	}{
		{exception.Throw(term.Atom("x")), "\x1b[31m** (throw) :x\x1b[0m\n\x1b[31m\n\x1b[0m"},
		{
			exception.Raise(term.Atom("badarith")).In(exception.Frame{
				Module: "erlang", Function: "/", Args: []term.Term{term.Int(1), term.Int(0)}, HasArgs: true,
			}),
			"\x1b[31m** (ArithmeticError) bad argument in arithmetic expression: 1 / 0\x1b[0m\n" +
				"\x1b[31m    :erlang./(1, 0)\n\x1b[0m",
		},
	}
	for _, test := range tests {
		if got := exception.Format(test.e, exception.Options{Color: true}); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestManyClauses(t *testing.T) {
	for n, want := range map[int]string{
		10: "f10\n    \n    (",
		11: "f10\n        ...\n        (1 clause not shown)\n",
		13: "f10\n        ...\n        (3 clauses not shown)\n",
	} {
		var clauses []string
		for i := range n {
			clauses = append(clauses, fmt.Sprintf("f%d", i+1))
		}
		got := exception.Format(clauseError(clauses...), exception.Options{})
		if !strings.Contains(got, fmt.Sprintf("(showing 10 out of %d)", n)) || !strings.Contains(got, want) {
			t.Errorf("%d clauses:\n%s", n, got)
		}
	}
}

func TestMessageHook(t *testing.T) {
	own := exception.Struct("Own", term.Pair{Key: term.Atom("code"), Value: term.Int(7)})
	answers := func(message term.Term, err error) exception.Options {
		return exception.Options{Message: func(x *term.Map) (term.Term, error) {
			if !term.Same(x, own) {
				return nil, nil
			}
			return message, err
		}}
	}
	const retrieving = " while retrieving Exception.message/1 for %{__exception__: true, __struct__: Own, code: 7}"
	for _, c := range []struct {
		options exception.Options
		want    string
	}{
		{answers(term.Binary("code 7"), nil), "code 7"},
		{answers(term.Int(7), nil), "got 7" + retrieving + " (expected a string)"},
		{answers(nil, exception.New("RuntimeError", "none")), `got RuntimeError with message "none"` + retrieving + ". Stacktrace:\n\n"},
		{answers(nil, exception.Raise(own)), `got Own with message "got nil` + retrieving + ` (expected a string)"` + retrieving + ". Stacktrace:\n\n"},
	} {
		if got, want := exception.FormatBanner(exception.Raise(own), c.options), "** (Own) "+c.want; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	plain := exception.New("Own", "words")
	if got := exception.Message(plain.Reason, nil, exception.Options{}); got != "words" {
		t.Errorf("got message %q", got)
	}
}

func TestFormatExitFrom(t *testing.T) {
	reason := exception.ExitReason(exception.New("RuntimeError", "oops").In(exception.Frame{
		Module: "erl_eval", Function: "do_apply", Arity: 7, File: "erl_eval.erl", Line: 742,
	}))
	const want = "** (EXIT from #PID<0.108.0>) shell process exited with reason: an exception was raised:\n" +
		"    ** (RuntimeError) oops\n" +
		"        (stdlib 4.2) erl_eval.erl:742: :erl_eval.do_apply/7"
	if got := exception.FormatExitFrom(termtest.PID(108), reason, exception.Options{}); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestRequireHint(t *testing.T) {
	var o exception.Options
	e := exception.Raise(term.Atom("undef")).In(exception.Frame{Module: "Elixir.M", Function: "f", Arity: 1})
	o.Exports = func(term.Atom) ([]exception.Export, bool) {
		return []exception.Export{{Name: "f", Arity: 1, Macro: true}}, true
	}
	const want = "** (UndefinedFunctionError) function M.f/1 is undefined or private. " +
		"However there is a macro with the same name and arity. Be sure to require M if you intend to invoke this macro\n"
	if got := exception.Format(e, o); !strings.HasPrefix(got, want) {
		t.Errorf("got %s", got)
	}
}

func TestMissingCallback(t *testing.T) {
	o := exception.Options{
		Exports:   func(term.Atom) ([]exception.Export, bool) { return nil, true },
		Behaviour: func(term.Atom, string, int) (term.Atom, bool) { return "Elixir.GenServer", true },
	}
	e := exception.Raise(term.Atom("undef")).In(exception.Frame{Module: "Elixir.M", Function: "init", Arity: 1})
	const want = "** (UndefinedFunctionError) function M.init/1 is undefined or private, " +
		"but the behaviour GenServer expects it to be present\n    M.init/1\n"
	if got := exception.Format(e, o); got != want {
		t.Errorf("got %s", got)
	}
}

func TestPlainFrames(t *testing.T) {
	f := exception.Frame{Module: term.Alias("GenServer"), Function: "call", Arity: 3, File: "lib/gen_server.ex", Line: 1}
	if got, want := exception.FormatStackFrame(f, exception.Options{PlainFrames: true}), "lib/gen_server.ex:1: GenServer.call/3"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBadArg(t *testing.T) {
	cause := exception.BadArgCause("notalive", "erlang", "register", term.Atom("a"), termtest.PID(1))
	for want, e := range map[string]*exception.Error{
		"1st argument: not a nonempty list":                       exception.BadArg("erlang", "hd", term.Empty),
		"2nd argument: the pid does not refer to an existing":     cause,
		"1st argument: the table identifier does not refer to an": exception.BadArg("ets", "lookup", term.Atom("nope"), term.Int(1)),
	} {
		if got := exception.Format(e, exception.Options{}); !strings.Contains(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// A stack survives the way through a reason.
func TestParseStack(t *testing.T) {
	e := exception.New("RuntimeError", "x").In(
		exception.Frame{Module: "a", Function: "b", Args: []term.Term{term.Int(1)}, HasArgs: true},
		exception.Frame{Module: "a", Function: "c", Arity: 2, File: "lib/a.ex", Line: 7},
		exception.Frame{Module: "a", Function: "d", Info: term.NewMap()},
	)
	stack, ok := exception.ParseStack(e.StackTerm())
	if !ok || !reflect.DeepEqual(stack, e.Stack) {
		t.Errorf("got %v, want %v", stack, e.Stack)
	}
}

func TestErrorValues(t *testing.T) {
	if got := exception.ExitReason(nil); got != term.Term(term.Normal) {
		t.Errorf("reason of nil: %v", got)
	}
	thrown := exception.Throw(term.Atom("x"))
	if got, want := inspect.Inspect(exception.ExitReason(thrown), inspect.Options{}), "{{:nocatch, :x}, []}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := exception.Caught(thrown); got != term.Term(term.Atom("x")) {
		t.Errorf("caught %v", got)
	}
	foreign := exception.As(errors.New("disk full"))
	if got, want := inspect.Inspect(exception.Caught(foreign), inspect.Options{}), `{:EXIT, {{:go_error, "disk full"}, []}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	wrapped := fmt.Errorf("call: %w", exception.Exit(term.Normal))
	exception.In(wrapped, exception.Frame{Module: "m", Function: "f"})
	if x := exception.As(wrapped); x.Class != exception.ClassExit || len(x.Stack) != 1 {
		t.Errorf("got %v", x)
	}
}

// No term at all makes the words fail.
func TestAnyReason(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { formatAll(t) })
}

func FuzzFormat(f *testing.F) { f.Fuzz(rapid.MakeFuzz(formatAll)) }

func formatAll(t *rapid.T) {
	tags := []term.Atom{
		"badarg", "badarith", "badmatch", "badkey", "badarity", "badfun", "badmap", "undef", "function_clause",
		"case_clause", "system_limit", "shutdown", "nodedown", "start_spec", "bad_return", "x",
	}
	reason := termtest.Any(3).Draw(t, "reason")
	switch rapid.IntRange(0, 3).Draw(t, "shape") {
	case 0:
		reason = rapid.SampledFrom(tags).Draw(t, "tag")
	case 1:
		reason = term.Tuple{rapid.SampledFrom(tags).Draw(t, "tag"), reason}
	case 2:
		reason = term.Tuple{rapid.SampledFrom(tags).Draw(t, "tag"), reason, termtest.Any(1).Draw(t, "third")}
	}
	args := rapid.SliceOfN(termtest.Any(1), 0, 3).Draw(t, "args")
	names := []string{"hd", "element", "binary_to_integer", "register", "binary_part", "process_flag", "apply", "send", "+", "list_to_atom"}
	frame := exception.BadArg("erlang", rapid.SampledFrom(names).Draw(t, "function"), args...).Stack[0]
	for _, class := range []exception.Class{exception.ClassError, exception.ClassExit, exception.ClassThrow} {
		e := &exception.Error{Class: class, Reason: reason, Stack: []exception.Frame{frame}}
		exception.Format(e, exception.Options{})
		exception.FormatLog(e, exception.Options{Color: true})
		exception.FormatExit(exception.ExitReason(e), exception.Options{})
	}
}

func ExampleFormat() {
	err := exception.Raise(term.Tuple{term.Atom("badmatch"), term.Tuple{term.ErrorAtom, term.Atom("nope")}})
	fmt.Print(exception.Format(err, exception.Options{}))
	// Output: ** (MatchError) no match of right hand side value: {:error, :nope}
}

func ExampleFormatExit() {
	call := term.Tuple{term.Alias("GenServer"), term.Atom("call"), term.List(term.Atom("kv"), term.Atom("x"), term.Int(5000))}
	fmt.Println(exception.FormatExit(term.Tuple{term.Atom("timeout"), call}, exception.Options{}))
	// Output:
	// exited in: GenServer.call(:kv, :x, 5000)
	//     ** (EXIT) time out
}
