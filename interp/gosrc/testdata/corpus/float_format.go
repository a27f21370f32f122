package main

import (
	"fmt"
	"math"
	"strconv"
)

type Matrix [2][2]float64

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range r {
		for j := range r[i] {
			for k := range o {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

func (m Matrix) Det() float64 { return m[0][0]*m[1][1] - m[0][1]*m[1][0] }

func newton(x float64) (z float64, n int) {
	z = 1
	for prev := 0.0; math.Abs(z-prev) > 1e-12; n++ {
		prev, z = z, z-(z*z-x)/(2*z)
	}
	return
}

func main() {
	fs := []float64{0, 1, -1.5, 1e5, 1e6, 123456789, 1e20, 1e21, 1e-4, 1e-5, 0.1, 1.0 / 3, 2.0 / 3, math.Pi, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, 100}
	for _, f := range fs {
		fmt.Println(f, float32(f), fmt.Sprintf("%g %e %.3f %6.1f|%G", f, f, f, f, f))
	}
	var zero float64
	fmt.Println(1/zero, -1/zero, zero/zero, -zero, 1/-zero, math.Copysign(0, -1))
	nan := math.NaN()
	fmt.Println(nan == nan, nan < 1, nan != nan, math.IsNaN(nan), math.IsInf(1/zero, 0))
	fmt.Println(newton(2))
	fmt.Println(math.Sqrt(-1), math.Floor(-1.5), math.Ceil(1.2), math.Round(2.5), math.RoundToEven(2.5), math.Trunc(-1.7), math.Mod(7, -3))
	fmt.Println(math.Pow(2, 0.5), math.Hypot(3, 4), math.Log2(8), math.Log10(0.001), math.Exp(1), math.Sin(math.Pi) < 1e-15, math.Cbrt(27))
	m := Matrix{{1, 2}, {3, 4}}
	fmt.Println(m.Mul(m), m.Det(), m == Matrix{{1, 2}, {3, 4}})
	frac, exp := math.Frexp(8)
	ip, fp := math.Modf(3.75)
	fmt.Println(frac, exp, ip, fp, math.Float64bits(1.5), math.Float32bits(0.1))
	var f32 float32 = 0.1
	fmt.Println(f32, float64(f32), f32*3, f32+0.2 == 0.3, 0.1+0.2)
	sum := 0.0
	for range 10 {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1, math.Abs(sum-1) < 1e-9)
	fmt.Printf("%5.2f%% %+.1e %x %b\n", 45.678, 12345.678, 1.0, 1.0)
	fmt.Println(float64(7)/2, 7/2, 7.0/2, float64(7/2), int(math.Round(2.9)))
	var i any = 2.0
	fmt.Println(i, i == 2.0, fmt.Sprint(2.0), fmt.Sprint(float32(2.5)), strconv.FormatFloat(0.1, 'f', 20, 64))
}
