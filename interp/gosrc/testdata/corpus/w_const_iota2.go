package main

import (
	"fmt"
	"math"
	"math/cmplx"
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
	e, f
)
const (
	x = "s"
	y
	z = len(y)
)
const big = 1 << 100
const typed float32 = 1.0 / 3
const (
	Low = iota + 1
	Mid
	High
	numLevels = iota
)

type Size uint

const (
	S Size = iota
	M
	L
)

var names = map[Size]string{S: "small", L: "large"}

func (s Size) String() string {
	if n, ok := names[s]; ok {
		return n
	}
	return fmt.Sprintf("Size(%d)", uint(s))
}

type Grid [High][Mid]int

var (
	v1 = v2 + 1
	v2 = f2()
	v3 = [...]string{2: "c", 0: "a"}
	v4 = [numLevels]bool{Low - 1: true}
)

func f2() int { return 41 }
func Main() {
	fmt.Println(Monday, Thursday, KB, MB, GB, a, b, c, d, e, f, x, y, z, big>>98, typed)
	fmt.Println(S, M, L, []Size{S, M}, Low, High, numLevels, len(Grid{}), len(Grid{}[0]))
	fmt.Println(v1, v2, len(v3), v3[1] == "", v4)
	const local = Monday + 2
	var wd Weekday = local
	fmt.Printf("%d %T %v\n", wd, wd, wd == 3)
	var f32 float32 = 16777216.0
	fmt.Println(f32 == f32+1, 0.1+0.2, float32(0.1)+float32(0.2), 1/3.0, 7/2, 7/2.0, 'a'+1, string('a'+1))
	var u8 uint8 = 255
	var i = int(u8) + 1
	fmt.Println(u8+1, i, uint32(1<<32-1), math.MaxUint32, int64(math.MinInt64), 0x1F, 0b101, 0o17, 1_000_000, 1e3, 'x', '\n', "\u00e9\t|")
	h := 5
	fmt.Println(h/2*2 == h, -5>>1, -5/2, 5.0/2, float64(h)/2, h&1, 3+4i, real(3+4i), complex(1, 2)*complex(0, 1))
	fmt.Printf("%T %T %T %T %T %v\n", 'a', 1.5, 2i, "s"[0], 1<<3, cmplx.Abs(3+4i))
	switch {
	case h > 3 && h < 10, h == 100:
		fmt.Println("in")
		fallthrough
	case false:
		fmt.Println("fell")
	default:
		fmt.Println("no")
	}
}

func main() { Main() }
