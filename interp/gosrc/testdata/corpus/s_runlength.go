package main

import (
	"fmt"
	"strings"
	"unicode"
)

func encode(s string) string {
	var sb strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		fmt.Fprintf(&sb, "%d%c", j-i, s[i])
		i = j
	}
	return sb.String()
}

func decode(s string) (out string) {
	n := 0
	for _, c := range s {
		if unicode.IsDigit(c) {
			n = n*10 + int(c-'0')
			continue
		}
		out += strings.Repeat(string(c), n)
		n = 0
	}
	return
}

func Main() {
	e := encode("aaabccddddd")
	fmt.Println(e, decode(e))
}

func main() { Main() }
