package otp

import (
	"context"
	"errors"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

type Broadcast struct {
	Topic string
	count int
}

type celsius float64

type chain struct{ next *chain }

func show(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

type KV_Entry struct{ n int }

func TestToTerm(t *testing.T) {
	loop := &chain{}
	loop.next = loop
	var none *Broadcast
	var noFunc func()
	tests := []struct {
		value any
		want  string
	}{
		{nil, "nil"}, {true, "true"}, {1, "1"}, {int8(-3), "-3"}, {uint64(1) << 63, "9223372036854775808"}, {1.5, "1.5"}, {celsius(2), "2.0"},
		{"text", `"text"`}, {[]byte("raw"), `"raw"`}, {Atom("ok"), ":ok"}, {Alias("KV.Registry"), "KV.Registry"},
		{T("create", "shopping", 1), `{:create, "shopping", 1}`}, {T(), "{}"}, {T(1, 2, 3, 4, 5, 6), "{1, 2, 3, 4, 5, 6}"}, {T(T("a")), "{{:a}}"},
		{[]Term{1, "a", nil}, `[1, "a", nil]`}, {[]string{}, "[]"}, {[2]int{1, 2}, "[1, 2]"}, {map[string]int{"b": 2, "a": 1}, `%{"a" => 1, "b" => 2}`},
		{NewMap(Atom("a"), 1), "%{a: 1}"}, {Map{}, "%{}"}, {big.NewInt(7), "7"}, {2 * time.Second, "2000"}, {Broadcast{"t", 3}, `%Broadcast{Topic: "t", count: 3}`},
		{&Broadcast{"t", 3}, `%Broadcast{Topic: "t", count: 3}`}, {none, "nil"}, {noFunc, "nil"}, {errors.New("broken"), `"broken"`},
		{Error(T("bad", 1)), "{:bad, 1}"}, {OK(1), "{:ok, 1}"}, {Reply(1, 2), "{:reply, 1, 2}"}, {PID{}, "nil"}, {loop, "%chain{next: #chain<>}"},
		{KV_Entry{1}, "%KV.Entry{n: 1}"}, {&KV_Entry{1}, "%KV.Entry{n: 1}"},
	}
	for _, test := range tests {
		if got := show(ToTerm(test.value)); got != test.want {
			t.Errorf("ToTerm(%v) = %s, want %s", test.value, got, test.want)
		}
	}
}

func TestFromTermIsTheReverse(t *testing.T) {
	a := newAPI(process.NewNode(process.Options{}))
	for _, value := range []any{
		nil, true, 1, 1.5, "text", Atom("ok"), T("a", 1, T("b")), T(1, 2, 3, 4, 5), []Term{1, "a"}, Broadcast{"t", 3}, PID{}, Ref{term.Ref{ID: 5}},
	} {
		if value == (PID{}) {
			continue // names nobody, and is nil
		}
		if got := a.FromTerm(ToTerm(value)); !reflect.DeepEqual(got, value) {
			t.Errorf("FromTerm(ToTerm(%#v)) = %#v", value, got)
		}
	}
	if m := a.FromTerm(term.NewMap(term.Pair{Key: term.Int(1), Value: term.Int(2)})).(Map); m.Get(1) != 2 || m.Len() != 1 {
		t.Errorf("map = %v", m)
	}
}

func TestTuplesAreComparable(t *testing.T) {
	var a, b any = T("a", 1, T("x")), T("a", 1, T("x"))
	if a != b || a == any(T("a", 2, T("x"))) || any(T(1, 2, 3, 4, 5)) != any(T(1, 2, 3, 4, 5)) {
		t.Error("tuples do not compare by content")
	}
	if m := map[Term]int{T("k", 1): 7}; m[T("k", 1)] != 7 {
		t.Error("a tuple is no key")
	}
	if !Equal([]Term{1, NewMap("a", 1)}, []Term{1, NewMap("a", 1)}) || Equal(1, 1.0) {
		t.Error("Equal is not ===")
	}
}

func TestMatch(t *testing.T) {
	a := newAPI(process.NewNode(process.Options{}))
	tests := []struct {
		value   Term
		pattern string
		bound   []Term // nil: no match
	}{
		{T("create", "n", 1), "{:create, name, n}", []Term{"n", 1}},
		{T("create", "n"), "{:create, name, n}", nil},
		{T("create", "n", 1), `{:create, "n", _}`, []Term{}},
		{T("a", 1, 1), "{:a, x, x}", []Term{1}},
		{T("a", 1, 2), "{:a, x, x}", nil},
		{[]Term{1, 2, 3}, "[h | t]", []Term{1, []Term{2, 3}}},
		{[]Term{}, "[]", []Term{}},
		{[]Term{1, 2}, "[a, b]", []Term{1, 2}},
		{[]Term{T("name", "x")}, "[name: n]", []Term{"x"}},
		{NewMap(Atom("a"), 1, "b", 2), `%{a: x, "b" => y}`, []Term{1, 2}},
		{NewMap(), "%{a: _}", nil},
		{Broadcast{"t", 3}, "%Broadcast{Topic: topic}", []Term{"t"}},
		{Broadcast{"t", 3}, "%Other{}", nil},
		{Broadcast{"t", 3}, "%{Topic: topic}", []Term{"t"}},
		{Broadcast{"t", 3}, "%{__struct__: Broadcast, count: n}", []Term{3}},
		{Broadcast{"t", 3}, "%{Missing: _}", nil},
		{"GET /x", `"GET " <> path`, []Term{"/x"}},
		{Alias("KV.Registry"), "KV.Registry", []Term{}},
		{-1.5, "-1.5", []Term{}},
		{nil, "nil", []Term{}},
		{true, "true", []Term{}},
		{T("ok", 5), "{:ok, _} = whole", []Term{T("ok", 5)}},
		{Atom("with space"), `:"with space"`, []Term{}},
		{T("down", Atom("ref?")), "{:down, :ref?}", []Term{}},
	}
	for _, test := range tests {
		bound := make([]Term, 0, 3)
		p := a.pattern(test.pattern)
		pointers := make([]any, len(p.Variables))
		values := make([]Term, len(p.Variables))
		for i := range values {
			pointers[i] = &values[i]
		}
		ok := a.Match(test.value, test.pattern, pointers...)
		if ok {
			bound = append(bound, values...)
		}
		if ok != (test.bound != nil) || ok && !reflect.DeepEqual(bound, test.bound) {
			t.Errorf("Match(%v, %q) = %v %v, want %v", test.value, test.pattern, ok, bound, test.bound)
		}
	}
}

func TestMatchWritesAllOrNothing(t *testing.T) {
	a := newAPI(process.NewNode(process.Options{}))
	name, n := "before", 7
	if a.Match(T("x", "name", "no number"), "{:x, name, n}", &name, &n) || name != "before" || n != 7 {
		t.Errorf("name = %q, n = %d", name, n)
	}
	var pid PID
	if a.Match(T("x", nil), "{:x, pid}", &pid) {
		t.Error("nil matches a pid")
	}
	if !a.Match(T("x", "name", 3), "{:x, name, n}", &name, &n) || name != "name" || n != 3 {
		t.Errorf("name = %q, n = %d", name, n)
	}
}

func TestPatternErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"{:a, ":     "column 6: the pattern is not finished",
		"{a b}":     `column 4: expected ","`,
		"%{x => 1}": "column 3: a key of a map pattern must be a literal",
		"\"abc":     "column 1: the string is not finished",
		"{} x":      `column 4: unexpected "x"`,
		"^x":        `column 1: unexpected "^"`,
		"":          "column 1: the pattern is not finished",
	} {
		if _, err := ParsePattern(pattern); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("ParsePattern(%q) = %v, want %s", pattern, err, want)
		}
	}
}

