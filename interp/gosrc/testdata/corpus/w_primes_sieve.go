package main

import (
	"fmt"
	"math"
	"math/big"
)

func sieve(n int) (ps []int) {
	comp := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue
		}
		ps = append(ps, i)
		for j := i * i; j <= n; j += i {
			comp[j] = true
		}
	}
	return
}
func gen() <-chan int {
	ch := make(chan int)
	go func() {
		for i := 2; ; i++ {
			ch <- i
		}
	}()
	return ch
}
func filter(in <-chan int, p int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			if v%p != 0 {
				out <- v
			}
		}
	}()
	return out
}
func factor(n int) map[int]int {
	f := map[int]int{}
	for d := 2; d*d <= n; d++ {
		for n%d == 0 {
			f[d]++
			n /= d
		}
	}
	if n > 1 {
		f[n]++
	}
	return f
}
func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
func egcd(a, b int) (g, x, y int) {
	if b == 0 {
		return a, 1, 0
	}
	g, x1, y1 := egcd(b, a%b)
	return g, y1, x1 - a/b*y1
}
func powmod(b, e, m int) int {
	r := 1
	for b %= m; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}
func collatz(n int) (steps, peak int) {
	for peak = n; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		peak = max(peak, n)
	}
	return
}
func perfect(n int) bool {
	s := 1
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			s += d
			if d != n/d {
				s += n / d
			}
		}
	}
	return n > 1 && s == n
}
func Main() {
	fmt.Println(sieve(50), len(sieve(1000)))
	ch := gen()
	for range 8 {
		p := <-ch
		fmt.Print(p, " ")
		ch = filter(ch, p)
	}
	fmt.Println()
	fmt.Println(factor(360), factor(97), gcd(48, 18), gcd(0, 5))
	fmt.Println(egcd(240, 46))
	fmt.Println(powmod(3, 200, 13))
	fmt.Println(collatz(27))
	for i := range 500 {
		if perfect(i) {
			fmt.Print(i, ",")
		}
	}
	b := new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil)
	fmt.Println(b, b.ProbablyPrime(5), new(big.Int).Sqrt(b))
	f := big.NewInt(1)
	for i := int64(2); i <= 25; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f.String(), f.Cmp(b) < 0, big.NewRat(3, 6), math.Sqrt(2), math.Inf(1), math.NaN(), math.MaxInt64)
}

func main() { Main() }
