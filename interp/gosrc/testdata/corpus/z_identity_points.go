package main

import "fmt"

type Add struct{ N int }
type Sub struct{ N int }
type Celsius float64
type Fahrenheit float64

func which(ev any) string {
	switch ev.(type) {
	case Sub:
		return "sub"
	case Add:
		return "add"
	case Celsius, Fahrenheit:
		return "temperature"
	case float64:
		return "float"
	}
	return "other"
}

func Main() {
	c := make(chan any, 6)
	for _, e := range []any{Add{1}, Sub{1}, Celsius(3.5), 3.5, Fahrenheit(3.5), &Add{1}} {
		c <- e
	}
	close(c)
	for e := range c {
		_, isSub := e.(Sub)
		_, isC := e.(Celsius)
		fmt.Println(which(e), isSub, isC, e == any(Add{1}), e == any(3.5))
	}
	switch x := any(1); x {
	case "1":
		fmt.Println("string")
	case 1.0:
		fmt.Println("float")
	case 1:
		fmt.Println("int")
	}
	fmt.Printf("%T %T %v\n", Add{}, Celsius(1), any(Add{1}) == any(Sub{1}))
}

func main() { Main() }
