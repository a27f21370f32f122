package main

import (
	"container/list"
	"container/ring"
	"errors"
	"fmt"
)

type Deque[T any] struct{ l *list.List }

func NewDeque[T any]() Deque[T]  { return Deque[T]{list.New()} }
func (d Deque[T]) PushFront(v T) { d.l.PushFront(v) }
func (d Deque[T]) PushBack(v T)  { d.l.PushBack(v) }
func (d Deque[T]) Len() int      { return d.l.Len() }
func (d Deque[T]) Front() (v T, ok bool) {
	if e := d.l.Front(); e != nil {
		return e.Value.(T), true
	}
	return v, false
}
func (d Deque[T]) PopBack() (v T, err error) {
	e := d.l.Back()
	if e == nil {
		return v, errors.New("empty")
	}
	return d.l.Remove(e).(T), nil
}

type Task struct {
	Name string
	Prio int
}

func Main() {
	d := NewDeque[Task]()
	d.PushBack(Task{"b", 2})
	d.PushFront(Task{"a", 1})
	fmt.Println(d.Len())
	fmt.Println(d.Front())
	fmt.Println(d.PopBack())
	fmt.Println(d.PopBack())
	fmt.Println(d.PopBack())
	fmt.Println(d.Front())
	r := ring.New(4)
	for i := 0; i < r.Len(); i++ {
		r.Value = i * i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()
	l := list.New()
	for i := range 5 {
		l.PushBack(Task{fmt.Sprint("t", i), i})
	}
	for e := l.Front(); e != nil; {
		next := e.Next()
		if e.Value.(Task).Prio%2 == 0 {
			l.Remove(e)
		}
		e = next
	}
	for e := l.Back(); e != nil; e = e.Prev() {
		t := e.Value.(Task)
		fmt.Print(t.Name, "=", t.Prio, " ")
	}
	fmt.Println(l.Len())
}

func main() { Main() }
