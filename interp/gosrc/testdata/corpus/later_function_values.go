package main

import "fmt"

type op struct{ name string }

// Functions that are declared further below are values inside of literals.
func (o op) apply(n int) int {
	result := 0
	each(func(k int) {
		f := double
		result += f(k) + twice(half, n)
		fs := []func(int) int{double, half}
		for _, f := range fs {
			result += f(k)
		}
	})
	return result
}

func main() {
	fmt.Println(op{"o"}.apply(8))
	show := func() {
		table := map[string]func(...string) string{"join": join}
		fmt.Println(table["join"]("a", "b"))
		var f func(int) (int, error) = checked
		fmt.Println(f(3))
		fmt.Println(f != nil, pick(true)(4), pick(false)(4))
	}
	show()
}

func each(f func(int)) {
	for i := range 3 {
		f(i)
	}
}

func pick(up bool) func(int) int {
	choose := func() func(int) int {
		if up {
			return double
		}
		return half
	}
	return choose()
}

func twice(f func(int) int, n int) int { return f(f(n)) }

func double(n int) int { return 2 * n }

func half(n int) int { return n / 2 }

func join(parts ...string) string { return fmt.Sprint(len(parts), parts) }

func checked(n int) (int, error) {
	if n > 2 {
		return n, fmt.Errorf("%d is too much", n)
	}
	return n, nil
}
