package main

import (
	"errors"
	"fmt"
	"strings"
)

type T struct {
	a, b int
	name string
	list []string
}

func (t T) val(x int) string  { return fmt.Sprint("val", t.a, x) }
func (t *T) ptr(x int) string { return fmt.Sprint("ptr", t.a, x) }
func (t *T) bump() int        { t.a++; t.name += "!"; t.list = append(t.list, t.name); return t.a }
func (t *T) self() *T         { t.a += 10; return t }
func (t T) String() string    { return fmt.Sprintf("T(%d %s)", t.a, t.name) }

func ret(t *T) (int, int, string)      { return t.a, t.bump(), t.name }
func ret2(t *T) (T, int)               { return *t, t.bump() }
func ret3(t *T) (any, int)             { return t.a, t.bump() }
func ret4(t *T) (any, int)             { return *t, t.bump() }
func ret5(b []byte) (string, int)      { return string(b), copy(b, "##") }
func ret6(m map[string]int) (int, int) { return m["k"], put(m) }
func ret7(l []string) (string, string) { return l[0], setl(l) }
func named(t *T) (x int, y int)        { x = t.a; defer func() { y = t.a }(); return x, t.bump() }
func put(m map[string]int) int         { m["k"]++; return m["k"] }
func setl(l []string) string           { l[0] = "set"; return l[0] }
func vari(xs ...any) string            { return fmt.Sprint(xs...) }
func ints(xs ...int) string            { return fmt.Sprint(xs) }

var global = 1

func bumpg() int { global *= 2; return global }

func main() {
	t := &T{a: 1, name: "n"}
	fmt.Println(ret(t))
	fmt.Println(ret2(t))
	fmt.Println(ret3(t))
	fmt.Println(ret4(t))
	fmt.Println(ret5([]byte("abc")))
	fmt.Println(ret6(map[string]int{"k": 5}))
	fmt.Println(ret7([]string{"old"}))
	fmt.Println(named(t))
	fmt.Println(t.val(t.bump()))
	fmt.Println(t.ptr(t.bump()))
	fmt.Println(t.self().val(t.bump()), t.a)
	f := t.val
	fmt.Println(f(t.bump()), f(t.bump()))
	fmt.Println(vari(t.a, t.bump(), t.a))
	fmt.Println(ints(t.a, t.bump(), t.a))
	fmt.Println(*t, t.bump())
	fmt.Println(t, t.bump())
	fmt.Println(t.list, t.bump(), len(t.list))
	fmt.Println(t.list[0], t.bump(), t.list[len(t.list)-1])
	fmt.Println(global, bumpg(), global)
	fmt.Println(global+bumpg(), bumpg()+global, global*bumpg()-global)
	a := []int{global, bumpg(), global}
	fmt.Println(a)
	m := map[int]int{global: bumpg(), bumpg(): global}
	fmt.Println(len(m))
	st := struct{ x, y int }{global, bumpg()}
	fmt.Println(st)
	x, y := global, bumpg()
	fmt.Println(x, y)
	var z, w = global, bumpg()
	fmt.Println(z, w)
	var an any = global
	an, x = global, bumpg()
	fmt.Println(an, x)
	if global == bumpg() {
		fmt.Println("same")
	} else {
		fmt.Println("other")
	}
	switch global {
	case bumpg():
		fmt.Println("case 1")
	case global:
		fmt.Println("case 2")
	default:
		fmt.Println("none")
	}
	ch := make(chan int, 4)
	ch <- 1
	ch <- 2
	fmt.Println(<-ch+global, global-<-ch)
	ch <- global
	ch <- bumpg()
	fmt.Println(<-ch, global, <-ch)
	var sb strings.Builder
	wr := func(s string) int { sb.WriteString(s); return sb.Len() }
	fmt.Println(sb.String(), wr("a"), sb.String(), wr("b"), sb.Len())
	fmt.Println(sb.Len(), wr("c"))
	s := sb.String() + fmt.Sprint(wr("d")) + sb.String()
	fmt.Println(s)
	err := errors.New("one")
	seterr := func() error { err = errors.New("two"); return err }
	fmt.Println(err, seterr(), err)
	fmt.Println(err == seterr(), err)
	fn := func() string { return "fn1" }
	setfn := func() string { fn = func() string { return "fn2" }; return "set" }
	fmt.Println(fn(), setfn(), fn())
	fn = func() string { return "fn1" }
	pass := func(g func() string, s string) { fmt.Println(g(), s) }
	pass(fn, setfn())
	fn = func() string { return "fn1" }
	call := func(s string) string { return s }
	call2 := func(s string) string { call = func(string) string { return "replaced" }; return s }
	fmt.Println(call(call2("x")))
	sl := []int{1, 2, 3}
	shrink := func() int { sl = sl[:1]; return 0 }
	fmt.Println(len(sl), shrink(), cap(sl))
	sl = []int{1, 2, 3}
	grow := func() int { sl = append(sl, 4, 5, 6); sl[0] = 100; return 1 }
	fmt.Println(sl[0], grow(), sl[0], sl)
	sl = []int{1, 2, 3}
	sub := sl[grow():]
	fmt.Println(sub)
	sl = []int{1, 2, 3}
	fmt.Println(append(sl, grow()), len(sl))
	var p *T
	setp := func() *T { p = &T{a: 77}; return p }
	fmt.Println(p == nil, setp().a, p == nil)
	p = &T{a: 5}
	q := p
	p.a, p = 6, setp()
	fmt.Println(q.a, p.a)
	p.a, p = p.a+1, &T{a: 9}
	fmt.Println(p.a)
	i, arr := 0, [3]int{10, 20, 30}
	i, arr[i] = 2, 99
	fmt.Println(i, arr)
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr)
	b := true
	flip := func() bool { b = !b; return b }
	fmt.Println(flip(), !b && flip(), b || flip())
	if b && flip() || b {
		fmt.Println("yes", b)
	}
	u := uint8(250)
	addu := func() uint8 { u += 10; return u }
	fmt.Println(addu())
	fmt.Println(u+addu(), addu()-u, u<<1+addu())
	c := 1 + 2i
	addc := func() complex128 { c *= 2; return c }
	fmt.Println(c+addc(), imag(c)+real(addc()))
	fl := 1.5
	addf := func() float64 { fl *= 2; return fl }
	fmt.Println(fl, addf(), fl)
	fmt.Println(fl+addf(), -fl-addf())
}
