package main

import "fmt"

type B struct {
	subs map[int]chan string
}

func (b *B) Publish(v string) (dropped int) {
	for _, c := range b.subs {
		select {
		case c <- v:
		default:
			dropped++
		}
	}
	return
}

type G[T any] struct {
	subs map[int]chan T
	next int
}

func (b *G[T]) Subscribe(buf int) (int, <-chan T) {
	if b.subs == nil {
		b.subs = make(map[int]chan T)
	}
	c := make(chan T, buf)
	b.subs[b.next] = c
	b.next++
	return b.next - 1, c
}

func Main() {
	b := B{map[int]chan string{1: make(chan string, 1)}}
	fmt.Println(b.Publish("a"), b.Publish("b"))
	var g G[string]
	_, f := g.Subscribe(3)
	fmt.Println(f != nil, len(g.subs))
}

func main() { Main() }
