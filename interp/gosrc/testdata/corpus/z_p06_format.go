package main

import (
	"errors"
	"fmt"
	"time"
)

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°C", float64(t)) }

type Pt struct{ X, Y int }

func (p Pt) Format(f fmt.State, verb rune) {
	w, ok := f.Width()
	fmt.Fprintf(f, "<%c %d %t %v>", verb, w, ok, f.Flag('+'))
}

type G struct{ a any }

func (g *G) GoString() string { return "G!" }

func main() {
	fmt.Printf("%v %s %6.2f|%-8v|%8v|\n", Temp(21.55), Temp(3), Temp(1.2345), Temp(1), Temp(2))
	fmt.Printf("%v %+5d %q\n", Pt{1, 2}, Pt{3, 4}, []Pt{{5, 6}})
	fmt.Printf("%#v %v\n", &G{1}, []*G{nil})
	fmt.Printf("%05d|%+d|%x|%X|%o|%b|%c|%U|%e|%g\n", 42, 42, 255, 255, 8, 5, 'é', 'é', 12345.678, 1e21)
	fmt.Printf("%t|%p|%v|%s\n", true, nil, nil, []string{"a", "b"})
	fmt.Printf("%6s|%-6s|%.2s|%q|%x|% x|%#x\n", "ab", "ab", "abc", "a\"b", "hi", "hi", "hi")
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%!|%z %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0), fmt.Sprintln("x", 1) == "x 1\n")
	fmt.Printf("%v %v %v\n", struct {
		A int
		B *int
	}{1, nil}, map[string]Temp{"k": 1, "a": 2}, [2]bool{true})
	fmt.Printf("%+v %#v\n", struct{ T Temp }{5}, struct{ T Temp }{5})
	fmt.Printf("%T %T %T %T\n", Temp(1), map[string][]Pt{}, func(int) error { return nil }, struct{ x int }{})
	fmt.Printf("%v %d %s\n", []byte("hi"), []byte("hi"), []byte("hi"))
	fmt.Printf("%08.3f|%+.2e|% d|%x\n", 3.14159, 12345.678, 7, -255)
	fmt.Printf("%t %v\n", "x", complex(1, -2))
	fmt.Printf("%3c|%-3c|%q|%#q|%#U\n", 'a', 'b', 'c', "d`", '⌘')
	var e error
	var p *Pt
	fmt.Printf("%v %v %+v\n", e, p == nil, []error{errors.New("x"), nil})
	fmt.Println(Temp(1), []Temp{2}, map[Temp]Temp{3: 4}, struct{ t Temp }{5}, &struct{ T Temp }{6})
	fmt.Printf("%s|%v|%d\n", time.Duration(1500)*time.Millisecond, 90*time.Second, time.Second)
}
