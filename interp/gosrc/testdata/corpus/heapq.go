package main

import (
	"container/heap"
	"fmt"
	"sort"
	"sync"
)

type Item struct {
	value    string
	priority int
}
type PQ []*Item

func (q PQ) Len() int           { return len(q) }
func (q PQ) Less(i, j int) bool { return q[i].priority > q[j].priority }
func (q PQ) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *PQ) Push(x any)        { *q = append(*q, x.(*Item)) }
func (q *PQ) Pop() any {
	old := *q
	n := len(old)
	it := old[n-1]
	*q = old[:n-1]
	return it
}

type Cache struct {
	mu   sync.Mutex
	data map[string]int
	hits int
}

func NewCache() *Cache { return &Cache{data: make(map[string]int)} }
func (c *Cache) Get(k string, load func() int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[k]; ok {
		c.hits++
		return v
	}
	v := load()
	c.data[k] = v
	return v
}

type State int

const (
	Idle State = iota
	Running
	Stopped
)

var names = map[State]string{Idle: "idle", Running: "running", Stopped: "stopped"}

func (s State) String() string { return names[s] }

type Machine struct {
	state State
	trans map[State][]State
}

func (m *Machine) To(s State) error {
	for _, t := range m.trans[m.state] {
		if t == s {
			m.state = s
			return nil
		}
	}
	return fmt.Errorf("cannot go from %v to %v", m.state, s)
}

type Visitor interface{ Visit(n int) Visitor }
type counter struct{ n *int }

func (c counter) Visit(n int) Visitor {
	*c.n += n
	if n > 2 {
		return nil
	}
	return c
}

func Main() {
	q := &PQ{}
	heap.Init(q)
	for i, s := range []string{"c", "a", "b"} {
		heap.Push(q, &Item{s, i * 7 % 5})
	}
	for q.Len() > 0 {
		it := heap.Pop(q).(*Item)
		fmt.Print(it.value, it.priority, " ")
	}
	fmt.Println()
	c := NewCache()
	fmt.Println(c.Get("a", func() int { return 1 }), c.Get("a", func() int { return 2 }), c.hits)
	m := &Machine{trans: map[State][]State{Idle: {Running}, Running: {Stopped}}}
	fmt.Println(m.To(Running), m.To(Idle), m.state)
	total := 0
	var v Visitor = counter{&total}
	for i := 1; v != nil; i++ {
		v = v.Visit(i)
	}
	fmt.Println(total)
	memo := map[int]int{}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	fmt.Println(fib(50))
	type kv struct {
		k string
		v int
	}
	var kvs []kv
	for k, v := range map[string]int{"x": 3, "y": 1, "z": 2} {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool { return kvs[i].v < kvs[j].v })
	fmt.Println(kvs)
	funcs := map[string]func(...int) int{
		"sum": func(xs ...int) int {
			t := 0
			for _, x := range xs {
				t += x
			}
			return t
		},
	}
	fmt.Println(funcs["sum"](1, 2, 3), funcs["sum"]([]int{4, 5}...))
	matrix := [][]float64{{1, 2}, {3, 4}}
	for i, row := range matrix {
		for j := range row {
			matrix[i][j] *= 2
		}
	}
	fmt.Println(matrix)
	defer fmt.Println("end")
	func() {
		defer func() {
			r := recover()
			fmt.Println("re:", r)
		}()
		defer func() { panic("second") }()
		panic("first")
	}()
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
}

func main() { Main() }
