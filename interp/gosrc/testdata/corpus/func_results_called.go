package main

import "fmt"

var trace []string

func note(s string) { trace = append(trace, s) }

func hello()                  { note("hello") }
func get() func()             { note("get"); return hello }
func add(a int) func(int) int { return func(b int) int { return a + b } }
func pair() (int, int)        { note("pair"); return 3, 4 }
func mul() func(int, int) int {
	note("mul")
	return func(a, b int) int { return a * b }
}

type Op func(int, int) int

func (o Op) Twice(a, b int) int { return o(o(a, b), b) }

type Calc struct {
	ops  map[string]Op
	hist []func() string
}

func New() *Calc {
	return &Calc{ops: map[string]Op{"+": func(a, b int) int { return a + b }, "*": func(a, b int) int { return a * b }}}
}

func (c *Calc) Do(op string) Op {
	return func(a, b int) int {
		r := c.ops[op](a, b)
		c.hist = append(c.hist, func() string { return fmt.Sprint(a, op, b, "=", r) })
		return r
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func twice(x int) int { return 2 * x }

func chooser(b bool) func(int) int {
	if b {
		return twice
	}
	return compose(twice, twice)
}

func Main() {
	get()()
	f := get()
	f()
	fmt.Println(add(1)(2), add(3)(add(4)(5)))
	fmt.Println(mul()(pair()))
	fmt.Println(trace)
	c := New()
	fmt.Println(c.Do("+")(1, 2), c.Do("*").Twice(3, 4))
	for _, h := range c.hist {
		fmt.Println(h())
	}
	fmt.Println(chooser(true)(5), chooser(false)(5))
	fs := []func(int) int{twice, add(10), chooser(false)}
	fmt.Println(compose(fs...)(1), fs[1](1), fs[len(fs)-1](1))
	m := map[string]func() func() string{
		"a": func() func() string { return func() string { return "inner a" } },
	}
	fmt.Println(m["a"]()())
	func() func() { return hello }()()
	fmt.Println(len(trace))
	var op Op = mul()
	fmt.Println(op(2, 3), op.Twice(2, 3), Op.Twice(op, 1, 5))
}

func main() { Main() }
