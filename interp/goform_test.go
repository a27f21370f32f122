package interp

import (
	"context"
	"strings"
	"testing"
)

// typed types inputs into a session and returns what it printed.
func typed(t *testing.T, inputs ...string) string {
	t.Helper()
	var out strings.Builder
	s := New(Options{Virtual: true, Output: func(o Output) { out.WriteString(o.Text) }})
	defer s.Close()
	for _, input := range inputs {
		s.Eval(context.Background(), input)
	}
	return out.String()
}

// Go statements get the notation for what they want.
func TestHintsForStatements(t *testing.T) {
	tests := []struct{ input, want string }{
		{"x := 1", "write x = 1, or declare it: var x = 1"},
		{"for {}", "for i <- 1..3"},
		{"for i := 0; i < 3; i++ { }", "Enum.each"},
		{"if x {}", "if condition do"},
		{"return", "nothing to return from"},
		{"return 1", "nothing to return from"},
		{"go f()", "spawn(fn -> ... end)"},
		{"defer f()", "try do ... after ... end"},
		{"switch x { case 1: }", "case value do"},
		{"x += 1", "write x = x + 1"},
		{"x, err := f()", "write {:ok, x} = f()"},
		{"fmt.Println(\"x\")", "write IO.puts(\"x\")"},
		{"len(\"abc\")", "String.length(text)"},
		{"append(x, 1)", "list ++ [value]"},
		{"make(map[string]int)", "maps grow by themselves"},
		{"x = []int{1, 2}", "a list is [1, 2]"},
	}
	for _, test := range tests {
		got := typed(t, test.input)
		if !strings.Contains(got, "hint: ") || !strings.Contains(got, test.want) {
			t.Errorf("%s prints\n%s\nwant a hint with %q", test.input, got, test.want)
		}
	}
	if got := typed(t, "undefined_function()"); strings.Contains(got, "hint: ") {
		t.Errorf("what is no Go gets %s", got)
	}
}

// TestHintsForMethods shows what is said of methods that no behaviour calls.
func TestHintsForMethods(t *testing.T) {
	tests := []struct{ input, want string }{
		{"type C struct{ UseGenServer; n int }\nfunc (c *C) HandleCall(m, from Term) Result { return Reply(c.n, c) }",
			"GenServer calls func (C) HandleCall(request, from, state Term) Result: the state is a parameter, and not the receiver; b GenServer shows"},
		{"type L struct{ UseGenEvent }\nfunc (L) HandleEvent(event int) Result { return OK(event) }",
			"GenEvent calls func (L) HandleEvent(event, state Term) Result: the state"},
		{"type M struct{ UseGenEvent }\nfunc (M) Init() Result { return OK(1) }", "GenEvent calls func (M) Init(args Term) Result; b GenEvent"},
		{"type N struct{ UseGenEvent }\nfunc (N) HandleEvent(event int, state Term) Result { return OK(state) }", ""},
		{"type O struct{ UseGenEvent }\nfunc (O) HandleCall(request, state Term) Result { return OK(state) }\nfunc (O) Other() int { return 1 }", ""},
		{"type P struct{}\nfunc (P) HandleCall() int { return 1 }", ""},
	}
	for _, test := range tests {
		_, got, found := strings.Cut(typed(t, test.input), "hint: ")
		if found != (test.want != "") || !strings.HasPrefix(got, test.want) {
			t.Errorf("%s has the hint\n%s\nwant %s", test.input, got, test.want)
		}
	}
}

// A whole program can be pasted: it runs.
func TestWholeProgram(t *testing.T) {
	program := "package main\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\ntype greeter struct{ name string }\n\n" +
		"func (g greeter) greet() string { return strings.ToUpper(g.name) }\n\nfunc main() {\n\tfmt.Println(greeter{\"bob\"}.greet())\n}\n"
	if got := typed(t, program, "main()", "var other = 1"); got != "BOB\n:ok\nBOB\n:ok\n:other\n" {
		t.Errorf("it prints %q", got)
	}
}

// Functions cross the border between the languages both ways.
func TestCallsBetweenLanguages(t *testing.T) {
	tests := []struct{ declaration, call, want string }{
		{"func Double(x int) int { return 2 * x }", "double(2)", "4"},
		{"func Half(x int) (int, error) { if x%2 == 1 { return 0, errors.New(\"odd\") }; return x / 2, nil }", "{half(4), half(3)}", "{{:ok, 2}, {:error, \"odd\"}}"},
		{"func Find(m map[string]int, k string) (int, bool) { v, ok := m[k]; return v, ok }", "{find(%{\"a\" => 1}, \"a\"), find(%{}, \"b\")}", "{{:ok, 1}, :error}"},
		{"func Sum(xs ...int) int { n := 0; for _, x := range xs { n += x }; return n }", "{sum(), sum([1, 2, 3])}", "{0, 6}"},
		{"func Twice(f func(int) int, x int) int { return f(f(x)) }", "twice(fn x -> x * 3 end, 2)", "18"},
		{"func Adder(n int) func(int) int { return func(x int) int { return x + n } }", "adder(3).(4)", "7"},
		{"type Point struct{ X, Y int }\nfunc Mirror(p Point) Point { return Point{p.Y, p.X} }", "mirror(%Point{X: 1, Y: 2})", "%Point{X: 2, Y: 1}"},
		{"func Who(p PID) bool { return p == Self() }", "who(self())", "true"},
		{"func Reverse(xs []string) []string { slices.Reverse(xs); return xs }", "reverse([\"a\", \"b\"])", "[\"b\", \"a\"]"},
		{"func Pair() (int, string) { return 1, \"a\" }", "pair()", "{1, \"a\"}"},
		{"func Put(k, v Term) Term { return Apply(Alias(\"KV\"), \"put\", k, v) }", "defmodule KV do def put(k, v), do: {k, v} end; put(:a, 1)", "{:a, 1}"},
	}
	for _, test := range tests {
		if got := typed(t, test.declaration, test.call); !strings.HasSuffix(got, "\n"+test.want+"\n") {
			t.Errorf("%s: %s prints\n%s\nwant %s", test.declaration, test.call, got, test.want)
		}
	}
}

// What waits for ever in Go is a deadlock, which ends the input and not the shell.
func TestDeadlockAtThePrompt(t *testing.T) {
	got := typed(t, "func F() { c := make(chan int); go func() { c <- <-c }(); <-c }", "F\nf()", "f()", "1 + 1")
	want := "all goroutines are asleep - deadlock! #PID<0.108.0> waits to receive from a channel at iex:1; a goroutine of it waits to receive from a channel at iex:1"
	if !strings.Contains(got, want) || !strings.HasSuffix(got, "\n2\n") {
		t.Errorf("it prints %s", got)
	}
}

// A module that is typed again gets the warning of IEx, in the words of that, and
// one that is new, or a plain function, does not.
func TestRedefinitionInGo(t *testing.T) {
	got := typed(t, "type M struct{ UseGenEvent }\nfunc (M) F() int { return 1 }\nfunc G() int { return M{}.F() }", "func G() int { return 0 }", "func (M) F() int { return 2 }", "M.f()")
	const want = "warning: redefining module M (current version defined in memory)\n  iex:3\n\n{:module, M,"
	if strings.Count(got, "warning: ") != 1 || !strings.Contains(got, want) || !strings.HasSuffix(got, "\n2\n") {
		t.Errorf("it prints\n%s\nwant %q once", got, want)
	}
}
