package main

import (
	"fmt"
)

type Color int

const (
	Red Color = iota
	Green
	Blue
)

func (c Color) String() string { return [...]string{"red", "green", "blue"}[c] }

type Weekday int

const (
	Sunday Weekday = iota + 1
	Monday
)
const Big = 1 << 40
const (
	KB = 1 << (10 * (iota + 1))
	MB
)

func Main() {
	fmt.Println(Red, Blue, Green.String())
	fmt.Printf("%v %d %s\n", Green, Green, Blue)
	fmt.Println(Sunday, Monday, Big, KB, MB)
	var c any = Green
	switch c {
	case Red:
		fmt.Println("is red")
	case Green:
		fmt.Println("is green")
	}
	fmt.Println(c == any(1), c == any(Green))
	colors := map[Color]string{Red: "r", Blue: "b"}
	fmt.Println(colors[Blue])
	fmt.Println([]Color{Red, Blue})
}

func main() { Main() }
