package main

import (
	"fmt"
	"unicode"
)

type Kind uint8

const (
	Ident Kind = iota + 1
	Number
	String
	Symbol
	EOF
)

var kindNames = [...]string{Ident: "Ident", Number: "Number", String: "String", Symbol: "Symbol", EOF: "EOF"}

func (k Kind) String() string { return kindNames[k] }

type Token struct {
	Kind
	Text string
	Pos  int
}
type Scanner struct {
	src []rune
	pos int
}

func (s *Scanner) while(f func(rune) bool) string {
	start := s.pos
	for s.pos < len(s.src) && f(s.src[s.pos]) {
		s.pos++
	}
	return string(s.src[start:s.pos])
}

func (s *Scanner) Next() (t Token, err error) {
	s.while(unicode.IsSpace)
	t.Pos = s.pos
	if s.pos >= len(s.src) {
		t.Kind = EOF
		return t, nil
	}
	switch c := s.src[s.pos]; {
	case unicode.IsLetter(c), c == '_':
		t.Kind, t.Text = Ident, s.while(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' })
	case unicode.IsDigit(c):
		t.Kind, t.Text = Number, s.while(unicode.IsDigit)
	case c == '"':
		s.pos++
		t.Kind, t.Text = String, s.while(func(r rune) bool { return r != '"' })
		if s.pos == len(s.src) {
			return t, fmt.Errorf("offset %d: string not closed", t.Pos)
		}
		s.pos++
	default:
		t.Kind, t.Text = Symbol, string(c)
		s.pos++
	}
	return
}

func Main() {
	for _, src := range []string{`x1 = 42 + "añb"`, `"open`, ""} {
		sc := &Scanner{src: []rune(src)}
		for {
			t, err := sc.Next()
			if err != nil {
				fmt.Println("error:", err)
				break
			}
			fmt.Printf("%v(%q)@%d ", t.Kind, t.Text, t.Pos)
			if t.Kind == EOF {
				fmt.Println()
				break
			}
		}
	}
	fmt.Println(Token{Number, "1", 2}, []Kind{Ident, EOF})
	fmt.Printf("%+v %v\n", Token{String, "s", 0}, map[Kind]int{Symbol: 1, Ident: 2})
}

func main() { Main() }
