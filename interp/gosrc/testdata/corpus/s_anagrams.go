package main

import (
	"fmt"
	"maps"
	"slices"
)

func key(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

func Main() {
	groups := map[string][]string{}
	for _, w := range []string{"listen", "silent", "enlist", "google", "elgoog", "abc"} {
		groups[key(w)] = append(groups[key(w)], w)
	}
	for _, k := range slices.Sorted(maps.Keys(groups)) {
		fmt.Println(k, groups[k], len(groups[k]))
	}
}

func main() { Main() }
