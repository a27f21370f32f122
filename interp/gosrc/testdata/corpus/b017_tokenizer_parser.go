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
	NUM Kind = iota
	OP
	LP
	RP
	IDENT
	EOF
)

//go:generate stringer
func (k Kind) String() string { return [...]string{"NUM", "OP", "LP", "RP", "IDENT", "EOF"}[k] }

type Token struct {
	Kind
	Text string
	Pos  int
}
type Lexer struct {
	src []rune
	pos int
}

func (l *Lexer) Next() (tok Token, err error) {
	for l.pos < len(l.src) && unicode.IsSpace(l.src[l.pos]) {
		l.pos++
	}
	if l.pos >= len(l.src) {
		return Token{EOF, "", l.pos}, nil
	}
	start := l.pos
	switch c := l.src[l.pos]; {
	case unicode.IsDigit(c):
		for l.pos < len(l.src) && (unicode.IsDigit(l.src[l.pos]) || l.src[l.pos] == '.') {
			l.pos++
		}
		return Token{NUM, string(l.src[start:l.pos]), start}, nil
	case unicode.IsLetter(c):
		for l.pos < len(l.src) && unicode.IsLetter(l.src[l.pos]) {
			l.pos++
		}
		return Token{IDENT, string(l.src[start:l.pos]), start}, nil
	case strings.ContainsRune("+-*/^", c):
		l.pos++
		return Token{OP, string(c), start}, nil
	case c == '(':
		l.pos++
		return Token{Kind: LP, Text: "(", Pos: start}, nil
	case c == ')':
		l.pos++
		return Token{Kind: RP, Text: ")", Pos: start}, nil
	default:
		return tok, fmt.Errorf("unexpected %q at %d", c, start)
	}
}

type Expr interface{ Eval(env map[string]float64) (float64, error) }
type (
	Num    float64
	Var    string
	Binary struct {
		Op   byte
		L, R Expr
	}
	Neg struct{ Expr }
)

func (n Num) Eval(map[string]float64) (float64, error) { return float64(n), nil }
func (v Var) Eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined %s", string(v))
}
func (b Binary) Eval(env map[string]float64) (float64, error) {
	l, err := b.L.Eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.R.Eval(env)
	if err != nil {
		return 0, err
	}
	switch b.Op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '^':
		return math.Pow(l, r), nil
	}
	if r == 0 {
		return 0, errors.New("division by zero")
	}
	return l / r, nil
}
func (n Neg) Eval(env map[string]float64) (float64, error) {
	v, err := n.Expr.Eval(env)
	return -v, err
}

type Parser struct {
	toks []Token
	i    int
}

func (p *Parser) peek() Token { return p.toks[p.i] }
func (p *Parser) expr(min int) Expr {
	prec := map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
	var left Expr
	t := p.peek()
	p.i++
	switch t.Kind {
	case NUM:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(err)
		}
		left = Num(f)
	case IDENT:
		left = Var(t.Text)
	case LP:
		left = p.expr(0)
		if p.peek().Kind != RP {
			panic(fmt.Errorf("want ) at %d, got %v", p.peek().Pos, p.peek().Kind))
		}
		p.i++
	case OP:
		if t.Text == "-" {
			left = Neg{p.expr(9)}
			break
		}
		fallthrough
	default:
		panic(fmt.Errorf("unexpected %v", t))
	}
	for t := p.peek(); t.Kind == OP && prec[t.Text] > min; t = p.peek() {
		p.i++
		left = Binary{t.Text[0], left, p.expr(prec[t.Text])}
	}
	return left
}
func Parse(s string) (e Expr, err error) {
	defer func() {
		if r := recover(); r != nil {
			if pe, ok := r.(error); ok {
				err = fmt.Errorf("parse %q: %w", s, pe)
				return
			}
			panic(r)
		}
	}()
	lx := &Lexer{src: []rune(s)}
	var ts []Token
	for {
		t, err := lx.Next()
		if err != nil {
			return nil, err
		}
		ts = append(ts, t)
		if t.Kind == EOF {
			break
		}
	}
	p := &Parser{toks: ts}
	e = p.expr(0)
	return e, nil
}

func main() {
	env := map[string]float64{"x": 3, "pi": math.Pi}
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "2^3 - x", "-x * -2", "10/(5-5)", "y+1", "1 + ", "(1", "3 $ 4", "1.2.3", "8/4/2"} {
		e, err := Parse(s)
		if err != nil {
			fmt.Println("ERR", err)
			continue
		}
		v, err := e.Eval(env)
		fmt.Printf("%s = %v, %v | %T %+v\n", s, v, err, e, e)
	}
}
