package main

import (
	"fmt"
	"math"
	"math/bits"
)

type Bits uint16

func (b Bits) Set(n uint) Bits   { return b | 1<<n }
func (b Bits) Clear(n uint) Bits { return b &^ (1 << n) }
func (b Bits) Flip(n uint) Bits  { return b ^ 1<<n }
func (b Bits) Has(n uint) bool   { return b>>n&1 == 1 }
func (b Bits) Rot(k int) Bits    { return b<<k | b>>(16-k) }

func hash(s string) (h uint32) {
	h = 2166136261
	for i := 0; i < len(s); i++ {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return
}

func main() {
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var u16 uint16 = 65535
	u16 += 2
	var i32 int32 = math.MaxInt32
	i32 *= 2
	var i64 int64 = math.MinInt64
	fmt.Println(i8, u8, u16, i32, -i64, i64-1, i64/-1, i64%-1)
	var x int8 = -128
	fmt.Println(-x, x/-1, x*x, x>>1, uint8(x), uint8(x)>>1, int8(u16+300))
	var s uint = 70
	fmt.Println(1<<s == 0, int32(1)<<30, uint64(1)<<63, -1>>s, uint32(1)<<(s-40), int64(-8)>>1)
	y := 200
	fmt.Println(int8(y), uint8(y+100), byte(y)<<1, ^y, ^uint8(5), y&^0xF, 7&-7, -7%3, 7%-3, -7/2)
	f := 3.99
	big := 1e10
	fmt.Println(int(f), int(-f), int64(big), uint8(int(f)), float32(16777217), int(float32(16777217)))
	b := Bits(0).Set(3).Set(15).Flip(0).Clear(3)
	fmt.Printf("%016b %v %v %016b\n", b, b.Has(15), b.Has(3), b.Rot(1))
	fmt.Println(hash("hello"), hash(""), hash("gopher"))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.Len(1023), bits.RotateLeft32(1, 31))
	hi, lo := bits.Mul64(1<<63, 4)
	sum, carry := bits.Add64(math.MaxUint64, 1, 0)
	fmt.Println(hi, lo, sum, carry)
	a, c := 5, 9
	a ^= c
	c ^= a
	a ^= c
	fmt.Println(a, c, a&1 == 0, c&(c-1), (a+c)>>1)
	const huge = 1 << 62
	fmt.Println(huge>>60, uint64(huge)<<1, math.MaxUint32, uint64(math.MaxUint64))
	var seed uint64 = 42
	for range 3 {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		fmt.Print(seed, " ")
	}
	fmt.Println('a'+1, string(rune('a'+1)), "x"[0]-'a', byte('z')+10)
	var r rune = 'é'
	r -= 32
	fmt.Printf("%c %d %v\n", r, r, r)
}
