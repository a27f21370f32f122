package main

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
	"time"
)

type Bits uint8

const (
	F0 Bits = 1 << iota
	F1
	_
	F3
	Mask = F0 | F1 | F3
)
const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)
const huge = 1 << 100
const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

type Weekday uint

const (
	Monday Weekday = iota + 1
	Tuesday
)

type D time.Duration

const typed int8 = 127
const flt = 1 / 3.0
const ratio = 7 / 2 * 2.0

func main() {
	var i8 int8 = math.MaxInt8
	i8++
	var u8 uint8
	u8--
	var i32 int32 = math.MinInt32
	fmt.Println(i8, u8, -i32, i32-1, i32/-1, uint32(1)<<31, ^u8, ^i8)
	var u16 uint16 = 0xFFFF
	u16 *= u16
	var i16 = int16(u16)
	fmt.Println(u16, i16, int8(u16), uint8(i8), int64(math.MaxInt64), uint64(math.MaxUint64))
	x := -7
	fmt.Println(x/2, x%2, x>>1, uint8(x), x&3, x|8, x^5, x&^6, -x%3, 7%-3)
	s := uint(70)
	fmt.Println(1<<s == 0, int32(1)<<s, int64(-1)>>s, uint8(200)>>1<<1, int8(-128)>>7)
	var sh int8 = 3
	fmt.Println(1<<sh, uint8(1)<<sh<<sh, 1<<sh)
	fmt.Println(Mask, F3, KB, MB, GB, huge>>98, a, b, c, d, e, f, Tuesday, typed, flt, ratio)
	fmt.Printf("%T %T %T %T %T %v\n", Mask, KB, flt, 'a', Tuesday, Mask&^F1)
	fmt.Println(5/2, 5.0/2, 5/2.0, 1/3, 'a'*2, "s"+"t", len("héé"), 07, 0b11, 0o17, 0x_ff, 1_000, 0x1p-2)
	f64 := 1e100
	fmt.Println(float32(f64), float32(16777217), int(f64*0+3.99), int(-3.99+0*f64), math.Round(-2.5), math.Trunc(2.7), math.Floor(-1.5))
	n := math.NaN()
	inf := math.Inf(1)
	fmt.Println(n == n, n != n, n < 1, n > 1, inf > math.MaxFloat64, inf-inf, -inf, inf*0, 1/inf, math.IsNaN(n))
	zero := 0.0
	fmt.Println(1/zero, -1/zero, zero/zero, 1/-zero, -zero, math.Signbit(-zero), zero == -zero)
	m := map[float64]int{}
	m[n] = 1
	m[n] = 2
	m[zero] = 3
	m[-zero] = 4
	fmt.Println(len(m), m[n], m[0])
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.Len(1023), bits.RotateLeft8(0b10010110, 3))
	hi, lo := bits.Mul64(math.MaxUint64, 2)
	sum, carry := bits.Add64(math.MaxUint64, 1, 0)
	fmt.Println(hi, lo, sum, carry)
	z := complex(3, 4)
	fmt.Println(cmplx.Abs(z), z*z, z/2i, real(z), imag(-z), z == 3+4i, cmplx.Sqrt(-1))
	fact := big.NewInt(1)
	for i := int64(1); i <= 25; i++ {
		fact.Mul(fact, big.NewInt(i))
	}
	fmt.Println(fact, new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil), big.NewRat(3, -6))
	fmt.Println(0.1+0.2, float32(0.1)+0.2, 0.1+0.2 == 0.3, 1e15+0.3, 123456789.0, 1e-7, 100000000000000000000000.0)
	acc := 0.1
	acc += 0.2
	fmt.Println(acc, acc == 0.3, math.Pi, float32(math.Pi), math.MaxFloat64, math.SmallestNonzeroFloat64)
	dd := 90 * time.Minute
	fmt.Println(dd, dd.Hours(), time.Duration(1.5*float64(time.Second)), D(dd), dd/7, dd.Round(time.Hour), dd.Truncate(time.Hour), -dd)
	var u uint = 3
	fmt.Println(u-4 > 0, int(u)-4, uint32(u)-4, u<<62, u<<63)
	var h uint32 = 2166136261
	for _, c := range []byte("hash") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h, int32(h))
	lcg := uint64(1)
	for range 3 {
		lcg = lcg*6364136223846793005 + 1442695040888963407
		fmt.Print(lcg>>33, " ")
	}
	fmt.Println()
	x, y := 10, 3
	x %= y
	y <<= 4
	y |= x
	y &^= 16
	x ^= -1
	fmt.Println(x, y)
	var r rune = 'é'
	var by byte = 'z'
	fmt.Println(r, by, string(r), r+1, by-'a', 'a' < r)
	fmt.Println(min(3, 1.5), max(2, 7, 5), min("b", "a"), max(n, 1), min(zero, -zero))
	v := 2.5
	fmt.Println(int64(v*2), uint8(v), float64(7)/2, math.Sqrt2*v, typed-1)
	const big1 = 1e300 * 1e300 / 1e300
	fmt.Println(big1, uint64(1<<63), -5>>1, -5/2, 1<<3|1, 6&3, 2+3*4%5)
	var arr [1 << 3]int
	fmt.Println(len(arr), cap(arr[2:5]), len(arr[2:5:6]), cap(arr[2:5:6]))
}
