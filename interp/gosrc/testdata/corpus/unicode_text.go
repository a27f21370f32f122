package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

type Alphabet map[rune]int

func (a Alphabet) Top(n int) []string {
	type kv struct {
		r rune
		n int
	}
	var all []kv
	for r, n := range a {
		all = append(all, kv{r, n})
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].n != all[j].n {
			return all[i].n > all[j].n
		}
		return all[i].r < all[j].r
	})
	var out []string
	for _, e := range all[:min(n, len(all))] {
		out = append(out, fmt.Sprintf("%c:%d", e.r, e.n))
	}
	return out
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func isPalindrome(s string) bool {
	var rs []rune
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) {
			rs = append(rs, r)
		}
	}
	for i := range len(rs) / 2 {
		if rs[i] != rs[len(rs)-1-i] {
			return false
		}
	}
	return true
}

func caesar(s string, k rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+k+26)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+k+26)%26
		}
		return r
	}, s)
}

func main() {
	s := "héllo, 世界! 👋"
	fmt.Println(len(s), utf8.RuneCountInString(s), reverse(s), strings.ToUpper(s))
	for i, r := range "aé世" {
		fmt.Printf("%d:%c(%d,%U) ", i, r, utf8.RuneLen(r), r)
	}
	fmt.Println()
	for i := 0; i < len("é"); i++ {
		fmt.Printf("%x ", "é"[i])
	}
	fmt.Println([]byte("世"), []rune("世界"), string([]byte{228, 184, 150}), string([]rune{19990, 0x1F600}))
	a := Alphabet{}
	for _, r := range "mississippi ñandú ñ" {
		if unicode.IsLetter(r) {
			a[r]++
		}
	}
	fmt.Println(a.Top(4), len(a))
	fmt.Println(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("été"), isPalindrome("no"))
	fmt.Println(caesar("Hello, World", 3), caesar(caesar("Hello", 5), -5))
	bad := "a\xffb"
	for i, r := range bad {
		fmt.Print(i, " ", r, " ", r == utf8.RuneError, "; ")
	}
	fmt.Println(utf8.ValidString(bad), len([]rune(bad)), []byte(string([]rune(bad))))
	r, n := utf8.DecodeRuneInString("世x")
	l, m := utf8.DecodeLastRuneInString("x世")
	fmt.Println(r, n, l, m, string(utf8.AppendRune(nil, 'ß')))
	fmt.Println(unicode.IsUpper('É'), unicode.ToLower('É'), unicode.IsDigit('٣'), unicode.IsSpace('\u00a0'), unicode.IsPunct('!'), unicode.Is(unicode.Han, '世'))
	fmt.Println(strings.Title("élan"), strings.ToTitle("ß"), strings.EqualFold("Straße", "STRAßE"), "z" < "é", "a" < "B")
	fmt.Printf("%q %+q %x % x %c %s\n", "世", "世", "世", "世", []rune("世界"), string(s[1:3]))
	fmt.Printf("|%5s|%-5s|%5.1s|\n", "é", "世", "éa")
	fmt.Println(strings.Index(s, "世"), strings.IndexRune(s, '界'), s[8:11], strings.Count(s, "l"))
	fmt.Println(utf16.Encode([]rune("a😀")), strings.Fields("a\u00a0b\u2003c"))
}
