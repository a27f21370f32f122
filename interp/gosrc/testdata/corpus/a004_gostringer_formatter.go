package main

import (
	"fmt"
)

type Secret string

func (Secret) String() string   { return "***" }
func (Secret) GoString() string { return "Secret(hidden)" }

type Temp float64

func (t Temp) Format(f fmt.State, verb rune) {
	switch verb {
	case 'v', 's':
		if f.Flag('+') {
			fmt.Fprintf(f, "plus ")
		}
		if f.Flag('#') {
			fmt.Fprintf(f, "sharp ")
		}
		prec, ok := f.Precision()
		if !ok {
			prec = 1
		}
		w, wok := f.Width()
		fmt.Fprintf(f, "%.*f°(%d,%v)", prec, float64(t), w, wok)
	default:
		fmt.Fprintf(f, "%%!%c(Temp=%g)", verb, float64(t))
	}
}

type pair struct {
	S Secret
	T Temp
}

func main() {
	s := Secret("pw")
	fmt.Println(s)
	fmt.Printf("%v %s %q %#v %x\n", s, s, s, s, s)
	t := Temp(21.456)
	fmt.Println(t)
	fmt.Printf("%v|%+v|%#v|%.3v|%10.2s|%d\n", t, t, t, t, t, t)
	p := pair{s, t}
	fmt.Printf("%v|%+v|%#v\n", p, p, p)
	fmt.Println([]Temp{1, 2}, map[string]Temp{"a": 3})
	fmt.Printf("%#v\n", []Secret{"a", "b"})
	var st fmt.Stringer = s
	fmt.Println(st, any(t))
	fmt.Printf("%s\n", []any{s, t, 1})
}
