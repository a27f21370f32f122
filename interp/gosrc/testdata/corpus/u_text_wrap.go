package main

import (
	"fmt"
	"strings"
)

func wrap(s string, width int) (lines []string) {
	line := ""
	for _, w := range strings.Fields(s) {
		switch {
		case line == "":
			line = w
		case len(line)+1+len(w) <= width:
			line += " " + w
		default:
			lines, line = append(lines, line), w
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return
}

func center(s string, w int) string {
	pad := max(w-len(s), 0)
	return strings.Repeat(" ", pad/2) + s + strings.Repeat(" ", pad-pad/2)
}

func Main() {
	for _, l := range wrap("the quick brown fox jumps over the lazy dog again and again", 16) {
		fmt.Printf("|%-16s|%s|\n", l, center(l, 18))
	}
}

func main() { Main() }
