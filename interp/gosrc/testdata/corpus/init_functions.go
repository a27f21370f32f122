package main

import (
	"fmt"
	"strings"
)

var registry = map[string]func(float64, float64) float64{}

var order []string

func register(name string, f func(float64, float64) float64) {
	registry[name] = f
	order = append(order, name)
}

func init() {
	register("add", func(a, b float64) float64 { return a + b })
	register("sub", func(a, b float64) float64 { return a - b })
}

var table = build(10)

func build(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i * i
	}
	order = append(order, "built")
	return out
}

func init() {
	register("mul", func(a, b float64) float64 { return a * b })
	register("div", func(a, b float64) float64 {
		if b == 0 {
			return 0
		}
		return a / b
	})
	table[0] = 100
}

type Plugin interface{ Name() string }
type upper struct{}
type lower struct{ n int }

func (upper) Name() string   { return "upper" }
func (l lower) Name() string { return fmt.Sprint("lower", l.n) }

var plugins []Plugin

func init() { plugins = append(plugins, upper{}, lower{3}) }

func Main() {
	fmt.Println(strings.Join(order, " "))
	for _, name := range order {
		if f, ok := registry[name]; ok {
			fmt.Println(name, f(6, 3))
		}
	}
	fmt.Println(table)
	for _, p := range plugins {
		fmt.Println(p.Name(), p)
	}
}

func main() { Main() }
