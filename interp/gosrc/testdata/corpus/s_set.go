package main

import (
	"fmt"
	"sort"
	"strings"
)

type Set map[string]bool

func Of(xs ...string) Set {
	s := Set{}
	for _, x := range xs {
		s[x] = true
	}
	return s
}
func (s Set) Union(o Set) Set {
	r := Set{}
	for k := range s {
		r[k] = true
	}
	for k := range o {
		r[k] = true
	}
	return r
}
func (s Set) Minus(o Set) Set {
	r := Set{}
	for k := range s {
		if !o[k] {
			r[k] = true
		}
	}
	return r
}
func (s Set) String() string {
	ks := make([]string, 0, len(s))
	for k := range s {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return "{" + strings.Join(ks, ", ") + "}"
}

func Main() {
	a, b := Of("x", "y"), Of("y", "z")
	fmt.Println(a, b, a.Union(b), a.Minus(b))
	fmt.Printf("%v %s %d\n", a, b, len(a))
}

func main() { Main() }
