package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
func rle(s string) string {
	var sb strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		if n := j - i; n > 1 {
			sb.WriteString(strconv.Itoa(n))
		}
		sb.WriteByte(s[i])
		i = j
	}
	return sb.String()
}
func unrle(s string) (out string) {
	n := 0
	for _, c := range s {
		if unicode.IsDigit(c) {
			n = n*10 + int(c-'0')
			continue
		}
		out += strings.Repeat(string(c), max(n, 1))
		n = 0
	}
	return
}
func roman(n int) string {
	var b []byte
	for _, p := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= p.v {
			b = append(b, p.s...)
			n -= p.v
		}
	}
	return string(b)
}
func isbn(s string) bool {
	sum, n := 0, 0
	for _, r := range s {
		switch {
		case r == '-':
		case r >= '0' && r <= '9':
			sum += int(r-'0') * (10 - n)
			n++
		case r == 'X' && n == 9:
			sum += 10
			n++
		default:
			return false
		}
	}
	return n == 10 && sum%11 == 0
}
func anagrams(ws ...string) map[string][]string {
	m := map[string][]string{}
	for _, w := range ws {
		b := []byte(strings.ToLower(w))
		sort.Slice(b, func(i, j int) bool { return b[i] < b[j] })
		m[string(b)] = append(m[string(b)], w)
	}
	return m
}
func luhn(s string) (ok bool) {
	s = strings.ReplaceAll(s, " ", "")
	if len(s) < 2 {
		return
	}
	t := 0
	for i := range s {
		d, err := strconv.Atoi(s[len(s)-1-i : len(s)-i])
		if err != nil {
			return
		}
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		t += d
	}
	return t%10 == 0
}
func lev(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur := append([]int{i}, make([]int, len(b))...)
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
		}
		prev = cur
	}
	return prev[len(b)]
}

func main() {
	fmt.Println(reverse("añb日"), rle("aaabccdddd"), unrle(rle("aaabccdddd")), roman(1994), roman(3999))
	fmt.Println(isbn("3-598-21508-8"), isbn("3-598-21507-X"), isbn("abc"), luhn("4539 3195 0343 6467"), luhn("8273 1232 7352 0569"))
	fmt.Println(anagrams("Tea", "eat", "tan", "ate", "nat"))
	fmt.Println(lev("kitten", "sitting"), lev("", "abc"))
	var sb strings.Builder
	for i := range 3 {
		if sb.Len() > 0 {
			sb.WriteString(", ")
		}
		fmt.Fprintf(&sb, "%c%d", 'a'+i, i)
	}
	fmt.Println(sb.String(), strings.Map(func(r rune) rune { return r ^ 32 }, "aBc"))
	bs := []byte("hello")
	copy(bs[1:], "EY")
	fmt.Println(string(bs), string(bs[:2])+"-"+string(bs[3]))
	text := `line one
	"quoted" \n raw`
	fmt.Println(len(text), strings.Count(text, "\n"), strings.Index(text, `\n`))
	for i, line := range strings.Split(text, "\n") {
		fmt.Printf("%d:%q\n", i, strings.TrimLeft(line, "\t"))
	}
	s := "abc"
	t := s
	s += "d"
	fmt.Println(s, t, s[1:3], s[len(s)-1:], s > t, &s != &t)
	const hello = "héllo"
	fmt.Println(len(hello), hello[1], hello[1:3], []byte(hello)[2], []rune(hello)[1], strings.ToUpper(hello))
}
