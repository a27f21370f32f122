package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

func main() {
	var sb strings.Builder
	tw := tabwriter.NewWriter(&sb, 0, 8, 2, ' ', 0)
	fmt.Fprintln(tw, "Name\tQty\tPrice")
	for _, it := range []struct {
		n string
		q int
		p float64
	}{{"apple", 3, 1.25}, {"watermelon", 10, 30}, {"fig", 100, .1}} {
		fmt.Fprintf(tw, "%s\t%d\t%.2f\n", it.n, it.q, it.p)
	}
	tw.Flush()
	fmt.Print(sb.String())
	sb.Reset()
	tw = tabwriter.NewWriter(&sb, 5, 0, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(tw, "a\tbbb\tc\t")
	fmt.Fprintln(tw, "aaaa\tb\tccccc\t")
	tw.Flush()
	fmt.Print(sb.String())
	fmt.Printf("|%-10s|%10s|%+6d|%x|\n", "left", "right", 5, "hex")
	fmt.Println(strings.Repeat("=", 20))
	for i := 1; i <= 3; i++ {
		fmt.Printf("%2d x %-2d = %3d\n", i, i*7, i*i*7)
	}
	type row []any
	for _, r := range []row{{"id", 1, true}, {"name", "x", nil}} {
		fmt.Println(r...)
	}
	fmt.Print("a", 1, 2, "b", "c", 3.0, '\n', "\n")
	fmt.Print(1, 2, true, false, "x\n")
	fmt.Println(fmt.Sprintln("x", 1) == "x 1\n", fmt.Sprint(), fmt.Sprint(nil, nil), fmt.Sprint("a", "b", 1, 2))
}
