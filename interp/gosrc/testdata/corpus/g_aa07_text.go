package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const poem = `The quick brown fox
jumps over	the lazy dog.

The dog sleeps; the fox — naïve — runs!
Größe 日本語 🙂 ok`

type WordCount struct {
	Word  string
	Count int
	Lines []int
}

type byCount []WordCount

func (b byCount) Len() int { return len(b) }
func (b byCount) Less(i, j int) bool {
	return b[i].Count > b[j].Count || b[i].Count == b[j].Count && b[i].Word < b[j].Word
}
func (b byCount) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

func count(r io.Reader) (map[string]*WordCount, error) {
	out := map[string]*WordCount{}
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		words := strings.FieldsFunc(sc.Text(), func(r rune) bool { return !unicode.IsLetter(r) })
		for _, w := range words {
			w = strings.ToLower(w)
			wc, ok := out[w]
			if !ok {
				wc = &WordCount{Word: w}
				out[w] = wc
			}
			wc.Count++
			if n := len(wc.Lines); n == 0 || wc.Lines[n-1] != line {
				wc.Lines = append(wc.Lines, line)
			}
		}
	}
	return out, sc.Err()
}

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case 'a' <= c && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case 'A' <= c && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

type upper struct{ w io.Writer }

func (u *upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

func wrap(s string, width int) []string {
	var lines []string
	var cur []string
	n := 0
	for w := range strings.FieldsSeq(s) {
		l := utf8.RuneCountInString(w)
		if n+l+len(cur) > width && len(cur) > 0 {
			lines = append(lines, strings.Join(cur, " "))
			cur, n = nil, 0
		}
		cur = append(cur, w)
		n += l
	}
	if len(cur) > 0 {
		lines = append(lines, strings.Join(cur, " "))
	}
	return lines
}

func reverse(s string) string {
	rs := []rune(s)
	slices.Reverse(rs)
	return string(rs)
}

func caesar(s string, k int) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		if r > 127 {
			return r
		}
		base := 'a'
		if unicode.IsUpper(r) {
			base = 'A'
		}
		return (r-base+rune(k)+26)%26 + base
	}, s)
}

func main() {
	counts, err := count(strings.NewReader(poem))
	fmt.Println(len(counts), err)
	list := slices.SortedFunc(maps.Values(counts), func(a, b *WordCount) int {
		return cmp.Or(-cmp.Compare(a.Count, b.Count), strings.Compare(a.Word, b.Word))
	})
	for _, wc := range list[:5] {
		fmt.Printf("%-8s|%3d %v\n", wc.Word, wc.Count, wc.Lines)
	}
	fmt.Printf("%+v\n", *list[0])
	for i, l := range wrap(poem, 16) {
		fmt.Printf("%02d %-16s|\n", i, l)
	}
	io.Copy(&upper{os.Stdout}, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	b, err := io.ReadAll(io.LimitReader(rot13{strings.NewReader("nopqrstu")}, 5))
	fmt.Println(string(b), err)
	fmt.Println(reverse("日本語 🙂"), caesar("Hello, Zoë!", 3), caesar(caesar("abcxyz", 5), -5))
	for i, r := range "aé日" {
		fmt.Print(i, ":", string(r), " ", r, " ", utf8.RuneLen(r), "; ")
	}
	fmt.Println()
	fmt.Printf("%q %x % x %U %c\n", "é\n\x00", "é", "hi", 'é', 0x65e5)
	fmt.Printf("%s %v %q %d\n", []byte("hi"), []byte("hi"), []string{"a b", "c"}, []byte("hi"))
	bad := "a\xffb"
	for _, r := range bad {
		fmt.Printf("%d ", r)
	}
	fmt.Println(utf8.ValidString(bad), len(bad), []rune(bad), strings.ToValidUTF8(bad, "?"))
	re := regexp.MustCompile(`(?i)\b(\w)(\w*)\b`)
	fmt.Println(re.ReplaceAllStringFunc("hello big world", func(s string) string { return strings.ToUpper(s[:1]) + s[1:] }))
	fmt.Println(re.FindAllStringSubmatch("ab c", -1), re.ReplaceAllString("ab cd", "$2$1"))
	sc := bufio.NewScanner(strings.NewReader("one two  three"))
	sc.Split(bufio.ScanWords)
	n := 0
	for sc.Scan() {
		n += len(sc.Bytes())
	}
	fmt.Println(n, strings.Title("foo bar"), strings.EqualFold("ß", "SS"))
	rd := bufio.NewReader(strings.NewReader("k=v\nlast"))
	for {
		line, err := rd.ReadString('\n')
		k, v, ok := strings.Cut(strings.TrimSpace(line), "=")
		fmt.Printf("%q %q %t %v\n", k, v, ok, err)
		if err == io.EOF {
			break
		}
	}
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>x</b>"), strings.Repeat("=-", 5), strings.Count("cheese", "e"), strings.LastIndex("go gopher", "go"))
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "%08.3f|%+d|%x", 3.14159, 5, 255)
	buf.WriteByte('!')
	buf.WriteRune('é')
	fmt.Println(buf.String(), buf.Len())
}
