package main

import (
	"fmt"
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
	var cl []rune
	for _, c := range strings.ToLower(s) {
		if unicode.IsLetter(c) {
			cl = append(cl, c)
		}
	}
	return string(cl) == reverse(string(cl))
}

func caesar(s string, k rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+k)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+k+26)%26
		}
		return r
	}, s)
}

func Main() {
	s := "Héllo, 世界"
	fmt.Println(len(s), utf8.RuneCountInString(s), reverse(s))
	for i, r := range s {
		fmt.Printf("%d:%c(%d) ", i, r, r)
	}
	fmt.Println()
	for i := 0; i < 3; i++ {
		fmt.Print(s[i], " ")
	}
	fmt.Println(s[1:3] == "é", string(s[0]), s[7:])
	fmt.Println(isPal("A man, a plan"), isPal("Was it a car or a cat I saw"))
	fmt.Println(caesar("Hello xyz", 3))
	fmt.Println(strings.Fields(" a b  c "), strings.Split("a,b,c", ","), strings.Join([]string{"x", "y"}, "-"))
	fmt.Println(strings.Title("hello world"), strings.ToUpper("abc"), strings.TrimSpace("  x "), strings.Trim("xxaxx", "x"), strings.TrimLeft("xxa", "x"), strings.TrimPrefix("prefix", "pre"))
	fmt.Println(strings.Contains("abc", "b"), strings.HasPrefix("abc", "ab"), strings.Index("abc", "c"), strings.Count("cheese", "e"), strings.LastIndex("go gopher", "go"))
	fmt.Println(strings.Replace("aaa", "a", "b", 2), strings.ReplaceAll("aaa", "a", "c"), strings.Repeat("ab", 3), strings.EqualFold("Go", "GO"))
	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("go")
	b.WriteByte('!')
	b.WriteRune('世')
	fmt.Println(b.String(), b.Len())
	before, after, ok := strings.Cut("key=value", "=")
	fmt.Println(before, after, ok)
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	f, _ := strconv.ParseFloat("2.5", 64)
	bo, _ := strconv.ParseBool("true")
	i64, err := strconv.ParseInt("ff", 16, 64)
	fmt.Println(f, bo, i64, err, strconv.Quote("a\n"), strconv.FormatInt(255, 2))
	fmt.Println("a" < "b", "abc" < "abd", "Z" < "a", "a"+"b" == "ab")
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>"))
	raw := `raw \n "string"`
	fmt.Println(raw, len(raw))
	x := "abc"
	y := x
	x += "d"
	fmt.Println(x, y)
	counts := map[rune]int{}
	for _, c := range "hello" {
		counts[c]++
	}
	fmt.Println(counts['l'], counts)
	fmt.Println(strings.SplitN("a:b:c", ":", 2), strings.TrimFunc("123abc456", unicode.IsDigit), strings.ContainsRune("abc", 'b'), strings.ContainsAny("abc", "xyzc"))
	fmt.Println([]byte("abc"), string([]byte{104, 105}), string(rune(65)), []rune("hé"))
}

func main() { Main() }
