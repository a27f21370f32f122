package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

type Token struct {
	Kind string
	Text string
	Pos  int
}
type Lexer struct {
	in  []rune
	pos int
}
type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d: %s", e.Pos, e.Msg) }
func (l *Lexer) peek() rune {
	if l.pos >= len(l.in) {
		return -1
	}
	return l.in[l.pos]
}
func (l *Lexer) take(ok func(rune) bool) string {
	start := l.pos
	for ok(l.peek()) {
		l.pos++
	}
	return string(l.in[start:l.pos])
}
func (l *Lexer) Tokens() (ts []Token, err error) {
	for l.pos < len(l.in) {
		start := l.pos
		switch r := l.peek(); {
		case unicode.IsSpace(r):
			l.pos++
			continue
		case unicode.IsDigit(r), r == '.':
			ts = append(ts, Token{"num", l.take(func(r rune) bool { return unicode.IsDigit(r) || r == '.' }), start})
		case unicode.IsLetter(r):
			ts = append(ts, Token{"id", l.take(unicode.IsLetter), start})
		case strings.ContainsRune("+-*/()^", r):
			l.pos++
			ts = append(ts, Token{"op", string(r), start})
		default:
			return ts, &SyntaxError{start, fmt.Sprintf("unexpected %q", r)}
		}
	}
	return
}

type Parser struct {
	ts   []Token
	vars map[string]float64
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

func (p *Parser) next() (t Token) {
	if len(p.ts) > 0 {
		t, p.ts = p.ts[0], p.ts[1:]
	}
	return
}
func (p *Parser) atom() float64 {
	switch t := p.next(); t.Kind {
	case "num":
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(&SyntaxError{t.Pos, err.Error()})
		}
		return f
	case "id":
		v, ok := p.vars[t.Text]
		if !ok {
			panic(&SyntaxError{t.Pos, "undefined " + t.Text})
		}
		return v
	case "op":
		switch t.Text {
		case "(":
			defer func() {
				if c := p.next(); c.Text != ")" {
					panic(&SyntaxError{c.Pos, "missing )"})
				}
			}()
			return p.expr(0)
		case "-":
			return -p.atom()
		}
		panic(&SyntaxError{t.Pos, "unexpected " + t.Text})
	}
	panic(&SyntaxError{-1, "unexpected end"})
}
func (p *Parser) expr(min int) float64 {
	l := p.atom()
	for len(p.ts) > 0 && prec[p.ts[0].Text] > min {
		op := p.next().Text
		r := p.expr(prec[op])
		switch op {
		case "+":
			l += r
		case "-":
			l -= r
		case "*":
			l *= r
		case "/":
			l /= r
		case "^":
			l = math.Pow(l, r)
		}
	}
	return l
}
func Eval(s string, vars map[string]float64) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(*SyntaxError); ok {
				err = e
				return
			}
			panic(r)
		}
	}()
	ts, err := (&Lexer{in: []rune(s)}).Tokens()
	if err != nil {
		return 0, err
	}
	p := &Parser{ts, vars}
	v = p.expr(0)
	if len(p.ts) > 0 {
		err = &SyntaxError{p.ts[0].Pos, "trailing " + p.ts[0].Text}
	}
	return
}

func main() {
	vars := map[string]float64{"x": 3, "π": math.Pi}
	for _, s := range []string{"1 + 2*3", "(1+2)*3", "-x^2", "10/4-1", "2*π", "1/0", "(1", "1 + $", "y", "1 2", "", "1.2.3", "é"} {
		v, err := Eval(s, vars)
		fmt.Printf("%-8s = %.4g %v\n", s, v, err)
	}
	ts, _ := (&Lexer{in: []rune("a1+")}).Tokens()
	fmt.Printf("%v %+v\n", ts, ts[0])
}
