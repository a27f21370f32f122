package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
)

type freq struct {
	word string
	n    int
}
type byCount []freq

func (b byCount) Len() int { return len(b) }
func (b byCount) Less(i, j int) bool {
	return b[i].n > b[j].n || b[i].n == b[j].n && b[i].word < b[j].word
}
func (b byCount) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

const text = `It was the best of times, it was the worst of times,
it was the age of wisdom... it was the age of foolishness;`

func main() {
	counts := map[string]int{}
	sc := bufio.NewScanner(strings.NewReader(text))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		w := strings.ToLower(strings.TrimFunc(sc.Text(), func(r rune) bool { return !unicode.IsLetter(r) }))
		counts[w]++
	}
	var fs byCount
	for w, n := range counts {
		fs = append(fs, freq{w, n})
	}
	sort.Sort(fs)
	fmt.Println(fs[:4], sort.IsSorted(fs), len(fs))
	sort.Slice(fs, func(i, j int) bool { return fs[i].word < fs[j].word })
	fmt.Println(fs[0], sort.SearchInts([]int{1, 3, 5}, 4))
	re := regexp.MustCompile(`(?i)\b(\w+) of (\w+)`)
	for _, m := range re.FindAllStringSubmatch(text, -1) {
		fmt.Print(m[1], "/", m[2], " ")
	}
	fmt.Println()
	fmt.Println(re.ReplaceAllString("age of x", "$2 of $1"), re.MatchString("no"), re.FindStringIndex(text))
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		if unicode.IsPunct(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, "Hello, World!"))
	before, after, ok := strings.Cut("k=v=w", "=")
	fmt.Println(before, after, ok, strings.SplitN("a,b,c", ",", 2), strings.Fields("  a  b "), strings.Title("ab cd"))
	fmt.Printf("%q %q\n", strings.Split("", ","), strings.SplitAfter("a,b", ","))
	fmt.Println(strings.EqualFold("Go", "GO"), strings.Count("cheese", "e"), strings.LastIndex("go gopher", "go"), strings.Repeat("=", 5))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<a>"), strings.TrimLeft("xxabc", "x"), strings.TrimSuffix("a.go", ".go"))
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc")
	fmt.Fprintln(w, "aaa\tbbbb\tc")
	w.Flush()
	fmt.Print(b.String())
	r := strings.NewReader("12 3.5 word")
	var n int
	var f float64
	var s string
	c, err := fmt.Fscan(r, &n, &f, &s)
	fmt.Println(n, f, s, c, err)
	_, err = fmt.Sscanf("x-7", "x-%d", &n)
	fmt.Println(n, err)
	bs := []byte("abc")
	bs2 := bs
	bs2[0] = 'X'
	fmt.Println(string(bs), bytes.Equal(bs, bs2), bytes.ToUpper(bs), string([]rune("héé")[1:]), len("héé"))
	fmt.Println(strconv.Quote("tab\t\x00é"), strconv.FormatInt(-255, 16), strconv.AppendBool(nil, true), strconv.Itoa(007))
	_, err = strconv.ParseInt("99999999999999999999", 10, 64)
	fmt.Println(err)
	_, err = strconv.ParseBool("yes")
	fmt.Println(err)
	type person struct {
		Name  string         `json:"name"`
		Age   int            `json:"age,omitempty"`
		Tags  []string       `json:"tags"`
		Extra map[string]any `json:"extra,omitempty"`
		priv  int
		P     *person `json:"p,omitempty"`
	}
	j, err := json.Marshal(person{Name: "A\"b", Tags: nil, P: &person{Name: "c", Age: 3, Tags: []string{"x"}}})
	fmt.Println(string(j), err)
	var p person
	err = json.Unmarshal([]byte(`{"name":"z","age":4,"tags":["q"],"extra":{"a":[1,2.5,"s",null,true]},"zzz":1}`), &p)
	fmt.Printf("%+v %v\n", p, err)
	err = json.Unmarshal([]byte(`{"name":5}`), &p)
	fmt.Println(err)
	out, _ := json.MarshalIndent(map[string]any{"b": 1, "a": []int{1}}, "", " ")
	fmt.Println(string(out))
}
