package main

import (
	"fmt"
	"strings"
	"sync"
)

type Message struct {
	From, Text string
}
type Client struct {
	name  string
	inbox chan Message
}
type Room struct {
	join, leave chan *Client
	say         chan Message
	done        chan struct{}
	clients     map[string]*Client
}

func (r *Room) run() {
	defer close(r.done)
	for {
		select {
		case c := <-r.join:
			r.clients[c.name] = c
			r.broadcast(Message{"*", c.name + " joined"})
		case c := <-r.leave:
			delete(r.clients, c.name)
			close(c.inbox)
			if len(r.clients) == 0 {
				return
			}
			r.broadcast(Message{"*", c.name + " left"})
		case m := <-r.say:
			r.broadcast(m)
		}
	}
}
func (r *Room) broadcast(m Message) {
	for name, c := range r.clients {
		if name != m.From {
			c.inbox <- m
		}
	}
}
func Main() {
	r := &Room{make(chan *Client), make(chan *Client), make(chan Message), make(chan struct{}), map[string]*Client{}}
	go r.run()
	var wg sync.WaitGroup
	logs := map[string][]string{}
	var mu sync.Mutex
	enter := func(name string) *Client {
		c := &Client{name, make(chan Message, 10)}
		wg.Add(1)
		go func() {
			defer wg.Done()
			for m := range c.inbox {
				mu.Lock()
				logs[c.name] = append(logs[c.name], m.From+": "+m.Text)
				mu.Unlock()
			}
		}()
		r.join <- c
		return c
	}
	ann := enter("ann")
	bob := enter("bob")
	r.say <- Message{"ann", "hi"}
	r.say <- Message{"bob", "hello"}
	r.leave <- ann
	r.leave <- bob
	<-r.done
	wg.Wait()
	for _, n := range []string{"ann", "bob"} {
		fmt.Println(n, strings.Join(logs[n], " | "))
	}
}

func main() { Main() }
