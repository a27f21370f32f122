package main

import (
	"fmt"
)

type Registry struct{ m map[string]func() }

func (r *Registry) Add(k string, f func()) { r.m[k] = f }

func main() {
	r := &Registry{}
	fmt.Println(len(r.m), r.m["x"] == nil)
	defer fmt.Println("cleanup")
	r.Add("x", func() {})
}
