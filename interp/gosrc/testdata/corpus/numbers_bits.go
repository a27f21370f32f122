package main

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
)

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func isPrime(n int) bool {
	for i := 2; i*i <= n; i++ {
		if n%i == 0 {
			return false
		}
	}
	return n > 1
}

func sieve(n int) (ps []int) {
	comp := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if !comp[i] {
			ps = append(ps, i)
			for j := i * i; j <= n; j += i {
				comp[j] = true
			}
		}
	}
	return
}

func collatz(n uint64) (steps int) {
	for ; n != 1; steps++ {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
	}
	return
}

func Main() {
	fmt.Println(gcd(48, 18), isPrime(97), sieve(30), collatz(27))
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = -128
	i8--
	var u uint = 0
	u--
	fmt.Println(u8, i8, u == math.MaxUint, ^0, ^uint8(5), -7>>1, uint32(1)<<31)
	x := 0b1011
	fmt.Println(x&(x-1), x|4, x^0xF, x&^1, bits.OnesCount(uint(x)), bits.Len(8), bits.TrailingZeros(8), bits.Reverse8(1))
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7.0/2, 1e3, 0x1F, 0o17, 1_000_000)
	var f32 float32 = 0.1
	fmt.Println(f32, float64(f32) == 0.1, 0.1+0.2, f32*3)
	fmt.Println(int64(math.Pow(2, 40)), uint8(300&0xFF), float64(7)/2)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(1.2), math.Abs(-3), math.Inf(1), math.NaN(), math.MaxInt8)
	fmt.Println(math.Round(2.5), math.Trunc(-2.7), math.Mod(7, 3), math.Hypot(3, 4), math.Cbrt(27))
	c := complex(1, 2)
	d := 3 - 4i
	fmt.Println(c+d, c*d, real(c), imag(d), cmplx.Abs(d), c == complex(1, 2))
	fmt.Printf("%v %.1f %T\n", c/d, c, c)
	var i32 int32 = math.MaxInt32
	i32++
	fmt.Println(i32, int16(70000&0xFFFF))
	n := new(big.Int)
	n.SetString("123456789012345678901234567890", 10)
	n.Mul(n, big.NewInt(2))
	fmt.Println(n, big.NewInt(5).Cmp(big.NewInt(3)))
	s := uint(3)
	fmt.Println(1<<s, int64(1)<<s<<s, 5.0*2, 'a'+1, string('a'+rune(1)))
	var z float64
	fmt.Println(1/z, -1/z, z/z == z/z)
	a, b := 10, 3
	a, b = a/b, a%b
	a += b * 2
	a *= 3
	a -= 1
	a /= 2
	a %= 4
	a <<= 3
	a |= 1
	a ^= 3
	a &= 0xFE
	a &^= 2
	fmt.Println(a, b)
	h := uint64(14695981039346656037)
	for _, ch := range []byte("fnv") {
		h ^= uint64(ch)
		h *= 1099511628211
	}
	fmt.Println(h, h>>60, int64(h))
}

func main() { Main() }
