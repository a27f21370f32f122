package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	s := "añ日本\xffz"
	for i, r := range s {
		fmt.Printf("%d:%q(%d) ", i, r, utf8.RuneLen(r))
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s))
	for i := 0; i < len(s); i++ {
		fmt.Printf("%x ", s[i])
	}
	fmt.Println()
	rs := []rune(s)
	slices.Reverse(rs)
	fmt.Printf("%q %d\n", string(rs), len(rs))
	fmt.Println(strings.ToUpper(s[:4]), strings.Title("hello world"), strings.ToTitle("ǆ"))
	b := []byte(s)
	b[0] = 'A'
	fmt.Printf("%q %q\n", b, s)
	fmt.Println(s > "a", "abc" < "abd", "Z" < "a", "" < "a")
	fmt.Println(string(rune(65)), string([]byte{104, 105}), string([]rune{0x65e5, 0x1F600}))
	r, size := utf8.DecodeRuneInString("日")
	fmt.Println(r, size, string(r))
	for _, c := range "aB3 _\t!" {
		fmt.Print(unicode.IsLetter(c), unicode.IsUpper(c), unicode.IsDigit(c), unicode.IsSpace(c), unicode.IsPunct(c), ";")
	}
	fmt.Println()
	var sb strings.Builder
	for i := 'a'; i < 'f'; i++ {
		sb.WriteRune(i)
		sb.WriteByte('-')
	}
	fmt.Fprintf(&sb, "%03d", 7)
	fmt.Println(sb.String(), sb.Len())
	x := "multi" +
		"line" + `raw\n` + "\u00e9\x41\101"
	fmt.Println(x, len(x))
	c := s[1]
	fmt.Printf("%T %v %c\n", c, c, c)
	fmt.Println(strings.Compare("a", "b"), strings.EqualFold("Straße", "STRASSE"), strings.ContainsRune("héy", 'é'))
	fmt.Println(utf8.AppendRune(nil, '€'), []byte("€"))
	fmt.Println(strings.IndexByte("chicken", 'k'), strings.LastIndex("go gopher", "go"), strings.IndexFunc("Hello, 世界", unicode.IsSpace), strings.IndexAny("golang", "ny"))
}
