package main

import (
	"fmt"
	"strings"
)

type Color int

const (
	Red Color = iota
	Green
	Blue
)

func (c Color) String() string { return [...]string{"Red", "Green", "Blue"}[c] }

type Shape struct {
	Name  string
	Color Color
}

func (s *Shape) String() string { return "Shape(" + s.Name + ")" }

type Box struct {
	Inner Shape
	C     []Color
	M     map[string]Color
	P     *Shape
}

type E struct{ Code int }

func (e E) Error() string { return fmt.Sprintf("E%d", e.Code) }

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°C", float64(t)) }

func Main() {
	fmt.Println(Red, Blue, []Color{Red, Green}, map[Color]int{Blue: 1, Red: 2})
	s := Shape{"sq", Green}
	fmt.Println(s, &s)
	fmt.Printf("%v %v %+v %s\n", s, &s, s, &s)
	b := Box{Inner: s, C: []Color{Blue}, M: map[string]Color{"k": Green}}
	fmt.Printf("%v\n%+v\n", b, b)
	fmt.Println([]*Shape{&s}[0], []any{Red, E{3}, Temp(36.6)})
	fmt.Println([]error{E{1}, E{2}}, map[string]error{"a": E{7}})
	fmt.Println(Temp(20), []Temp{1, 2.5}, struct{ T Temp }{3})
	var st fmt.Stringer = Red
	fmt.Println(st, st.String())
	st = &s
	fmt.Println(st)
	fmt.Printf("%s|%10s|%-10s|%d\n", Blue, Blue, Blue, Blue)
	fmt.Println(fmt.Sprint(Red)+"!", fmt.Sprintf("%v-%v", Red, E{5}))
	type pair struct {
		A Color
		B error
	}
	fmt.Printf("%v %+v\n", pair{Red, E{1}}, pair{Blue, nil})
	fmt.Println(strings.Repeat("=", 5), Color(1))
}

func main() { Main() }
