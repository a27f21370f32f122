package main

import (
	"errors"
	"fmt"
	"strings"
)

type Node[T any] struct {
	Val        T
	prev, next *Node[T]
}

type List[T any] struct {
	head, tail *Node[T]
	size       int
}

type Iterator[T any] interface {
	Next() (T, bool)
	Reset()
}

type listIter[T any] struct {
	l   *List[T]
	cur *Node[T]
}

func (it *listIter[T]) Next() (v T, ok bool) {
	if it.cur == nil {
		return
	}
	v, it.cur = it.cur.Val, it.cur.next
	return v, true
}
func (it *listIter[T]) Reset() { it.cur = it.l.head }

func (l *List[T]) Append(vs ...T) *List[T] {
	for _, v := range vs {
		n := &Node[T]{Val: v, prev: l.tail}
		if l.tail == nil {
			l.head = n
		} else {
			l.tail.next = n
		}
		l.tail = n
		l.size++
	}
	return l
}

func (l *List[T]) Reverse() {
	for n := l.head; n != nil; n = n.prev {
		n.prev, n.next = n.next, n.prev
	}
	l.head, l.tail = l.tail, l.head
}

func (l *List[T]) Remove(match func(T) bool) (removed int) {
	for n := l.head; n != nil; {
		next := n.next
		if match(n.Val) {
			if n.prev != nil {
				n.prev.next = n.next
			} else {
				l.head = n.next
			}
			if n.next != nil {
				n.next.prev = n.prev
			} else {
				l.tail = n.prev
			}
			removed++
			l.size--
		}
		n = next
	}
	return
}

func (l *List[T]) Iter() Iterator[T] { return &listIter[T]{l, l.head} }

func (l List[T]) String() string {
	var sb strings.Builder
	sb.WriteByte('(')
	for n := l.head; n != nil; n = n.next {
		fmt.Fprintf(&sb, "%v", n.Val)
		if n.next != nil {
			sb.WriteString(" <-> ")
		}
	}
	return sb.String() + ")"
}

func Fold[T, A any](it Iterator[T], acc A, f func(A, T) A) A {
	it.Reset()
	for v, ok := it.Next(); ok; v, ok = it.Next() {
		acc = f(acc, v)
	}
	return acc
}

type Stack[T any] interface {
	Push(T)
	Pop() (T, error)
	Peek() *T
	Len() int
}

type sliceStack[T any] struct{ data []T }
type linkStack[T any] struct {
	top *struct {
		v    T
		next any
	}
	n int
}

var ErrEmpty = errors.New("stack is empty")

func (s *sliceStack[T]) Push(v T) { s.data = append(s.data, v) }
func (s *sliceStack[T]) Pop() (v T, err error) {
	if len(s.data) == 0 {
		return v, ErrEmpty
	}
	v = s.data[len(s.data)-1]
	s.data = s.data[:len(s.data)-1]
	return
}
func (s *sliceStack[T]) Peek() *T {
	if len(s.data) == 0 {
		return nil
	}
	return &s.data[len(s.data)-1]
}
func (s *sliceStack[T]) Len() int { return len(s.data) }

type Tree struct {
	Left, Right *Tree
	Key         int
	Data        map[string]any
}

func (t *Tree) Insert(key int, data map[string]any) *Tree {
	if t == nil {
		return &Tree{Key: key, Data: data}
	}
	if key < t.Key {
		t.Left = t.Left.Insert(key, data)
	} else if key > t.Key {
		t.Right = t.Right.Insert(key, data)
	}
	return t
}

func (t *Tree) Walk(visit func(depth int, t *Tree) bool) { t.walk(0, visit) }
func (t *Tree) walk(d int, visit func(int, *Tree) bool) bool {
	if t == nil {
		return true
	}
	return t.Left.walk(d+1, visit) && visit(d, t) && t.Right.walk(d+1, visit)
}
func (t *Tree) Height() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.Left.Height(), t.Right.Height())
}

type Visitor interface {
	VisitNum(int) any
	VisitAdd(l, r Expr) any
}
type Expr interface{ Accept(Visitor) any }
type Num int
type Add struct{ L, R Expr }

func (n Num) Accept(v Visitor) any  { return v.VisitNum(int(n)) }
func (a *Add) Accept(v Visitor) any { return v.VisitAdd(a.L, a.R) }

type evaluator struct{}
type printer struct{ depth int }

func (evaluator) VisitNum(n int) any { return n }
func (e evaluator) VisitAdd(l, r Expr) any {
	return l.Accept(e).(int) + r.Accept(e).(int)
}
func (p *printer) VisitNum(n int) any { return fmt.Sprint(n) }
func (p *printer) VisitAdd(l, r Expr) any {
	p.depth++
	return "(" + l.Accept(p).(string) + "+" + r.Accept(p).(string) + ")"
}

func main() {
	l := new(List[int]).Append(1, 2, 3, 4, 5, 6)
	fmt.Println(l, *l, l.size)
	l.Reverse()
	fmt.Println(l, l.Remove(func(n int) bool { return n%3 == 0 }), l)
	fmt.Println(Fold(l.Iter(), "", func(a string, n int) string { return a + fmt.Sprint(n) }))
	ll := (&List[*List[int]]{}).Append(l, new(List[int]), nil)
	fmt.Println(ll, ll.size)
	fmt.Println(Fold(ll.Iter(), 0, func(a int, x *List[int]) int {
		if x == nil {
			return a - 1
		}
		return a + x.size
	}))
	var st Stack[string] = &sliceStack[string]{}
	for _, w := range strings.Fields("x y z") {
		st.Push(w)
	}
	*st.Peek() += "!"
	for st.Len() > 0 {
		v, err := st.Pop()
		fmt.Print(v, err, " ")
	}
	_, err := st.Pop()
	fmt.Println(err == ErrEmpty, st.Peek() == nil)
	fmt.Printf("%T %T %T %v\n", l, ll, st, linkStack[int]{}.top == nil)
	var root *Tree
	for i, k := range []int{5, 2, 8, 1, 9, 3, 5} {
		root = root.Insert(k, map[string]any{"i": i, "sq": k * k})
	}
	root.Walk(func(d int, t *Tree) bool {
		fmt.Printf("%s%d %v\n", strings.Repeat("  ", d), t.Key, t.Data)
		return t.Key < 8
	})
	fmt.Println(root.Height(), (*Tree)(nil).Height())
	var e Expr = &Add{Num(1), &Add{Num(2), Num(3)}}
	p := &printer{}
	fmt.Println(e.Accept(evaluator{}), e.Accept(p), p.depth)
	balanced := func(s string) bool {
		pairs := map[rune]rune{')': '(', ']': '[', '}': '{'}
		st := sliceStack[rune]{}
		for _, r := range s {
			switch r {
			case '(', '[', '{':
				st.Push(r)
			case ')', ']', '}':
				if top, err := st.Pop(); err != nil || top != pairs[r] {
					return false
				}
			}
		}
		return st.Len() == 0
	}
	fmt.Println(balanced("([]{})"), balanced("(]"), balanced("(("), balanced(""))
	type pair struct {
		a, b any
	}
	m := map[pair]int{{1, "x"}: 1, {Num(1), nil}: 2, {[2]int{1, 2}, true}: 3}
	fmt.Println(m[pair{1, "x"}], m[pair{Num(1), nil}], m[pair{1, nil}], m[pair{[2]int{1, 2}, true}])
}
