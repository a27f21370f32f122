package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

func wrap(s string, w int) []string {
	var lines []string
	var cur string
	for _, word := range strings.Fields(s) {
		switch {
		case cur == "":
			cur = word
		case len(cur)+1+len(word) <= w:
			cur += " " + word
		default:
			lines = append(lines, cur)
			cur = word
		}
	}
	if cur != "" {
		lines = append(lines, cur)
	}
	return lines
}
func justify(line string, w int) string {
	words := strings.Fields(line)
	if len(words) == 1 {
		return line
	}
	gaps := len(words) - 1
	total := w
	for _, x := range words {
		total -= len(x)
	}
	var b strings.Builder
	for i, x := range words {
		b.WriteString(x)
		if i < gaps {
			n := total / gaps
			if i < total%gaps {
				n++
			}
			b.WriteString(strings.Repeat(" ", n))
		}
	}
	return b.String()
}
func center(s string, w int) string {
	pad := w - utf8.RuneCountInString(s)
	if pad <= 0 {
		return s
	}
	return strings.Repeat(" ", pad/2) + s + strings.Repeat(" ", pad-pad/2)
}

type Table struct {
	head []string
	rows [][]string
}

func (t *Table) Add(cells ...any) *Table {
	r := make([]string, len(cells))
	for i, c := range cells {
		r[i] = fmt.Sprint(c)
	}
	t.rows = append(t.rows, r)
	return t
}
func (t Table) String() string {
	ws := make([]int, len(t.head))
	for _, r := range append([][]string{t.head}, t.rows...) {
		for i, c := range r {
			ws[i] = max(ws[i], len(c))
		}
	}
	var sb strings.Builder
	line := func(r []string) {
		for i, c := range r {
			fmt.Fprintf(&sb, "| %-*s ", ws[i], c)
		}
		sb.WriteString("|\n")
	}
	line(t.head)
	for i, w := range ws {
		sb.WriteString("|" + strings.Repeat("-", w+2))
		if i == len(ws)-1 {
			sb.WriteString("|\n")
		}
	}
	for _, r := range t.rows {
		line(r)
	}
	return sb.String()
}

func main() {
	text := "The quick brown fox jumps over the lazy dog and runs away from it"
	for i, l := range wrap(text, 20) {
		fmt.Printf("%2d|%-20s|%20s|%s|\n", i, l, l, justify(l, 20))
	}
	fmt.Printf("[%s] [%s]\n", center("héllo", 11), center("x", 4))
	t := Table{head: []string{"id", "name", "ok"}}
	t.Add(1, "ann", true).Add(22, []int{1, 2}, nil).Add(3.5, errors.New("e"), 'x')
	fmt.Print(t)
	fmt.Printf("%s%v", &t, t)
	fmt.Printf("%6.3f|%-10.2e|%+d|%x|%o|%q|%08.3f|%+.2f%%\n", math.E, 12345.678, 7, 255, 8, 'x', -3.14159, 45.678)
	fmt.Printf("%3c|%-3c|%03d|%3d%%|%t|%5t|%v\n", 'a', 'b', 7, 50, true, false, nil)
}
