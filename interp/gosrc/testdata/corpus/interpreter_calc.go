package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

type TokenKind int

const (
	EOF TokenKind = iota
	Num
	Ident
	Op
	LParen
	RParen
)

//go:generate stringer
func (k TokenKind) String() string {
	return [...]string{"EOF", "Num", "Ident", "Op", "LParen", "RParen"}[k]
}

type Token struct {
	Kind TokenKind
	Text string
	Pos  int
}

func (t Token) String() string { return fmt.Sprintf("%v(%q)@%d", t.Kind, t.Text, t.Pos) }

type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d: %s", e.Pos, e.Msg) }

type lexer struct {
	src []rune
	pos int
}

func (l *lexer) next() (Token, error) {
	for l.pos < len(l.src) && unicode.IsSpace(l.src[l.pos]) {
		l.pos++
	}
	if l.pos == len(l.src) {
		return Token{Pos: l.pos}, nil
	}
	start := l.pos
	take := func(ok func(rune) bool) string {
		for l.pos < len(l.src) && ok(l.src[l.pos]) {
			l.pos++
		}
		return string(l.src[start:l.pos])
	}
	switch r := l.src[l.pos]; {
	case unicode.IsDigit(r) || r == '.':
		return Token{Num, take(func(r rune) bool { return unicode.IsDigit(r) || r == '.' }), start}, nil
	case unicode.IsLetter(r), r == '_':
		return Token{Ident, take(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }), start}, nil
	case strings.ContainsRune("+-*/^=,", r):
		l.pos++
		return Token{Op, string(r), start}, nil
	case r == '(':
		l.pos++
		return Token{LParen, "(", start}, nil
	case r == ')':
		l.pos++
		return Token{RParen, ")", start}, nil
	default:
		return Token{}, &SyntaxError{start, fmt.Sprintf("unexpected %q", r)}
	}
}

type Expr interface {
	Eval(env Env) float64
	fmt.Stringer
}

type Env map[string]float64

type (
	lit    float64
	ref    string
	binary struct {
		op   byte
		l, r Expr
	}
	unary struct {
		op byte
		x  Expr
	}
	call struct {
		fn   string
		args []Expr
	}
	assign struct {
		name string
		x    Expr
	}
)

var funcs = map[string]func(...float64) float64{
	"max": func(xs ...float64) float64 {
		m := math.Inf(-1)
		for _, x := range xs {
			m = max(m, x)
		}
		return m
	},
	"sqrt": func(xs ...float64) float64 { return math.Sqrt(xs[0]) },
	"sum": func(xs ...float64) (s float64) {
		for _, x := range xs {
			s += x
		}
		return
	},
}

var errUnknown = errors.New("unknown name")

func (l lit) Eval(Env) float64 { return float64(l) }
func (r ref) Eval(env Env) float64 {
	v, ok := env[string(r)]
	if !ok {
		panic(fmt.Errorf("%w: %s", errUnknown, string(r)))
	}
	return v
}
func (b binary) Eval(env Env) float64 {
	l, r := b.l.Eval(env), b.r.Eval(env)
	switch b.op {
	case '+':
		return l + r
	case '-':
		return l - r
	case '*':
		return l * r
	case '/':
		return l / r
	case '^':
		return math.Pow(l, r)
	}
	panic("op " + string(b.op))
}
func (u unary) Eval(env Env) float64 { return -u.x.Eval(env) }
func (c call) Eval(env Env) float64 {
	f, ok := funcs[c.fn]
	if !ok {
		panic(fmt.Errorf("%w: %s()", errUnknown, c.fn))
	}
	var args []float64
	for _, a := range c.args {
		args = append(args, a.Eval(env))
	}
	return f(args...)
}
func (a assign) Eval(env Env) float64 { env[a.name] = a.x.Eval(env); return env[a.name] }

