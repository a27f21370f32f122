package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

type Kind uint8

const (
	EOF Kind = iota
	Num
	Ident
	Op
)

//go:generate stringer
func (k Kind) String() string { return [...]string{"EOF", "Num", "Ident", "Op"}[k] }

type Token struct {
	Kind
	Text string
	Pos  int
}

type Lexer struct {
	src []rune
	pos int
}

func (l *Lexer) Next() (t Token, err error) {
	for l.pos < len(l.src) && unicode.IsSpace(l.src[l.pos]) {
		l.pos++
	}
	if l.pos == len(l.src) {
		return Token{Pos: l.pos}, nil
	}
	start := l.pos
	class := func(f func(rune) bool) string {
		for l.pos < len(l.src) && f(l.src[l.pos]) {
			l.pos++
		}
		return string(l.src[start:l.pos])
	}
	switch r := l.src[l.pos]; {
	case unicode.IsDigit(r):
		return Token{Num, class(func(r rune) bool { return unicode.IsDigit(r) || r == '.' }), start}, nil
	case unicode.IsLetter(r):
		return Token{Ident, class(unicode.IsLetter), start}, nil
	case strings.ContainsRune("+-*/()", r):
		l.pos++
		return Token{Op, string(r), start}, nil
	default:
		return t, fmt.Errorf("bad rune %q at %d", r, start)
	}
}

type Parser struct {
	*Lexer
	cur  Token
	vars map[string]float64
}

func (p *Parser) advance() {
	t, err := p.Next()
	if err != nil {
		panic(err)
	}
	p.cur = t
}

func (p *Parser) expr(prec int) float64 {
	left := p.unary()
	for p.cur.Kind == Op {
		op := p.cur.Text
		np, ok := map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}[op]
		if !ok || np <= prec {
			break
		}
		p.advance()
		right := p.expr(np)
		left = map[string]func(a, b float64) float64{
			"+": func(a, b float64) float64 { return a + b },
			"-": func(a, b float64) float64 { return a - b },
			"*": func(a, b float64) float64 { return a * b },
			"/": func(a, b float64) float64 { return a / b },
		}[op](left, right)
	}
	return left
}

func (p *Parser) unary() float64 {
	t := p.cur
	p.advance()
	switch {
	case t.Kind == Num:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(err)
		}
		return f
	case t.Kind == Ident:
		v, ok := p.vars[t.Text]
		if !ok {
			panic(fmt.Errorf("unknown %s", t.Text))
		}
		return v
	case t.Text == "-":
		return -p.unary()
	case t.Text == "(":
		v := p.expr(0)
		if p.cur.Text != ")" {
			panic(fmt.Errorf("want ) got %v", p.cur))
		}
		p.advance()
		return v
	}
	panic(fmt.Errorf("unexpected %v %q", t.Kind, t.Text))
}

func Eval(s string, vars map[string]float64) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				panic(r)
			}
			err = fmt.Errorf("eval %q: %w", s, e)
		}
	}()
	p := &Parser{Lexer: &Lexer{src: []rune(s)}, vars: vars}
	p.advance()
	v = p.expr(0)
	if p.cur.Kind != EOF {
		return 0, fmt.Errorf("trailing %+v", p.cur)
	}
	return v, nil
}

func main() {
	for _, s := range []string{"1+2*3", "(1+2)*-3", "x/2 - π", "1 + ", "2 $ 3", "1.2.3", "(1", "1 2", "y", "8/0"} {
		v, err := Eval(s, map[string]float64{"x": 5, "π": 3.25})
		var ne *strconv.NumError
		fmt.Println(s, "=>", v, err, errors.As(err, &ne))
	}
}
