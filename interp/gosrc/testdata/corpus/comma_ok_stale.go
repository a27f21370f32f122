package main

import "fmt"

type R struct{ Val int }

func Main() {
	m := map[string]R{"a": {5}}
	mi := map[string]int{"a": 5}
	ma := map[string]any{"a": 5}
	ms := map[string][]int{"a": {5}}
	r, n, x, s := R{1}, 1, any(1), []int{1}
	var ok bool
	r, ok = m["zz"]
	fmt.Println(r, ok)
	r = R{1}
	r, _ = m["zz"]
	fmt.Println(r)
	n, _ = mi["zz"]
	fmt.Println(n)
	n = 1
	n, ok = mi["zz"]
	fmt.Println(n, ok)
	x, _ = ma["zz"]
	fmt.Println(x)
	s, _ = ms["zz"]
	fmt.Println(s)
	y, _ := mi["zz"]
	fmt.Println(y)
	_, ok = mi["a"]
	fmt.Println(ok)
	_, ok2 := mi["zz"]
	fmt.Println(ok2)
	var a any = "str"
	n = 7
	n, _ = a.(int)
	fmt.Println(n)
	r = R{3}
	r, _ = a.(R)
	fmt.Println(r)
	n, ok = a.(int)
	fmt.Println(n, ok)
	c := make(chan int)
	close(c)
	n = 4
	n, _ = <-c
	fmt.Println(n)
	for i := range 2 {
		v, _ := mi[fmt.Sprint(i)]
		fmt.Print(v, " ")
		w, _ := m[[]string{"a", "b"}[i]]
		fmt.Print(w, " ")
		v++
		w.Val++
	}
	var q struct{ f int }
	q.f = 3
	q.f, _ = mi["none"]
	fmt.Println(q.f)
	arr := []int{1, 2}
	arr[0], _ = mi["none"]
	fmt.Println(arr)
	m2 := map[string]int{}
	m2["k"], ok = mi["a"]
	fmt.Println(m2, ok)
	arr[1], arr[0] = mi["a"], mi["none"]
	fmt.Println(arr)
}

func main() { Main() }
