package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

func key(s string) string {
	r := []rune(strings.ToLower(s))
	slices.Sort(r)
	return string(r)
}
func Main() {
	words := []string{"listen", "Silent", "enlist", "google", "elgoog", "abc"}
	groups := map[string][]string{}
	for _, w := range words {
		groups[key(w)] = append(groups[key(w)], w)
	}
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Println(k, groups[k], len(groups[k]))
	}
	text := "the quick the lazy the dog quick"
	count := make(map[string]int)
	for _, w := range strings.Fields(text) {
		count[w]++
	}
	type pair struct {
		word string
		n    int
	}
	pairs := []pair{}
	for w, n := range count {
		pairs = append(pairs, pair{w, n})
	}
	sort.Slice(pairs, func(i, j int) bool {
		return pairs[i].n > pairs[j].n || pairs[i].n == pairs[j].n && pairs[i].word < pairs[j].word
	})
	for i, p := range pairs[:3] {
		fmt.Printf("%d. %-6s %s\n", i+1, p.word, strings.Repeat("*", p.n))
	}
}

func main() { Main() }
