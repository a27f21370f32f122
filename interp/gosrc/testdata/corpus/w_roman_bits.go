package main

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

var table = []struct {
	v int
	s string
}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

func roman(n int) (s string) {
	for _, t := range table {
		for n >= t.v {
			s += t.s
			n -= t.v
		}
	}
	return
}
func arabic(s string) (n int, err error) {
	vals := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	for i := range s {
		v, ok := vals[s[i]]
		if !ok {
			return 0, fmt.Errorf("bad digit %q at %d", s[i], i)
		}
		if i+1 < len(s) && vals[s[i+1]] > v {
			n -= v
		} else {
			n += v
		}
	}
	return
}

type Flags uint8

const (
	Read Flags = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (f Flags) Has(x Flags) bool { return f&x == x }
func (f *Flags) Set(x Flags)     { *f |= x }
func (f *Flags) Clear(x Flags)   { *f &^= x }
func (f Flags) String() string {
	if f == 0 {
		return "-"
	}
	var parts []string
	for i, n := range [...]string{"r", "w", "x"} {
		if f&(1<<i) != 0 {
			parts = append(parts, n)
		}
	}
	return strings.Join(parts, "|")
}
func popcount(n uint32) (c int) {
	for ; n != 0; n &= n - 1 {
		c++
	}
	return
}
func Main() {
	for _, n := range []int{1, 4, 9, 14, 40, 90, 400, 1994, 2024} {
		r := roman(n)
		back, err := arabic(r)
		fmt.Print(n, "=", r, " ", back == n, " ", err, "; ")
	}
	fmt.Println()
	fmt.Println(arabic("XIZ"))
	var f Flags
	f.Set(Read | Exec)
	fmt.Println(f, f.Has(Read), f.Has(Write), All, Flags(0))
	f.Clear(Read)
	fmt.Printf("%v %d %s %08b\n", f, f, f, uint8(f))
	fmt.Println(popcount(255), popcount(1<<31), bits.OnesCount(7), bits.Len(8), bits.TrailingZeros16(8), bits.Reverse8(1), bits.RotateLeft8(0x81, 1))
	x := uint8(200)
	x += 100
	var i8 int8 = 127
	i8++
	fmt.Println(x, i8, -7/2, -7%3, 7&^5, 6^3, ^5, 1<<10>>3, uint16(70000&0xffff))
	a, b := 5, 9
	a ^= b
	b ^= a
	a ^= b
	fmt.Println(a, b, a&1 == 1, b<<1|1)
	n := 13
	var sb []byte
	for n > 0 {
		sb = append(sb, '0'+byte(n&1))
		n >>= 1
	}
	slices.Reverse(sb)
	fmt.Println(string(sb), strconv.FormatInt(255, 2), strconv.FormatInt(-255, 16))
	v, err := strconv.ParseInt("zz", 36, 64)
	fmt.Println(v, err)
	_, err = strconv.Atoi("12a")
	fmt.Println(err)
	_, err = strconv.ParseUint("300", 10, 8)
	fmt.Println(err, errors.Is(err, strconv.ErrRange))
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num)
}

func main() { Main() }
