package main

import "fmt"

type Config struct {
	DB struct {
		Host string
		Port int
	}
	Flags map[string]bool
	Items []struct {
		Name string
		Qty  int
	}
}

func Main() {
	p := struct {
		X, Y int
		Name string
	}{1, 2, "pt"}
	fmt.Println(p, p.X)
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p)
	var c Config
	c.DB.Host = "local"
	c.DB.Port = 5432
	c.Items = append(c.Items, struct {
		Name string
		Qty  int
	}{"a", 1})
	fmt.Printf("%+v\n", c)
	tests := []struct {
		in   string
		want int
	}{
		{"a", 1},
		{in: "bb", want: 2},
	}
	for _, tc := range tests {
		fmt.Println(tc.in, tc.want, len(tc.in) == tc.want)
	}
	m := map[string]struct{ A, B int }{"k": {1, 2}}
	fmt.Println(m["k"].B, m["none"])
	set := map[string]struct{}{}
	set["x"] = struct{}{}
	_, ok := set["x"]
	fmt.Println(ok, len(set), set)
	q := struct {
		X, Y int
		Name string
	}{1, 2, "pt"}
	fmt.Println(p == q)
	var a any = p
	_, is := a.(struct {
		X, Y int
		Name string
	})
	fmt.Println(is)
	ptr := &struct{ N int }{5}
	ptr.N++
	fmt.Println(ptr.N, *ptr)
	arr := [2]struct{ V string }{{"a"}, {"b"}}
	fmt.Println(arr)
	f := func(o struct{ Verbose bool }) bool { return o.Verbose }
	fmt.Println(f(struct{ Verbose bool }{true}))
	nested := struct {
		In struct{ L []int }
	}{}
	nested.In.L = append(nested.In.L, 1)
	fmt.Println(nested)
	type T struct{ N int }
	var t T = struct{ N int }{3}
	fmt.Println(t)
	t = T(struct{ N int }{4})
	fmt.Println(t.N, struct{}{})
}

func main() { Main() }
