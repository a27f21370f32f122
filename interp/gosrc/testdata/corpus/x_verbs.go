package main

import (
	"errors"
	"fmt"
	"time"
)

type Inner struct {
	A int
	B *int
	C []string
}
type Outer struct {
	Name string
	In   Inner
	P    *Inner
	M    map[string]Inner
	I    any
	E    error
	F    func()
	Ch   chan int
	Arr  [2]bool
	priv byte
}
type Temp float32
type Flag bool
type Bytes []byte
type Code uint16
type G struct{ x int }

func (g G) GoString() string { return "G!" }

type Fm struct{ v int }

func (f Fm) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "[%c %d %t %d %t %t%t%t%t%t]", verb, w, wok, p, pok, s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
}

type PS struct{ n int }

func (p *PS) String() string {
	if p == nil {
		return "nilPS"
	}
	return fmt.Sprint("PS", p.n)
}

type Panicky struct{ X int }

func (Panicky) String() string { panic("no string") }

type Err struct{ code int }

func (e Err) Error() string { return fmt.Sprintf("err%d", e.code) }

type Both struct{ Err }

func (b Both) String() string { return "both" }

type List struct {
	V    int
	Next *List
}

type Embedded struct {
	time.Duration
	N int
}
type Weekday int

const (
	Sun Weekday = iota
	Mon
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon"}[d] }

func main() {
	in := Inner{1, nil, []string{"x", "y z"}}
	o := Outer{Name: "o", In: in, P: &in, M: map[string]Inner{"k": in, "a": {}}, I: 5, E: errors.New("e"), priv: 7}
	fmt.Printf("%v\n%+v\n", o.In, o.In)
	fmt.Printf("%#v\n", o.In)
	o.P = nil
	fmt.Printf("%v\n", o)
	fmt.Printf("%+v\n", o)
	o.E = nil
	fmt.Printf("%#v\n", o)
	pp := &o.In
	fmt.Printf("%v %+v %#v\n", pp, pp, pp)
	ppp := &pp
	fmt.Println(**ppp)
	fmt.Printf("%v %v\n", &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%v %d %s\n", &[2]int{1, 2}, &[]int{3}, &[]string{"q"})
	fmt.Printf("%v %.1f %6.2f|%-8.3f|%+.0f %e %g\n", Temp(1.5), Temp(2.25), Temp(3), Temp(4), Temp(5.5), Temp(6), Temp(1e10))
	fmt.Printf("%v %t %v %5t|\n", Flag(true), Flag(false), []Flag{true}, true)
	fmt.Printf("%v %s %x %X %q %d\n", Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"))
	fmt.Printf("%#v %#v %#v %#v %#v\n", Temp(1), Flag(true), Bytes("a"), Code(3), []Code{1})
	fmt.Printf("%v %+v %#v %#v %#v\n", G{1}, G{1}, G{1}, []G{{1}}, map[string]*G{})
	fmt.Printf("%v|%+8.3d|%-#x|% 05s\n", Fm{1}, Fm{1}, Fm{1}, Fm{1})
	fmt.Println(Fm{1}, []Fm{{1}}, struct{ F Fm }{})
	fmt.Println(PS{1}, &PS{2}, []*PS{{3}}, []PS{{4}}, (*PS)(nil), map[string]*PS{"a": {5}}["a"])
	fmt.Printf("%v %s %+v %d\n", &PS{2}, &PS{2}, &PS{2}, &PS{2})
	fmt.Println(Panicky{1})
	fmt.Printf("%v %d\n", Panicky{1}, Panicky{1})
	fmt.Println(Err{1}, Both{Err{2}}, &Err{3}, []error{Err{4}, nil}, []any{Both{Err{5}}})
	fmt.Printf("%v %s %q %x %d\n", Err{1}, Err{1}, Err{1}, Err{1}, Err{1})
	l := List{1, &List{2, nil}}
	fmt.Printf("%v %+v\n", *l.Next, *l.Next)
	fmt.Println(Embedded{time.Second, 1}, Weekday(1), []Weekday{0, 1}, map[Weekday]int{1: 2})
	fmt.Printf("%d %v %s %x %q %#v %T\n", Mon, Mon, Mon, Mon, Mon, Mon, Mon)
	fmt.Printf("%!|%z|%d|%s|%d\n", 1, "a", 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x")
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|%[5]d\n", 1, 2, 3)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%5v|%-5v|%05v|%+v|%x\n", 42, 42, 42, 42, -42)
	fmt.Printf("%6.3v|%.2s|%.10s|%-6s|%6s|%06d|%+06d|%x\n", "abcdef", "héllo", "hi", "ab", "cd", -12, 12, "hi")
	fmt.Printf("%c %U %#U %q %#q %d\n", 'x', 'x', '⌘', 'x', "a`b", 'x')
	fmt.Printf("%t %v %p\n", "x", nil, 3)
	fmt.Printf("%b %o %O %#o %#b %x %#X\n", 10, 10, 10, 10, 10, 3.5, 255)
	fmt.Printf("%v %v %v %v\n", 1e6, 1e20, 1e21, 1e-5)
	fmt.Printf("%v %v %v\n", float32(0.1), float64(float32(0.1)), 100000000.0)
	fmt.Printf("%v %+v %.2f %g\n", complex(1, -2), 3i, complex(1.234, 5), complex64(complex(0.1, 0.2)))
	fmt.Printf("%v %v %s %v\n", time.Duration(0), 1500*time.Millisecond, time.Duration(1), -2*time.Hour-30*time.Second)
	fmt.Printf("%v %d %T %.1f %v\n", time.Minute, time.Second, time.Second, time.Second.Seconds()*2.5, time.March)
	fmt.Printf("%s %v\n", []any{1, "a", nil, 2.5, true, 'x', []byte("z")}, []any{1, "a", nil, []byte("z"), error(nil)})
	fmt.Printf("%q %v %x\n", []string{"a b", "c"}, [][]int{{1}, {2, 3}, nil}, []string{"ab", "c"})
	fmt.Printf("%v %v %+v\n", map[int][]string{2: {"b"}, 1: nil}, map[bool]int{true: 1, false: 0}, map[string]struct{ X, Y int }{"p": {1, 2}})
	fmt.Printf("%#v %#v %#v\n", map[string]int{"b": 1, "a": 2}, []any{1, "x", nil, 1.0, 'a', uint8(3)}, [3]string{"a"})
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1.0, 1e6, "q\"`", 'x', struct {
		A int
		B string
	}{1, "z"})
	fmt.Printf("%T %T %T %T %T %T %T\n", 1, "s", 'r', 1.5, nil, []any{}, map[string][]*Inner{})
	fmt.Printf("%T %T %T %T %T\n", main, func(int, ...string) (bool, error) { return false, nil }, make(<-chan int), struct{ A int }{}, &o)
	var e error
	var ip *int
	var m map[string]int
	var s []int
	var f func()
	fmt.Println(e, ip, m, s, f == nil)
	fmt.Printf("%v %+v %#v %#v %#v %#v %s %d\n", e, ip, ip, m, s, e, e, s)
	fmt.Print("a", "b", 1, 2, true, "c", 3.0, nil, nil, "\n")
	fmt.Println(fmt.Sprint("x", 1, "y"), fmt.Sprintln("end", 1), fmt.Sprint(), fmt.Sprint(nil), fmt.Sprint([]string{}))
	fmt.Println(fmt.Errorf("a %w b %w", Err{1}, errors.New("z")), fmt.Errorf("%v %w", 1, nil))
	fmt.Printf("%s\n", fmt.Append([]byte("p"), 1, "q"))
	fmt.Printf("%v %v\n", int8(-128), [...]uint8{255, 0})
	fmt.Printf("%08b %x %X %#x\n", -5, []int{10, 11}, [2]uint8{10, 11}, []byte{1, 2})
	fmt.Printf("%6d|%-6d|%06d|% d|%+d\n", []int{1, 2}, []int{1, 2}, []int{1}, 5, []int{3})
	fmt.Printf("%3c|%-3c|%03c|%q\n", 'a', 'b', 'c', []rune("hi"))
	fmt.Printf("%10.3v|%-10v|%v\n", []string{"abcd"}, true, struct{}{})
}
