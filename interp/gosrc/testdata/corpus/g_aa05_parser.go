package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
)

type Kind int

const (
	EOF Kind = iota - 1
	Num
	Ident
	Op
	LParen
	RParen
)

//go:generate stringer
func (k Kind) String() string {
	return map[Kind]string{EOF: "EOF", Num: "Num", Ident: "Ident", Op: "Op", LParen: "(", RParen: ")"}[k]
}

type Token struct {
	Kind
	Text string
	Pos  int
}

type SyntaxError struct {
	Pos int
	Msg string
}

func (e SyntaxError) Error() string { return strconv.Itoa(e.Pos) + ": " + e.Msg }

type Node interface {
	Eval(env Env) (float64, error)
	fmt.Stringer
}

type Env map[string]float64

type (
	num    float64
	ident  string
	binary struct {
		op   rune
		l, r Node
	}
	unary struct {
		op rune
		x  Node
	}
	call struct {
		name string
		args []Node
	}
)

func (n num) Eval(Env) (float64, error) { return float64(n), nil }
func (n num) String() string            { return strconv.FormatFloat(float64(n), 'g', -1, 64) }
func (i ident) Eval(e Env) (float64, error) {
	if v, ok := e[string(i)]; ok {
		return v, nil
	}
	return 0, fmt.Errorf("undefined: %s", string(i))
}
func (i ident) String() string { return string(i) }

var ErrDiv = errors.New("division by zero")

func (b *binary) Eval(e Env) (v float64, err error) {
	l, err := b.l.Eval(e)
	if err != nil {
		return
	}
	r, err := b.r.Eval(e)
	if err != nil {
		return 0, fmt.Errorf("right of %c: %w", b.op, err)
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, ErrDiv
		}
		return l / r, nil
	}
	panic("bad op " + string(b.op))
}
func (b *binary) String() string { return fmt.Sprintf("(%v %c %v)", b.l, b.op, b.r) }
func (u unary) Eval(e Env) (float64, error) {
	v, err := u.x.Eval(e)
	return -v, err
}
func (u unary) String() string { return string(u.op) + u.x.String() }

var funcs = map[string]func(...float64) float64{
	"max": func(xs ...float64) float64 {
		m := xs[0]
		for _, x := range xs[1:] {
			m = max(m, x)
		}
		return m
	},
	"sum": func(xs ...float64) (t float64) {
		for _, x := range xs {
			t += x
		}
		return
	},
}

func (c call) Eval(e Env) (float64, error) {
	f, ok := funcs[c.name]
	if !ok {
		return 0, fmt.Errorf("no function %q", c.name)
	}
	args := make([]float64, len(c.args))
	for i, a := range c.args {
		var err error
		if args[i], err = a.Eval(e); err != nil {
			return 0, fmt.Errorf("argument %d of %s: %w", i+1, c.name, err)
		}
	}
	return f(args...), nil
}
func (c call) String() string {
	s := make([]string, 0, len(c.args))
	for _, a := range c.args {
		s = append(s, a.String())
	}
	return c.name + "(" + strings.Join(s, ", ") + ")"
}

type parser struct {
	toks []Token
	Token
}

func lex(src string) (out []Token) {
	rs := []rune(src)
	for i := 0; i < len(rs); {
		start, r := i, rs[i]
		kind := Op
		switch {
		case unicode.IsSpace(r):
			i++
			continue
		case unicode.IsDigit(r):
			for kind = Num; i < len(rs) && (unicode.IsDigit(rs[i]) || rs[i] == '.'); i++ {
			}
		case unicode.IsLetter(r):
			for kind = Ident; i < len(rs) && unicode.IsLetter(rs[i]); i++ {
			}
		case r == '(':
			kind = LParen
			fallthrough
		case r == ')':
			if r == ')' {
				kind = RParen
			}
			fallthrough
		default:
			i++
		}
		out = append(out, Token{kind, string(rs[start:i]), start})
	}
	return append(out, Token{Kind: EOF, Pos: len(rs)})
}

func (p *parser) next() Token {
	t := p.Token
	p.Token, p.toks = p.toks[0], p.toks[1:]
	return t
}

func (p *parser) fail(format string, args ...any) {
	panic(SyntaxError{p.Pos, fmt.Sprintf(format, args...)})
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}

func (p *parser) expr(min int) Node {
	left := p.primary()
	for p.Kind == Op && prec[p.Text] > min {
		op := p.next()
		left = &binary{rune(op.Text[0]), left, p.expr(prec[op.Text])}
	}
	return left
}

func (p *parser) primary() Node {
	switch t := p.next(); t.Kind {
	case Num:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(err)
		}
		return num(f)
	case Ident:
		if p.Kind != LParen {
			return ident(t.Text)
		}
		p.next()
		c := call{name: t.Text}
		for p.Kind != RParen {
			c.args = append(c.args, p.expr(0))
			if p.Text == "," {
				p.next()
			}
		}
		p.next()
		return c
	case LParen:
		n := p.expr(0)
		if p.Kind != RParen {
			p.fail("want ) but have %v %q", p.Kind, p.Text)
		}
		p.next()
		return n
	case Op:
		if t.Text == "-" {
			return unary{'-', p.primary()}
		}
		fallthrough
	default:
		p.fail("unexpected %s", t.Kind)
	}
	return nil
}

func Parse(src string) (n Node, err error) {
	p := &parser{toks: lex(src)}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case SyntaxError:
			err = r
		case error:
			err = fmt.Errorf("parse %q: %w", src, r)
		default:
			panic(r)
		}
	}()
	p.next()
	n = p.expr(0)
	if p.Kind != EOF {
		p.fail("trailing %s", p.Text)
	}
	return n, nil
}

func main() {
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	env := Env{"x": 3, "π": 3.14}
	for _, src := range []string{"1+2*3", "(1+2)*3", "-x*2-4/8", "max(1, x, 2)*sum()", "1/(x-3)", "y+1", "1+y", "max(1,2", "1..2", "2 3", "", "sum(1,2,q)", "π*2", "foo(1)", "max()", "-(-1)"} {
		n, err := Parse(src)
		if err != nil {
			var se SyntaxError
			fmt.Fprintf(w, "%s\t%v\t%t %d\t\n", src, err, errors.As(err, &se), se.Pos)
			continue
		}
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Fprintf(w, "%s\tpanic\t%v\t\n", src, r)
				}
			}()
			v, err := n.Eval(env)
			fmt.Fprintf(w, "%s\t%v = %.3g\t%v\t\n", src, n, v, err)
		}()
	}
	w.Flush()
	fmt.Println(lex("a+(1)"))
	fmt.Printf("%+v %v\n", lex("ab")[0], Token{Num, "1", 2})
	_, err := Parse("1e")
	fmt.Printf("%T %v\n", err, errors.Is(err, strconv.ErrSyntax))
	n, _ := Parse("1+2")
	b := n.(*binary)
	fmt.Printf("%T %T %T %v\n", n, b.l, b.op, *b == binary{'+', num(1), num(2)})
}
