package syntax

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"{:ok, #PID<0.120.0>}", "{ :ok , #PID<0.120.0> }"},
		{"#Function<42.3316493/1 in :erl_eval.expr/6>", "#Function<42.3316493/1 in :erl_eval.expr/6>"},
		{`#Function<0.1/1 in M."-f/0-fun-0-"/1>,1`, `#Function<0.1/1 in M."-f/0-fun-0-"/1> , 1`},
		{"#Reference<0.1.2.3> # note", "#Reference<0.1.2.3> # note"},
		{"#PID<0.1", "# PID < 0.1"},
		{"<<70, 79, 82, ...>>", "<< 70 , 79 , 82 , ... >>"},
		{"%{a: 1, \"b c\" => 2.5e-3}", `%{ a: 1 , "b c" => 2.5e-3 }`},
		{"don't stop", "don ' t stop"},
		{"'abc' \"d\\\"e\"", `'abc' "d\"e"`},
		{"** (MatchError) no match", "** ( MatchError ) no match"},
		{"GenEvent.start_link", "GenEvent . start_link"},
		{"Foo.Bar.baz?(x)!=1", "Foo.Bar . baz? ( x ) != 1"},
		{"iex(1)> x", "iex ( 1 ) > x"},
		{"a:b :c", "a :b :c"},
		{"été ∞", "été ∞"},
	}
	for _, tt := range tests {
		var words []string
		for _, tok := range Tokens(tt.in) {
			words = append(words, tok.Text)
		}
		if got := strings.Join(words, " "); got != tt.want {
			t.Errorf("Tokens(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestTokensPlace(t *testing.T) {
	got := Tokens("a\n  b")
	if len(got) != 2 || got[1].Pos != (Pos{2, 3}) || got[1].Kind != Word {
		t.Errorf("Tokens = %v, want b at 2:3", got)
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("#PID<0.1.2> \"a\" 'b :c d: 1.5 <<>>")
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return // two broken characters may join to a whole one
		}
		var b strings.Builder
		for _, tok := range Tokens(src) {
			b.WriteString(tok.Text)
		}
		squeeze := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if squeeze(b.String()) != squeeze(src) {
			t.Errorf("Tokens(%q) lost text: %q", src, b.String())
		}
	})
}
