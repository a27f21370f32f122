package main

import (
	"fmt"
	"math"
	"strings"
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
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	A, B = iota, iota * 10
	C, D
	E, F
)

type Flags uint8

const (
	FlagA Flags = 1 << iota
	FlagB
	FlagC
	All = FlagA | FlagB | FlagC
)

func (f Flags) Has(x Flags) bool { return f&x != 0 }
func (f Flags) String() string {
	var parts []string
	for i, n := range []string{"A", "B", "C"} {
		if f&(1<<i) != 0 {
			parts = append(parts, n)
		}
	}
	return strings.Join(parts, "|")
}

const Pi2 = 3.14159 * 2
const big = 1 << 100
const typed int64 = 5
const str = "con" + "st"
const r = 'a' + 1
const (
	x = "same"
	y
	z = len(str)
)

func Main() {
	fmt.Println(Sunday, Monday, Thursday, KB, MB, GB)
	fmt.Println(A, B, C, D, E, F)
	f := FlagA | FlagC
	fmt.Println(f, f.Has(FlagB), f.Has(FlagC), All, f&^FlagA, uint8(f))
	fmt.Println(Pi2, big>>98, typed, str, r, string(r), x, y, z)
	fmt.Printf("%T %T %T %T\n", Pi2, typed, r, Monday)
	var fl float32 = Pi2
	fmt.Println(fl, math.MaxInt64, uint64(math.MaxUint64), math.MinInt64)
	const local = iota + 5
	fmt.Println(local, 7/2, 7/2.0, -7/2, -7%3, 7&3, 7|8, 7^2, 1<<3)
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var u32 uint32 = 1 << 31
	u32 <<= 1
	fmt.Println(i8, u8, u32)
	fmt.Println(Weekday(2) == Tuesday, Monday+1)
	var h uint32 = 2166136261
	for _, c := range []byte("hash") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h)
	var i16 int16 = 300
	fmt.Println(int8(i16), uint16(i8), int(-1.9+0.0*float64(i16)), uint8(i16), float32(i16)/7)
}

func main() { Main() }
