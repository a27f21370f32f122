package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// units
type Meters float64
type Feet float64

func (m Meters) Feet() Feet     { return Feet(m * 3.28084) }
func (f Feet) String() string   { return fmt.Sprintf("%.1fft", float64(f)) }
func (m Meters) String() string { return fmt.Sprintf("%gm", float64(m)) }

type Stack []any

func (s *Stack) Push(v any) { *s = append(*s, v) }
func (s *Stack) Pop() (v any) {
	old := *s
	v, *s = old[len(old)-1], old[:len(old)-1]
	return
}
func (s Stack) Peek() any { return s[len(s)-1] }

type StringMap map[string]string

func (m StringMap) Keys() (ks []string) {
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return
}
func (m StringMap) Set(k, v string) StringMap { m[k] = v; return m }

type Pred[T any] func(T) bool

func (p Pred[T]) And(q Pred[T]) Pred[T] { return func(x T) bool { return p(x) && q(x) } }
func (p Pred[T]) Not() Pred[T]          { return func(x T) bool { return !p(x) } }

type Chan chan<- int

func (c Chan) Send(xs ...int) {
	for _, x := range xs {
		c <- x
	}
}

type A struct{ ID int }
type B struct {
	A
	Name string
}
type C struct {
	*B
	A2 A
}

func (a A) Who() string  { return fmt.Sprint("A", a.ID) }
func (a *A) SetID(i int) { a.ID = i }
func (b B) Who() string  { return "B:" + b.A.Who() + b.Name }

type Whoer interface{ Who() string }
type Setter interface {
	Whoer
	SetID(int)
}

type Opt struct {
	host string
	port uint16
	tls  bool
	tags []string
}
type Option interface{ apply(*Opt) error }
type optFunc func(*Opt) error

func (f optFunc) apply(o *Opt) error { return f(o) }

func Port(p int) Option {
	return optFunc(func(o *Opt) error {
		if p < 0 || p > 0xffff {
			return fmt.Errorf("port %d out of range", p)
		}
		o.port = uint16(p)
		return nil
	})
}
func TLS(on bool) Option { return optFunc(func(o *Opt) error { o.tls = on; return nil }) }

type tags []string

func (t tags) apply(o *Opt) error { o.tags = append(o.tags, t...); return nil }

func New(host string, opts ...Option) (o *Opt, err error) {
	o = &Opt{host: host, port: 80}
	for i, op := range opts {
		if op == nil {
			continue
		}
		if e := op.apply(o); e != nil {
			err = errors.Join(err, fmt.Errorf("option %d: %w", i, e))
		}
	}
	return
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) Next() Weekday { return (d + 1) % 3 }

var weekdayNames = map[Weekday]string{Sunday: "Sun", Monday: "Mon"}

type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (p Perm) String() string {
	if p == 0 {
		return "-"
	}
	var parts []string
	for i, n := range []string{"r", "w", "x"} {
		if p&(1<<i) != 0 {
			parts = append(parts, n)
			p &^= 1 << i
		}
	}
	if p != 0 {
		parts = append(parts, fmt.Sprintf("%#x", uint8(p)))
	}
	return strings.Join(parts, "|")
}

type Tree struct {
	Left, Right *Tree
	Val         int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{Val: v}
	}
	if v < t.Val {
		t.Left = t.Left.Insert(v)
	} else {
		t.Right = t.Right.Insert(v)
	}
	return t
}
func (t *Tree) Sum() int {
	if t == nil {
		return 0
	}
	return t.Left.Sum() + t.Val + t.Right.Sum()
}
func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.Left, t.Val, t.Right)
}

type Money struct {
	Units int64
	Cur   [3]byte
}

func (m Money) Format(f fmt.State, c rune) {
	switch c {
	case 'v', 's':
		if f.Flag('+') {
			fmt.Fprintf(f, "Money(%d %s)", m.Units, m.Cur[:])
			return
		}
		fmt.Fprintf(f, "%d.%02d %s", m.Units/100, m.Units%100, m.Cur[:])
	default:
		fmt.Fprintf(f, "%%!%c(Money)", c)
	}
}