func TestNames(t *testing.T) {
	for goName, want := range map[string]string{
		"HandleEvent": "handle_event", "Init": "init", "GetURL": "get_url", "URLFor": "url_for", "Alive": "alive", "double": "double", "Get2": "get2",
	} {
		if got := FunctionName(goName); got != want {
			t.Errorf("FunctionName(%q) = %q, want %q", goName, got, want)
		}
	}
	if got := ModuleName("KV_Registry"); got != "KV.Registry" {
		t.Errorf("ModuleName = %q", got)
	}
}

// Results are rendered as the callback that returned them has them.
func TestResults(t *testing.T) {
	event, server := callback{"handle_call", 2}, callback{"handle_call", 3}
	tests := []struct {
		result Result
		in     callback
		want   string
	}{
		{OK(1), event, "{:ok, 1}"},
		{OK(1).Hibernate(), event, "{:ok, 1, :hibernate}"},
		{Reply("r", 1), event, `{:ok, "r", 1}`},
		{Reply("r", 1), server, `{:reply, "r", 1}`},
		{Reply("r", 1).After(time.Second), server, `{:reply, "r", 1, 1000}`},
		{NoReply(1).Continue(Atom("go")), server, "{:noreply, 1, {:continue, :go}}"},
		{Stop(Normal, 1), server, "{:stop, :normal, 1}"},
		{Stop(Normal, 1).Reply(2), server, "{:stop, :normal, 2, 1}"},
		{Stop("bad"), callback{"init", 1}, `{:stop, "bad"}`},
		{Remove(), event, ":remove_handler"},
		{Remove().Reply(1), event, "{:remove_handler, 1}"},
		{Swap(1, 2, Alias("H"), 3), event, "{:swap_handler, 1, 2, H, 3}"},
		{Ignore(), callback{"init", 1}, ":ignore"},
	}
	for _, test := range tests {
		if got := show(test.result.said().term(test.in)); got != test.want {
			t.Errorf("%v in %v = %s, want %s", test.result, test.in, got, test.want)
		}
	}
}

type Calculator struct{ UseGenServer }

