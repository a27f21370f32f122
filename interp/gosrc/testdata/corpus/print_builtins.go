package main

import (
	"fmt"
	"strings"
)

type T struct {
	A int
	B string
}

func Main() {
	x := min(3, 1, 2)
	y := max(2.5, float64(x))
	s := min("pear", "apple")
	fmt.Println(x, y, s, max('a', 'z'))
	m := map[string]int{"a": 1, "b": 2}
	clear(m)
	xs := []T{{1, "x"}, {2, "y"}}
	clear(xs)
	fmt.Println(len(m), xs)
	var sb strings.Builder
	for i := range 3 {
		fmt.Fprintf(&sb, "%d-", i)
	}
	fmt.Println(strings.TrimSuffix(sb.String(), "-"), sb.Len())
	c := complex(1, 2)
	fmt.Println(real(c), imag(c), c*c, c == complex(1, 2))
	fmt.Printf("%v %.1f %T\n", c, c, c)
	a := [5]int{1, 2, 3, 4, 5}
	sl := a[1:3:4]
	fmt.Println(len(sl), cap(sl), copy(sl, []int{9, 9, 9}), a)
	sl = append(sl, 7)
	fmt.Println(a, sl)
	sl = append(sl, 8)
	sl[0] = 0
	fmt.Println(a, sl)
	p := (*[2]int)(sl)
	p[1] = 55
	fmt.Println(sl, [3]int(sl[:3]))
	fmt.Println(append([]byte("ab"), "cd"...), string(append([]byte("ab"), 'c')))
}

func main() { Main() }
