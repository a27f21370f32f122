package main

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"
)

type Word struct {
	Text  string
	Count int
}

func freq(text string) (ws []Word) {
	m := map[string]*Word{}
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		f = strings.ToLower(f)
		if w, ok := m[f]; ok {
			w.Count++
		} else {
			m[f] = &Word{f, 1}
		}
	}
	for _, w := range m {
		ws = append(ws, *w)
	}
	slices.SortFunc(ws, func(a, b Word) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Text, b.Text)
	})
	return
}

func caesar(s string, k rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsUpper(r) && r < 128:
			return 'A' + (r-'A'+k+26)%26
		case unicode.IsLower(r) && r < 128:
			return 'a' + (r-'a'+k+26)%26
		case unicode.IsDigit(r):
			return -1
		}
		return r
	}, s)
}

func reverse(s string) string {
	rs := []rune(s)
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		rs[i], rs[j] = rs[j], rs[i]
	}
	return string(rs)
}

func isPalindrome(s string) bool {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return b.String() == reverse(b.String())
}

func rle(s string) (out string) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		n := 0
		for strings.HasPrefix(s[i:], string(r)) {
			i += size
			n++
		}
		if n > 1 {
			out += strconv.Itoa(n)
		}
		out += string(r)
	}
	return
}

func Main() {
	fmt.Println(freq("The cat and the dog. The END, and don't stop!"))
	fmt.Println(caesar("Hello, Wörld 42!", 3), caesar(caesar("Zebra", 5), -5), reverse("héllo→"), isPalindrome("A man, a plan, a canal: Panama"))
	fmt.Println(rle("aaabééc"), len("héllo"), utf8.RuneCountInString("héllo"), []byte("é"), []rune("é"), "é"[0], "abc"[1:2])
	re := regexp.MustCompile(`(?P<user>\w+)@(?P<host>[\w.]+)`)
	text := "mail ann@example.com or bob@x.org."
	fmt.Println(re.FindAllString(text, -1), re.FindStringSubmatch(text)[1:], re.SubexpNames()[1:])
	fmt.Println(re.ReplaceAllString(text, "<$host:$user>"), re.ReplaceAllStringFunc(text, strings.ToUpper))
	var buf bytes.Buffer
	tw := tabwriter.NewWriter(&buf, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	for i, w := range freq("a bb bb ccc ccc ccc") {
		fmt.Fprintf(tw, "%d\t%s\t%.2f\t\n", i, w.Text, float64(w.Count)/6)
	}
	tw.Flush()
	fmt.Print(buf.String())
	r := csv.NewReader(strings.NewReader("name,age\n\"O'Neil, Jr\",42\nann,7\n"))
	rows, err := r.ReadAll()
	fmt.Println(len(rows), rows[1], err)
	var out strings.Builder
	w := csv.NewWriter(&out)
	w.Write([]string{"a b", "c,d", `e"f`})
	w.Flush()
	fmt.Printf("%q %v\n", out.String(), w.Error())
	enc := base64.StdEncoding.EncodeToString([]byte("go!"))
	dec, err := base64.StdEncoding.DecodeString(enc + "?")
	fmt.Println(enc, string(dec), err, hex.EncodeToString([]byte("hi")), crc32.ChecksumIEEE([]byte("hi")))
	fmt.Println(strings.Title("two words"), strings.Fields(" a  b "), strings.SplitN("a,b,c", ",", 2), strings.TrimFunc("--x--", func(r rune) bool { return r == '-' }))
	fmt.Println(strings.EqualFold("Go", "GO"), strings.Index("chicken", "ken"), strings.LastIndexByte("go gopher", 'o'), strings.Count("cheese", "e"), strings.Repeat("ab", 3))
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found, strings.NewReplacer("a", "1", "b", "2").Replace("abc"), strings.TrimLeft("xxyx", "x"))
	fmt.Println(strconv.Quote("tab\t\"q\" é"), strconv.FormatInt(-255, 16), strconv.AppendBool(nil, true), strconv.FormatFloat(1.0/3, 'f', 3, 64))
	b, err := strconv.ParseBool("maybe")
	fmt.Println(b, err)
	for i, r := range "aé\xffz" {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println(utf8.ValidString("a\xff"), strings.ToValidUTF8("a\xffb", "?"))
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|% x|%c|%U\n", "go", "right", "left", "trunc", 'x', "hi", "hi", 'é', 'é')
}

func main() { Main() }
