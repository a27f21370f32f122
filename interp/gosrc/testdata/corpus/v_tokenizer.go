package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

type Kind int

const (
	Num Kind = iota
	Op
	LParen
	RParen
	Ident
	EOF
)

func (k Kind) String() string {
	return [...]string{"Num", "Op", "(", ")", "Ident", "EOF"}[k]
}

type Token struct {
	Kind Kind
	Text string
	Pos  int
}
type Lexer struct {
	src []rune
	pos int
}

func (l *Lexer) Next() (Token, error) {
	for l.pos < len(l.src) && unicode.IsSpace(l.src[l.pos]) {
		l.pos++
	}
	if l.pos >= len(l.src) {
		return Token{Kind: EOF, Pos: l.pos}, nil
	}
	start := l.pos
	switch c := l.src[l.pos]; {
	case unicode.IsDigit(c):
		for l.pos < len(l.src) && (unicode.IsDigit(l.src[l.pos]) || l.src[l.pos] == '.') {
			l.pos++
		}
		return Token{Num, string(l.src[start:l.pos]), start}, nil
	case unicode.IsLetter(c), c == '_':
		for l.pos < len(l.src) && (unicode.IsLetter(l.src[l.pos]) || unicode.IsDigit(l.src[l.pos])) {
			l.pos++
		}
		return Token{Ident, string(l.src[start:l.pos]), start}, nil
	case strings.ContainsRune("+-*/^%", c):
		l.pos++
		return Token{Op, string(c), start}, nil
	case c == '(':
		l.pos++
		return Token{LParen, "(", start}, nil
	case c == ')':
		l.pos++
		return Token{RParen, ")", start}, nil
	default:
		return Token{}, fmt.Errorf("unexpected %q at %d", c, start)
	}
}

type Parser struct {
	toks []Token
	i    int
	vars map[string]float64
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}

func (p *Parser) peek() Token { return p.toks[p.i] }
func (p *Parser) next() Token { t := p.toks[p.i]; p.i++; return t }
func (p *Parser) expr(min int) (v float64, err error) {
	switch t := p.next(); t.Kind {
	case Num:
		v, err = strconv.ParseFloat(t.Text, 64)
	case Ident:
		var ok bool
		if v, ok = p.vars[t.Text]; !ok {
			err = fmt.Errorf("undefined %s", t.Text)
		}
	case LParen:
		if v, err = p.expr(0); err != nil {
			return
		}
		if c := p.next(); c.Kind != RParen {
			return 0, fmt.Errorf("want ), got %v", c.Kind)
		}
	case Op:
		if t.Text == "-" {
			v, err = p.expr(4)
			v = -v
			break
		}
		fallthrough
	default:
		err = fmt.Errorf("unexpected %v %q at %d", t.Kind, t.Text, t.Pos)
	}
	for err == nil && p.peek().Kind == Op && prec[p.peek().Text] > min {
		op := p.next().Text
		m := prec[op]
		if op == "^" {
			m--
		}
		var r float64
		if r, err = p.expr(m); err != nil {
			return 0, err
		}
		switch op {
		case "+":
			v += r
		case "-":
			v -= r
		case "*":
			v *= r
		case "/":
			if r == 0 {
				return 0, errors.New("division by zero")
			}
			v /= r
		case "%":
			v = math.Mod(v, r)
		case "^":
			v = math.Pow(v, r)
		}
	}
	return
}
func Eval(s string) (float64, error) {
	l := &Lexer{src: []rune(s)}
	p := &Parser{vars: map[string]float64{"pi": math.Pi, "x": 2}}
	for {
		t, err := l.Next()
		if err != nil {
			return 0, err
		}
		p.toks = append(p.toks, t)
		if t.Kind == EOF {
			break
		}
	}
	v, err := p.expr(0)
	if err == nil && p.peek().Kind != EOF {
		err = fmt.Errorf("trailing %+v", p.peek())
	}
	return v, err
}
func Main() {
	for _, s := range []string{"1+2*3", "(1+2)*3", "2^3^2", "-2^2", "10/4-1", "x*pi", "1/0", "1+", "(1", "y", "3 $ 4", "7 % 4", "1 2", "*3"} {
		v, err := Eval(s)
		fmt.Printf("%-10s = %g, %v\n", s, v, err)
	}
	fmt.Println(Token{Op, "+", 3}, []Kind{Num, EOF}, map[Kind]int{Op: 1, Num: 2})
}

func main() { Main() }
