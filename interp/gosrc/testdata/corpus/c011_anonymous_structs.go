package main

import (
	"errors"
	"fmt"
	"strconv"
)

var config = struct {
	Name string
	Opts struct {
		Debug bool
		Level int
	}
}{Name: "app"}

func stats(xs []int) (r struct{ Min, Max, Sum int }) {
	r.Min, r.Max = xs[0], xs[0]
	for _, x := range xs {
		r.Min, r.Max, r.Sum = min(r.Min, x), max(r.Max, x), r.Sum+x
	}
	return
}

func main() {
	config.Opts.Level = 3
	fmt.Printf("%v %+v\n", config, config)
	fmt.Printf("%#v\n", config)
	fmt.Println(stats([]int{3, 1, 4, 1, 5}))
	tests := []struct {
		in   string
		want int
		err  bool
	}{
		{"1", 1, false},
		{"x", 0, true},
		{in: "-7", want: -7},
	}
	for i, tt := range tests {
		got, err := strconv.Atoi(tt.in)
		fmt.Printf("%d %+v pass=%t\n", i, tt, got == tt.want && (err != nil) == tt.err)
	}
	p := &struct{ X, Y int }{1, 2}
	p.X, p.Y = p.Y, p.X
	fmt.Println(*p, p.X)
	m := map[struct{ a, b int }]string{{1, 2}: "x"}
	m[struct{ a, b int }{3, 4}] = "y"
	fmt.Println(m, m[struct{ a, b int }{1, 2}])
	type pt struct{ X, Y int }
	q := pt(*p)
	*p = q
	q.X = 100
	fmt.Println(*p, q, *p == struct{ X, Y int }{2, 1}, *p == pt{2, 1})
	ch := make(chan struct {
		id  int
		res error
	}, 1)
	ch <- struct {
		id  int
		res error
	}{1, errors.New("e")}
	r := <-ch
	fmt.Println(r.id, r.res)
	var a any = struct{ N int }{5}
	switch v := a.(type) {
	case struct{ M int }:
		fmt.Println("M", v.M)
	case struct{ N int }:
		fmt.Println("N", v.N)
	}
	fmt.Printf("%T %v\n", a, a == any(struct{ N int }{5}))
	nested := map[string][]struct{ k string }{"x": {{"a"}, {"b"}}}
	nested["x"][0].k = "changed"
	fmt.Println(nested)
}
