package main

import (
	"fmt"
	"sort"
	"strings"
)

type Account struct {
	Owner   string
	Balance float64
}

type Point struct{ X, Y int }

func counter() (inc, dec func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	dec = func() int { n--; return n }
	get = func() int { return n }
	return
}

func bank() (deposit func(string, float64) Account, report func() string) {
	var last Account
	accounts := map[string]Account{}
	deposit = func(owner string, amount float64) Account {
		acc, ok := accounts[owner]
		if !ok {
			acc = Account{Owner: owner}
		}
		acc.Balance += amount
		accounts[owner] = acc
		last = acc
		last = Account{acc.Owner + "!", last.Balance}
		return last
	}
	report = func() string {
		var names []string
		for n := range accounts {
			names = append(names, n)
		}
		sort.Strings(names)
		return strings.Join(names, ",") + fmt.Sprint(" last ", last)
	}
	return
}

func memo[K comparable, V any](f func(K) V) (func(K) V, *int) {
	cache := map[K]V{}
	calls := 0
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		calls++
		v := f(k)
		cache[k] = v
		return v
	}, &calls
}

func curry(f func(a, b, c int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { return f(a, b, c) } }
	}
}

func pipeline(fs ...func(string) string) func(string) string {
	return func(s string) string {
		for _, f := range fs {
			s = f(s)
		}
		return s
	}
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func mover() (func(int, int) Point, func() []Point) {
	p := Point{}
	var trail []Point
	return func(dx, dy int) Point {
		trail = append(trail, p)
		p = Point{p.X + dx, p.Y + dy}
		return p
	}, func() []Point { return trail }
}

func Main() {
	inc, dec, get := counter()
	inc()
	inc()
	dec()
	fmt.Println(get())
	deposit, report := bank()
	fmt.Println(deposit("ann", 10), deposit("bob", 5), deposit("ann", 2.5), report())
	square, calls := memo(func(n int) Point { return Point{n, n * n} })
	fmt.Println(square(3), square(3), square(4), *calls)
	fmt.Println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	exclaim := func(s string) string { return s + "!" }
	fmt.Println(pipeline(strings.TrimSpace, strings.ToUpper, exclaim, exclaim)("  hey "))
	f := fib()
	for range 8 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	move, trail := mover()
	move(1, 0)
	move(0, 2)
	fmt.Println(move(-3, 1), trail())
	var funcs []func() string
	for i, w := range []string{"a", "b", "c"} {
		w += "?"
		funcs = append(funcs, func() string { i *= 2; return fmt.Sprint(w, i) })
	}
	for _, f := range funcs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	x := 1
	func() { x := x + 1; x++; _ = x }()
	func() { x = x + 10 }()
	fmt.Println(x)
	var acc Account
	update := func(f func(*Account)) { f(&acc) }
	update(func(a *Account) { *a = Account{"z", 1} })
	update(func(a *Account) { a.Balance *= 3 })
	fmt.Println(acc)
	toggles := map[string]func(bool) bool{}
	for _, k := range []string{"x", "y"} {
		state := k == "y"
		toggles[k] = func(flip bool) bool {
			if flip {
				state = !state
			}
			return state
		}
	}
	toggles["x"](true)
	fmt.Println(toggles["x"](false), toggles["y"](false))
}

func main() { Main() }
