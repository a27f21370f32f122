package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Stack struct{ data []int }

func (s *Stack) Push(v int)  { s.data = append(s.data, v) }
func (s *Stack) Empty() bool { return len(s.data) == 0 }
func (s *Stack) Pop() int {
	if s.Empty() {
		panic("pop from empty stack")
	}
	v := s.data[len(s.data)-1]
	s.data = s.data[:len(s.data)-1]
	return v
}

type Queue[T any] struct {
	buf        [4]T
	head, size int
}

var ErrFull = errors.New("full")

func (q *Queue[T]) Put(v T) error {
	if q.size == len(q.buf) {
		return ErrFull
	}
	q.buf[(q.head+q.size)%len(q.buf)] = v
	q.size++
	return nil
}

func (q *Queue[T]) Get() (v T, ok bool) {
	if q.size == 0 {
		return
	}
	v = q.buf[q.head]
	q.head = (q.head + 1) % len(q.buf)
	q.size--
	return v, true
}

func rpn(expr string) (res int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rpn: %v", r)
		}
	}()
	st := &Stack{}
	for _, tok := range strings.Fields(expr) {
		switch tok {
		case "+", "-", "*", "/":
			b, a := st.Pop(), st.Pop()
			switch tok {
			case "+":
				st.Push(a + b)
			case "-":
				st.Push(a - b)
			case "*":
				st.Push(a * b)
			case "/":
				st.Push(a / b)
			}
		default:
			n, err := strconv.Atoi(tok)
			if err != nil {
				return 0, err
			}
			st.Push(n)
		}
	}
	return st.Pop(), nil
}

func balanced(s string) bool {
	pairs := map[rune]rune{')': '(', ']': '[', '}': '{'}
	var st []rune
	for _, c := range s {
		switch c {
		case '(', '[', '{':
			st = append(st, c)
		case ')', ']', '}':
			if len(st) == 0 || st[len(st)-1] != pairs[c] {
				return false
			}
			st = st[:len(st)-1]
		}
	}
	return len(st) == 0
}

func Main() {
	for _, e := range []string{"3 4 + 2 *", "1 0 /", "+", "x", "5 1 2 + 4 * + 3 -"} {
		fmt.Println(rpn(e))
	}
	fmt.Println(balanced("{[()]}"), balanced("(]"), balanced("(("))
	q := Queue[string]{}
	for _, s := range []string{"a", "b", "c", "d", "e"} {
		if err := q.Put(s); err != nil {
			fmt.Println(err, err == ErrFull)
		}
	}
	v, ok := q.Get()
	fmt.Println(v, ok, q.size)
	fmt.Println(q.Put("f"), q.buf)
	qi := &Queue[int]{}
	fmt.Println(qi.Get())
}

func main() { Main() }
