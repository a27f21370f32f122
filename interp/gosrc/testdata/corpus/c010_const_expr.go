package main

import (
	"fmt"
	"math"
	"time"
)

const (
	Pi2    = math.Pi * 2
	Huge   = 1e1000 / 1e997
	Third  = 1.0 / 3
	Mask   = ^uint32(0)
	Str    = "con" + "cat"
	Len    = len(Str)
	Typed  int64 = 1 << 40
	R      = 'x' + 1
	B      = Len > 3 && !false
	C      = 2i * 2i
	MinusZ = -0.0
)

type Celsius float64
type Fahrenheit float64

const Boiling Celsius = 100

func CToF(c Celsius) Fahrenheit { return Fahrenheit(c*9/5 + 32) }

const (
	_  = iota
	c1 = iota * iota
	c2
	c3 = "x"
	c4
	c5 = iota
)

type E int

const (
	E0 E = iota + 5
	E1
	skip = "s"
	E2 E = iota
)

func main() {
	fmt.Println(Pi2, Huge, Third, Mask, Str, Len, Typed, R, B, C, MinusZ)
	fmt.Printf("%T %T %T %T %T %T\n", Pi2, Huge, R, Len, C, Boiling)
	fmt.Println(CToF(Boiling), CToF(-40), Celsius(36.6)+0.4)
	fmt.Println(c1, c2, c3, c4, c5, E0, E1, E2)
	const local = iota + 3
	fmt.Println(local, 10/4, 10/4.0, 10.0/4, 1/2*3.0, 3*1/2.0)
	var f float32 = 1 / 3.0
	fmt.Println(f, float64(f), f*3 == 1)
	var d time.Duration = 3 * time.Second / 2
	fmt.Println(d, 5*time.Millisecond+time.Microsecond)
	x := 10
	fmt.Println(x/3*3, x%3, -x%3, x/-3, float64(x)/3)
	var u8 uint8 = 'a' - 32
	fmt.Println(u8, string(rune(u8)), 'b'-'a', "abc"[1]-'a')
	fmt.Println(math.MaxInt32+1, math.MaxUint32, math.SmallestNonzeroFloat64, math.MaxFloat32)
	var arr [Len]int
	fmt.Println(len(arr), cap(arr[:2]), 07, 0b11, 0o17, 0xFF, 1_000_000, 0x1p-2, '\n', '\'', '\x41')
	fmt.Println(5.0 == 5, 1<<3 == 8.0, "a"+`b` < "b", len([...]int{9: 1}), len("héé"))
}
