package main

import (
	"container/list"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"
)

type runner struct{ fs []func() }

func (r *runner) add(f func()) { r.fs = append(r.fs, f) }

type adder interface{ add(func()) }

func main() {
	for i := 0; i < 3; i++ {
		time.AfterFunc(time.Duration(i+1)*time.Millisecond, func() { fmt.Print(i, " ") })
	}
	for _, s := range []string{"a", "b", "c"} {
		time.AfterFunc(time.Duration(10)*time.Millisecond, func() { fmt.Print(s, " ") })
	}
	time.Sleep(time.Second)
	fmt.Println()
	var fs []func()
	for i := 1; i <= 3; i++ {
		fs = append(fs, sync.OnceFunc(func() { fmt.Print(i, " ") }))
	}
	for i := range 3 {
		fs = append(fs, sync.OnceFunc(func() { fmt.Print(i, " ") }))
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	var seqs []iter.Seq[int]
	for i := range 3 {
		seqs = append(seqs, slices.Values([]int{i, i}))
	}
	for _, q := range seqs {
		fmt.Print(slices.Collect(q))
	}
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() { _ = i })
	}
	wg.Wait()
	fmt.Println()
	var a adder = &runner{}
	for i := 0; i < 3; i++ {
		a.add(func() { fmt.Print("r", i) })
	}
	for _, f := range a.(*runner).fs {
		f()
	}
	m := map[string]func(){}
	for i := 0; i < 3; i++ {
		m[fmt.Sprint(i)] = func() { fmt.Print("m", i) }
	}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		m[k]()
	}
	ch := make(chan func(), 5)
	for i := 0; i < 3; i++ {
		ch <- func() { fmt.Print("c", i) }
	}
	close(ch)
	for f := range ch {
		f()
	}
	l := list.New()
	for i := 0; i < 3; i++ {
		l.PushBack(func() { fmt.Print("l", i) })
	}
	for e := l.Front(); e != nil; e = e.Next() {
		e.Value.(func())()
	}
	var sm sync.Map
	for i := 0; i < 3; i++ {
		sm.Store(i, func() int { return i })
	}
	for i := 0; i < 3; i++ {
		f, _ := sm.Load(i)
		fmt.Print(" s", f.(func() int)())
	}
	type holder struct{ f func() int }
	var hs []holder
	var ps []*holder
	for i := 0; i < 3; i++ {
		hs = append(hs, holder{func() int { return i }})
		ps = append(ps, &holder{f: func() int { i += 10; return i }})
		i := i
		hs[len(hs)-1].f()
		ps = append(ps, &holder{f: func() int { i += 100; return i }})
	}
	for i, h := range hs {
		fmt.Print(" h", h.f(), ps[2*i].f(), ps[2*i+1].f())
	}
	fmt.Println()
}
