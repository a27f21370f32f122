package repl

import (
	"fmt"
	"reflect"
	"testing"
)

func TestStripPrompt(t *testing.T) {
	for _, tt := range []struct {
		in, rest            string
		prompted, continued bool
	}{
		{"1 + 1", "1 + 1", false, false},
		{"", "", false, false},
		{"iex> 1 + 1", "1 + 1", true, false},
		{"iex(3)> 1 + 1", "1 + 1", true, false},
		{"iex(3)>", "", true, false},
		{"  iex(3)> x", "x", true, false},
		{"iex(3)>   indented", "  indented", true, false},
		{"iex(node@host)1> x", "x", true, false},
		{"1. iex(1)> x", "x", true, false},
		{"12. iex(1)> x", "x", true, false},
		{"...> x", "x", true, true},
		{"...(3)>   x", "  x", true, true},
		{"... (4)> x", "x", true, true},
		{"13. ...(4)> x", "x", true, true},
		{"iex > 3", "iex > 3", false, false},
		{"iex>3", "iex>3", false, false},
		{"index(3)> 2", "index(3)> 2", false, false},
		{"x = iex(3)> 2", "x = iex(3)> 2", false, false},
		{"1.5", "1.5", false, false},
	} {
		rest, prompted, continued := StripPrompt(tt.in)
		if rest != tt.rest || prompted != tt.prompted || continued != tt.continued {
			t.Errorf("StripPrompt(%q) = %q, %t, %t, want %q, %t, %t",
				tt.in, rest, prompted, continued, tt.rest, tt.prompted, tt.continued)
		}
	}
}

func TestSplitTranscript(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []Excerpt
	}{
		{"1 + 1\n2", nil},
		{"iex> 1", []Excerpt{{Input: []string{"1"}}}},
		{"iex> [\n  1\n]\n[1]\n\ntext", []Excerpt{{Input: []string{"[", "  1", "]"}, Output: []string{"[1]", "", "text"}}}},
		{"iex> [\niex>   1\niex> ]", []Excerpt{{Input: []string{"["}}, {Input: []string{"  1"}}, {Input: []string{"]"}}}},
		{"```iex\niex> 1\n1\n```\ntext\n```\niex> 2\n2\n~~~\ntext", []Excerpt{
			{Input: []string{"1"}, Output: []string{"1"}}, {Input: []string{"2"}, Output: []string{"2"}},
		}},
		{"text\niex(1)> f fn ->\n...(1)>   1\n...(1)> end\n1\n:ok\niex(2)> x", []Excerpt{
			{Input: []string{"f fn ->", "  1", "end"}, Output: []string{"1", ":ok"}},
			{Input: []string{"x"}},
		}},
	} {
		if got := SplitTranscript(tt.in); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("SplitTranscript(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPastedLines(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"abc", []string{"abc"}},
		{"a\r\nb\rc\n", []string{"a", "b", "c", ""}},
		{"\tx\x1b[31m\x00y", []string{"\tx[31my"}},
		{"iex> abc", []string{"abc"}},
		{"iex> abc\nabc", []string{"abc"}},
		{"iex> abc\nabc\n", []string{"abc", ""}},
		{"iex> a\n...> b\nres\niex> c", []string{"a", "b", "c", ""}},
	} {
		if got, _ := pastedLines(tt.in); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("pastedLines(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPipeLine(t *testing.T) {
	for line, want := range map[string]bool{
		"": false, "y": false, "|> f": true, "  ++ [2]": true, "and b": true, "android": false, "- 1": false,
	} {
		if got := pipeLine().MatchString(line); got != want {
			t.Errorf("pipeLine matches %q: %t, want %t", line, got, want)
		}
	}
}

func TestStatementsSurviveTheFile(t *testing.T) {
	for _, s := range []string{"a", "a\nb", `a\nb`, `\`, "\\\n", `"\\n"`, "\n\n"} {
		if got := decodeStatement(encodeStatement(s)); got != s {
			t.Errorf("decodeStatement(%q) = %q, want %q", encodeStatement(s), got, s)
		}
	}
}

func ExampleStripPrompt() {
	line, _, _ := StripPrompt("1. iex(3)> GenEvent.notify(manager, :hello)")
	fmt.Println(line)
	// Output: GenEvent.notify(manager, :hello)
}

func TestPastedOutputs(t *testing.T) {
	_, got := pastedLines("prose\niex> a\n...> b\n\nres\n\niex> c\niex> d\nx\n\ny")
	if want := map[int]string{1: "\nres", 3: "x\n\ny"}; !reflect.DeepEqual(got, want) {
		t.Errorf("the outputs are %v, want %v", got, want)
	}
}

func TestAgrees(t *testing.T) {
	for _, tt := range []struct {
		pasted, printed string
		want            bool
	}{
		{"1", "1", true},
		{"1", "2", false},
		{"1\n\nProse.\n\nMore.", "1", true},
		{"1\n\nProse.", "2", false},
		{"a\n\nb\n\nProse.", "a\n\nb", true},
	} {
		if got := agrees(tt.pasted, func(p string) bool { return p == tt.printed }); got != tt.want {
			t.Errorf("agrees(%q) with %q = %t", tt.pasted, tt.printed, got)
		}
	}
}
