package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

type WordFreq struct {
	Word  string
	Count int
}

const text = `the quick brown fox jumps over the lazy dog
the dog barks; the fox runs away.
Quick! Brown dogs don't jump.`

func normalize(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }))
}

func count(r string) map[string]int {
	freq := make(map[string]int)
	for _, line := range strings.Split(r, "\n") {
		for _, w := range strings.Fields(line) {
			if w = normalize(w); w != "" {
				freq[w]++
			}
		}
	}
	return freq
}

func top(freq map[string]int, n int) []WordFreq {
	list := make([]WordFreq, 0, len(freq))
	for w, c := range freq {
		list = append(list, WordFreq{w, c})
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].Count != list[j].Count {
			return list[i].Count > list[j].Count
		}
		return list[i].Word < list[j].Word
	})
	if len(list) > n {
		list = list[:n]
	}
	return list
}

func Main() {
	freq := count(text)
	for i, wf := range top(freq, 5) {
		fmt.Printf("%d. %-6s %2d %s\n", i+1, wf.Word, wf.Count, strings.Repeat("*", wf.Count))
	}
	fmt.Println(len(freq), freq["don't"])
	lengths := map[int][]string{}
	for w := range freq {
		lengths[len(w)] = append(lengths[len(w)], w)
	}
	for n := 1; n <= 6; n++ {
		sort.Strings(lengths[n])
		if ws, ok := lengths[n]; ok {
			fmt.Println(n, ws)
		}
	}
	sc := strings.NewReader(text)
	fmt.Println(sc.Len(), len(text))
	var longest string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > len(longest) {
			longest = w
		}
	}
	fmt.Println(longest)
}

func main() { Main() }
