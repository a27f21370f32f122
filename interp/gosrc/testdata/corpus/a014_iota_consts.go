package main

import (
	"fmt"
	"math"
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)
const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)
const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)
const (
	FlagA uint8 = 1 << iota
	FlagB
	FlagC
	Mask = FlagA | FlagC
)
const big = 1 << 100
const (
	x = "s"
	y
	z = len(x + y)
)

func (d Weekday) String() string {
	switch d {
	case Sunday:
		return "Sun"
	case Monday, Tuesday:
		return "early"
	}
	return fmt.Sprintf("Weekday(%d)", int(d))
}

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday)
	fmt.Println(KB, MB, GB)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(FlagA, FlagB, FlagC, Mask, Mask&^FlagA)
	fmt.Println(big>>98, float64(big))
	fmt.Println(x, y, z)
	const h = 5 / 2
	const g = 5 / 2.0
	fmt.Println(h, g, 7%3, -7%3, -7/2)
	var i8 int8 = 127
	i8++
	fmt.Println(i8, math.MaxInt64, uint64(math.MaxUint64))
	var u uint = 0
	u--
	fmt.Println(u, u>>63, u == math.MaxUint)
	fmt.Printf("%T %T %T %T %T\n", 'a', 1.5, 1i, 2<<3, 'a'+1.0)
	fmt.Println('a'+1, string(rune('a'+1)), 'a'*2)
	var f32 float32 = 16777216.0
	fmt.Println(f32 == f32+1, f32+1)
	const typed int64 = 10
	fmt.Println(typed/3, float64(typed)/3)
	fmt.Println(1<<3|1, 6&3, 6^3, 6&^3, ^6)
	s := 3
	var sh uint8 = 1 << s
	fmt.Println(sh<<6, 1<<s, int32(1)<<s, -5>>1, uint32(1)<<(s+30)>>1)
	fmt.Println(math.MinInt64/-1 == math.MinInt64, 0.1+0.2, 0.1+0.2 == 0.3)
	q := 0.1
	fmt.Println(q+0.2, q+0.2 == 0.3, float32(q))
}
