package main

import (
	"fmt"
	"iter"
	"strings"
)

type Node[T any] struct {
	val  T
	next *Node[T]
}
type List[T comparable] struct {
	head, tail *Node[T]
	size       int
}

func (l *List[T]) Append(vs ...T) *List[T] {
	for _, v := range vs {
		n := &Node[T]{val: v}
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
func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.val) {
				return
			}
			i++
		}
	}
}
func (l *List[T]) Reverse() {
	var prev *Node[T]
	l.tail = l.head
	for n := l.head; n != nil; {
		n.next, prev, n = prev, n, n.next
	}
	l.head = prev
}
func (l *List[T]) Remove(v T) bool {
	for pp := &l.head; *pp != nil; pp = &(*pp).next {
		if (*pp).val == v {
			*pp = (*pp).next
			l.size--
			return true
		}
	}
	return false
}
func (l List[T]) String() string {
	parts := []string{}
	for _, v := range l.All() {
		parts = append(parts, fmt.Sprint(v))
	}
	return "(" + strings.Join(parts, " -> ") + ")"
}

func main() {
	var l List[int]
	l.Append(1, 2, 3).Append(4)
	fmt.Println(l, l.size)
	l.Reverse()
	fmt.Println(l)
	fmt.Println(l.Remove(3), l.Remove(42), l)
	for i, v := range l.All() {
		if i == 2 {
			break
		}
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println()
	ls := new(List[string])
	ls.Append("a", "b")
	fmt.Printf("%v %s %T\n", ls, *ls, ls)
	fmt.Println([]fmt.Stringer{l, ls})
}
