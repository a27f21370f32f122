package main

import (
	"bytes"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
func isPal(s string) bool {
	var r []rune
	for _, c := range strings.ToLower(s) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			r = append(r, c)
		}
	}
	return string(r) == reverse(string(r))
}
func caesar(s string, k int) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+rune(k)+26)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+rune(k)+26)%26
		}
		return r
	}, s)
}
func camel(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == '-' || unicode.IsSpace(r) })
	for i, w := range words {
		if i == 0 {
			words[i] = strings.ToLower(w)
		} else {
			words[i] = strings.ToUpper(w[:1]) + strings.ToLower(w[1:])
		}
	}
	return strings.Join(words, "")
}
func snake(s string) string {
	var b strings.Builder
	for i, r := range s {
		if unicode.IsUpper(r) {
			if i > 0 {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}
func balanced(s string) (int, bool) {
	pairs := map[rune]rune{')': '(', ']': '[', '}': '{'}
	var st []rune
	for i, c := range s {
		switch c {
		case '(', '[', '{':
			st = append(st, c)
		case ')', ']', '}':
			if len(st) == 0 || st[len(st)-1] != pairs[c] {
				return i, false
			}
			st = st[:len(st)-1]
		}
	}
	return len(s), len(st) == 0
}
func compress(s string) string {
	var b bytes.Buffer
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		b.WriteByte(s[i])
		if j-i > 1 {
			b.WriteString(strconv.Itoa(j - i))
		}
		i = j
	}
	return b.String()
}
func longestUnique(s string) (best string) {
	last := map[byte]int{}
	start := 0
	for i := 0; i < len(s); i++ {
		if p, ok := last[s[i]]; ok && p >= start {
			start = p + 1
		}
		last[s[i]] = i
		if i-start+1 > len(best) {
			best = s[start : i+1]
		}
	}
	return
}
func Main() {
	fmt.Println(reverse("héllo, 世界"), isPal("A man, a plan, a canal: Panama"), isPal("go"))
	fmt.Println(caesar("Hello, Zed!", 3), caesar(caesar("abc", 5), -5))
	fmt.Println(camel("hello_big-wide world"), snake("helloBigWorld"))
	fmt.Println(balanced("{[()]}"))
	fmt.Println(balanced("(]"))
	fmt.Println(compress("aaabccdddd"), longestUnique("abcabcbb"))
	s := "naïve café"
	fmt.Println(len(s), utf8.RuneCountInString(s), strings.Index(s, "c"), strings.IndexRune(s, 'é'), []byte(s[:4]), []rune("né"))
	for i, r := range "aé" {
		fmt.Printf("%d:%c:%U ", i, r, r)
	}
	fmt.Println()
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok, strings.SplitN("a,b,c", ",", 2), strings.TrimFunc("xxhixx", func(r rune) bool { return r == 'x' }))
	fmt.Printf("%q %q %v %x % x\n", strings.Split("", ","), strings.Fields("  a  b "), strings.EqualFold("Go", "GO"), "hi", "hi")
	fmt.Println(strings.Title("ab cd"), strings.Repeat("ab", 3), strings.Replace("aaaa", "a", "b", 2), strings.TrimLeft("001", "0"), strings.TrimPrefix("prefix-x", "prefix-"), strings.LastIndex("go gopher", "go"), strings.Count("cheese", "e"))
	rep := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(rep.Replace("<b>"), strings.Compare("a", "b"), "apple" < "banana", string(rune(65)), string([]byte{72, 105}))
	freq := map[rune]int{}
	for _, r := range "mississippi" {
		freq[r]++
	}
	type kv struct {
		r rune
		n int
	}
	var kvs []kv
	for r, n := range freq {
		kvs = append(kvs, kv{r, n})
	}
	sort.Slice(kvs, func(i, j int) bool {
		if kvs[i].n != kvs[j].n {
			return kvs[i].n > kvs[j].n
		}
		return kvs[i].r < kvs[j].r
	})
	fmt.Println(kvs)
	for _, e := range kvs {
		fmt.Printf("%c%d ", e.r, e.n)
	}
	fmt.Println()
	const raw = `a\n"b"`
	fmt.Println(raw, len(raw), strconv.Quote(raw))
	lines := strings.Split("one\ntwo\n\nthree", "\n")
	for i, l := range lines {
		if l == "" {
			continue
		}
		fmt.Printf("%02d|%-6s|%6s|\n", i+1, l, l)
	}
}

func main() { Main() }
