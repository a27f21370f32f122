package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type WordCount struct {
	Word string
	N    int
}

type ByCount []WordCount

func (b ByCount) Len() int      { return len(b) }
func (b ByCount) Swap(i, j int) { b[i], b[j] = b[j], b[i] }
func (b ByCount) Less(i, j int) bool {
	return b[i].N > b[j].N || b[i].N == b[j].N && b[i].Word < b[j].Word
}

func count(r io.Reader) (ByCount, error) {
	m := make(map[string]int)
	sc := bufio.NewScanner(r)
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		m[strings.ToLower(strings.TrimFunc(sc.Text(), unicode.IsPunct))]++
	}
	var out ByCount
	for w, n := range m {
		out = append(out, WordCount{w, n})
	}
	sort.Sort(out)
	return out, sc.Err()
}

func caesar(n rune) func(rune) rune {
	rot := func(r, lo rune) rune { return lo + (r-lo+n+26)%26 }
	return func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return rot(r, 'a')
		case 'A' <= r && r <= 'Z':
			return rot(r, 'A')
		case r == '!':
			return -1
		}
		return r
	}
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
	for _, r := range s {
		if unicode.IsLetter(r) {
			rs = append(rs, unicode.ToLower(r))
		}
	}
	for i := range len(rs) / 2 {
		if rs[i] != rs[len(rs)-1-i] {
			return false
		}
	}
	return true
}

func wrap(s string, width int) (lines []string) {
	var line strings.Builder
	for _, w := range strings.Fields(s) {
		if line.Len() > 0 && line.Len()+1+len(w) > width {
			lines = append(lines, line.String())
			line.Reset()
		}
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(w)
	}
	return append(lines, line.String())
}

type roman int

func (r roman) String() string {
	var b strings.Builder
	n := int(r)
	for _, p := range [...]struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= p.v {
			b.WriteString(p.s)
			n -= p.v
		}
	}
	return b.String()
}

type upperReader struct{ r io.Reader }

func (u upperReader) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

func levenshtein(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, p := range x {
		prev := row[0]
		row[0] = i + 1
		for j, q := range y {
			cost := 1
			if p == q {
				cost = 0
			}
			prev, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, prev+cost)
		}
	}
	return row[len(y)]
}

func main() {
	wc, err := count(strings.NewReader("The cat. The dog, the END!\n\tcat's  cat"))
	fmt.Println(wc, err)
	fmt.Printf("%+v\n", wc[:2])
	fmt.Println(strings.Map(caesar(3), "Hello, World!"), strings.Map(caesar(-3), "Khoor"))
	s := "héllo, 世界\x80z"
	for i, r := range s {
		fmt.Printf("%d:%c(%U,%d) ", i, r, r, utf8.RuneLen(r))
	}
	fmt.Println()
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s), []byte(s)[:4], []rune(s)[1])
	fmt.Printf("%q %+q %x % x %#x %s\n", s, s, s, s[:3], s[:3], s[7:10])
	fmt.Println(reverse("añb世"), isPalindrome("A man, a plan, a canal: Panamá"), isPalindrome("Abba"))
	for i, l := range wrap("the quick brown fox jumps over the lazy dog", 12) {
		fmt.Printf("%d|%-12s|%12s|\n", i, l, l)
	}
	fmt.Println(roman(1994), roman(4), []roman{9, 40})
	b, _ := io.ReadAll(upperReader{strings.NewReader("shout é")})
	fmt.Println(string(b))
	fmt.Println(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("é", "e"))
	re := regexp.MustCompile(`(?P<k>\w+)=(\d+)`)
	fmt.Println(re.FindAllStringSubmatch("a=1, b=22 c=x", -1), re.ReplaceAllString("a=1", "$2=${k}"))
	fmt.Println(re.ReplaceAllStringFunc("a=1 b=2", strings.ToUpper), re.SubexpNames())
	fmt.Println(strings.Split("a,b,,c", ","), len(strings.Split("", ",")), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","))
	fmt.Println(strings.Fields("  a  b "), strings.TrimLeft("xxabc", "x"), strings.TrimPrefix("xxabc", "x"), strings.Title("hello world"))
	before, after, found := strings.Cut("k=v=w", "=")
	fmt.Println(before, after, found, strings.EqualFold("Straße", "STRASSE"), strings.Index("chicken", "ken"), strings.LastIndexByte("go", 'x'))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>"), strings.Repeat("ab", 3), strings.Count("cheese", "e"), strings.Count("abc", ""))
	for _, q := range []string{"42", "-0x1f", "0b101", "1_000", "abc", "99999999999999999999", ""} {
		n, err := strconv.ParseInt(q, 0, 64)
		fmt.Println(n, err)
	}
	fmt.Println(strconv.Quote("a\tb\"☺\x00"), strconv.QuoteToASCII("☺"), strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.AppendBool(nil, true))
	u, err := strconv.Unquote(`"a\nb"`)
	fmt.Printf("%q %v\n", u, err)
	_, err = strconv.Unquote(`'ab'`)
	fmt.Println(err)
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err)
	_, err = strconv.Atoi("12a")
	fmt.Println(err, err.(*strconv.NumError).Err == strconv.ErrSyntax)
	rd := bufio.NewReader(strings.NewReader("line1\nline2"))
	for {
		l, err := rd.ReadString('\n')
		fmt.Printf("%q %v\n", l, err)
		if err == io.EOF {
			break
		}
	}
	var sb strings.Builder
	w := bufio.NewWriterSize(&sb, 16)
	fmt.Fprintf(w, "%08.3f|%+d|%x|%o|%b|%e|%g|%t|%v|%p", 3.14159, 5, 255, 8, 5, 12345.678, 1e-7, true, nil, nil)
	w.Flush()
	fmt.Println(sb.String())
	var x, y int
	var name string
	n, err := fmt.Sscanf("10-20:bob", "%d-%d:%s", &x, &y, &name)
	fmt.Println(n, err, x, y, name)
	n, err = fmt.Sscan("7 x", &x, &y)
	fmt.Println(n, err, x)
	const esc = "\u00e9\U0001F600\377\x41\101"
	fmt.Println(len(esc), []byte(esc), utf8.RuneCountInString(esc))
	fmt.Println(string(rune(65)), string([]byte{104, 105}), string([]rune{0x4e16, -1}), 'a'+1, string('a'+1))
}