func (l lit) String() string    { return strconv.FormatFloat(float64(l), 'g', -1, 64) }
func (r ref) String() string    { return string(r) }
func (b binary) String() string { return fmt.Sprintf("(%v %c %v)", b.l, b.op, b.r) }
func (u unary) String() string  { return fmt.Sprintf("(-%v)", u.x) }
func (c call) String() string {
	parts := make([]string, len(c.args))
	for i, a := range c.args {
		parts[i] = a.String()
	}
	return c.fn + "(" + strings.Join(parts, ", ") + ")"
}
func (a assign) String() string { return a.name + " = " + a.x.String() }

type parser struct {
	lex lexer
	tok Token
}

func (p *parser) advance() {
	t, err := p.lex.next()
	if err != nil {
		panic(err)
	}
	p.tok = t
}

func (p *parser) fail(format string, args ...any) {
	panic(&SyntaxError{p.tok.Pos, fmt.Sprintf(format, args...)})
}

var prec = map[string]int{"=": 1, "+": 2, "-": 2, "*": 3, "/": 3, "^": 4}

func (p *parser) expr(min int) Expr {
	left := p.primary()
	for p.tok.Kind == Op && prec[p.tok.Text] >= min && p.tok.Text != "," {
		op := p.tok
		p.advance()
		next := prec[op.Text] + 1
		if op.Text == "^" || op.Text == "=" {
			next--
		}
		right := p.expr(next)
		if op.Text == "=" {
			name, ok := left.(ref)
			if !ok {
				p.fail("cannot assign to %v", left)
			}
			left = assign{string(name), right}
		} else {
			left = binary{op.Text[0], left, right}
		}
	}
	return left
}

func (p *parser) primary() Expr {
	tok := p.tok
	switch tok.Kind {
	case Num:
		p.advance()
		f, err := strconv.ParseFloat(tok.Text, 64)
		if err != nil {
			p.fail("bad number %s", tok.Text)
		}
		return lit(f)
	case Ident:
		p.advance()
		if p.tok.Kind != LParen {
			return ref(tok.Text)
		}
		p.advance()
		c := call{fn: tok.Text}
		for p.tok.Kind != RParen {
			c.args = append(c.args, p.expr(1))
			if p.tok.Text == "," {
				p.advance()
			} else if p.tok.Kind != RParen {
				p.fail("expected , or ) but got %v", p.tok)
			}
		}
		p.advance()
		return c
	case LParen:
		p.advance()
		e := p.expr(1)
		if p.tok.Kind != RParen {
			p.fail("expected ) but got %v", p.tok)
		}
		p.advance()
		return e
	case Op:
		if tok.Text == "-" {
			p.advance()
			return unary{'-', p.expr(4)}
		}
	}
	p.fail("unexpected %v", tok)
	return nil
}

func run(src string, env Env) (e Expr, v float64, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *SyntaxError:
			err = r
		case error:
			err = fmt.Errorf("eval: %w", r)
		default:
			panic(r)
		}
	}()
	p := &parser{lex: lexer{src: []rune(src)}}
	p.advance()
	e = p.expr(1)
	if p.tok.Kind != EOF {
		p.fail("trailing %v", p.tok)
	}
	return e, e.Eval(env), nil
}

func Main() {
	env := Env{"pi": math.Pi}
	for _, src := range []string{
		"1 + 2 * 3", "2 ^ 3 ^ 2", "-(4 - 6) / 8", "x = y = 3", "x * y + 1", "max(1, x, 2) + sqrt(16)", "sum()",
		"1 +", "(1", "3 = 4", "z", "foo(1)", "1 $ 2", "1.2.3", "1/0", "-2 ^ 2", "sum(1,2,", "2 3",
	} {
		e, v, err := run(src, env)
		var se *SyntaxError
		switch {
		case errors.As(err, &se):
			fmt.Printf("%-12s syntax at %d: %s\n", src, se.Pos, se.Msg)
		case err != nil:
			fmt.Printf("%-12s %v %t\n", src, err, errors.Is(err, errUnknown))
		default:
			fmt.Printf("%-12s %v = %g\n", src, e, v)
		}
	}
	fmt.Println(len(env), env["x"])
}

func main() { Main() }
