package main

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

type count struct {
	word string
	n    int
}
type byCount []count

func (b byCount) Len() int      { return len(b) }
func (b byCount) Swap(i, j int) { b[i], b[j] = b[j], b[i] }
func (b byCount) Less(i, j int) bool {
	if b[i].n == b[j].n {
		return b[i].word < b[j].word
	}
	return b[i].n > b[j].n
}

const poem = `The rain, the rain!
It falls on the roof -- and on me.
"Is it raining?", said the cat; the cat's wet.`

func words(s string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start := -1
		n := 0
		for i, r := range s + " " {
			letter := unicode.IsLetter(r) || r == '\''
			switch {
			case letter && start < 0:
				start = i
			case !letter && start >= 0:
				if !yield(n, strings.ToLower(s[start:i])) {
					return
				}
				n++
				start = -1
			}
		}
	}
}

func bar(n, of, width int) string {
	filled := n * width / of
	return strings.Repeat("█", filled) + strings.Repeat("·", width-filled)
}

func main() {
	freq := map[string]int{}
	lengths := [12]int{}
	longest := ""
	for _, w := range words(poem) {
		freq[w]++
		lengths[len(w)]++
		if len(w) > len(longest) {
			longest = w
		}
	}
	var cs byCount
	for w, n := range freq {
		cs = append(cs, count{w, n})
	}
	sort.Sort(cs)
	for i, c := range cs[:5] {
		fmt.Printf("%2d. %-6s %d %s\n", i+1, c.word, c.n, bar(c.n, cs[0].n, 10))
	}
	fmt.Println(longest, lengths, len(cs))
	for n, w := range words("a bb ccc") {
		if n == 2 {
			fmt.Println("third is", w)
			break
		}
	}
	lines := strings.Split(poem, "\n")
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l))
	}
	for i, l := range lines {
		fmt.Printf("%0*d|%-*s|%*s\n", 3, i, width, l, 4, l[:3])
	}
	index := map[rune][]string{}
	for w := range freq {
		r, _ := utf8.DecodeRuneInString(w)
		index[r] = append(index[r], w)
	}
	for _, r := range slices.Sorted(maps.Keys(index)) {
		slices.Sort(index[r])
		fmt.Printf("%c=%v ", r, index[r])
	}
	fmt.Println()
	var sb strings.Builder
	for i := len(cs) - 1; i >= len(cs)-3; i-- {
		fmt.Fprintf(&sb, "%s/%d;", cs[i].word, cs[i].n)
	}
	fmt.Println(sb.String(), sb.Len())
}
