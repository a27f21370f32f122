package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type Animal interface{ Sound() string }
type Dog struct{ name string }
type Cat struct{ Dog }
type Loud struct{ Animal }

func (d Dog) Sound() string    { return d.name + " woof" }
func (d *Dog) Rename(s string) { d.name = s }
func (c Cat) Sound() string    { return "meow, not " + c.Dog.Sound() }
func (l Loud) Sound() string   { return strings.ToUpper(l.Animal.Sound()) }

type Logger struct {
	prefix string
	lines  *[]string
}

func (l Logger) Log(s string) { *l.lines = append(*l.lines, l.prefix+s) }

type Service struct {
	Logger
	*strings.Builder
	Deps map[string]*Service
}

func label() string {
	var b strings.Builder
outer:
	for i := 0; ; i++ {
		switch {
		case i == 1:
			continue outer
		case i == 5:
			break outer
		}
		for j := range 5 {
			if j == i {
				continue outer
			}
			if j == 3 {
				break
			}
			fmt.Fprint(&b, i, j, " ")
		}
	}
	return b.String()
}

func gotos(n int) (out []int) {
	i := 0
loop:
	if i < n {
		if i == 2 {
			i += 2
			goto loop
		}
		out = append(out, i)
		i++
		goto loop
	}
	if n > 100 {
		goto end
	}
	out = append(out, -1)
end:
	return
}

func fall(n int) (s string) {
	switch n {
	case 1:
		s += "1"
		fallthrough
	case 2:
		s += "2"
		if n == 1 {
			break
		}
		fallthrough
	case 3, 4:
		s += "34"
	default:
		s += "d"
		fallthrough
	case 9:
		s += "9"
	}
	return
}

func named(n int) (res string, err error) {
	defer func() {
		if err != nil {
			res = "failed: " + res
		}
	}()
	if n, err := half(n); err != nil {
		return fmt.Sprint(n), err
	} else if n > 10 {
		return "big", nil
	}
	res = "small"
	return
}

func half(n int) (int, error) {
	if n%2 != 0 {
		return n, errors.New("odd")
	}
	return n / 2, nil
}

func shadow() (out []int) {
	x := 1
	{
		x := x + 1
		x++
		out = append(out, x)
	}
	if x := x * 10; x > 5 {
		x++
		out = append(out, x)
	}
	for x := x; x < 3; x++ {
		x := x * 100
		out = append(out, x)
	}
	func(x int) { x = 50; out = append(out, x) }(x)
	x, y := x+5, 2
	return append(out, x, y)
}

var (
	g1 = g2 + 1
	g2 = initG()
	g3 = func() int { return g1 * 2 }()
)

func initG() int { order = append(order, "initG"); return 10 }

var order []string

func init() { order = append(order, "init1") }
func init() { order = append(order, "init2") }

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case func() string:
		return v()
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, kind(e))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case map[string]int:
		return fmt.Sprint("map", len(v))
	case Animal:
		return v.Sound()
	case error:
		return "E:" + v.Error()
	case *int:
		*v++
		return fmt.Sprint("ptr", *v)
	case chan int, struct{}:
		return fmt.Sprintf("%T", v)
	case [2]int:
		return fmt.Sprint(v[1])
	}
	return "?"
}

func closures() []string {
	var out []string
	counter := func() func() int {
		n := 0
		return func() int { n++; return n }
	}
	a, b := counter(), counter()
	out = append(out, fmt.Sprint(a(), a(), b()))
	var fib func(int) int
	memo := map[int]int{}
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	out = append(out, fmt.Sprint(fib(50)))
	compose := func(fs ...func(string) string) func(string) string {
		return func(s string) string {
			for _, f := range fs {
				s = f(s)
			}
			return s
		}
	}
	out = append(out, compose(strings.ToUpper, strings.TrimSpace, func(s string) string { return s + "!" })("  hi "))
	x := 1
	inc := func() { x++ }
	inc()
	p := &x
	inc()
	*p *= 10
	return append(out, fmt.Sprint(x))
}

func main() {
	fmt.Println(label(), gotos(5), gotos(101)[98])
	for i := range 6 {
		fmt.Print(fall(i), " ")
	}
	fmt.Println(fall(9))
	for _, n := range []int{3, 4, 40} {
		fmt.Println(named(n))
	}
	fmt.Println(shadow(), g1, g2, g3, order)
	n := 4
	fmt.Println(kind(nil), kind(3), kind(int64(4)), kind(func() string { return "called" }), kind([]any{1, nil, "s", []any{}}))
	fmt.Println(kind(map[string]int{}), kind(Cat{Dog{"tom"}}), kind(errors.New("x")), kind(&n), n, kind(make(chan int)), kind(struct{}{}), kind([2]int{7, 8}), kind(&Dog{"p"}), kind(2.5))
	for _, s := range closures() {
		fmt.Println(s)
	}
	var lines []string
	s := Service{Logger: Logger{"[s] ", &lines}, Builder: &strings.Builder{}, Deps: map[string]*Service{}}
	s.Deps["x"] = &Service{Logger: Logger{"[x] ", s.lines}}
	s.Log("a")
	s.Deps["x"].Log("b")
	s.WriteString("built")
	fmt.Fprintf(s, " %d", 5)
	fmt.Println(lines, s.String(), s.Len())
	d := Dog{"rex"}
	d.Rename("max")
	c := Cat{d}
	c.Rename("tim")
	l := Loud{Loud{c}}
	var an Animal = &c
	c.name = "late"
	fmt.Println(d.Sound(), c.Sound(), l.Sound(), an.Sound())
	f := Animal.Sound
	r := (*Dog).Rename
	r(&d, "rex2")
	fmt.Println(f(d), f(l))
	if _, err := os.Stdout.WriteString("direct\n"); err != nil {
		fmt.Println(err)
	}
	func() {
		for i := 0; i < 3; i++ {
			defer fmt.Print(i, " ")
			if i == 1 {
				return
			}
		}
	}()
	fmt.Println()
	var e1 error = fmt.Errorf("ctx: %w", os.ErrNotExist)
	joined := errors.Join(e1, nil, errors.New("two"))
	fmt.Println(joined, errors.Is(joined, os.ErrNotExist), errors.Join(nil, nil) == nil)
	defer fmt.Println("not printed on exit")
	os.Exit(3)
}
