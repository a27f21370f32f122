package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

type Suit string

const (
	Hearts Suit = "♥"
	Spades Suit = "♠"
)

type Size int

const (
	_       = iota
	KB Size = 1 << (10 * iota)
	MB
	GB
)

func (s Size) String() string {
	switch {
	case s >= GB:
		return fmt.Sprintf("%.1fGB", float64(s)/float64(GB))
	case s >= MB:
		return fmt.Sprintf("%.1fMB", float64(s)/float64(MB))
	case s >= KB:
		return fmt.Sprintf("%.1fKB", float64(s)/float64(KB))
	}
	return fmt.Sprintf("%dB", int(s))
}

type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (p Perm) Has(q Perm) bool { return p&q == q }
func (p Perm) String() string {
	if p == 0 {
		return "none"
	}
	var parts []string
	for i, n := range []string{"r", "w", "x"} {
		if p&(1<<i) != 0 {
			parts = append(parts, n)
		}
	}
	return strings.Join(parts, "|")
}

const (
	A, B = iota, iota * 10
	C, D
	_, _
	E, F
)
const (
	x = "s"
	y
	z   = len(y) + iota
	Big = 1 << 100
	Pi2 = math.Pi * 2
)

type Day int

const (
	Mon Day = iota + 1
	Tue
	Wed
)

var names = map[Day]string{Mon: "Mon", Tue: "Tue"}

func (d Day) String() string {
	if n, ok := names[d]; ok {
		return n
	}
	return "Day(" + strconv.Itoa(int(d)) + ")"
}

func main() {
	fmt.Println(Hearts, Spades, Hearts < Spades, Hearts+Spades, len(Hearts))
	fmt.Printf("%v %s %q %T %#v\n", Hearts, Spades, Hearts, Spades, Hearts)
	fmt.Println(KB, MB, 3*GB/2, Size(12), Size(2048))
	fmt.Println(All, Read|Exec, Perm(0), All&^Write, All.Has(Read|Write), Write.Has(Read))
	fmt.Printf("%d %v %s %x %T\n", All, Exec, Read, Write, All)
	fmt.Println(A, B, C, D, E, F, y, z, Big>>98, Pi2)
	fmt.Println(Mon, Wed, []Day{Tue, 9}, map[Day]int{Mon: 1})
	fmt.Printf("%v %d %+v %s|%5s|%-5v|\n", Tue, Tue, Wed, Mon, Mon, Tue)
	switch s := Suit("♥"); s {
	case Hearts:
		fmt.Println("hearts")
	}
	var any1 any = Hearts
	fmt.Println(any1 == Hearts, any1 == "♥", any1 == any(Suit("♥")))
}
