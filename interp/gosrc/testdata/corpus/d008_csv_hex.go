package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"html"
	"io"
	"net/url"
	"path"
	"strings"
	"crypto/sha256"
	"crypto/md5"
	"crypto/sha1"
	"hash/crc32"
	"hash/adler32"
)

func main() {
	r := csv.NewReader(strings.NewReader("name,age\n\"Smith, J\",42\nAnn,\"3\"\"0\"\n"))
	recs, err := r.ReadAll()
	fmt.Println(recs, len(recs), err)
	_, err = csv.NewReader(strings.NewReader("a,b\nc\n")).ReadAll()
	fmt.Println(err)
	var sb strings.Builder
	w := csv.NewWriter(&sb)
	w.Write([]string{"x y", "a,b", "q\"q"})
	w.Flush()
	fmt.Print(sb.String())
	fmt.Println(hex.EncodeToString([]byte("Go!")), base64.StdEncoding.EncodeToString([]byte("hello?>")), base64.URLEncoding.EncodeToString([]byte("hello?>")))
	b, err := hex.DecodeString("zz")
	fmt.Println(b, err)
	d, err := base64.StdEncoding.DecodeString("aGk=")
	fmt.Println(string(d), err)
	fmt.Printf("%x\n", sha256.Sum256([]byte("abc")))
	fmt.Printf("%x\n", md5.Sum([]byte("abc")))
	h := sha1.New()
	io.WriteString(h, "abc")
	fmt.Printf("%x %d\n", h.Sum(nil), h.Size())
	fmt.Println(crc32.ChecksumIEEE([]byte("abc")), adler32.Checksum([]byte("abc")))
	u, err := url.Parse("https://bob:pw@example.com:8080/a/b?x=1&y=2&x=3#frag")
	fmt.Println(u.Scheme, u.Host, u.Port(), u.Path, u.Query()["x"], u.Query().Get("y"), u.Fragment, u.User.Username(), err)
	q := url.Values{}
	q.Set("name", "A B")
	q.Add("z", "1&2")
	fmt.Println(q.Encode(), url.QueryEscape("a/b c"))
	fmt.Println(html.EscapeString("<a href=\"x\">'&'</a>"), path.Join("a", "../b", "c.txt"), path.Base("/x/y.go"), path.Ext("f.tar.gz"))
	buf := new(bytes.Buffer)
	binary.Write(buf, binary.BigEndian, struct {
		A uint16
		B int32
	}{1, -2})
	fmt.Printf("% x %d\n", buf.Bytes(), binary.LittleEndian.Uint16([]byte{1, 2}))
}
