package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

type Value interface{}
type Symbol string
type List []Value
type Builtin func(args List) (Value, error)
type Lambda struct {
	params []Symbol
	body   Value
	env    *Env
}
type Env struct {
	vars  map[Symbol]Value
	outer *Env
}

type LispError struct {
	Op  string
	Val Value
	Err error
}

func (e *LispError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s: %v: %v", e.Op, show(e.Val), e.Err)
	}
	return e.Op + ": " + show(e.Val)
}
func (e *LispError) Unwrap() error { return e.Err }
func (e *LispError) Is(t error) bool {
	o, ok := t.(*LispError)
	return ok && o.Op == e.Op && o.Val == nil
}

var ErrUnbound = &LispError{Op: "unbound"}
var ErrType = errors.New("type mismatch")

func (e *Env) find(s Symbol) *Env {
	for ; e != nil; e = e.outer {
		if _, ok := e.vars[s]; ok {
			return e
		}
	}
	return nil
}

func tokens(r io.RuneReader) (out []string, err error) {
	var cur strings.Builder
	flush := func() {
		if cur.Len() > 0 {
			out = append(out, cur.String())
			cur.Reset()
		}
	}
	defer flush()
	for {
		c, _, e := r.ReadRune()
		if e == io.EOF {
			flush()
			return out, nil
		} else if e != nil {
			return nil, e
		}
		switch c {
		case '(', ')', '\'':
			flush()
			out = append(out, string(c))
		case ' ', '\n', '\t':
			flush()
		case ';':
			for c != '\n' && e == nil {
				c, _, e = r.ReadRune()
			}
		default:
			cur.WriteRune(c)
		}
	}
}

type reader struct {
	toks []string
}

func (r *reader) read() (v Value, err error) {
	if len(r.toks) == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	var t string
	t, r.toks = r.toks[0], r.toks[1:]
	switch t {
	case "(":
		l := List{}
		for {
			if len(r.toks) == 0 {
				return nil, fmt.Errorf("in list of %d: %w", len(l), io.ErrUnexpectedEOF)
			}
			if r.toks[0] == ")" {
				r.toks = r.toks[1:]
				return l, nil
			}
			if v, err = r.read(); err != nil {
				return
			}
			l = append(l, v)
		}
	case ")":
		return nil, errors.New("unexpected )")
	case "'":
		v, err = r.read()
		return List{Symbol("quote"), v}, err
	}
	if n, err := strconv.ParseInt(t, 10, 64); err == nil {
		return n, nil
	}
	if f, err := strconv.ParseFloat(t, 64); err == nil {
		return f, nil
	}
	if t == "#t" || t == "#f" {
		return t == "#t", nil
	}
	return Symbol(t), nil
}

func show(v Value) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case List:
		parts := make([]string, 0, len(v))
		for _, x := range v {
			parts = append(parts, show(x))
		}
		return "(" + strings.Join(parts, " ") + ")"
	case bool:
		return map[bool]string{true: "#t", false: "#f"}[v]
	case *Lambda:
		return fmt.Sprintf("<lambda/%d>", len(v.params))
	case Builtin:
		return "<builtin>"
	default:
		return fmt.Sprint(v)
	}
}

func truthy(v Value) bool { b, ok := v.(bool); return !ok || b }

func (e *Env) eval(x Value) (Value, error) {
	for {
		switch v := x.(type) {
		case Symbol:
			if f := e.find(v); f != nil {
				return f.vars[v], nil
			}
			return nil, &LispError{"unbound", v, nil}
		case List:
			if len(v) == 0 {
				return v, nil
			}
			if s, ok := v[0].(Symbol); ok {
				switch s {
				case "quote":
					return v[1], nil
				case "if":
					c, err := e.eval(v[1])
					if err != nil {
						return nil, err
					}
					if truthy(c) {
						x = v[2]
					} else if len(v) > 3 {
						x = v[3]
					} else {
						return nil, nil
					}
					continue
				case "define":
					val, err := e.eval(v[2])
					if err != nil {
						return nil, err
					}
					e.vars[v[1].(Symbol)] = val
					return v[1], nil
				case "lambda":
					l := &Lambda{body: v[2], env: e}
					for _, p := range v[1].(List) {
						l.params = append(l.params, p.(Symbol))
					}
					return l, nil
				case "begin":
					for _, f := range v[1 : len(v)-1] {
						if _, err := e.eval(f); err != nil {
							return nil, err
						}
					}
					x = v[len(v)-1]
					continue
				}
			}
			var all List
			for _, a := range v {
				r, err := e.eval(a)
				if err != nil {
					return nil, err
				}
				all = append(all, r)
			}
			switch f := all[0].(type) {
			case Builtin:
				return f(all[1:])
			case *Lambda:
				if len(f.params) != len(all)-1 {
					return nil, &LispError{"arity", f, nil}
				}
				ne := &Env{map[Symbol]Value{}, f.env}
				for i, p := range f.params {
					ne.vars[p] = all[i+1]
				}
				x, e = f.body, ne
				continue
			default:
				return nil, &LispError{"apply", f, ErrType}
			}
		default:
			return v, nil
		}
	}
}

