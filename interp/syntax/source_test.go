package syntax

import (
	"fmt"
	"testing"
)

func parsed(t testing.TB, src string) Node {
	t.Helper()
	file, err := Parse(src, Options{File: "iex"})
	if err != nil {
		t.Fatalf("Parse(%q): %v", src, err)
	}
	return file.Body
}

func TestSource(t *testing.T) {
	tests := recordings(t, "testdata/source.recorded")
	if len(tests) < 2000 {
		t.Fatalf("%d snippets recorded, want at least 2000", len(tests))
	}
	for _, tt := range tests {
		if got := Source(parsed(t, tt.in)); got != tt.want {
			t.Errorf("Source(%q) =\n%s\nwant\n%s", tt.in, got, tt.want)
		}
	}
}

func TestSourceOfHandle(t *testing.T) {
	file, err := Parse("send #PID<0.105.0>, :hello", Options{Handles: true})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Source(file.Body), "send(#PID<0.105.0>, :hello)"; got != want {
		t.Errorf("Source = %s, want %s", got, want)
	}
}

func TestClauseHead(t *testing.T) {
	tests := []struct{ in, want string }{
		{"upcase(\"\", _mode)", `def upcase("", _mode)`},
		{"f()", "def f()"},
		{"upcase(string, :default) when is_binary(string)", "def upcase(string, :default) when is_binary(string)"},
		{
			"upcase(string, mode) when is_binary(string) and (mode === :greek or mode === :turkic)",
			"def upcase(string, mode) when is_binary(string) and mode === :greek or mode === :turkic",
		},
		{"f(x) when not (is_list(x) and x != []) when x == 1", "def f(x) when not (is_list(x) and x != []) when x == 1"},
		{"f([h | t], %{a: 1} = m) when h > 1 when t == [] when m == 2", "def f([h | t], %{a: 1} = m) when h > 1 when t == [] when m == 2"},
	}
	for _, tt := range tests {
		head, guard := parsed(t, tt.in), Node(nil)
		if when, ok := head.(*Binary); ok {
			head, guard = when.Left, when.Right
		}
		call := head.(*Call)
		if got := ClauseHead("def", call.Name, call.Args, guard); got != tt.want {
			t.Errorf("ClauseHead of %s = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func ExampleSource() {
	file, err := Parse(`if message == {:create, "shopping"}, do: send(pid, message), else: raise "no"`, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(Source(file.Body))
	// Output:
	// if message == {:create, "shopping"} do
	//   send(pid, message)
	// else
	//   raise "no"
	// end
}

// FuzzSource checks that whatever can be parsed can be written.
func FuzzSource(f *testing.F) {
	for _, r := range recordings(f, "testdata/source.recorded") {
		f.Add(r.in)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 4<<10 {
			return
		}
		if file, err := Parse(src, Options{Handles: true}); err == nil {
			Source(file.Body)
		}
	})
}
