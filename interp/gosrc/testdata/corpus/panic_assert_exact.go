package main

import (
	"errors"
	"fmt"
)

type Animal interface {
	Sound() string
	Name() string
}
type Dog struct{}

func (Dog) Sound() string { return "woof" }

type Cat struct{ name string }

func (c Cat) Sound() string { return "meow" }
func (c *Cat) Name() string { return c.name }

func show(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

type Kelvin float64
type List []string

func main() {
	vals := []any{Dog{}, &Dog{}, Cat{"tom"}, &Cat{"tom"}, Kelvin(3), List{"a"}, 5, nil, "s", [2]int{}, map[string]int{}, func() {}, struct{ X int }{1}, make(chan int)}
	for _, v := range vals {
		show(func() { fmt.Println(v.(Animal).Name()) })
		show(func() { fmt.Println(v.(Kelvin)) })
		show(func() { fmt.Println(v.(*Cat).name) })
		show(func() { fmt.Println(v.(error)) })
		show(func() { fmt.Println(v.(fmt.Stringer)) })
	}
	var a Animal = &Cat{"x"}
	show(func() { fmt.Println(a.(interface{ Fly() })) })
	var e error = errors.New("x")
	show(func() { fmt.Println(e.(interface{ Timeout() bool })) })
	fmt.Println(vals[4].(List))
}
