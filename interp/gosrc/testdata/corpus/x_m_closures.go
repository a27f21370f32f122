package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

type Op func(float64, float64) (float64, error)

type Acc struct {
	total int
	log   []string
}

func (a *Acc) Adder(by int) func(...int) *Acc {
	return func(xs ...int) *Acc {
		for _, x := range xs {
			a.total += x * by
			defer func() { a.log = append(a.log, fmt.Sprint(x, a.total)) }()
		}
		return a
	}
}

func gen(start int) (next func() int, reset func(int)) {
	n := start
	next = func() int { defer func() { n++ }(); return n }
	reset = func(to int) { n = to }
	return
}

func memo[K comparable, V any](f func(K) V) func(K) V {
	m := map[K]V{}
	return func(k K) V {
		if v, ok := m[k]; ok {
			return v
		}
		v := f(k)
		m[k] = v
		return v
	}
}

func tracer(name string, out *[]string) func() {
	*out = append(*out, "enter "+name)
	return func() { *out = append(*out, "leave "+name) }
}

func work(n int, out *[]string) (r int) {
	defer tracer(fmt.Sprint("work", n), out)()
	defer func(m int) { *out = append(*out, fmt.Sprint("args ", m, n, r)) }(n)
	n *= 10
	if n > 20 {
		return n
	}
	return work(n/10+1, out) + 1
}

func try(f func()) (err error) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("error: %w", x)
		case string:
			err = fmt.Errorf("string: %s", x)
		case fmt.Stringer:
			err = fmt.Errorf("stringer: %v", x)
		default:
			err = fmt.Errorf("%T: %v", x, x)
		}
	}()
	f()
	return
}

func finally(steps ...func() error) (done int, err error) {
	for _, s := range steps {
		if err = func() (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("step %d: %v", done, r)
				}
			}()
			return s()
		}(); err != nil {
			return
		}
		done++
	}
	return
}

type visit func(n int, again visit) []int

func until(deadline time.Duration, tick func(time.Duration) bool) (n int) {
	for t := time.Duration(0); t < deadline; t += 250 * time.Millisecond {
		if n++; !tick(t) {
			break
		}
	}
	return
}

func main() {
	a := &Acc{}
	double := a.Adder(2)
	fmt.Println(double(1, 2, 3).total, a.Adder(-1)(10).total, a.log)
	next, reset := gen(5)
	fmt.Println(next(), next())
	reset(100)
	fmt.Println(next())
	calls := 0
	var fib func(int) int
	fib = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(40), calls)
	var out []string
	fmt.Println(work(1, &out))
	fmt.Println(strings.Join(out, "; "))
	var np *Acc
	var nm map[int]int
	i := 3
	for _, f := range []func(){
		func() {},
		func() { panic("s") },
		func() { panic(fmt.Errorf("e%d", i)) },
		func() { panic(time.Second) },
		func() { panic(3.5) },
		func() { panic([]int{1}) },
		func() { _ = np.total },
		func() { nm[1] = 1 },
		func() { _ = []int{1, 2, 3}[i] },
		func() { _ = 1 / (i - 3) },
		func() { _ = any(i).(string) },
		func() { panic(struct{ a, b int }{1, 2}) },
		func() { defer panic("deferred"); panic("lost") },
		func() { defer func() { _ = recover() }(); panic("swallowed") },
		func() { var f func(); f() },
		func() { panic(&Acc{total: 1}) },
		func() { panic(os.ErrNotExist) },
	} {
		if err := try(f); err != nil {
			s := err.Error()
			if strings.Contains(s, "0x") {
				s = "address"
			}
			fmt.Println(s)
		} else {
			fmt.Println("fine")
		}
	}
	fmt.Println(finally(func() error { return nil }, func() error { panic("x") }, func() error { return nil }))
	var walk visit = func(n int, again visit) []int {
		if n == 0 {
			return nil
		}
		return append(again(n-1, again), n)
	}
	fmt.Println(walk(5, walk))
	var prints []func()
	for i := 0; i < 3; i++ {
		for _, s := range []string{"a", "b"} {
			prints = append(prints, func() { fmt.Print(i, s, " "); i += 10 })
		}
	}
	for _, p := range prints {
		p()
	}
	fmt.Println()
	x := 0
	inc := func() int { x++; return x }
	arr := [3]int{inc(), inc(), inc()}
	m := map[int]int{inc(): inc(), inc(): inc()}
	fmt.Println(arr, m, x)
	ops := map[string]Op{
		"+": func(a, b float64) (float64, error) { return a + b, nil },
		"/": func(a, b float64) (float64, error) {
			if b == 0 {
				return 0, fmt.Errorf("%g/0", a)
			}
			return a / b, nil
		},
	}
	for _, k := range []string{"+", "/", "?"} {
		if op, ok := ops[k]; ok {
			fmt.Println(op(1, 0))
		} else {
			fmt.Println(op == nil, k)
		}
	}
	ticks := []time.Duration{}
	fmt.Println(until(time.Second, func(d time.Duration) bool { ticks = append(ticks, d); return d < 500*time.Millisecond }), ticks)
	pipeline := func(fs ...func(string) string) func(string) string {
		if len(fs) == 0 {
			return func(s string) string { return s }
		}
		first, rest := fs[0], fs[1:]
		return func(s string) string {
			for _, f := range rest {
				defer func(g func(string) string) { out = append(out, g("d")) }(f)
			}
			return first(s)
		}
	}
	fmt.Println(pipeline()("id"), pipeline(strings.ToUpper, strings.Title, strings.TrimSpace)("up"), out[len(out)-2:])
	y := 1
	defer fmt.Println("deferred", y, func() int { return y }())
	defer func() { fmt.Println("closure", y) }()
	y = 2
	func(y *int) { *y = 3 }(&y)
	type node struct {
		val  int
		eval func(*node) int
		kids []*node
	}
	root := &node{val: 1, kids: []*node{{val: 2}, {val: 3}}}
	root.eval = func(n *node) int {
		t := n.val
		for _, k := range n.kids {
			t += root.eval(k) * 10
		}
		return t
	}
	fmt.Println(root.eval(root), root.kids[0].eval == nil)
	swap := func(a, b *int) { *a, *b = *b, *a }
	p, q := 1, 2
	swap(&p, &q)
	fmt.Println(p, q)
}
