package syntax

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func ExampleParse() {
	file, err := Parse("send self(), {:hello, x}", Options{File: "iex"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(Quoted(file.Body))
	// Output: {:send, [], [{:self, [], []}, {:hello, {:x, [], nil}}]}
}

func ExampleError() {
	_, err := Parse("1 2", Options{File: "iex", Line: 6})
	fmt.Println(err)
	// Output:
	// iex:6:3: syntax error before: "2"
	//     |
	//   6 | 1 2
	//     |   ^
}

// TestNodes pins which node a construct becomes where the quoted form does not
// tell.
func TestNodes(t *testing.T) {
	tests := []struct{ in, want string }{
		{"f", "*syntax.Var"},
		{"f()", "*syntax.Call"},
		{"m.f", "*syntax.Call"},
		{"f.(1)", "*syntax.AnonCall"},
		{"f(1)(2)", "*syntax.Apply"},
		{"Foo.{A}", "*syntax.MultiAlias"},
		{"a[b]", "*syntax.Access"},
		{"@doc 1", "*syntax.Attribute"},
		{"@doc", "*syntax.Attribute"},
		{"@doc 1, 2", "*syntax.Unary"},
		{"^x", "*syntax.Pin"},
		{"&f/1", "*syntax.Capture"},
		{"&1", "*syntax.CaptureArg"},
		{"1..2", "*syntax.Range"},
		{"1..2//3", "*syntax.Range"},
		{"(x -> y)", "*syntax.Stab"},
		{"(1; 2)", "*syntax.Block"},
		{"", "*syntax.Block"},
		{"not x", "*syntax.Block"},
		{"%Foo{}", "*syntax.Struct"},
		{"%{}", "*syntax.Map"},
		{"{1}", "*syntax.Tuple"},
		{"~w(a)", "*syntax.Sigil"},
		{":a", "*syntax.Atom"},
		{`:"a#{1}"`, "*syntax.QuotedAtom"},
		{"nil", "*syntax.Atom"},
		{"99999999999999999999", "*syntax.Int"},
	}
	for _, tt := range tests {
		if got := fmt.Sprintf("%T", body(t, tt.in, Options{})); got != tt.want {
			t.Errorf("Parse(%q) is a %s, want %s", tt.in, got, tt.want)
		}
	}
}

func body(t testing.TB, src string, opts Options) Node {
	t.Helper()
	file, err := Parse(src, opts)
	if err != nil {
		t.Fatalf("Parse(%q): %v", src, err)
	}
	return file.Body
}

func TestParens(t *testing.T) {
	for in, want := range map[string]bool{"m.f": false, "m.f()": true, "f 1": false, "f(1)": true} {
		if got := body(t, in, Options{}).(*Call).Parens; got != want {
			t.Errorf("Parse(%q).Parens = %t, want %t", in, got, want)
		}
	}
}

func TestPositions(t *testing.T) {
	block := body(t, "a = 1\n  foo.bar(b)", Options{Line: 7}).(*Block)
	if got, want := block.Exprs[0].Position(), (Pos{7, 3}); got != want {
		t.Errorf("= is at %v, want %v", got, want)
	}
	call := block.Exprs[1].(*Call)
	if got, want := call.Pos, (Pos{8, 7}); got != want {
		t.Errorf("bar is at %v, want %v", got, want)
	}
	if got, want := call.Args[0].Position(), (Pos{8, 11}); got != want {
		t.Errorf("b is at %v, want %v", got, want)
	}
}

func TestIncomplete(t *testing.T) {
	incomplete := []string{
		"(", "[1,", "{", "<<", `"abc`, "'abc", "\"\"\"\nabc\n", "~s(abc", "%{a: 1", "f(", "if x do",
		"fn x ->", "1 +", "a |>", "f a,", "x =", "case x do\n1 ->", "\"a#{b", "a.", "f a:\n", "not", "@", "&",
		`"#{[1`, ":\"a", "a \\",
	}
	for _, in := range incomplete {
		if _, err := Parse(in, Options{}); !isIncomplete(err) {
			t.Errorf("Parse(%q) = %v, want an incomplete source", in, err)
		}
	}
	for _, in := range []string{")", "1 2", "[1}", "a -> b", `"#{1 +}"`, "end", "\"\"\"a"} {
		if _, err := Parse(in, Options{}); err == nil || isIncomplete(err) {
			t.Errorf("Parse(%q) = %v, want a complete fault", in, err)
		}
	}
}

func isIncomplete(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Incomplete
}

func TestErrorPlace(t *testing.T) {
	_, err := Parse("[1,2\n}\n", Options{File: "iex", Line: 6})
	want := `iex:7:1: unexpected token: }. The "[" at line 6 is missing terminator "]"`
	if err == nil || err.Error() != want {
		t.Errorf("Parse = %v, want %s", err, want)
	}
	if got, want := Interrupted(Options{File: "iex", Line: 6}).Error(), "iex:6: incomplete expression"; got != want {
		t.Errorf("Interrupted = %s, want %s", got, want)
	}
}

func TestLeadingOperator(t *testing.T) {
	operators := []string{
		"|>", "and", "or", "&&", "||", "in", "not in", "==", "!=", "=~", "===", "!==", "<", ">", "<=", ">=",
		"++", "--", "<>", "*", "/", "<<<", ">>>", "~>>", "<~", "|||", "&&&", "+++",
	}
	for _, op := range operators {
		for _, line := range []string{op + " x", "  " + op + " \"x"} {
			if got, ok := LeadingOperator(line); got != op || !ok {
				t.Errorf("LeadingOperator(%q) = %q, %t, want %q", line, got, ok, op)
			}
		}
	}
	for _, line := range []string{
		"", "+ 2", "- 1", "not x", "= 1", "| x", "x |> y", ".. 1", "** 2", "when x", "<<1>>", "and: 1", "\"", "not",
	} {
		if op, ok := LeadingOperator(line); ok {
			t.Errorf("LeadingOperator(%q) = %q, want none", line, op)
		}
	}
}

func TestPrevious(t *testing.T) {
	tests := []struct {
		in       string
		previous Previous
		want     string
	}{
		{"|> f(1)", PreviousValue, "ok {:|>, [], [{:v, [], [{:-, [], [1]}]}, {:f, [], [1]}]}"},
		{"++ [4]", PreviousValue, "ok {:++, [], [{:v, [], [{:-, [], [1]}]}, [4]]}"},
		{"+ 2", PreviousValue, "ok {:+, [], [2]}"},
		{"|> f", NoPrevious, "iex:14:1: syntax error before: '|>'\n    |\n 14 | |> f\n    | ^"},
		{"|> f", PreviousMatch, "iex:14:1: pipe shorthand is not allowed immediately after a match expression in " +
			"IEx. To make it work, surround the whole pipeline with parentheses '|>'\n    |\n 14 | |> f\n    | ^"},
	}
	for _, tt := range tests {
		got := ""
		if file, err := Parse(tt.in, Options{File: "iex", Line: 14, Previous: tt.previous}); err != nil {
			got = err.Error()
		} else {
			got = "ok " + Quoted(file.Body)
		}
		if got != tt.want {
			t.Errorf("Parse(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestHandles(t *testing.T) {
	tests := []struct{ in, want string }{
		{"#PID<0.21.32>", "#PID<0.21.32>"},
		{"{:ok, #PID<0.1.2>} # note", "{:ok, #PID<0.1.2>}"},
		{"#Reference<0.1.2.3>", "#Reference<0.1.2.3>"},
		{"f(#Port<0.4>)", "{:f, [], [#Port<0.4>]}"},
		{"1 #PID<0.1>", "1"},
		{"1 #PID<a.b.c>", "1"},
		{"1 #Reference<0.1.2>", "1"},
		{"1 #PID<0.1.2", "1"},
		{"1 # PID<0.1.2>", "1"},
	}
	for _, tt := range tests {
		if got := Quoted(body(t, tt.in, Options{Handles: true})); got != tt.want {
			t.Errorf("Parse(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
	if got := Quoted(body(t, "1 #PID<0.1.2>", Options{})); got != "1" {
		t.Errorf("without Handles # begins a comment, got %s", got)
	}
}

func TestSections(t *testing.T) {
	tests := []struct{ in, want string }{
		{"if a do b else c end", "[a] do else"},
		{"if a, do: b, else: c", "[a] do else"},
		{"if(a, do: b)", "[a] do"},
		{"if(a, [do: b])", "[a] do"},
		{"f a, x: 1, do: b", "[a [{:x, 1}]] do"},
		{"f a, x: 1 do b end", "[a [{:x, 1}]] do"},
		{"f a, else: b", "[a [{:else, b}]]"},
		{"f()", "[]"},
		{"f a, b", "[a b]"},
	}
	for _, tt := range tests {
		call := body(t, tt.in, Options{}).(*Call)
		args, sections := Sections(call.Args, call.Do)
		var words []string
		for _, a := range args {
			words = append(words, strings.NewReplacer("{:a, [], nil}", "a", "{:b, [], nil}", "b").Replace(Quoted(a)))
		}
		got := "[" + strings.Join(words, " ") + "]"
		for _, s := range sections {
			got += " " + s.Name
		}
		if got != tt.want {
			t.Errorf("Sections(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestWarnings(t *testing.T) {
	tests := []struct{ in, want string }{
		{"fn -> end", "1:4 an expression is always required on the right side of ->."},
		{"f ()", "1:3 invalid expression ()."},
		{"f(a: 1,)", "1:7 trailing commas are not allowed inside function/macro call arguments"},
		{"not a in b", "1:7 \"not expr1 in expr2\" is deprecated"},
		{"a ^^^ b", "1:3 ^^^ is deprecated."},
		{":\"ok\"", "1:1 found quoted atom \"ok\" but the quotes are not required."},
		{"[\"a\": 1]", "1:3 found quoted keyword \"a\" but the quotes are not required."},
		{"a |> f b", "1:3 parentheses are required when piping into a function call."},
		{"a!=1", "1:1 found identifier \"a!\", ending with \"!\", followed by =."},
		{"? ", "1:1 found ? followed by code point 0x20 (space), please use ?\\s instead"},
		{"\"\"\"\n a\nb\n  \"\"\"", "2:1 outdented heredoc line."},
	}
	for _, tt := range tests {
		file, err := Parse(tt.in, Options{})
		if err != nil || len(file.Warnings) != 1 {
			t.Errorf("Parse(%q) = %+v, %v, want one warning", tt.in, file, err)
			continue
		}
		w := file.Warnings[0]
		if got := fmt.Sprintf("%d:%d %s", w.Line, w.Column, w.Message); !strings.HasPrefix(got, tt.want) {
			t.Errorf("Parse(%q) warns %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestUnescape(t *testing.T) {
	got, err := Unescape(`a\nb\x41\u{e9}\q\` + "\n" + `c`)
	if want := "a\nbAéqc"; err != nil || got != want {
		t.Errorf("Unescape = %q, %v, want %q", got, err, want)
	}
	if _, err := Unescape(`\xg`); err == nil {
		t.Error(`Unescape(\xg) succeeded`)
	}
}

func TestNesting(t *testing.T) {
	const n = 20_000
	for _, in := range []string{
		strings.Repeat("(", n) + strings.Repeat(")", n),
		strings.Repeat("[", n) + strings.Repeat("]", n),
		strings.Repeat("!", n) + "a",
		strings.Repeat("a = ", n) + "1",
		strings.Repeat("f ", n) + "1",
		strings.Repeat("fn -> ", n) + strings.Repeat("end ", n),
		strings.Repeat(`"#{`, n) + strings.Repeat(`}"`, n),
		"%" + strings.Repeat("@", n) + "a{}",
	} {
		_, err := Parse(in, Options{})
		if err == nil || !strings.Contains(err.Error(), "nested too deeply") {
			t.Errorf("Parse(%.20q...) = %.80v, want a complaint about nesting", in, err)
		}
	}
}

// repeated are texts that may be repeated without end.
var repeated = []string{
	"a + ", "A.", "a.b.", "f(1); ", "x\n", "1 |> ", "[1], ", "\"#{a}\" <> ", "# c\n", "\\\n", "'\\n' ++ ", "::", "{}",
}

// TestLinear looks whether the memory that a text takes grows as the text
// does; for the time there is BenchmarkLinear.
func TestLinear(t *testing.T) {
	for _, unit := range repeated {
		small, large := allocated(unit, 1_000), allocated(unit, 16_000)
		if large > 40*small {
			t.Errorf("%q: 1,000 take %d bytes, 16,000 take %d", unit, small, large)
		}
	}
}

// allocated returns the bytes that are allocated to parse n repetitions of unit.
func allocated(unit string, n int) uint64 {
	src := strings.Repeat(unit, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _ = Parse(src, Options{Handles: true})
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// BenchmarkLinear reports the time for one repetition, which is to be the same
// in all lengths.
func BenchmarkLinear(b *testing.B) {
	for _, unit := range repeated {
		for _, n := range []int{1_000, 16_000} {
			b.Run(fmt.Sprintf("%q/%d", unit, n), func(b *testing.B) {
				src := strings.Repeat(unit, n)
				for b.Loop() {
					_, _ = Parse(src, Options{Handles: true})
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/unit")
			})
		}
	}
}