func (Calculator) Add(a, b int) int                            { return a + b }
func (Calculator) Divide(a, b int) (int, error)                { return divide(a, b) }
func (Calculator) Find(m map[string]int, k string) (int, bool) { v, ok := m[k]; return v, ok }
func (Calculator) Positive(n int) bool                         { return n > 0 }
func (Calculator) Nothing()                                    {}
func (Calculator) Sum(ns ...int) int                           { return len(ns) }
func (Calculator) Topic(b Broadcast) string                    { return b.Topic }
func (Calculator) HandleCall(request, state Term) Term {
	if request == Atom("bad") {
		return BadCall(request)
	}
	return Reply(request, state)
}
func (Calculator) Apply(f func(int) int, n int) int { return f(n) }

func divide(a, b int) (int, error) {
	if b == 0 {
		return 0, errors.New("by zero")
	}
	return a / b, nil
}

// run runs f in a process of a node of its own.
func run(t *testing.T, f func(a *API, self *process.Process)) {
	t.Helper()
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		f(For(node), self)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestModuleOfType(t *testing.T) {
	tests := []struct {
		function string
		args     []any
		want     string
	}{
		{"add", []any{1, 2}, "3"},
		{"divide", []any{6, 2}, "{:ok, 3}"},
		{"divide", []any{6, 0}, `{:error, "by zero"}`},
		{"find", []any{map[string]int{"a": 1}, "a"}, "{:ok, 1}"},
		{"find", []any{map[string]int{}, "a"}, ":error"},
		{"positive", []any{1}, "true"},
		{"positive?", []any{-1}, "false"},
		{"nothing", nil, ":ok"},
		{"sum", nil, "0"},
		{"sum", []any{[]int{1, 2}}, "2"},
		{"topic", []any{Broadcast{"t", 1}}, `"t"`},
		{"apply", []any{func(n int) int { return 2 * n }, 21}, "42"},
		{"init", []any{5}, "{:ok, 5}"},
		{"handle_call", []any{1, 2}, "{:ok, 1, 2}"},
		{"handle_call", []any{Atom("bad"), 2}, "function_clause"},
		{"add", []any{"a", 2}, "function_clause"},
		{"topic", []any{"t"}, "function_clause"},
		{"divide", []any{1.5, 2}, "function_clause"},
	}
	run(t, func(a *API, self *process.Process) {
		module := a.module(Calculator{})
		if module != "Elixir.Calculator" {
			t.Errorf("module = %s", module)
		}
		for _, test := range tests {
			result, err := code.Apply(self, module, test.function, terms(test.args...)...)
			got := ""
			if err != nil {
				got = string(exception.As(err).Reason.(term.Atom))
			} else {
				got = show(result)
			}
			if got != test.want {
				t.Errorf("%s(%v) = %s, want %s", test.function, test.args, got, test.want)
			}
		}
	})
}

func TestReceive(t *testing.T) {
	run(t, func(a *API, self *process.Process) {
		a.Send(a.Self(), T("other", 1))
		a.Send(a.Self(), T("ping", a.Self()))
		got := a.Receive(
			On("{:ping, from}", func(from PID) Term { return from == a.Self() }),
			On("{:ping, n}", func(n int) Term { return n }),
		)
		if got != true {
			t.Errorf("Receive = %v", got)
		}
		if got := a.Receive(On(":none", func() {}), After(time.Second, func() Term { return "late" })); got != "late" {
			t.Errorf("Receive = %v", got)
		}
		if got := a.Receive(On("rest", func(rest Term) Term { return rest })); got != T("other", 1) {
			t.Errorf("Receive = %v", got)
		}
	})
}

func TestCatch(t *testing.T) {
	run(t, func(a *API, _ *process.Process) {
		for want, f := range map[string]func(){
			`{:EXIT, "why"}`: func() { Exit("why") },
			"7":              func() { Throw(7) },
			"nil":            func() {},
		} {
			got := "nil"
			if err := a.Catch(f); err != nil {
				got = err.Error()
			}
			if got != want {
				t.Errorf("Catch = %s, want %s", got, want)
			}
		}
	})
}

// The functions of the package are those of API.
func TestBoundIsComplete(t *testing.T) {
	bound := std.Bound()
	api := reflect.TypeFor[*API]()
	internal := []string{"AsDefault", "Bound", "Go", "GoIn", "FromTerm", "Functions", "Module", "DefineStruct", "ZeroStruct", "Node"}
	for i := range api.NumMethod() {
		name := api.Method(i).Name
		_, ok := bound[name]
		if want := !strings.Contains(strings.Join(internal, " "), name); ok != want {
			t.Errorf("Bound has %s: %v, want %v", name, ok, want)
		}
	}
}

func FuzzParsePattern(f *testing.F) {
	for _, seed := range []string{"{:a, x}", "%{a: 1}", `"a" <> b`, "[a | b]", "%A.B{c: _}", ":\"x\"", "[a: 1]", "{1, -2.5, nil}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		p, err := ParsePattern(source)
		if err == nil {
			p.match(term.Tuple{term.Atom("a"), term.Int(1)}, make([]term.Term, len(p.Variables)))
		}
	})
}
