package main

import "fmt"

func Memo[K comparable, V any](f func(K) V) func(K) V {
	cache := map[K]V{}
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		v := f(k)
		cache[k] = v
		return v
	}
}

type Key struct {
	A, B int
	S    string
}

func Main() {
	calls := 0
	f := Memo(func(k Key) string { calls++; return fmt.Sprintf("%s%d", k.S, k.A+k.B) })
	fmt.Println(f(Key{1, 2, "x"}), f(Key{1, 2, "x"}), f(Key{2, 1, "x"}), calls)
	var fib func(int) int
	fib = Memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(50))
	e := Memo(func(e any) string { calls++; return fmt.Sprintf("%T", e) })
	fmt.Println(e(1), e("a"), e(1), e(Key{}), e(nil), calls)
}

func main() { Main() }
