package main

import (
	"errors"
	"fmt"
)

func adder() func(int) int {
	sum := 0
	return func(x int) int { sum += x; return sum }
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		r := a
		a, b = b, a+b
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

type Op func(float64, float64) (float64, error)

func (o Op) Apply(a, b float64) string {
	r, err := o(a, b)
	if err != nil {
		return "error: " + err.Error()
	}
	return fmt.Sprintf("%.2f", r)
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}

func Main() {
	pos, neg := adder(), adder()
	for i := 0; i < 4; i++ {
		fmt.Println(pos(i), neg(-2*i))
	}
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i, s := range []string{"a", "b"} {
		defer func() { fmt.Println("deferred", i, s) }()
	}
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 2 })(5))
	div := Op(func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, errors.New("division by zero")
		}
		return a / b, nil
	})
	fmt.Println(div.Apply(1, 4), div.Apply(1, 0))
	calls := 0
	sq := memo(func(n int) int { calls++; return n * n })
	fmt.Println(sq(4), sq(4), sq(5), calls)
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	x := 1
	func() { x := 2; _ = x }()
	func() { x = 3 }()
	fmt.Println(x)
	ops := map[string]func(int, int) int{"+": func(a, b int) int { return a + b }, "-": func(a, b int) int { return a - b }}
	fmt.Println(ops["+"](1, 2), ops["-"](1, 2), ops["*"] == nil)
	fmt.Println(func(a, b int) int { return a * b }(3, 4))
}

func main() { Main() }