type key struct {
	a int
	b string
	c [2]bool
	d any
}

func main() {
	fmt.Println(Meters(100), Meters(100).Feet(), []Meters{1.5}, map[string]Feet{"a": 2}, Meters(2)*3 == 6)
	var s Stack
	s.Push(1)
	s.Push("two")
	s.Push(Meters(3))
	fmt.Println(s.Peek(), s.Pop(), s.Pop(), len(s), s)
	m := StringMap{"b": "2"}.Set("a", "1")
	fmt.Println(m.Keys(), m, StringMap(map[string]string{"z": ""}).Keys(), len(m))
	even := Pred[int](func(n int) bool { return n%2 == 0 })
	big := Pred[int](func(n int) bool { return n > 10 })
	both := even.And(big.Not())
	fmt.Println(both(4), both(12), both(3), even.Not()(3))
	ch := make(chan int, 3)
	Chan(ch).Send(1, 2, 3)
	fmt.Println(<-ch+<-ch, len(ch), cap(ch))
	b := B{A{1}, "x"}
	c := C{&b, A{9}}
	c.SetID(5)
	c.A2.SetID(6)
	var w Whoer = b
	var st Setter = &b
	st.SetID(8)
	fmt.Println(w.Who(), st.Who(), c.Who(), c.A.Who(), c.ID, c.A2.ID, b)
	_, isSetter := w.(Setter)
	_, isSetter2 := Whoer(&b).(Setter)
	_, isSetter3 := any(c).(Setter)
	fmt.Println(isSetter, isSetter2, isSetter3)
	o, err := New("h", Port(8080), nil, TLS(true), tags{"a", "b"}, tags(nil))
	fmt.Printf("%+v %v\n", *o, err)
	_, err = New("h", Port(-1), Port(70000))
	fmt.Printf("%q\n", err.Error())
	fmt.Println(Tuesday.Next(), Monday, weekdayNames[Tuesday.Next()], weekdayNames[Tuesday] == "")
	fmt.Println(Read, All, Write|Exec, Perm(0), Perm(0x18), []Perm{Read}, All&^Read)
	fmt.Printf("%d %v %s %x %08b\n", All, All, All, All, All)
	var t *Tree
	for _, v := range []int{5, 2, 8, 1} {
		t = t.Insert(v)
	}
	fmt.Println(t, t.Sum(), (*Tree)(nil).Sum())
	fmt.Printf("%v|%s|%+v\n", t.Left, t.Right, *t.Left.Left)
	eur := Money{12345, [3]byte{'E', 'U', 'R'}}
	fmt.Printf("%v %s %+v %d %T\n", eur, eur, eur, eur, eur)
	fmt.Println(eur, &eur, []Money{eur}, eur == Money{12345, [3]byte([]byte("EUR"))})
	km := map[key]int{{1, "x", [2]bool{true}, 2}: 1}
	km[key{1, "x", [2]bool{true, false}, 2}]++
	km[key{1, "x", [2]bool{}, "2"}]++
	km[key{d: Meters(1)}] = 7
	fmt.Println(len(km), km[key{1, "x", [2]bool{true}, 2}], km[key{d: Meters(1)}], km[key{d: 1.0}])
	type local struct{ Weekday }
	l := local{Monday}
	fmt.Println(l.Next(), l, local{} == local{Sunday})
	var iface interface {
		Who() string
	} = struct{ A }{A{3}}
	fmt.Println(iface.Who())
	fmt.Printf("%T\n", iface)
	switch x := any(l.Weekday).(type) {
	case int:
		fmt.Println("int", x)
	case Weekday:
		fmt.Println("weekday", x)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var ws []Whoer
		ws = append(ws, nil, b)
		fmt.Println(ws[1].Who(), len(ws))
		ws[0].Who()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var nilC C
		fmt.Println(nilC.A2)
		fmt.Println(nilC.Name)
	}()
	fmt.Println(any(Meters(1)) == any(Feet(1)), any(Meters(1)) == any(Meters(1.0)), any(1) == any(1.0), any(nil) == nil)
}
