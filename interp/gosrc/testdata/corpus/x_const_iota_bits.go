package main

import (
	"fmt"
	"math"
	"math/bits"
	"strings"
)

type Perm uint16

const (
	Read Perm = 1 << iota
	Write
	Exec
	_
	Admin
	All = Read | Write | Exec | Admin
)

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	numDays = iota + 4
)

const big = 1 << 100
const huge = big >> 98
const third = 1.0 / 3
const mask = ^uint32(0)
const str = "const" + "ant"
const L = len(str)
const r = 'a' + 1
const cplx = 2i * 2i

var permNames = [...]string{"r", "w", "x", "?", "a"}

func (p Perm) String() string {
	if p == 0 {
		return "-"
	}
	var sb strings.Builder
	for i := range permNames {
		if p&(1<<i) != 0 {
			sb.WriteString(permNames[i])
		}
	}
	return sb.String()
}

func (p *Perm) Set(q Perm)     { *p |= q }
func (p *Perm) Clear(q Perm)   { *p &^= q }
func (p Perm) Has(q Perm) bool { return p&q == q }

func popcount(x uint64) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

func Main() {
	fmt.Println(Read, Write, Exec, Admin, All, Perm(0), uint16(All))
	p := Read
	p.Set(Exec | Admin)
	fmt.Println(p, p.Has(Exec), p.Has(Write|Read))
	p.Clear(Read)
	p ^= Write
	fmt.Println(p, ^p&0xf, p<<1, Perm(3))
	fmt.Println(KB, MB, GB, a, b, c, d, e, f, numDays, Tuesday)
	fmt.Println(huge, third, mask, L, str, r, cplx, string(rune(r)))
	fmt.Printf("%T %T %T %T %v\n", r, third, huge, cplx, real(cplx))
	var i8 int8 = math.MaxInt8
	i8++
	var u8 uint8
	u8--
	var i32 int32 = math.MinInt32
	fmt.Println(i8, u8, -i32, i32-1, uint32(i32), int8(u8))
	x := 0b1011_0110
	fmt.Println(x>>2, x<<3, x&^0b110, x|1, -x>>1, uint8(x)>>7, 0o17, 0xFF, 1_000_000)
	fmt.Println(bits.OnesCount(uint(x)), popcount(uint64(x)), bits.Len(uint(x)), bits.TrailingZeros8(8), bits.Reverse8(1), bits.RotateLeft8(0b1001, 4))
	fmt.Printf("%b %08b %o %#x %X %#o %c %U\n", x, x>>4, x, x, x, x, 0x4E16, 0x4E16)
	var s uint = 70
	fmt.Println(1<<s == 0, uint8(1)<<(s%8), int64(-1)>>s, int64(1)<<62>>61)
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7%-3, 7.0/2, float32(0.1)+float32(0.2), 0.1+0.2)
	fmt.Println(math.Sqrt(2), math.Inf(1), -math.Inf(1), math.NaN(), math.MaxInt64, uint64(math.MaxUint64))
	fmt.Println(math.Round(2.5), math.Floor(-1.5), math.Trunc(-1.5), math.Mod(7, 3))
	z := 0.1
	fmt.Println(z*3, float32(z)*3, 1e21, 1e20, 1e-7, 123456789.0, 100000000000000000000000.0, float32(1)/3)
	const typed int64 = 5
	var w = typed * 2
	fmt.Printf("%T %v %v\n", w, w<<3|1, 5.0 == float64(typed))
}

func main() { Main() }
