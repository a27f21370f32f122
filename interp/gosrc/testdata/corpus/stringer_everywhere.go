package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Day int

func (d Day) String() string { return [...]string{"Mon", "Tue", "Wed"}[d] }

type Pt struct{ X, Y int }

func (p Pt) String() string { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }

type PPt struct{ X int }

func (p *PPt) String() string { return fmt.Sprintf("&%d", p.X) }

type Wrapped struct {
	D    Day
	P    Pt
	Ptr  *Pt
	pp   PPt
	Ppp  *PPt
	list []Day
	m    map[Day]Pt
	any  any
	err  error
}
type E struct{ code int }

func (e E) Error() string { return "E" + strconv.Itoa(e.code) }

type Both struct{}

func (Both) String() string { return "string" }
func (Both) Error() string  { return "error" }

type Named []Day
type NamedMap map[Day]bool
type Emb struct{ Day }
type Emb2 struct {
	Pt
	N int
}
type Emb3 struct {
	*PPt
	E
}
type Fn func()

func (Fn) String() string { return "fn!" }

type Chan chan int

func (c Chan) String() string { return "chan!" }

type Bad struct{}

func (Bad) String() string { panic("bad stringer") }

type Nilable struct{ s string }

func (n *Nilable) String() string { return n.s }

func main() {
	fmt.Println(Day(1), Pt{1, 2}, &Pt{3, 4}, PPt{5}, &PPt{6}, E{7}, &E{8}, Both{})
	fmt.Printf("%v %+v %s %d %x %q %T|%5v|%-6s|\n", Day(2), Day(2), Day(2), Day(2), Day(2), Day(2), Day(2), Day(0), Day(1))
	fmt.Printf("%v %+v %d\n", Pt{1, 2}, Pt{1, 2}, Pt{1, 2})
	w := Wrapped{D: 1, P: Pt{1, 2}, Ptr: nil, pp: PPt{9}, list: []Day{0, 1}, m: map[Day]Pt{2: {}}, any: Day(0), err: E{1}}
	fmt.Printf("%v\n%+v\n", w, w)
	fmt.Println([]Day{0, 1}, [2]Pt{}, map[Pt]Day{{1, 1}: 1}, Named{2}, NamedMap{1: true}, []any{Day(1), Pt{}, E{2}, nil}, []*PPt{}, []error{E{1}, nil}, []fmt.Stringer{Day(1), Pt{}})
	fmt.Println(Emb{1}, Emb2{Pt{1, 1}, 2}, struct{ D Day }{2}, struct{ P *Pt }{nil})
	fmt.Printf("%v %s %+v\n", Emb2{}, Emb{0}, Emb{1})
	fmt.Println(Fn(nil), Chan(nil))
	fmt.Println(Bad{}, []Bad{{}})
	fmt.Printf("%s|%v|%d\n", Bad{}, &Bad{}, 1)
	var n *Nilable
	fmt.Println(n)
	fmt.Printf("%v %s %+v\n", n, n, []*Nilable{nil})
	var sn fmt.Stringer
	fmt.Println(sn, Day(1).String()+"!", fmt.Sprint(Day(0), Day(1)), fmt.Sprint("a", Day(0)))
	s := strings.Join([]string{Day(0).String(), fmt.Sprint(Pt{})}, "-")
	fmt.Println(s, fmt.Sprintf("%v", Day(1)) == "Tue", errors.New(Day(1).String()))
	fmt.Println(Day(5))
	fmt.Printf("%v %d\n", Day(-1), Day(-1))
	fmt.Printf("%v %v\n", struct{ e error }{E{3}}, &struct{ D Day }{1})
	fmt.Printf("%#v %#v %#v %#v\n", Day(1), Pt{1, 2}, []Day{1}, Emb{1})
	fmt.Printf("%6.2v|%t|%s\n", Pt{}, Day(1), 5)
	fmt.Print(Day(0), Day(1), "x", Pt{}, "\n")
	fmt.Println(fmt.Errorf("wrap %w %v %s", E{4}, Day(1), Pt{}), fmt.Sprintf("%s %v", errors.Join(E{1}, E{2}), E{3}))
	fmt.Printf("%v\n", Emb3{&PPt{1}, E{2}}.Error())
}
