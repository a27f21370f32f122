package main

import (
	"errors"
	"fmt"
)

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (s *Sq) Area() float64 {
	if s == nil {
		return -1
	}
	return s.s * s.s
}

type MyErr struct{ n int }

func (*MyErr) Error() string { return "myerr" }

func mayFail(fail bool) error {
	var e *MyErr
	if fail {
		e = &MyErr{}
	}
	return e
}

func main() {
	var sq *Sq
	var sh Shape
	fmt.Println(sq == nil, sh == nil)
	sh = sq
	fmt.Println(sh == nil, sh.Area(), sh == Shape(sq), sh == (*Sq)(nil))
	fmt.Printf("%v %T\n", sh, sh)
	err := mayFail(false)
	fmt.Println(err == nil, err != nil, mayFail(true) == mayFail(true))
	var s []int
	var m map[string]int
	var f func()
	var c chan int
	var p *int
	var a any
	fmt.Println(s == nil, m == nil, f == nil, c == nil, p == nil, a == nil, len(s), len(m), len(c), cap(s))
	for range s {
	}
	for range m {
	}
	s = append(s, 1)
	fmt.Println(m["x"], s)
	v, ok := m["x"]
	delete(m, "x")
	fmt.Println(v, ok)
	empty := []int{}
	fmt.Println(empty == nil, len(empty), fmt.Sprintf("%#v %#v", empty, []int(nil)))
	fmt.Println(s[:0] == nil, append([]int(nil), []int{}...) == nil)
	a = p
	fmt.Println(a == nil, a == (*int)(nil), a == any((*string)(nil)))
	a = f
	fmt.Println(a == nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(a == a)
	}()
	a = s
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(a == any(1), a != nil)
		fmt.Println(a == any(s))
	}()
	type key struct {
		a any
		n int
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		mm := map[key]int{}
		mm[key{1, 1}] = 5
		fmt.Println(mm[key{1, 1}], mm[key{int8(1), 1}])
		mm[key{m, 1}] = 6
	}()
	var e1, e2 error
	fmt.Println(e1 == e2, errors.New("a") == errors.New("a"))
	b1, b2 := any(3), any(3.0)
	fmt.Println(b1 == b2, b1 == 3, b2 == 3.0, any('a') == any(97), any(int32(97)) == any('a'))
	f()
}
