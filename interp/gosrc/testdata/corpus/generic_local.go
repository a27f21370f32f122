package main

import "fmt"

type pair[A any] struct{ first A }

func (p pair[A]) Show() string { return fmt.Sprint("outer ", p.first) }

func other() any {
	type pair[A any] struct{ only A }
	return pair[int]{3}
}

func Main() {
	type id int
	type pair[A, B any] struct {
		a A
		b B
	}
	type list[T any] []T
	type tree[T any] struct {
		v    T
		kids []*tree[T]
	}
	p := pair[int, string]{1, "x"}
	fmt.Printf("%+v %T %T\n", p, p, pair[bool, []int]{})
	q := pair[id, list[id]]{2, list[id]{3, 4}}
	fmt.Println(q, len(q.b), q.b[1])
	t := &tree[string]{"a", []*tree[string]{{v: "b"}}}
	t.kids = append(t.kids, &tree[string]{v: "c"})
	fmt.Println(t.v, len(t.kids), t.kids[1].v)
	var x any = p
	switch x := x.(type) {
	case pair[string, int]:
		fmt.Println("swapped", x)
	case pair[int, string]:
		fmt.Println("same", x.b)
	}
	fmt.Println(x == any(pair[int, string]{1, "x"}), other(), x == other())
	func() {
		type pair[A any] struct{ in A }
		fmt.Printf("%v %T\n", pair[string]{"s"}, pair[string]{})
	}()
}

func main() { Main() }
