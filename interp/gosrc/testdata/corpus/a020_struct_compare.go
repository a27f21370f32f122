package main

import (
	"fmt"
)

type P struct {
	X, Y int
	Name string
}
type Q struct {
	P
	Arr [3]int
	I   any
}
type Empty struct{}

func main() {
	a := P{1, 2, "a"}
	b := P{1, 2, "a"}
	fmt.Println(a == b, &a == &b, a != P{})
	q1 := Q{a, [3]int{1, 2, 3}, 5}
	q2 := q1
	fmt.Println(q1 == q2)
	q2.Arr[1] = 9
	fmt.Println(q1 == q2, q1.Arr, q2.Arr)
	q2 = q1
	q2.I = int64(5)
	fmt.Println(q1 == q2)
	arr1, arr2 := [2]P{{1, 1, ""}, {}}, [2]P{{1, 1, ""}}
	fmt.Println(arr1 == arr2)
	pa := &a
	pb := pa
	pb.X = 10
	fmt.Println(a.X, pa == pb, *pa == a)
	anon := struct {
		X, Y int
		Name string
	}{10, 2, "a"}
	fmt.Println(anon == a, P(anon) == a)
	var i1, i2 any = a, a
	fmt.Println(i1 == i2, i1 == any(anon))
	var e1, e2 Empty
	fmt.Println(e1 == e2, Empty{} == e1)
	c1, c2 := make(chan int), make(chan int)
	c3 := c1
	fmt.Println(c1 == c2, c1 == c3)
	defer func() { fmt.Println(recover()) }()
	q1.I = []int{1}
	q2 = q1
	fmt.Println(q1 == q2)
}
