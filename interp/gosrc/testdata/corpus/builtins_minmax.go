package main

import (
	"fmt"
	"math"
)

type Temp float64
type Names []string

func main() {
	a, b := 3, 7
	fmt.Println(min(a, b), max(a, b, 5), min(2.5, 1), max("b", "a"), min(Temp(3), 2.5))
	fmt.Printf("%T %T\n", max(Temp(1), 2), min(1, 2.0))
	fmt.Println(max(math.NaN(), 1), min(0.0, math.Copysign(0, -1)))
	m := map[string]int{"a": 1}
	s := []int{1, 2, 3}
	clear(m)
	clear(s[:2])
	fmt.Println(m, s, len(m))
	n := Names{"x", "y", "z"}
	n = append(n[:1], n[2:]...)
	fmt.Println(n, len(n), cap(n))
	copied := copy(s, []int{9, 9, 9, 9})
	fmt.Println(copied, s, copy(make([]byte, 2), "hey"))
	bs := append([]byte("ab"), "cd"...)
	fmt.Println(string(bs), append([]int(nil), s[1:]...), append(s[:1:1], 5), s)
	p := new(int)
	*p += 5
	q := new(Names)
	*q = append(*q, "new")
	fmt.Println(*p, *q, len([3]int{}), cap(make([]int, 2, 9)))
	c := complex(1.5, -2)
	fmt.Println(real(c), imag(c), c*c, len("héllo"), len([]rune("héllo")))
	arr := [...]string{2: "c", 0: "a"}
	fmt.Println(len(arr), arr, arr[1] == "")
	sl := arr[:]
	sl[1] = "b"
	fmt.Println(arr, len(sl[:0]), cap(sl[1:]))
	x := [2][2]int{{1}, {2, 3}}
	y := x
	y[0][0] = 100
	fmt.Println(x, y, x == y, x == [2][2]int{{1, 0}, {2, 3}})
	z := (*[2]string)(sl)
	z[0] = "Z"
	fmt.Println(arr, [2]string(sl))
	for i, v := range &x {
		x[1][0] = 50
		fmt.Println(i, v)
	}
	const k = len(arr) * 2
	fmt.Println(k, max(k, 2)<<1)
}
