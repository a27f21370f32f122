package main

import (
	"fmt"
	"math/big"

	"math/rand/v2"
	"strings"
)

func fact(n int64) *big.Int {
	r := big.NewInt(1)
	for i := int64(2); i <= n; i++ {
		r.Mul(r, big.NewInt(i))
	}
	return r
}

func fib(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a.Add(a, b)
		a, b = b, a
	}
	return a
}

type Frac struct{ *big.Rat }

func F(a, b int64) Frac          { return Frac{big.NewRat(a, b)} }
func (f Frac) Plus(g Frac) Frac  { return Frac{new(big.Rat).Add(f.Rat, g.Rat)} }
func (f Frac) Times(g Frac) Frac { return Frac{new(big.Rat).Mul(f.Rat, g.Rat)} }

func Main() {
	fmt.Println(fact(25), fib(100))
	x, ok := new(big.Int).SetString("123456789012345678901234567890", 10)
	fmt.Println(x, ok, x.BitLen(), x.Sign(), new(big.Int).Mod(x, big.NewInt(97)))
	q, m := new(big.Int).DivMod(x, big.NewInt(1000000007), new(big.Int))
	fmt.Println(q, m, x.Cmp(q), new(big.Int).GCD(nil, nil, big.NewInt(48), big.NewInt(36)))
	fmt.Println(new(big.Int).Exp(big.NewInt(2), big.NewInt(90), nil), new(big.Int).Exp(big.NewInt(3), big.NewInt(200), big.NewInt(13)))
	sum := F(0, 1)
	for i := int64(1); i <= 6; i++ {
		sum = sum.Plus(F(1, i))
	}
	fmt.Println(sum.Rat, sum.Times(F(2, 3)).FloatString(5), sum.Num(), sum.Cmp(big.NewRat(5, 2)))
	fmt.Printf("%x %d %s %v\n", x, big.NewInt(-5), fact(5), []*big.Int{big.NewInt(1)}[0])
	r := rand.New(rand.NewPCG(1, 2))
	fmt.Println(r.IntN(100), r.IntN(100), r.Perm(5), strings.Repeat("=", r.IntN(3)+1))
	fmt.Println(big.NewInt(97).ProbablyPrime(10), new(big.Int).Sqrt(big.NewInt(1000)))
}

func main() { Main() }
