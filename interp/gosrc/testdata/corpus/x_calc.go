package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

type kind int

const (
	tNum kind = iota
	tIdent
	tOp
	tLParen
	tRParen
	tComma
	tEOF
)

func (k kind) String() string {
	return [...]string{"num", "ident", "op", "(", ")", ",", "eof"}[k]
}

type token struct {
	kind kind
	text string
	pos  int
}

type stateFn func(*lexer) stateFn

type lexer struct {
	in         []rune
	start, pos int
	out        []token
	err        error
}

func (l *lexer) emit(k kind) {
	l.out = append(l.out, token{k, string(l.in[l.start:l.pos]), l.start})
	l.start = l.pos
}

func (l *lexer) peek() rune {
	if l.pos >= len(l.in) {
		return -1
	}
	return l.in[l.pos]
}

func (l *lexer) run(pred func(rune) bool) {
	for l.pos < len(l.in) && pred(l.in[l.pos]) {
		l.pos++
	}
}

func lexStart(l *lexer) stateFn {
	l.run(unicode.IsSpace)
	l.start = l.pos
	switch r := l.peek(); {
	case r == -1:
		l.emit(tEOF)
		return nil
	case unicode.IsDigit(r) || r == '.':
		return lexNumber
	case unicode.IsLetter(r):
		return lexIdent
	case r == '(', r == ')', r == ',':
		l.pos++
		l.emit(map[rune]kind{'(': tLParen, ')': tRParen, ',': tComma}[r])
		return lexStart
	case strings.ContainsRune("+-*/^%", r):
		l.pos++
		l.emit(tOp)
		return lexStart
	default:
		l.err = fmt.Errorf("bad rune %q at %d", r, l.pos)
		return nil
	}
}

func lexNumber(l *lexer) stateFn {
	l.run(func(r rune) bool { return unicode.IsDigit(r) || r == '.' })
	if p := l.peek(); p == 'e' || p == 'E' {
		l.pos++
		if q := l.peek(); q == '-' || q == '+' {
			l.pos++
		}
		l.run(unicode.IsDigit)
	}
	l.emit(tNum)
	return lexStart
}

