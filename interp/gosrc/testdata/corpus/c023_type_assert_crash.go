package main

import (
	"fmt"
)

type Animal interface{ Speak() string }
type Dog struct{}

func (Dog) Speak() string { return "woof" }

type Cat struct{ lives int }

func (*Cat) Speak() string { return "meow" }

func main() {
	as := []Animal{Dog{}, &Cat{9}}
	for _, a := range as {
		fmt.Println(a.Speak())
	}
	c := as[0].(*Cat)
	fmt.Println(c.lives)
}
