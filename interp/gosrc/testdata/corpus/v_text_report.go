package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

type Row struct {
	Name  string
	Qty   int
	Price float64
	When  time.Time
}
type ByPrice []Row

func (b ByPrice) Len() int           { return len(b) }
func (b ByPrice) Less(i, j int) bool { return b[i].Price < b[j].Price }
func (b ByPrice) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func wrap(s string, w int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(s) {
		if len(line)+len(word)+1 > w && line != "" {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
func center(s string, n int, pad string) string {
	left := (n - utf8.RuneCountInString(s)) / 2
	if left < 0 {
		return s
	}
	return strings.Repeat(pad, left) + s + strings.Repeat(pad, n-left-utf8.RuneCountInString(s))
}
func commas(n int) string {
	s := strconv.Itoa(n)
	if n < 0 {
		return "-" + commas(-n)
	}
	if len(s) <= 3 {
		return s
	}
	return commas(n/1000) + "," + s[len(s)-3:]
}
func Main() {
	d := time.Date(2024, time.February, 28, 23, 0, 0, 0, time.UTC)
	rows := []Row{{"Täse", 3, 12.5, d}, {"Brot", 12, 2.25, d.AddDate(0, 0, 2)}, {"Wein", 1, 120, d.Add(90 * time.Minute)}}
	sort.Sort(sort.Reverse(ByPrice(rows)))
	fmt.Printf("%-8s|%5s|%10s|%s\n", "Name", "Qty", "Price", "When")
	fmt.Println(strings.Repeat("=", 40))
	total := 0.0
	for _, r := range rows {
		fmt.Printf("%-8s|%5d|%10.2f|%s\n", r.Name, r.Qty, r.Price, r.When.Format("Mon 2006-01-02 15:04"))
		total += float64(r.Qty) * r.Price
	}
	fmt.Printf("%08.3f|%+d|%x|%X|%o|%b|%e|%q|%U\n", total, 5, 255, 255, 8, 5, 12345.678, 'x', '⌘')
	for i, l := range wrap("the quick brown fox jumps over the lazy dog again", 16) {
		fmt.Printf("%d: %q\n", i, l)
	}
	fmt.Println(center("gö", 8, "*"), center("long text", 3, "-"))
	fmt.Println(commas(1234567), commas(-999), commas(1000), commas(-1000000))
	fmt.Printf("%5t|%-7v|%3c|%*d|%-*d|%v\n", true, nil, 'z', 5, 42, 4, 7, [3]bool{true})
	fmt.Printf("%6.2f%%|%s|%10.3s|%v\n", 45.678, []string{"a", "b"}, "abcdef", struct {
		A int
		B string
	}{1, "x"})
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%!\n")
	fmt.Println(rows[0].When.Weekday(), rows[0].When.YearDay(), d.Sub(rows[1].When), d.Before(rows[2].When), rows[1].When.Month())
}

func main() { Main() }
