package main

import (
	"errors"
	"fmt"
)

type key struct{}
type userKey string
type Ctx struct {
	parent *Ctx
	k, v   any
	done   chan struct{}
	err    error
	kids   []*Ctx
}

func (c *Ctx) Value(k any) any {
	for ; c != nil; c = c.parent {
		if c.k == k {
			return c.v
		}
	}
	return nil
}
func With(p *Ctx, k, v any) *Ctx { return &Ctx{parent: p, k: k, v: v} }
func WithCancel(p *Ctx) (*Ctx, func(error)) {
	c := &Ctx{parent: p, done: make(chan struct{})}
	if p != nil {
		p.kids = append(p.kids, c)
	}
	return c, func(err error) { c.cancel(err) }
}
func (c *Ctx) cancel(err error) {
	if c.err != nil {
		return
	}
	c.err = err
	if c.done != nil {
		close(c.done)
	}
	for _, k := range c.kids {
		k.cancel(fmt.Errorf("parent: %w", err))
	}
}
func (c *Ctx) Err() error { return c.err }

var ErrCanceled = errors.New("canceled")

func worker(c *Ctx, in <-chan int, out chan<- string) {
	for {
		select {
		case <-c.done:
			out <- "stopped " + c.Err().Error()
			return
		case v, ok := <-in:
			if !ok {
				out <- "drained"
				return
			}
			out <- fmt.Sprint("got ", v)
		}
	}
}
func Main() {
	root := With(nil, key{}, "root")
	c1 := With(root, userKey("id"), 42)
	c2 := With(c1, "id", "plain string")
	fmt.Println(c2.Value(key{}), c2.Value(userKey("id")), c2.Value("id"), c2.Value(userKey("none")), c2.Value(struct{}{}))
	p, cancel := WithCancel(c2)
	ch, _ := WithCancel(p)
	in, out := make(chan int), make(chan string)
	go worker(ch, in, out)
	in <- 1
	fmt.Println(<-out)
	cancel(ErrCanceled)
	fmt.Println(<-out, errors.Is(ch.Err(), ErrCanceled), p.Err())
	cancel(errors.New("second"))
	fmt.Println(p.Err(), ch.Value(key{}))
	in2 := make(chan int)
	close(in2)
	n, _ := WithCancel(nil)
	go worker(n, in2, out)
	fmt.Println(<-out)
}

func main() { Main() }
