package main

import "fmt"

func Main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b = append(b, 99)
	fmt.Println(a, b, len(b), cap(b))
	c := append([]int(nil), a...)
	c[0] = -1
	fmt.Println(a[0], c[0])
	d := make([]int, 2, 10)
	e := append(d, 1)
	f := append(d, 2)
	fmt.Println(e, f, len(d))
	copy(a[2:], a)
	fmt.Println(a, copy(a, []int{7, 8}), a)
	var n []int
	n = append(n, 1)
	n = append(n, n...)
	fmt.Println(n, n == nil)
	s := a[:0]
	for _, x := range a {
		if x%2 == 1 {
			s = append(s, x)
		}
	}
	fmt.Println(s, a)
	m := [][]int{{1}, {2, 3}, {}}
	m[2] = append(m[2], 4)
	m = append(m, []int{5})
	for i, r := range m {
		for j := range r {
			m[i][j] *= 2
		}
	}
	fmt.Println(m)
	x := []int{1, 2, 3}
	for i, v := range x {
		x = append(x, v*10)
		if i == 0 {
			x[1] = 50
		}
	}
	fmt.Println(x)
	x = x[:len(x)-1]
	x = append(x[:1], x[2:]...)
	fmt.Println(x)
	bs := []byte("héllo")
	bs[0] = 'H'
	fmt.Println(string(bs), len(bs), len([]rune("héllo")))
	t := [][3]int{{1, 2, 3}}
	t[0][1] = 9
	u := t[0]
	u[0] = 100
	fmt.Println(t, u)
	var np [][]string
	fmt.Println(len(np), np == nil, np)
	full := a[1:2:3]
	full = append(full, 1000)
	full = append(full, 2000)
	fmt.Println(a, full, cap(a[1:2:3]))
	i, j := 0, len(a)-1
	for i < j {
		a[i], a[j] = a[j], a[i]
		i, j = i+1, j-1
	}
	fmt.Println(a)
	idx := 0
	idx, a[idx] = 2, 555
	fmt.Println(idx, a[0])
}

func main() { Main() }
