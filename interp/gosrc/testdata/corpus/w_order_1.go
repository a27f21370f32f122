package main

import "fmt"

type node struct {
	n    int
	next *node
	s    []int
	m    map[string]int
}

func two(a, b any)       { fmt.Println(a, b) }
func ss(a string, b int) { fmt.Println(a, b) }

func main() {
	b := []byte("abcd")
	fmt.Println(string(b), copy(b[1:], "XY"))
	b = []byte("abcd")
	ss(string(b), copy(b[1:], "XY"))
	b = []byte("abcd")
	x := string(b) + fmt.Sprint(copy(b[1:], "XY"))
	fmt.Println(x)
	b = []byte("abcd")
	s, n := string(b), copy(b, "ZZZ")
	fmt.Println(s, n)
	r := []rune("héé")
	fmt.Println(string(r), copy(r, []rune("ab")))
	r = []rune("héé")
	fmt.Println(len(string(r)), copy(r, []rune("ab")))
	list := []int{1, 2, 3}
	fmt.Println(list[0], copy(list, []int{7, 8, 9}))
	list = []int{1, 2, 3}
	y := list[0] + copy(list, []int{7, 8, 9})
	fmt.Println(y)
	list = []int{1, 2, 3}
	a0, c0 := list[0], copy(list, []int{7, 8, 9})
	fmt.Println(a0, c0)
	list = []int{1, 2, 3}
	arr := [...]int{list[0], copy(list, []int{7, 8, 9}), list[1]}
	fmt.Println(arr)
	list = []int{1, 2, 3}
	m := map[int]int{list[0]: copy(list, []int{7, 8, 9}), 100: list[1]}
	fmt.Println(m)
	p := &list[0]
	list[0] = 1
	fmt.Println(*p, copy(list, []int{5, 5, 5}))
	*p = 1
	z := *p + copy(list, []int{5, 5, 5})
	fmt.Println(z)
	mm := map[string]int{"a": 1}
	del := func() int { delete(mm, "a"); return 2 }
	fmt.Println(mm["a"], len(mm), del())
	mm["a"] = 1
	k := mm["a"] + del()
	fmt.Println(k)
	st := node{n: 1, s: []int{1, 2}}
	inc := func() int { st.n++; st.s = append(st.s, st.n); return st.n }
	fmt.Println(st.n, inc(), st.n, len(st.s), st.s)
	fmt.Println(st.n+inc(), inc()+st.n, len(st.s)+inc())
	v := []int{st.n, inc(), st.n, inc()}
	fmt.Println(v)
	w := node{n: st.n, s: []int{inc()}}
	fmt.Println(w.n, w.s)
	st.s[0], st.n = inc(), st.n
	fmt.Println(st.s[0], st.n)
	i := 0
	next := func() int { i++; return i }
	q := make([]int, 6)
	q[i] = next()
	fmt.Println(q, i)
	q[next()] = i
	fmt.Println(q, i)
	q[i], q[next()] = next(), i
	fmt.Println(q, i)
	i = 1
	q[i] += next()
	fmt.Println(q, i)
	str := "abc"
	cut := func() int { str = str[1:]; return len(str) }
	fmt.Println(str, cut(), str)
	fmt.Println(str[0], cut())
	str = "abcdef"
	fmt.Println(str[0]+byte(cut()), len(str)+cut(), str+fmt.Sprint(cut()))
	clearIt := func() int { clear(mm); return 0 }
	mm["z"] = 3
	fmt.Println(mm["z"], clearIt(), mm)
	e := any(1)
	set := func() int { e = "changed"; return 9 }
	fmt.Println(e, set(), e)
	e = 1
	two(e, set())
	e = 1
	fmt.Println(e.(int), set())
	e = 1
	g, h := e, set()
	fmt.Println(g, h)
	ar := [3]int{1, 2, 3}
	seta := func() int { ar[0] = 50; return 1 }
	fmt.Println(ar, seta(), ar[0])
	ar[0] = 1
	fmt.Println(ar[0], seta())
	ar[0] = 1
	c, d := ar, seta()
	fmt.Println(c, d)
	ar[0] = 1
	fmt.Println(ar == [3]int{1, 2, 3}, seta(), ar == [3]int{1, 2, 3})
	ar[0] = 1
	fmt.Println(ar == [3]int{1 + seta() - 1, 2, 3})
}
