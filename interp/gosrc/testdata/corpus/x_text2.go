package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"sort"
	"strings"
	"text/scanner"
	"unicode/utf16"
)

type Align int

const (
	Left Align = iota
	Right
	Center
)

type Column struct {
	Title string
	Align
	Width int
}

type Table struct {
	cols []Column
	rows [][]string
	sep  string
}

func (t *Table) Col(title string, opts ...func(*Column)) *Table {
	c := Column{Title: title, Width: len(title)}
	for _, o := range opts {
		o(&c)
	}
	t.cols = append(t.cols, c)
	return t
}

func align(a Align) func(*Column) { return func(c *Column) { c.Align = a } }

func (t *Table) Row(vals ...any) error {
	if len(vals) != len(t.cols) {
		return fmt.Errorf("row %d: want %d values, got %d", len(t.rows)+1, len(t.cols), len(vals))
	}
	row := make([]string, len(vals))
	for i, v := range vals {
		switch v := v.(type) {
		case float64:
			row[i] = fmt.Sprintf("%.2f", v)
		case fmt.Stringer:
			row[i] = v.String()
		case nil:
			row[i] = "-"
		default:
			row[i] = fmt.Sprint(v)
		}
		t.cols[i].Width = max(t.cols[i].Width, len([]rune(row[i])))
	}
	t.rows = append(t.rows, row)
	return nil
}

func (c Column) pad(s string) string {
	n := c.Width - len([]rune(s))
	switch c.Align {
	case Right:
		return strings.Repeat(" ", n) + s
	case Center:
		return strings.Repeat(" ", n/2) + s + strings.Repeat(" ", n-n/2)
	}
	return s + strings.Repeat(" ", n)
}

func (t Table) WriteTo(w io.Writer) (total int64, err error) {
	line := func(cells []string) {
		if err != nil {
			return
		}
		var n int
		parts := make([]string, len(cells))
		for i, c := range cells {
			parts[i] = t.cols[i].pad(c)
		}
		n, err = fmt.Fprintln(w, "|", strings.Join(parts, " | "), "|")
		total += int64(n)
	}
	var titles, rules []string
	for _, c := range t.cols {
		titles = append(titles, c.Title)
		rules = append(rules, strings.Repeat("-", c.Width))
	}
	line(titles)
	line(rules)
	for _, r := range t.rows {
		line(r)
	}
	return
}

type limitedWriter struct {
	w io.Writer
	n int
}

var errLimit = errors.New("limit reached")

func (l *limitedWriter) Write(p []byte) (int, error) {
	if len(p) > l.n {
		p = p[:l.n]
	}
	n, err := l.w.Write(p)
	l.n -= n
	if err == nil && l.n == 0 {
		err = errLimit
	}
	return n, err
}

type rot13 struct{ io.Reader }

func (r rot13) Read(p []byte) (n int, err error) {
	n, err = r.Reader.Read(p)
	for i, c := range p[:n] {
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return
}

type Packet struct {
	Kind uint8
	Len  uint16
	Seq  int32
}

func main() {
	t := new(Table).Col("name").Col("qty", align(Right)).Col("note", align(Center))
	fmt.Println(t.Row("apple", 3, nil), t.Row("fig", 2.5, "é"), t.Row("x"))
	n, err := t.WriteTo(os.Stdout)
	fmt.Println(n, err)
	lw := &limitedWriter{os.Stdout, 20}
	n, err = t.WriteTo(lw)
	fmt.Println()
	fmt.Println(n, err, errors.Is(err, errLimit))
	io.Copy(os.Stdout, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	tee := io.TeeReader(io.LimitReader(strings.NewReader("0123456789"), 4), lw)
	b, err := io.ReadAll(tee)
	fmt.Println(string(b), err)
	var buf bytes.Buffer
	binary.Write(&buf, binary.BigEndian, Packet{1, 513, -2})
	fmt.Println(buf.Bytes(), hex.EncodeToString(buf.Bytes()))
	var p Packet
	fmt.Println(binary.Read(&buf, binary.BigEndian, &p), p)
	fmt.Println(binary.LittleEndian.Uint32([]byte{1, 2, 3, 4}), binary.AppendUvarint(nil, 300))
	fmt.Println(base64.StdEncoding.EncodeToString([]byte("hi there?>")), base64.RawURLEncoding.EncodeToString([]byte("hi there?>")))
	_, err = base64.StdEncoding.DecodeString("a$b")
	fmt.Println(err)
	_, err = hex.DecodeString("0g")
	fmt.Println(err)
	fmt.Printf("%x %08x\n", sha256.Sum256([]byte("abc")), crc32.ChecksumIEEE([]byte("abc")))
	cr := csv.NewReader(strings.NewReader("a,\"b \"\"q\"\"\",c\n1,2\n"))
	for {
		rec, err := cr.Read()
		if err == io.EOF {
			break
		}
		fmt.Printf("%q %v\n", rec, err)
	}
	cw := csv.NewWriter(os.Stdout)
	cw.Write([]string{"x y", "q\"z", "1,2"})
	cw.Flush()
	fmt.Println(html.EscapeString("<a href='x'>&"), html.UnescapeString("&lt;&eacute;"))
	u, err := url.Parse("https://u:p@h.example:8080/a/b?x=1&y=a+b&x=2#frag")
	fmt.Println(u.Host, u.Port(), u.Path, u.Query()["x"], u.Query().Get("y"), u.Fragment, u.User.Username(), err)
	fmt.Println(url.QueryEscape("a b&c=é"), url.Values{"k": {"v 1", "v2"}, "a": {"b"}}.Encode())
	fmt.Println(path.Join("a", "../b", "c"), path.Base("/x/y.go"), path.Ext("y.tar.gz"), path.Clean("a//b/./.."))
	var sc scanner.Scanner
	sc.Init(strings.NewReader("x := 3.14 + foo(\"s\") // c"))
	for tok := sc.Scan(); tok != scanner.EOF; tok = sc.Scan() {
		fmt.Print(sc.Position, ":", sc.TokenText(), "/", scanner.TokenString(tok), " ")
	}
	fmt.Println()
	fmt.Println(utf16.Encode([]rune("a😀")), string(utf16.Decode([]uint16{0xd83d, 0xde00})))
	words := map[string][]int{}
	for i, w := range strings.Fields("b a c a b a") {
		words[w] = append(words[w], i)
	}
	keys := slices.Collect(maps.Keys(words))
	sort.Slice(keys, func(i, j int) bool { return len(words[keys[i]]) > len(words[keys[j]]) })
	fmt.Println(keys, words)
	br := bytes.NewReader([]byte("seekable"))
	br.Seek(-4, io.SeekEnd)
	rest, _ := io.ReadAll(br)
	fmt.Println(string(rest), br.Size(), br.Len(), bytes.Fields([]byte(" a b ")), bytes.Equal(nil, []byte{}))
}
