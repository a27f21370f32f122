package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Scheduler struct {
	jobs []func(tick int) bool
	out  []string
}

func (s *Scheduler) Every(n int, name string, f func() error) {
	count := 0
	s.jobs = append(s.jobs, func(tick int) bool {
		if tick%n != 0 {
			return true
		}
		count++
		if err := f(); err != nil {
			s.out = append(s.out, fmt.Sprintf("%s#%d: %v", name, count, err))
			return false
		}
		s.out = append(s.out, fmt.Sprintf("%s#%d", name, count))
		return true
	})
}
func (s *Scheduler) Run(ticks int) {
	for t := 1; t <= ticks; t++ {
		kept := s.jobs[:0]
		for _, j := range s.jobs {
			if j(t) {
				kept = append(kept, j)
			}
		}
		s.jobs = kept
	}
}

var fib = func() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}()

var (
	x = y + 1
	y = z()
	m = map[string]int{"x": x, "y": y}
)

func z() int { return 10 }
func init() { m["z"] = z() }

func apply(fs ...func(int) int) (out []int) {
	for i, f := range fs {
		out = append(out, f(i+1))
	}
	return
}

func main() {
	s := new(Scheduler)
	n := 0
	s.Every(2, "even", func() error { n++; return nil })
	s.Every(3, "three", func() error {
		if n > 1 {
			return errors.New("too many")
		}
		return nil
	})
	s.Run(8)
	fmt.Println(strings.Join(s.out, " | "), len(s.jobs))
	for range 10 {
		fmt.Print(fib(), " ")
	}
	fmt.Println()
	k := 10
	fmt.Println(apply(func(i int) int { k += i; return k }, func(i int) int { return i * k }, func(int) int { return -1 }))
	var fns [3]func() string
	for i, name := range []string{"a", "b", "c"} {
		fns[i] = func() string { name += "!"; return fmt.Sprint(i, name) }
	}
	fmt.Println(fns[0](), fns[0](), fns[2]())
	acc := func() (add func(int), get func() int) {
		total := 0
		return func(n int) { total += n }, func() int { return total }
	}
	add, get := acc()
	add2, get2 := acc()
	add(5)
	add(6)
	add2(1)
	fmt.Println(get(), get2())
	func(xs ...string) { fmt.Println(len(xs), xs) }("p", "q")
	rec := func(n int) (r int) {
		var f func(int) int
		f = func(n int) int {
			if n <= 1 {
				return 1
			}
			return n * f(n-1)
		}
		return f(n)
	}
	fmt.Println(rec(10))
	i := 5
	defer fmt.Println("deferred i", i)
	defer func() { fmt.Println("closure i", i) }()
	i = 6
	for i := 0; i < 2; i++ {
		defer func() { fmt.Println("loop", i) }()
	}
	if v, err := strconv.Atoi("7"); err != nil {
		fmt.Println(err)
	} else if w := v * 2; w > 10 {
		fmt.Println(v, w)
	}
}
