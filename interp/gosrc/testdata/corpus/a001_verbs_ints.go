package main

import (
	"fmt"
	"math"
)

type Level int8

func main() {
	n := 42
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
	fmt.Printf("%v %T %d %x\n", Level(-3), Level(-3), Level(-3), Level(-3))
	fmt.Printf("%08b %+.3d %x\n", byte(5), 7, -255)
	fmt.Printf("%[2]d %[1]d %[2]*[1]d|\n", 3, 6)
	fmt.Printf("%!|%z|%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, "extra")
	fmt.Printf("%s %d\n", 5, "five")
	fmt.Printf("%6.2f|%-8.3f|%+.1e|%g|%G|%08.3f\n", math.Pi, math.Pi, 12345.678, 1e21, 1e-7, -3.14159)
	fmt.Printf("%t %v %5t|\n", true, false, true)
	fmt.Printf("%*d|%-*d|\n", 5, 42, 5, 42)
	var u8 uint8 = 200
	u8 += 100
	fmt.Println(u8, int8(u8), ^u8, -u8)
}
