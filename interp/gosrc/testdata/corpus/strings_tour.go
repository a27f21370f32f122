package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

type Text string

func (t Text) Words() []string { return strings.Fields(string(t)) }
func (t Text) Title() Text {
	var b strings.Builder
	for i, w := range t.Words() {
		if i > 0 {
			b.WriteByte(' ')
		}
		r, n := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(w[n:])
	}
	return Text(b.String())
}

func main() {
	t := Text("  élan vital  and more ")
	fmt.Printf("%q %q %d\n", t.Words(), t.Title(), len(t.Title()))
	s := "a,b,,c"
	fmt.Printf("%q %q %q %q\n", strings.Split(s, ","), strings.SplitN(s, ",", 2), strings.SplitAfter(s, ","), strings.Split("abc", ""))
	fmt.Println(strings.Contains(s, "b,"), strings.ContainsAny(s, "xyzc"), strings.ContainsRune(s, 'b'), strings.Count("cheese", "e"), strings.Count("abc", ""))
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexFunc("Hello, 世界", unicode.IsUpper), strings.IndexAny("golang", "gy"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"))
	fmt.Println(strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhix", "x"), strings.TrimSuffix("a.go", ".go"), strings.TrimPrefix("a.go", "b"), strings.TrimFunc("123abc456", unicode.IsDigit))
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r + 1
	}, "a b c"), strings.ToTitle("loud"), strings.EqualFold("Go", "GO"), strings.Compare("a", "b"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>hi</b>"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	rest, ok := strings.CutPrefix("prefix-body", "prefix-")
	fmt.Println(rest, ok, strings.Fields("  a  b "), len(strings.Fields("")))
	for i, line := range strings.Split("x\ny\n", "\n") {
		fmt.Printf("%d:%q ", i, line)
	}
	for part := range strings.SplitSeq("1-2-3", "-") {
		fmt.Print(part, ";")
	}
	fmt.Println(strings.Join([]string{"a"}, "-"), strings.Repeat("ab", 3))
	rd := strings.NewReader("hello")
	rd.Seek(2, io.SeekStart)
	buf := make([]byte, 10)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf[:n]), rd.Len(), rd.Size())
	fmt.Println(strings.FieldsFunc("a1b22c", unicode.IsDigit), strings.LastIndexByte("abca", 'a'), strings.ToValidUTF8("a\xffb", "?"))
}
