package main

import (
	"fmt"
	"slices"
	"sync"
)

type Topic string
type Msg struct {
	Topic Topic
	Data  any
}
type Sub struct {
	id int
	fn func(Msg)
}
type Bus struct {
	mu   sync.RWMutex
	subs map[Topic][]Sub
	next int
}

func (b *Bus) On(t Topic, fn func(Msg)) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = map[Topic][]Sub{}
	}
	b.next++
	id := b.next
	b.subs[t] = append(b.subs[t], Sub{id, fn})
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.subs[t] = slices.DeleteFunc(b.subs[t], func(s Sub) bool { return s.id == id })
	}
}
func (b *Bus) Emit(t Topic, data any) int {
	b.mu.RLock()
	subs := slices.Clone(b.subs[t])
	b.mu.RUnlock()
	for _, s := range subs {
		s.fn(Msg{t, data})
	}
	return len(subs)
}

type UserCreated struct{ Name string }
type UserDeleted struct{ Name string }

func Main() {
	var bus Bus
	seen := map[string]int{}
	c1 := bus.On("user", func(m Msg) {
		switch e := m.Data.(type) {
		case UserCreated:
			seen["created "+e.Name]++
		case UserDeleted:
			seen["deleted "+e.Name]++
		default:
			seen[fmt.Sprintf("odd %T %v", e, e)]++
		}
	})
	c2 := bus.On("user", func(m Msg) { fmt.Printf("%s %+v\n", m.Topic, m.Data) })
	fmt.Println(bus.Emit("user", UserCreated{"ann"}), bus.Emit("none", 1))
	bus.Emit("user", UserDeleted{"ann"})
	c2()
	bus.Emit("user", 3.5)
	c1()
	fmt.Println(bus.Emit("user", 1), len(bus.subs["user"]))
	fmt.Println(seen)
}

func main() { Main() }
