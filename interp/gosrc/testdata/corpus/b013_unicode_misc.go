package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
	"unicode/utf16"
)

func isPal(s string) bool {
	var rs []rune
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) {
			rs = append(rs, r)
		}
	}
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		if rs[i] != rs[j] {
			return false
		}
	}
	return true
}
func caesar(s string, k int) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLower(r) && r < 128:
			return 'a' + (r-'a'+rune(k)+26)%26
		case unicode.IsUpper(r) && r < 128:
			return 'A' + (r-'A'+rune(k)+26)%26
		}
		return r
	}, s)
}
func count(s string) map[rune]int {
	m := make(map[rune]int)
	for _, r := range s {
		m[r]++
	}
	return m
}

func main() {
	fmt.Println(isPal("A man, a plan, a canal: Panama"), isPal("été"), isPal("ab"))
	fmt.Println(caesar("Hello, Wörld", 3), caesar(caesar("xyz", 3), -3))
	m := count("mississippi")
	for _, r := range slices.Sorted(maps.Keys(m)) {
		fmt.Printf("%c=%d ", r, m[r])
	}
	fmt.Println(m)
	fmt.Println(unicode.In('世', unicode.Han), unicode.Is(unicode.Latin, 'é'), unicode.ToTitle('ß'), unicode.SimpleFold('A'), unicode.MaxRune)
	b := []byte("日本語")
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		fmt.Printf("%c %d;", r, n)
		b = b[n:]
	}
	fmt.Println(utf16.Encode([]rune("a😀")), utf8.RuneError, string(utf16.Decode([]uint16{0xd83d, 0xde00})))
	bf := make([]byte, 4)
	n := utf8.EncodeRune(bf, '€')
	fmt.Printf("%x %q %d\n", bf[:n], '\U0001F600', 'a'-'A')
	for i, w := range strings.Fields("an apple a day") {
		fmt.Print(i, strings.ToUpper(w[:1])+w[1:], " ")
	}
	fmt.Println("\a\b\f\v\\\x41\u00e9\U0001F600"[4:])
}
