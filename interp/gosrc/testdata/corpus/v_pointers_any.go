package main

import (
	"fmt"
	"strings"
)

type Node struct {
	Val  int
	Next *Node
}
type S struct{ A, B int }

func kind(p any) string {
	s := fmt.Sprint(p)
	if strings.HasPrefix(s, "0x") {
		return "address"
	}
	return s
}
func Main() {
	p := &S{1, 2}
	xs := []any{p, S{3, 4}, "s", nil, []S{{5, 6}}, []int{1}}
	for _, x := range xs {
		fmt.Println(kind(x))
	}
	fmt.Println(strings.Contains(fmt.Sprint(xs), "&{"), strings.Contains(fmt.Sprint(xs), "0x"))
	fmt.Println(strings.Contains(fmt.Sprint(map[string]any{"a": p}), "&{"))
	fmt.Println(strings.Contains(fmt.Sprint([]*S{p}), "&{"))
	fmt.Println(strings.Contains(fmt.Sprint(struct{ P *S }{p}), "&{"))
	fmt.Println(strings.Contains(fmt.Sprint([1]any{p}), "&{"))
	fmt.Printf("%v %+v %s\n", p, p, []any{S{1, 2}})
	n := &Node{1, &Node{2, nil}}
	fmt.Println(n.Next, *n.Next, n.Next.Next)
	fmt.Printf("%v %+v\n", n.Next, n.Next)
	var np *S
	fmt.Println(np, []any{np}, []*S{nil})
	fmt.Printf("%v %+v %d\n", []any{1, "a", nil}, []any{S{1, 2}}, []any{1, 2})
	fmt.Printf("%v\n", [][]S{{{1, 2}}, {}})
	fmt.Printf("%v %v\n", &[]S{{1, 2}}, &map[string]S{"k": {1, 2}})
	fmt.Printf("%#v %#v\n", S{1, 2}, []any{S{1, 2}, 1, "x"})
}

func main() { Main() }
