package main

import (
	"fmt"
	"math"
	"time"
)

const (
	Day           = 24 * time.Hour
	Ratio         = 1 / 3.0
	IntDiv        = 7 / 2
	Mixed         = 7 / 2.0
	Rune          = 'a' + 1
	Str           = "con" + "cat"
	Len           = len(Str)
	Big           = 1 << 40
	Mask          = ^uint32(0)
	Neg           = -5 % 3
	Truth         = 1 < 2 && "a" < "b"
	Typed   int16 = 300
	Precise       = 0.1 + 0.2
)

type Weight float32

const Heavy Weight = 1e3

type Month int

const (
	Jan Month = 1 + iota
	Feb
	Mar
	numMonths = iota
)

func area(r float64) float64 { return math.Pi * r * r }

func main() {
	fmt.Println(Day, Ratio, IntDiv, Mixed, Rune, string(rune(Rune)), Str, Len, Big, Mask, Neg, Truth, Typed, Precise)
	fmt.Printf("%T %T %T %T %T %T %T\n", Day, Ratio, IntDiv, Rune, Mask, Typed, Heavy)
	x := 0.1
	y := 0.2
	fmt.Println(x+y, x+y == Precise, Precise == 0.3, float32(x)+float32(y) == 0.3)
	var f32 float32 = Precise
	var i8 int8 = int8(Len)
	fmt.Println(f32, i8, Heavy/3, Typed*100)
	const local = Big >> 38
	var arr [local]int
	fmt.Println(len(arr), arr, numMonths, Mar)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println(area(2), 5/2*2.0, 5.0/2*2, 1<<3|1, 6&^2, 3^5)
	d := 2 * time.Second
	n := 3
	fmt.Println(d*time.Duration(n), time.Duration(n)*time.Millisecond, d/4, d.Seconds()*1.5)
	const big = 123456789012345678901234567890
	fmt.Println(big/1e20, big%1000, float64(big))
	var r rune = 'x'
	var b byte = 'x'
	fmt.Println(r == rune(b), r, b, 'x' == 120, "x"[0] == 'x')
	fmt.Println(0b1010, 0o17, 0xFF, 1_000_000, 0x1p4, 1e3, .5, 'A', '\n', '\x41', '\u00e9')
	fmt.Println("raw", `a\nb`, "tab\tq\"", "\u00e9\U0001F600", len("\u00e9"))
	type local2 uint8
	const top local2 = 255
	v := top
	v++
	fmt.Println(v, top, -1<<2, 1<<2<<1, 10-2-3, 2*3+4*5, !true || true)
}
