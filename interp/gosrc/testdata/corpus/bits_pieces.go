package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

type (
	Byte  = uint8
	Point struct{ X, Y float64 }
	Path  []Point
	Grid  [2][2]rune
	Visit func(Point) error
)

var (
	a, b   = 1, "two"
	c      float64
	table  = map[string][]int{"x": {1, 2}, "y": nil}
	origin = Point{}
	d      = func() int { return a * 10 }()
)

var e, f = g()

func g() (int, error) { return d + 1, nil }

func (p Path) Len() (sum float64) {
	for i := 1; i < len(p); i++ {
		sum += math.Hypot(p[i].X-p[i-1].X, p[i].Y-p[i-1].Y)
	}
	return
}

func (p Path) Each(v Visit) error {
	for _, pt := range p {
		if err := v(pt); err != nil {
			return fmt.Errorf("at %v: %w", pt, err)
		}
	}
	return nil
}

func swap(x, y *int) { *x, *y = *y, *x }
func divmod(a, b int) (q, r int, err error) {
	if b == 0 {
		err = errors.New("div by zero")
		return
	}
	q, r = a/b, a%b
	return
}

func counter() (next func() int, reset func()) {
	n := 0
	next = func() int { n++; return n }
	reset = func() { n = 0 }
	return
}

func Main() {
	fmt.Println(a, b, c, table, origin, d, e, f)
	fmt.Println(Path{{0, 0}, {3, 4}, {3, 5}}.Len())
	err := Path{{1, 1}, {2, 2}}.Each(func(p Point) error {
		if p.X > 1 {
			return errors.New("too big")
		}
		return nil
	})
	fmt.Println(err)
	x, y := 1, 2
	swap(&x, &y)
	fmt.Println(x, y)
	fmt.Println(divmod(7, 2))
	fmt.Println(divmod(1, 0))
	next, reset := counter()
	next()
	next()
	fmt.Println(next())
	reset()
	fmt.Println(next())
	gr := Grid{{'a', 'b'}, {'c', 'd'}}
	gr[0], gr[1] = gr[1], gr[0]
	fmt.Println(string(gr[0][0]), gr)
	var by Byte = 'x'
	fmt.Printf("%T %c %v\n", by, by, by)
	pp := &x
	ppp := &pp
	**ppp = 42
	fmt.Println(x, *pp == **ppp, pp == *ppp)
	s := struct{ p *int }{&y}
	*s.p++
	fmt.Println(y)
	arr := [5]int{1, 2, 3, 4, 5}
	ps := &arr[2]
	*ps = 30
	fmt.Println(arr)
	sl := arr[1:4]
	p2 := &sl[0]
	*p2 = 20
	fmt.Println(arr, *p2)
	fmt.Println(func(xs ...int) int { return len(xs) }(arr[:]...))
	if v, err := strconv.Atoi("5"); err == nil && v > 3 {
		fmt.Println("v", v)
	} else if err != nil {
		fmt.Println(err)
	} else {
		fmt.Println("small", v)
	}
	switch v := x % 5; {
	case v > 1 && v < 3:
		fmt.Println("two")
	case v == 0, v == 4:
		fmt.Println("edge")
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
	new1 := new(Point)
	new1.X = 3
	fmt.Println(*new1, new1.X)
	const k = 3
	var arr2 [k * 2]string
	fmt.Println(len(arr2), len([...]int{1, 2, k: 9}))
	var iface interface{ Len() float64 } = Path{}
	fmt.Println(iface.Len())
	goto end
end:
	fmt.Println("end")
}

func main() { Main() }
