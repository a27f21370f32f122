package main

import "fmt"

type A []any

func v(pre string, xs ...any) string { return fmt.Sprint(len(xs), xs) }
func only(xs ...any) int              { return len(xs) }
func ints(xs ...[]int) int            { return len(xs) }
func ptr(p *int) bool                 { return p == nil }

type T struct{}

func (T) m(xs ...interface{}) int { return len(xs) }

func main() {
	l := []any{1, 2}
	var x any = l
	fmt.Println(v("a", []any{1, 2}), v("a", l), v("a", l...), v("a", x), v("a", l, l), v("a", nil), v("a", nil...), v("a", A{1, 2}), v("a", A{1, 2}...), v("a", []int{1}))
	fmt.Println(only(l), only(l...), only(), only(nil), only(nil...), ints([]int{1, 2}), ints(nil), ints(nil...), ptr(nil), T{}.m(l), T{}.m(l...))
	f := func(xs ...any) int { return len(xs) }
	fmt.Println(f(l), f(l...), f(nil...))
	fmt.Println(l)
	fmt.Println(fmt.Sprint(l), fmt.Sprintf("%v", l), fmt.Sprintln(l))
	s := append([]any{}, l)
	fmt.Println(len(s), s, len(append(s, l...)))
	defer func(xs ...any) { fmt.Println(len(xs)) }(l)
	var e []any
	fmt.Println(only(e), only(e...), v("q", error(nil)))
	type city string
	fmt.Print(city("x"), 1, city("y"), "\n")
	fmt.Println(fmt.Sprint(city("x"), 1, 2, city("z"), nil, city("q")))
}
