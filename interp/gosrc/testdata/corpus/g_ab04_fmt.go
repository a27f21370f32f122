package main

import (
	"fmt"
	"math"
	"time"
)

type Inner struct {
	A int
	B *int
	C []string
	D map[string]bool
}
type Outer struct {
	Inner
	P    *Inner
	F    func(int) string
	Ch   chan int
	I    any
	E    error
	Arr  [2]Inner
	t    time.Duration
	u8   []uint8
	r    rune
	c    complex64
	anon struct{ X, Y float32 }
}
type Temp float64
type Level int
type Flags uint8
type Name string
type IDs []int
type Dict map[Name]Level
type Fn func(a, b int) (int, error)

func (l Level) String() string   { return [...]string{"low", "mid", "high"}[l] }
func (f Flags) GoString() string { return fmt.Sprintf("Flags(%08b)", uint8(f)) }
func (d IDs) String() string     { return fmt.Sprintf("ids%d", len(d)) }

type ptrStr struct{ n int }

func (p *ptrStr) String() string { return fmt.Sprintf("<ptr %d>", p.n) }

type bad struct{}

func (bad) String() string { panic("oops") }

type badErr struct{}

func (*badErr) Error() string { panic(fmt.Errorf("deep %d", 1)) }

func main() {
	n := 5
	in := Inner{1, nil, []string{"x", "y z"}, map[string]bool{"b": true, "a": false}}
	o := Outer{Inner: in, I: in, E: fmt.Errorf("e"), t: 1500 * time.Millisecond, u8: []uint8("hi"), r: 'x', c: 1 + 2i}
	fmt.Printf("%v\n", in)
	fmt.Printf("%+v\n", in)
	fmt.Printf("%#v\n", in)
	fmt.Printf("%v\n%+v\n", o, o)
	o.P = &in
	fmt.Println(o.P, &in, &[]int{1}, &map[string]int{"a": 1}, &[2]bool{}, &n != nil)
	fmt.Printf("%v %+v\n", []*int{nil}, []*Inner{nil})
	fmt.Printf("%T %T %T %T %T %T\n", o, o.F, o.Ch, o.anon, o.Arr, Fn(nil))
	fmt.Printf("%T %T %T %T %T\n", Dict{}, IDs{}, &o, []any{1}, map[Name]*Level{})
	fmt.Printf("%v %d %s %q %x %#v\n", Level(1), Level(1), Level(2), Level(0), Level(2), Level(1))
	fmt.Printf("%v %#v %d %b %o %#x\n", Flags(5), Flags(5), Flags(5), Flags(5), Flags(64), Flags(255))
	fmt.Printf("%v %+v %#v\n", Dict{"z": 2, "a": 0}, Dict{"k": 1}, Dict{"k": 1})
	fmt.Printf("%v %s %d %#v\n", IDs{1, 2}, IDs{}, IDs{3}, IDs{4})
	fmt.Println(ptrStr{1}, &ptrStr{2}, []ptrStr{{3}}, []*ptrStr{}, map[string]*ptrStr{}, struct{ P ptrStr }{ptrStr{4}})
	fmt.Println(bad{}, &badErr{}, (*badErr)(nil), (*ptrStr)(nil) == nil)
	fmt.Printf("%s|%v|%d\n", bad{}, []any{bad{}, 1}, bad{})
	fmt.Printf("%5d|%-5d|%05d|%+d|%x|%X|%#o|%b|% d|%c|%U|%q\n", 42, 42, 42, 42, 42, 42, 42, 5, 7, 65, 0x1F600, 'x')
	fmt.Printf("%6.2f|%-8.3f|%e|%g|%G|%+.1f|%08.3f|%.0f|%v\n", 3.14159, 2.5, 123456.789, 1e-10, 1e20, 2.25, -1.5, 2.5, float32(0.1))
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|% X|%+q\n", "go", "go", "go", "golang", "a\tb\"", "hi", "hi", "é")
	fmt.Printf("%t|%v|%5t|%p|%v\n", true, false, true, nil, nil)
	fmt.Printf("%d %s|%!|%z %d\n", "str", 5, 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|\n", 1, 2, 3)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 4, 2, 1, 3.14159)
	fmt.Printf("%v %v %v %v\n", math.NaN(), math.Inf(-1), -0.0, 1/math.Inf(-1))
	fmt.Printf("%v %.2v %08b %v\n", 3+4i, complex64(1i), 5, Temp(36.6))
	fmt.Printf("%x %X %x %s\n", []byte{1, 171}, "hello", []string{"ab", "c"}, []string{"q"})
	fmt.Printf("%q %v %s\n", []rune("hé"), [3]byte{1, 2, 3}, [3]byte{65, 66, 67})
	fmt.Printf("%#v %#v %#v %#v %#v\n", []int(nil), map[string]int(nil), (*int)(nil), struct{}{}, [2]string{"a"})
	fmt.Printf("%#v %#v %#v %#v\n", 1.0, "s", 'c', []any{1, "a", nil, 2.5, true})
	fmt.Printf("%#v\n", struct {
		A  int
		B  *Inner
		C  any
		N  Name
		Fs []Flags
	}{1, nil, Level(2), "n", []Flags{1}})
	fmt.Printf("%v %s\n", time.Duration(0), 36*time.Hour+5*time.Second+7*time.Microsecond)
	fmt.Printf("%v %d %T %.1f\n", time.Millisecond*2, time.Microsecond, time.Second, time.Duration(90*time.Second).Minutes())
	fmt.Println(time.March, time.Saturday, time.Month(13), time.Weekday(8))
	fmt.Println(1e6, 1e21, 123456789.0, 1e-5, float32(16777216.0), 100000000.0, 0.1+0.2)
	fmt.Println(int8(-128), uint8(200), int64(math.MinInt64), uint64(math.MaxUint64), 'a', "a"[0], uintptr(3))
	fmt.Print("a", 1, 2, "b", "c", 3.0, nil, []int{1}, '\n', "\n")
	fmt.Print(1, 2, true, false, "x", 4, "\n")
	fmt.Println(fmt.Sprint("a", 1, 2, "b"), fmt.Sprint(1, 2), fmt.Sprint("x", "y"), fmt.Sprintln("end", 1))
	var np *Outer
	var ni fmt.Stringer
	var ne error
	fmt.Println(np, ni, ne)
	fmt.Printf("%v %+v %s %d\n", np, ni, ne, np)
	var l Level = 1
	lp := &l
	fmt.Println(*lp, []Level{0, 1}, map[Level]Level{2: 0, 0: 2}, [2]Level{}, struct{ L Level }{2}, []any{l})
	fmt.Printf("%6v|%-6v|%06d|%s\n", l, l, l, []Level{0, 2})
	fmt.Printf("%3d|%-4d|%v\n", []int{1, 22}, [2]int{3, 4}, [][]int{{1}, nil, {}})
	fmt.Printf("%5.1f|%v\n", map[string]float64{"b": 1.25, "a": 2}, map[[2]int]string{{2, 1}: "x", {1, 9}: "y"})
	fmt.Println(Level(7))
}
