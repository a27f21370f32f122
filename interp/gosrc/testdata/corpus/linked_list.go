package main

import (
	"fmt"
	"strconv"
	"strings"
)

type Node struct {
	Val  int
	Next *Node
}

type List struct {
	head *Node
	size int
}

func (l *List) Push(v int) {
	l.head = &Node{v, l.head}
	l.size++
}

func (l *List) Append(v int) {
	n := &Node{Val: v}
	l.size++
	if l.head == nil {
		l.head = n
		return
	}
	cur := l.head
	for cur.Next != nil {
		cur = cur.Next
	}
	cur.Next = n
}

func (l *List) Reverse() {
	var prev *Node
	for cur := l.head; cur != nil; {
		cur.Next, prev, cur = prev, cur, cur.Next
	}
	l.head = prev
}

func (l *List) Remove(v int) bool {
	for p := &l.head; *p != nil; p = &(*p).Next {
		if (*p).Val == v {
			*p = (*p).Next
			l.size--
			return true
		}
	}
	return false
}

func (l *List) String() string {
	var sb strings.Builder
	sb.WriteString("[")
	for n := l.head; n != nil; n = n.Next {
		if n != l.head {
			sb.WriteString(" -> ")
		}
		sb.WriteString(strconv.Itoa(n.Val))
	}
	return sb.String() + "]"
}

type DNode struct {
	Val        string
	Prev, Next *DNode
}

func Main() {
	l := &List{}
	for i := range 5 {
		l.Append(i)
	}
	l.Push(-1)
	fmt.Println(l, l.size)
	l.Reverse()
	fmt.Println(l)
	fmt.Println(l.Remove(2), l.Remove(99), l.Remove(4), l, l.size)
	a, b := &DNode{Val: "a"}, &DNode{Val: "b"}
	a.Next, b.Prev = b, a
	fmt.Println(a.Next.Prev.Val, b.Next == nil, a.Next == b)
	var n *Node
	fmt.Println(n == nil, n)
	n = &Node{1, &Node{2, nil}}
	fmt.Println(n.Next.Val, n.Next.Next == nil)
	for x := n; x != nil; x = x.Next {
		fmt.Print(x.Val, " ")
	}
	fmt.Println()
}

func main() { Main() }
