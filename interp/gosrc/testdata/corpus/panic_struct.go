package main

import "fmt"

type Point struct{ X, Y int }

func main() {
	fmt.Println("before")
	panic(Point{1, 2})
}
