package main

import (
	"fmt"
)

type Registry struct {
	byName map[string]int
}

func (r *Registry) Add(name string, id int) { r.byName[name] = id }

func main() {
	r := &Registry{}
	fmt.Println(len(r.byName), r.byName["x"])
	for k := range r.byName {
		fmt.Println(k)
	}
	delete(r.byName, "x")
	defer func() {
		fmt.Println("deferred, map is nil:", r.byName == nil)
	}()
	r.Add("a", 1)
}
