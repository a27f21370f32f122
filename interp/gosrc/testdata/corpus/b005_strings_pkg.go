package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
)

func main() {
	fmt.Printf("%q\n", strings.Split("a,b,,c", ","))
	fmt.Printf("%q\n", strings.SplitN("a,b,c,d", ",", 2))
	fmt.Printf("%q\n", strings.SplitAfter("a,b,c", ","))
	fmt.Printf("%q\n", strings.Fields("  foo  bar\tbaz\n"))
	fmt.Printf("%q\n", strings.FieldsFunc("a1b2c3", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"x", "y"}, "+"), strings.Repeat("ab", 3))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"))
	fmt.Println(strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhixx", "x"), strings.TrimPrefix("prefix-a", "prefix-"), strings.TrimSuffix("a.go", ".go"), strings.TrimSpace(" \t s \n"))
	fmt.Println(strings.TrimFunc("123abc456", unicode.IsDigit), strings.Count("cheese", "e"), strings.Count("five", ""))
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found)
	p, ok := strings.CutPrefix("golang", "go")
	fmt.Println(p, ok)
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>hi</b>"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"))
	for l := range strings.Lines("one\ntwo\nthree") {
		fmt.Printf("%q ", l)
	}
	for s := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(s, " ")
	}
	for f := range strings.FieldsSeq(" q w ") {
		fmt.Print(f, ".")
	}
	fmt.Println()
	rd := strings.NewReader("hello world")
	b := make([]byte, 5)
	n, _ := rd.Read(b)
	fmt.Println(n, string(b), rd.Len(), rd.Size())
	rest, _ := io.ReadAll(rd)
	fmt.Printf("%q\n", rest)
	fmt.Println(strings.HasPrefix("abc", "ab"), strings.HasSuffix("abc", "bc"), strings.Contains("abc", ""), strings.ContainsAny("abc", "xyzc"))
	fmt.Println(strings.Index("chicken", "ken"), strings.Index("x", "y"), strings.ToLower("ÀB"), strings.ToValidUTF8("a\xffb", "?"))
	sc := bufio.NewScanner(strings.NewReader("l1\nl2 w2\n\nl4"))
	for sc.Scan() {
		fmt.Printf("%q,", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("the quick  brown"))
	sc.Split(bufio.ScanWords)
	c := 0
	for sc.Scan() {
		c++
	}
	fmt.Println(c)
	var rdr *strings.Reader = strings.NewReader("ab")
	for {
		ch, sz, err := rdr.ReadRune()
		if err != nil {
			fmt.Println(err == io.EOF)
			break
		}
		fmt.Print(string(ch), sz, " ")
	}
}
