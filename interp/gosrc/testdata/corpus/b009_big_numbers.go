package main

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
)

func fact(n int64) *big.Int {
	r := big.NewInt(1)
	for i := int64(2); i <= n; i++ {
		r.Mul(r, big.NewInt(i))
	}
	return r
}

func main() {
	f := fact(30)
	fmt.Println(f, f.BitLen(), len(f.String()))
	fmt.Printf("%v %d %x %s %T\n", f, f, f, f, f)
	a, ok := new(big.Int).SetString("123456789012345678901234567890", 10)
	fmt.Println(a, ok)
	q, r := new(big.Int).DivMod(a, big.NewInt(97), new(big.Int))
	fmt.Println(q, r, a.Cmp(q), new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil), new(big.Int).GCD(nil, nil, big.NewInt(48), big.NewInt(18)))
	x := big.NewRat(1, 3)
	x.Add(x, big.NewRat(1, 6))
	fmt.Println(x, x.FloatString(5), big.NewInt(97).ProbablyPrime(10))
	bf := new(big.Float).SetPrec(100).SetFloat64(1.5)
	bf.Mul(bf, bf)
	fmt.Println(bf, bf.Text('f', 10))
	vals := []*big.Int{big.NewInt(3), big.NewInt(-4)}
	fmt.Println(vals[0], vals[1].Abs(vals[1]), vals[1].Sign())
	m := map[string]*big.Int{"a": big.NewInt(10)}
	m["a"].Add(m["a"], big.NewInt(5))
	fmt.Println(m)
	fmt.Printf("%s|%10d|%+d|%08d\n", vals, vals[0], vals[0], vals[0])
	c := complex(3, 4)
	fmt.Println(cmplx.Abs(c), real(c), imag(c), c*c, c == complex(3, 4))
	fmt.Printf("%.1f %v %g\n", c, -c, cmplx.Sqrt(-1))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros8(1), bits.Reverse8(1), bits.Len(8), bits.TrailingZeros(8), bits.RotateLeft8(0b1, 3))
	hi, lo := bits.Mul64(1<<63, 4)
	fmt.Println(hi, lo)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(1.2), math.Round(2.5), math.RoundToEven(2.5), math.Trunc(-1.7), math.Mod(7, 3), math.Hypot(3, 4), math.Cbrt(27), math.Pow(2, 10), math.MaxInt8, math.Abs(-3))
}