func lexIdent(l *lexer) stateFn {
	l.run(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	l.emit(tIdent)
	return lexStart
}

func lex(s string) ([]token, error) {
	l := &lexer{in: []rune(s)}
	for f := stateFn(lexStart); f != nil; {
		f = f(l)
	}
	return l.out, l.err
}

type Node interface {
	Eval(env Env) float64
	fmt.Stringer
}
type Env map[string]float64
type (
	Num   float64
	Var   string
	BinOp struct {
		Op   byte
		L, R Node
	}
	Neg  struct{ X Node }
	Call struct {
		Fn   string
		Args []Node
	}
)

type evalError struct{ msg string }

func (e evalError) Error() string { return e.msg }

func (n Num) Eval(Env) float64 { return float64(n) }
func (n Num) String() string   { return strconv.FormatFloat(float64(n), 'g', -1, 64) }
func (v Var) Eval(e Env) float64 {
	x, ok := e[string(v)]
	if !ok {
		panic(evalError{"undefined " + string(v)})
	}
	return x
}
func (v Var) String() string { return string(v) }
func (b BinOp) Eval(e Env) float64 {
	l, r := b.L.Eval(e), b.R.Eval(e)
	switch b.Op {
	case '+':
		return l + r
	case '-':
		return l - r
	case '*':
		return l * r
	case '/':
		if r == 0 {
			panic(evalError{"division by zero"})
		}
		return l / r
	case '%':
		return math.Mod(l, r)
	case '^':
		return math.Pow(l, r)
	}
	panic("unreachable " + string(b.Op))
}
func (b BinOp) String() string   { return fmt.Sprintf("(%v %c %v)", b.L, b.Op, b.R) }
func (n Neg) Eval(e Env) float64 { return -n.X.Eval(e) }
func (n Neg) String() string     { return fmt.Sprintf("-%s", n.X) }
func (c Call) String() string {
	args := make([]string, len(c.Args))
	for i, a := range c.Args {
		args[i] = a.String()
	}
	return c.Fn + "(" + strings.Join(args, ", ") + ")"
}

var funcs = map[string]func(...float64) float64{
	"sqrt": func(a ...float64) float64 { return math.Sqrt(a[0]) },
	"max": func(a ...float64) float64 {
		m := math.Inf(-1)
		for _, x := range a {
			m = max(m, x)
		}
		return m
	},
	"sum": func(a ...float64) (s float64) {
		for _, x := range a {
			s += x
		}
		return
	},
}

func (c Call) Eval(e Env) float64 {
	f := funcs[c.Fn]
	if f == nil {
		panic(evalError{"no function " + c.Fn})
	}
	var args []float64
	for _, a := range c.Args {
		args = append(args, a.Eval(e))
	}
	return f(args...)
}

type parser struct {
	toks []token
	i    int
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}

func (p *parser) next() token { t := p.toks[p.i]; p.i++; return t }
func (p *parser) peek() token { return p.toks[p.i] }

func (p *parser) expr(min int) Node {
	lhs := p.unary()
	for {
		t := p.peek()
		pr := prec[t.text]
		if t.kind != tOp || pr < min {
			return lhs
		}
		p.next()
		q := pr + 1
		if t.text == "^" {
			q = pr
		}
		lhs = BinOp{t.text[0], lhs, p.expr(q)}
	}
}

func (p *parser) unary() Node {
	switch t := p.next(); t.kind {
	case tOp:
		if t.text == "-" {
			return Neg{p.expr(3)}
		}
		panic(fmt.Errorf("unexpected operator %s at %d", t.text, t.pos))
	case tNum:
		f, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			panic(err)
		}
		return Num(f)
	case tIdent:
		if p.peek().kind != tLParen {
			return Var(t.text)
		}
		p.next()
		c := Call{Fn: t.text}
		for p.peek().kind != tRParen {
			c.Args = append(c.Args, p.expr(1))
			if p.peek().kind == tComma {
				p.next()
			}
		}
		p.next()
		return c
	case tLParen:
		n := p.expr(1)
		if e := p.next(); e.kind != tRParen {
			panic(fmt.Errorf("expected ), got %v %q", e.kind, e.text))
		}
		return n
	default:
		panic(fmt.Errorf("unexpected %v", t))
	}
}

func eval(s string, env Env) (n Node, x float64, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case evalError:
			err = r
		case error:
			err = fmt.Errorf("parse %q: %w", s, r)
		default:
			panic(r)
		}
	}()
	toks, err := lex(s)
	if err != nil {
		return nil, 0, err
	}
	p := &parser{toks: toks}
	n = p.expr(1)
	if t := p.peek(); t.kind != tEOF {
		return n, 0, fmt.Errorf("trailing %s", t.text)
	}
	return n, n.Eval(env), nil
}

func main() {
	env := Env{"x": 3, "pi": math.Pi}
	for _, s := range []string{"1+2*3", "2^3^2", "-2^2", "(1+2)*-3", "x*x - 1", "sqrt(16)+max(1, x, 2)", "sum()", "1/0", "y", "2 +", "(1", "3 $ 4", "1.2.3", "foo(1)", "1e3 % 7", "2 3", "*1", "-0*1", "1e400"} {
		n, v, err := eval(s, env)
		var ee evalError
		fmt.Printf("%-24s %v = %v | %v %t\n", s, n, v, err, errors.As(err, &ee))
		var ne *strconv.NumError
		if errors.As(err, &ne) {
			fmt.Printf("\t%s %q %v\n", ne.Func, ne.Num, ne.Err)
		}
	}
	toks, _ := lex("é1+(β)")
	fmt.Println(toks)
	fmt.Printf("%+v\n", toks[0])
	fmt.Printf("%#v\n", BinOp{'+', Num(1), Var("x")})
}
