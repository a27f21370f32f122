package main

import "fmt"

func show(i int) { fmt.Print(i, " ") }

func Main() {
	for i := 0; i < 3; i++ {
		defer show(i)
		defer func(v int) { fmt.Print("v", v, " ") }(i)
	}
	d := func() { fmt.Print("local ") }
	defer d()
	defer func() { d() }()
	d = func() { fmt.Print("changed ") }
	var p *int
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		_ = *p
	}()
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Printf("%T %v\n", r, r)
			}
		}()
		panic(fmt.Sprint("boom", 1))
	}()
}

func main() { Main() }
