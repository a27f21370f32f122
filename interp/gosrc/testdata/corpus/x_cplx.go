package main

import "fmt"

type Z complex64

const I = 1i
const zc Z = 2 + 3i

func main() {
	z := complex(3, 4)
	fmt.Println(z == 3+4i, z/2i, z*I, z+1, 2-z, zc, -I*I, real(zc), imag(2i))
	z += 1i
	z *= 2
	var w complex64 = 1 + 2i
	zs := []complex128{1, 2i, 3 + 1i, z}
	m := map[complex128]string{1i: "i", 0: "zero"}
	var a any = 2i
	switch a {
	case 2i:
		fmt.Println("two i")
	}
	fmt.Println(z, w, zs, m[1i], a == 2i, a, w == 1+2i, f(1i), f(2))
	fmt.Printf("%T %T %v\n", I, zc, [2]complex64{1i})
	switch z {
	case 6 + 10i:
		fmt.Println("yes")
	}
}

func f(z complex128) complex128 { return z - 1i }
