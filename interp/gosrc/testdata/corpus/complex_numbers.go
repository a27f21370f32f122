package main

import (
	"fmt"
	"math"
	"math/cmplx"
	"strings"
)

type Mandel struct {
	w, h int
	iter int
}

func (m Mandel) at(c complex128) int {
	z := complex(0, 0)
	for i := 0; i < m.iter; i++ {
		if cmplx.Abs(z) > 2 {
			return i
		}
		z = z*z + c
	}
	return m.iter
}

func (m Mandel) String() string {
	var b strings.Builder
	for y := 0; y < m.h; y++ {
		for x := 0; x < m.w; x++ {
			c := complex(float64(x)/float64(m.w)*3-2, float64(y)/float64(m.h)*2-1)
			b.WriteByte(" .:-=+*#%@"[m.at(c)*9/m.iter])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type Signal []complex128

func (s Signal) DFT() Signal {
	out := make(Signal, len(s))
	for k := range out {
		for n, v := range s {
			out[k] += v * cmplx.Exp(complex(0, -2*math.Pi*float64(k*n)/float64(len(s))))
		}
	}
	return out
}

func main() {
	a, b := 3+4i, complex(1, -2)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == 3+4i, a != b)
	fmt.Println(real(a), imag(b), cmplx.Abs(a), cmplx.Conj(a), cmplx.Sqrt(-1))
	var c64 complex64 = 1 + 2i
	c64 *= c64
	fmt.Printf("%v %T %.1f %T %T\n", c64, c64, a, real(c64), imag(a))
	fmt.Print(Mandel{40, 12, 27})
	for _, v := range (Signal{1, 0, 0, 0}).DFT() {
		fmt.Printf("%.1f ", v)
	}
	for _, v := range (Signal{1, 1, 1, 1}).DFT() {
		fmt.Printf("%.1f ", cmplx.Abs(v))
	}
	fmt.Println()
	m := map[complex128]string{1i: "i", 1: "one"}
	fmt.Println(m[1i], m[complex(1, 0)], 1i*1i, len(m))
	r, th := cmplx.Polar(1i)
	fmt.Printf("%.3f %.3f\n", r, th)
	var any1 any = a
	switch v := any1.(type) {
	case complex64:
		fmt.Println("64", v)
	case complex128:
		fmt.Println("128", v)
	}
	const k = 2i * 2i
	fmt.Println(k, int(real(k)))
}
