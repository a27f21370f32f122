package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

type Bits uint8

const (
	F0 Bits = 1 << iota
	F1
	F2
)

func Main() {
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	fmt.Println(u8, i8, ^0, 5&^1, -5>>1, uint32(1)<<31)
	var f Bits = F0 | F2
	fmt.Println(f, f&F1 == 0, f&^F0)
	fmt.Printf("%08b %o %x %X\n", f, 8, 255, 255)
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64))
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7.0/2)
	x := 10
	sumOf := 3.99
	y := 3
	fmt.Println(float64(x)/float64(y), x/y, int(sumOf), int(-sumOf))
	c := complex(1, 2)
	fmt.Println(c*c, real(c), imag(c))
	const huge = 1 << 100
	fmt.Println(huge >> 98)
	var r rune = 'é'
	fmt.Println(r, string(r), len("é"), []byte("é"), []rune("aé"))
	s := "héllo"
	fmt.Println(s[1], s[:1], len(s), strings.Index(s, "l"))
	for i, b := range []byte("ab") {
		fmt.Print(i, b, " ")
	}
	fmt.Println()
	var sum float64
	for i := 1; i <= 10; i++ {
		sum += 1 / float64(i)
	}
	fmt.Printf("%.6f %v %g\n", sum, sum > 2.9, 1e21)
	fmt.Println(1e6, 1e20, 1e21, 0.1+0.2, float32(0.1), 100000000.0)
	fmt.Println(math.Floor(-1.5), math.Round(2.5), math.Mod(7, 3), math.NaN() == math.NaN())
	n, err := strconv.ParseFloat("3.25", 64)
	fmt.Println(n, err, strconv.Quote("a\n"), strconv.FormatInt(255, 2))
	var z *int
	fmt.Println(z == nil)
	a, b := 1, 2
	a, b = b, a+b
	a ^= b
	b <<= 2
	fmt.Println(a, b)
	i := 5
	j := i
	i++
	fmt.Println(i, j, i == j+1)
}

func main() { Main() }
