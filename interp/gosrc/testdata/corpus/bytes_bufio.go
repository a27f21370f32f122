package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

type LineCounter struct{ lines, words int }

func (c *LineCounter) Write(p []byte) (int, error) {
	c.lines += bytes.Count(p, []byte("\n"))
	c.words += len(bytes.Fields(p))
	return len(p), nil
}

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

func main() {
	text := "one two\nthree\n\nfour five six"
	sc := bufio.NewScanner(strings.NewReader(text))
	for n := 1; sc.Scan(); n++ {
		fmt.Printf("%d %q\n", n, sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(upper{strings.NewReader(text)})
	sc.Split(bufio.ScanWords)
	count := map[int]int{}
	for sc.Scan() {
		count[len(sc.Bytes())]++
		fmt.Print(sc.Text(), " ")
	}
	fmt.Println(count)
	var lc LineCounter
	n, err := io.Copy(&lc, strings.NewReader(text))
	fmt.Println(n, err, lc)
	fmt.Fprintf(&lc, "more %d\n", 5)
	w := bufio.NewWriterSize(io.MultiWriter(&lc, io.Discard), 16)
	w.WriteString("buffered words here and there\n")
	fmt.Println(lc, w.Buffered())
	w.Flush()
	fmt.Println(lc, w.Available())
	rd := bufio.NewReader(strings.NewReader("ab\ncd"))
	line, err := rd.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	r, size, _ := rd.ReadRune()
	rd.UnreadRune()
	peek, _ := rd.Peek(2)
	fmt.Println(r, size, string(peek))
	line, err = rd.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte{'w', 'o'})
	b.WriteByte('!')
	fmt.Println(b.String(), b.Len(), b.Cap() >= 9)
	x, _ := b.ReadByte()
	fmt.Println(x, string(b.Next(3)), b.String())
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Compare([]byte("a"), []byte("b")), bytes.Contains([]byte("abc"), []byte("bc")), bytes.TrimSpace([]byte(" x ")), bytes.Title([]byte("ab cd")))
	data, err := io.ReadAll(io.LimitReader(upper{strings.NewReader("limited")}, 4))
	fmt.Println(string(data), err)
	tee := io.TeeReader(strings.NewReader("tee"), &b)
	io.ReadAll(tee)
	fmt.Println(b.String())
}
