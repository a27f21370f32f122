package main

import (
	"errors"
	"fmt"
)

type Celsius float64
type ID int
type Name string
type Flags uint8
type Grid [2][2]int
type Tags []string
type Scores map[Name]Celsius
type Handler func(int) error
type Opt struct {
	Key   Name
	Val   any
	inner *ID
	tags  Tags
}

type Color int

const (
	Red Color = iota
	Green
	Blue
)

func (c Color) String() string {
	if c < Red || c > Blue {
		return fmt.Sprintf("Color(%d)", int(c))
	}
	return [...]string{"red", "green", "blue"}[c]
}

type Err struct{ Code int }

func (e *Err) Error() string { return fmt.Sprintf("err %d", e.Code) }

type Secret string

func (Secret) GoString() string { return "Secret(***)" }
func (s Secret) String() string { return "***" }

type Temp struct{ C Celsius }

func (t Temp) Format(f fmt.State, verb rune) {
	switch verb {
	case 'f':
		p, ok := f.Precision()
		if !ok {
			p = 1
		}
		fmt.Fprintf(f, "%.*f°", p, float64(t.C))
	default:
		fmt.Fprintf(f, "T<%c>", verb)
	}
}

func Main() {
	id := ID(7)
	vals := []any{
		Celsius(36.6), id, Name("bob"), Flags(0b1010), Grid{{1, 2}, {3, 4}}, Tags{"a", "b"},
		Scores{"x": 1.5, "a": 2}, Opt{"k", 3, nil, nil}, &Opt{"p", Green, nil, Tags{"t"}}, Red, Color(9),
		Secret("pw"), Temp{21.456}, []Color{Red, Blue}, map[Color]int{Blue: 1, Red: 2}, struct {
			A ID
			B []Name
		}{1, []Name{"z"}}, [2]Celsius{1, 2}, nil, errors.New("plain"), []any{id, Name("q"), nil, Red},
		[]byte("hi"), [3]byte{1, 2, 3}, 'x', "s", true, 2 + 3i,
	}
	for i, v := range vals {
		fmt.Printf("%d: %v|%+v|%T\n", i, v, v, v)
	}
	for i, v := range vals {
		fmt.Printf("%d: %#v\n", i, v)
	}
	for _, verb := range []string{"%d", "%x", "%q", "%s", "%5v|", "%-5v|", "%05d", "%X", "%6.2f", "%t", "%c", "%U", "%e", "%b", "%o", "%#x", "%+d"} {
		fmt.Printf(verb+"\n", id)
		fmt.Printf(verb+"\n", Name("né"))
		fmt.Printf(verb+"\n", Celsius(2.5))
		fmt.Printf(verb+"\n", Flags(200))
		fmt.Printf(verb+"\n", Green)
		fmt.Printf(verb+"\n", Tags{"a", "b"})
		fmt.Printf(verb+"\n", Opt{Key: "k", Val: 1})
		fmt.Printf(verb+"\n", Grid{{1}})
	}
	fmt.Printf("%.3f %f %v %s\n", Temp{1.23456}, Temp{2}, Temp{3}, Temp{4})
	fmt.Printf("%[2]v %[1]v %[2]T\n", id, Name("n"))
	fmt.Printf("%*d|%-*d|%.*f\n", 5, id, 4, id, 2, Celsius(1.239))
	fmt.Printf("%d %s\n", id)
	fmt.Printf("%d\n", id, Name("extra"))
	fmt.Printf("%!\n")
	fmt.Printf("%v %v\n", &id != nil, (*Err)(nil) == nil)
	fmt.Printf("%6.2f|%8s|%-8s|%08.3f\n", Celsius(3.14159), Name("r"), Name("l"), 3.14159)
	fmt.Printf("%t %v\n", id > 3, Handler(nil) == nil)
	fmt.Println(Red, Color(5), []Color{Green}, Opt{Val: Blue}, &Opt{}, Secret("x"), []Secret{"a"})
	fmt.Printf("%v %+v %#v %s %x\n", Secret("x"), Secret("x"), Secret("x"), Secret("x"), Secret("x"))
	fmt.Printf("%v %d %s\n", []Color{Red, Green}, []Color{Red, Green}, []Color{Red, Green})
	fmt.Printf("%x %X % x %#x\n", "hello", []byte("hello"), "hello", "hi")
	fmt.Printf("%q %q %+q %#q\n", "a\"b", []string{"x", "y"}, "é", "raw")
	fmt.Printf("%8.3v|%-10v|%+v\n", 3.14159, []int{1}, struct{ X, Y int }{1, 2})
}

func main() { Main() }