func arith(op string, f func(a, b int64) int64, g func(a, b float64) float64) Builtin {
	return func(args List) (Value, error) {
		acc := args[0]
		for _, x := range args[1:] {
			switch a := acc.(type) {
			case int64:
				if b, ok := x.(int64); ok {
					acc = f(a, b)
					continue
				}
				if b, ok := x.(float64); ok {
					acc = g(float64(a), b)
					continue
				}
			case float64:
				switch b := x.(type) {
				case float64:
					acc = g(a, b)
					continue
				case int64:
					acc = g(a, float64(b))
					continue
				}
			}
			return nil, &LispError{op, x, ErrType}
		}
		return acc, nil
	}
}

func global() *Env {
	cmp := func(f func(a, b int64) bool) Builtin {
		return func(l List) (Value, error) { return f(l[0].(int64), l[1].(int64)), nil }
	}
	return &Env{vars: map[Symbol]Value{
		"+": arith("+", func(a, b int64) int64 { return a + b }, func(a, b float64) float64 { return a + b }),
		"*": arith("*", func(a, b int64) int64 { return a * b }, func(a, b float64) float64 { return a * b }),
		"-": arith("-", func(a, b int64) int64 { return a - b }, func(a, b float64) float64 { return a - b }),
		"/": arith("/", func(a, b int64) int64 { return a / b }, func(a, b float64) float64 { return a / b }),
		"<": cmp(func(a, b int64) bool { return a < b }),
		"=": Builtin(func(l List) (Value, error) { return l[0] == l[1], nil }),
		"car": Builtin(func(l List) (Value, error) {
			x, ok := l[0].(List)
			if !ok || len(x) == 0 {
				return nil, &LispError{"car", l[0], ErrType}
			}
			return x[0], nil
		}),
		"cdr":  Builtin(func(l List) (Value, error) { return l[0].(List)[1:], nil }),
		"cons": Builtin(func(l List) (Value, error) { return append(List{l[0]}, l[1].(List)...), nil }),
		"null": Builtin(func(l List) (Value, error) { x, ok := l[0].(List); return ok && len(x) == 0, nil }),
	}}
}

func run(src string, e *Env) (last Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("crash: %v", r)
		}
	}()
	toks, err := tokens(bufio.NewReader(strings.NewReader(src)))
	if err != nil {
		return
	}
	for r := (&reader{toks}); len(r.toks) > 0; {
		v, err := r.read()
		if err != nil {
			return nil, err
		}
		if last, err = e.eval(v); err != nil {
			return last, err
		}
	}
	return
}

func main() {
	env := global()
	for _, src := range []string{
		"(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))",
		"(fact 20) ; comment", "(fact 21)",
		"(define map (lambda (f l) (if (null l) '() (cons (f (car l)) (map f (cdr l))))))",
		"(map (lambda (x) (* x x 1.5)) '(1 2 3))",
		"(map fact '(1 (2) 3))",
		"(begin (define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))) (loop 300 0))",
		"(foo 1)", "(1 2)", "(car '())", "(/ 1 0)", "(/ 1.0 0)", "(fact)", "(", ")", "'(a #t nil (b . c))", "(if #f 1)", "fact", "+", "(+ 1 'a)", "(cdr 5)",
	} {
		v, err := run(src, env)
		fmt.Printf("%.40s => %s", src, show(v))
		if err != nil {
			var le *LispError
			fmt.Printf(" !! %v [%t %t %t %t]", err, errors.Is(err, ErrUnbound), errors.Is(err, ErrType), errors.As(err, &le), errors.Is(err, io.ErrUnexpectedEOF))
		}
		fmt.Println()
	}
}
