package main

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"html"
	"math/big"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"
)

type Log struct {
	Level, Msg string
	Line       int
}

var re = regexp.MustCompile(`^\[(?P<level>\w+)\] (.+):(\d+)$`)

func parse(s string) (l Log, err error) {
	m := re.FindStringSubmatch(s)
	if m == nil {
		return l, fmt.Errorf("no match: %q", s)
	}
	l = Log{Level: m[re.SubexpIndex("level")], Msg: m[2]}
	l.Line, err = strconv.Atoi(m[3])
	return
}

func main() {
	for _, s := range []string{"[INFO] started:10", "junk", "[WARN] a:b:3"} {
		l, err := parse(s)
		fmt.Printf("%+v %v\n", l, err)
	}
	w := regexp.MustCompile(`(\w)(\w*)`)
	fmt.Println(w.ReplaceAllString("hello big world", "$2${1}ay"), w.ReplaceAllStringFunc("ab cd", strings.ToUpper))
	fmt.Println(w.FindAllString("one two three", 2), w.FindStringIndex("  abc"), w.NumSubexp(), w.MatchString("?"), regexp.QuoteMeta("a.b"))
	fmt.Println(regexp.MustCompile(`,\s*`).Split("a, b,c", -1))
	_, err := regexp.Compile("a(b")
	fmt.Println(err)
	u, err := url.Parse("https://user:pw@host.org:8080/p/a th?q=1&q=2&z=%20x#frag")
	fmt.Println(u, err, u.Host, u.Port(), u.Path, u.Query()["q"], u.Query().Get("z"), u.Fragment, u.User.Username())
	v := url.Values{}
	v.Set("b", "2 3")
	v.Add("a", "1")
	fmt.Println(v.Encode(), url.PathEscape("a/b c"))
	r := csv.NewReader(strings.NewReader("name,qty\n\"pen, red\",3\nink,\"4\"\n"))
	rows, err := r.ReadAll()
	fmt.Println(len(rows), rows[1][0], rows, err)
	var sb strings.Builder
	cw := csv.NewWriter(&sb)
	cw.Write([]string{"a b", "c,d", "e\"f"})
	cw.Flush()
	fmt.Print(sb.String())
	_, err = csv.NewReader(strings.NewReader("a,b\nc\n")).ReadAll()
	fmt.Println(err, errors.Is(err, csv.ErrFieldCount))
	fmt.Println(base64.StdEncoding.EncodeToString([]byte("hi?>")), hex.EncodeToString([]byte{255, 1}))
	b, err := hex.DecodeString("zz")
	fmt.Println(b, err)
	fmt.Printf("%x\n", sha256.Sum256([]byte("abc")))
	fmt.Printf("%x %d\n", md5.Sum([]byte("")), crc32.ChecksumIEEE([]byte("hello")))
	h := fnv.New32a()
	h.Write([]byte("hello"))
	fmt.Println(h.Sum32(), html.EscapeString("<a&b>"), path.Join("a", "../b", "c.txt"), path.Ext("x.go"))
	tw := tabwriter.NewWriter(&sb, 0, 8, 2, ' ', tabwriter.AlignRight)
	sb.Reset()
	fmt.Fprintln(tw, "a\tbbb\tc")
	fmt.Fprintln(tw, "aaaa\tb\tccccc")
	tw.Flush()
	fmt.Print(sb.String())
	f := new(big.Int)
	f.MulRange(1, 25)
	q, m := new(big.Int).DivMod(f, big.NewInt(1000007), new(big.Int))
	fmt.Println(f, q.BitLen(), m, f.Cmp(q), new(big.Rat).SetFrac64(6, 4))
}
