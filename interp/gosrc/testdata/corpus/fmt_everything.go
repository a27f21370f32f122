package main

import (
	"errors"
	"fmt"
	"strconv"
)

type P struct {
	X, Y int
	name string
}
type W struct {
	P
	*Q
	Any any
	Err error
	F   func()
	M   map[string]P
	S   []P
	A   [2]bool
	B   []byte
	C   chan int
	Ptr *int
}
type Q struct{ Z float64 }
type Str string
type Num int
type Sl []Num
type Mp map[Str]Num
type Fn func(int) string

func (n Num) String() string { return fmt.Sprintf("N%d", int(n)) }

type G struct{ v int }

func (g G) GoString() string { return "G!" + strconv.Itoa(g.v) }
func (g G) Format(f fmt.State, c rune) {
	w, ok := f.Width()
	fmt.Fprintf(f, "fmt(%c %d %t %t)", c, w, ok, f.Flag('+'))
}

func main() {
	p := P{1, 2, "n"}
	w := W{P: p, M: map[string]P{"b": p, "a": {}}, S: []P{p}, B: []byte("hi"), Any: Num(3)}
	fmt.Printf("%v\n%+v\n", w, w)
	fmt.Printf("%#v\n", p)
	fmt.Printf("%#v %#v %#v\n", Sl{1, 2}, Mp{"k": 1}, Str("s"))
	fmt.Printf("%v %+v %T %d\n", Sl{1, 2}, Mp{"k": 1}, Mp{}, Sl{4})
	fmt.Printf("%v %s %d %x %q %T\n", Num(5), Num(5), Num(5), Num(255), Num(65), Num(5))
	fmt.Printf("%v %q %x %X % x %10s|%-10s|%.2s\n", Str("hey"), Str("hey"), Str("hey"), "hey", "hey", Str("r"), "l", Str("cut"))
	fmt.Printf("%v %#v %+v %10d\n", G{1}, G{2}, G{3}, G{4})
	fmt.Printf("%t %v %08b %o %#o %#x %X %c %U %#U %e %E %g %G\n", true, false, 5, 8, 8, 255, 255, 0x4E16, 0x4E16, 0x4E16, 1234.5678, 0.00012, 1e21, 1e-7)
	fmt.Printf("%6.2f|%-8.1f|%+d|% d|%05d|%x|%x\n", 3.14159, 2.0, 5, 7, -42, 3.5, -1)
	fmt.Printf("%*d|%-*d|%.*f|%[2]d %[1]d\n", 5, 42, 4, 7, 2, 3.14159)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%!|%z|%", 3)
	fmt.Println()
	fmt.Printf("%v %v %v %v\n", []any{1, "a", nil, p}, map[any]int{1: 1, "a": 2}, &p, &[]int{1})
	fmt.Printf("%v %+v %v\n", &w.S, struct {
		A any
		B *P
	}{p, nil}, [3]Num{})
	fmt.Printf("%s|%v|%d\n", []string{"a", "b"}, []byte("ab"), []byte("ab"))
	fmt.Printf("%s %q %v\n", errors.New("e"), []string{"x y", "z"}, []error{errors.New("in"), nil})
	fmt.Printf("%T %T %T %T %T %T\n", w, &w, Fn(nil), w.F, []any{}, struct{ X Num }{})
	fmt.Printf("%t %t\n", "x", nil)
	fmt.Printf("%p\n", nil)
	fmt.Printf("%6v|%-6v|%06v|%6v\n", 12, true, 34, []int{1, 2})
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, p), fmt.Sprintln("x", 1))
	fmt.Print("a", "b", 1, 2, true, "\n")
	fmt.Printf("%v %.3v %10.4v|\n", 1.0/3, 1.0/3, 2.0/3)
	fmt.Printf("%v %v %v\n", 1e6, 1e20, 1e21)
	fmt.Printf("%v %v %v %v\n", float32(0.1), float64(float32(0.1)), complex(1, -2), complex64(complex(0.5, 3)))
	fmt.Printf("%+q %#q %x\n", "é☺", "back`tick", "é")
	fmt.Printf("%-5t|%5t|%3c|%-3c|\n", true, false, 'x', 'y')
}
