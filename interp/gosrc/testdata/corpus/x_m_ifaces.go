package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
}
type Sq float64

func (s Sq) Area() float64 { return float64(s * s) }

type Wrapper struct {
	Shape
	extra string
}

func (w Wrapper) Area() float64 { return w.Shape.Area() + 1 }

type rw struct {
	io.Reader
	io.Writer
	closed bool
}

func (r *rw) Close() error {
	if r.closed {
		return os.ErrClosed
	}
	r.closed = true
	return nil
}

type People []struct {
	Name string
	Age  int
}

func (p People) Len() int           { return len(p) }
func (p People) Less(i, j int) bool { return p[i].Age < p[j].Age }
func (p People) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

type E1 struct{ code int }
type E2 struct {
	E1
	msg string
}

func (e E1) Error() string         { return fmt.Sprint("E1:", e.code) }
func (e *E2) Error() string        { return e.msg + e.E1.Error() }
func (e *E2) Is(target error) bool { return target == io.EOF }

type temporary interface{ Temporary() bool }
type netErr struct{ error }

func (netErr) Temporary() bool { return true }

type Num int

func (n *Num) Scan(s string)               { fmt.Sscan(s, (*int)(n)) }
func (n Num) MarshalJSON() ([]byte, error) { return json.Marshal(map[string]int{"num": int(n)}) }
func (n *Num) UnmarshalJSON(b []byte) error {
	var m map[string]int
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	*n = Num(m["num"])
	return nil
}

type nilable interface{ Do() string }
type impl struct{ s string }

func (i *impl) Do() string {
	if i == nil {
		return "nil impl"
	}
	return i.s
}

func find(ok bool) nilable {
	var i *impl
	if ok {
		i = &impl{"x"}
	}
	return i
}
func mayFail(n int) error {
	var e *E2
	switch n {
	case 0:
		return nil
	case 1:
		e = &E2{E1{1}, "m"}
	case 2:
		return E1{2}
	case 3:
		return fmt.Errorf("wrap: %w", &E2{E1{3}, "w"})
	case 4:
		return errors.Join(E1{4}, netErr{errors.New("net")})
	}
	return e
}

type Comparable interface{ CompareTo(any) int }
type Str string

func (s Str) CompareTo(o any) int { return strings.Compare(string(s), string(o.(Str))) }
func Max(xs ...Comparable) (m Comparable) {
	for _, x := range xs {
		if m == nil || x.CompareTo(m) > 0 {
			m = x
		}
	}
	return
}

type state interface{ next(rune) state }
type start struct{}
type inWord struct{ buf *[]rune }

func (start) next(r rune) state {
	if r == ' ' {
		return start{}
	}
	return inWord{&[]rune{r}}
}
func (w inWord) next(r rune) state {
	if r == ' ' {
		fmt.Print(string(*w.buf), "|")
		return start{}
	}
	*w.buf = append(*w.buf, r)
	return w
}

func describe(i any) string {
	switch v := i.(type) {
	case interface{ Area() float64 }:
		return fmt.Sprintf("area %.1f", v.Area())
	case error:
		return "error " + v.Error()
	case io.Reader:
		b, _ := io.ReadAll(v)
		return "reader " + string(b)
	case func() string:
		return v()
	case []byte:
		return "bytes " + string(v)
	case []string:
		return strings.Join(v, ",")
	case [2]int, [3]int:
		return fmt.Sprint("array ", v)
	case map[string]any:
		return fmt.Sprint("map ", len(v))
	case *int, *string:
		return fmt.Sprintf("pointer %T", v)
	case bool, nil:
		return fmt.Sprint("bool or nil ", v)
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	case rune:
		return "rune " + string(v)
	case byte:
		return fmt.Sprint("byte ", v)
	case uint, uintptr:
		return "unsigned"
	case complex128:
		return fmt.Sprint("complex ", real(v))
	case chan<- int:
		return "send only"
	case <-chan int:
		return "recv only"
	}
	return fmt.Sprintf("unknown %T", i)
}

func main() {
	w := Wrapper{Sq(2), "e"}
	var s Shape = Wrapper{w, "outer"}
	fmt.Println(s.Area(), w.Shape.Area(), s.(Wrapper).Shape.(Wrapper).extra)
	fmt.Printf("%v %+v\n", s, s)
	var buf bytes.Buffer
	r := &rw{Reader: strings.NewReader("data"), Writer: &buf}
	n, err := io.Copy(r, r)
	fmt.Println(n, err, buf.String(), r.Close(), r.Close(), errors.Is(r.Close(), os.ErrClosed))
	var c io.Closer = r
	_, isW := c.(io.Writer)

	fmt.Println(isW)
	p := People{{"a", 30}, {"b", 20}, {"c", 25}}
	sort.Sort(sort.Reverse(p))
	fmt.Println(p, sort.IsSorted(p))
	for i := range 6 {
		err := mayFail(i)
		var e1 E1
		var e2 *E2
		var t temporary
		if i == 5 {
			fmt.Println(err == nil, err.(*E2) == nil)
			continue
		}
		fmt.Println(err, errors.As(err, &e1), e1.code, errors.As(err, &e2), errors.Is(err, io.EOF), errors.As(err, &t), errors.Is(err, E1{2}))
	}
	var num Num
	num.Scan("42")
	b, _ := json.Marshal([]any{num, &num, map[string]Num{"k": 1}})
	fmt.Println(string(b))
	var back struct {
		N Num
		P *Num
	}
	fmt.Println(json.Unmarshal([]byte(`{"N":{"num":5},"P":{"num":6}}`), &back), back.N, *back.P)
	fmt.Println(find(true).Do(), find(false).Do(), find(false) == nil, find(false) == (*impl)(nil))
	fmt.Println(Max(Str("a"), Str("c"), Str("b")), Max() == nil)
	var st state = start{}
	for _, r := range "to be or " {
		st = st.next(r)
	}
	fmt.Println(st == start{}, st == state(start{}))
	x := 1
	for _, v := range []any{Sq(3), w, E1{9}, &E2{msg: "q"}, strings.NewReader("rd"), func() string { return "fn" }, []byte("by"), []string{"p", "q"}, [2]int{1, 2}, [3]int{}, [4]int{}, map[string]any{"a": 1}, &x, true, nil, struct{ X int }{5}, 'r', byte(7), uint(1), 2i, make(chan<- int), make(<-chan int), make(chan int), 1.5, Num(3), []any{}, int64(2), errors.New("e"), struct{}{}} {
		fmt.Println(describe(v))
	}
	m := map[any]string{1: "int", int64(1): "int64", "1": "string", 1.0: "float", Sq(1): "sq", [1]int{1}: "arr", struct{ a int }{1}: "st", nil: "nil", true: "t", E1{1}: "e1", &x: "ptr"}
	fmt.Println(len(m), m[1], m[int64(1)], m["1"], m[1.0], m[Sq(1)], m[[1]int{1}], m[struct{ a int }{1}], m[nil], m[!false], m[E1{1}], m[&x], m[int32(1)] == "")
	func() {
		defer func() { fmt.Println(recover()) }()
		Max(Str("a"), nil)
		_ = Str("z").CompareTo(5)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = Wrapper{}.Area()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = any(s).(interface{ Perimeter() float64 })
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m[[]int{1}] = ""
	}()
	f := Shape.Area
	g := (*impl).Do
	fmt.Println(f(Sq(4)), g(nil), fmt.Sprintf("%T %T", f, g))
}
