package main

import (
	"errors"
	"fmt"
	"strconv"
	"unicode"
)

type Node interface {
	Eval(env map[string]float64) (float64, error)
}
type Num float64
type Var string
type Bin struct {
	Op   byte
	L, R Node
}
type Neg struct{ X Node }

func (n Num) Eval(map[string]float64) (float64, error) { return float64(n), nil }
func (v Var) Eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined: %s", v)
}
func (n Neg) Eval(env map[string]float64) (float64, error) {
	x, err := n.X.Eval(env)
	return -x, err
}
func (b *Bin) Eval(env map[string]float64) (float64, error) {
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
	case '/':
		if r == 0 {
			return 0, errors.New("division by zero")
		}
		return l / r, nil
	}
	return 0, fmt.Errorf("bad op %c", b.Op)
}

type Parser struct {
	toks []string
	pos  int
}

func tokenize(s string) []string {
	var toks []string
	for i := 0; i < len(s); {
		c := rune(s[i])
		switch {
		case unicode.IsSpace(c):
			i++
		case unicode.IsDigit(c) || c == '.':
			j := i
			for j < len(s) && (unicode.IsDigit(rune(s[j])) || s[j] == '.') {
				j++
			}
			toks = append(toks, s[i:j])
			i = j
		case unicode.IsLetter(c):
			j := i
			for j < len(s) && unicode.IsLetter(rune(s[j])) {
				j++
			}
			toks = append(toks, s[i:j])
			i = j
		default:
			toks = append(toks, s[i:i+1])
			i++
		}
	}
	return toks
}

func (p *Parser) peek() string {
	if p.pos < len(p.toks) {
		return p.toks[p.pos]
	}
	return ""
}

func (p *Parser) next() string { t := p.peek(); p.pos++; return t }

func (p *Parser) expr() Node {
	n := p.term()
	for p.peek() == "+" || p.peek() == "-" {
		op := p.next()[0]
		n = &Bin{op, n, p.term()}
	}
	return n
}

func (p *Parser) term() Node {
	n := p.factor()
	for p.peek() == "*" || p.peek() == "/" {
		op := p.next()[0]
		n = &Bin{op, n, p.factor()}
	}
	return n
}

func (p *Parser) factor() Node {
	switch t := p.next(); {
	case t == "(":
		n := p.expr()
		if p.next() != ")" {
			panic("expected )")
		}
		return n
	case t == "-":
		return Neg{p.factor()}
	case t == "":
		panic("unexpected end")
	default:
		if f, err := strconv.ParseFloat(t, 64); err == nil {
			return Num(f)
		}
		return Var(t)
	}
}

func parse(s string) (n Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parse error: %v", r)
		}
	}()
	p := &Parser{toks: tokenize(s)}
	n = p.expr()
	if p.pos < len(p.toks) {
		return nil, fmt.Errorf("trailing %q", p.peek())
	}
	return n, nil
}

func Main() {
	env := map[string]float64{"x": 3, "pi": 3.14}
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "-x * 2", "10 / 4 - 1", "1/0", "y+1", "(1", "2 3", "", "2 * -(3 + x)"} {
		n, err := parse(s)
		if err != nil {
			fmt.Printf("%q: %v\n", s, err)
			continue
		}
		v, err := n.Eval(env)
		fmt.Printf("%q = %v %v\n", s, v, err)
	}
	n, _ := parse("1+x")
	fmt.Printf("%T %v\n", n, n.(*Bin).R)
}

func main() { Main() }
