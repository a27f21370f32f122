package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type counter struct{ n, calls int }

func (c *counter) Write(p []byte) (int, error) {
	c.n += len(p)
	c.calls++
	return len(p), nil
}

type rot13 struct{ io.Reader }

func (r rot13) Read(b []byte) (n int, err error) {
	n, err = r.Reader.Read(b)
	for i := range b[:n] {
		switch c := b[i]; {
		case c >= 'a' && c <= 'z':
			b[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			b[i] = 'A' + (c-'A'+13)%26
		}
	}
	return
}

func main() {
	data, err := io.ReadAll(upper{strings.NewReader("hello")})
	fmt.Println(string(data), err)
	data, _ = io.ReadAll(rot13{strings.NewReader("Uryyb, Jbeyq!")})
	fmt.Println(string(data))
	var c counter
	fmt.Fprintf(&c, "%d-%s", 12, "abc")
	io.WriteString(&c, "xyz")
	fmt.Println(c)
	w := bufio.NewWriterSize(&c, 16)
	for range 10 {
		w.WriteString("12345")
	}
	fmt.Println(c.calls, w.Buffered(), w.Available())
	w.Flush()
	fmt.Println(c)
	var buf bytes.Buffer
	mw := io.MultiWriter(&buf, &c)
	fmt.Fprintln(mw, "both")
	tr := io.TeeReader(io.LimitReader(strings.NewReader("abcdefgh"), 5), &buf)
	io.Copy(io.Discard, tr)
	fmt.Printf("%q %d\n", buf.String(), c.n)
	line, err := buf.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	line, err = buf.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	r := bufio.NewReader(strings.NewReader("one\ntwo\nthree"))
	pk, _ := r.Peek(2)
	fmt.Println(string(pk))
	for {
		l, err := r.ReadString('\n')
		fmt.Printf("%q ", l)
		if err != nil {
			fmt.Println(err)
			break
		}
	}
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Contains([]byte("abc"), []byte("b")), string(bytes.TrimSpace([]byte(" x "))), bytes.Split([]byte("a,b"), []byte(",")))
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 3, 4)
	io.Copy(&buf, sr)
	fmt.Println(buf.String(), buf.Len())
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	bs, _ := io.ReadAll(mr)
	fmt.Println(string(bs))
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 5))
	fmt.Println(err, err == io.ErrUnexpectedEOF)
	sc := bufio.NewScanner(rot13{strings.NewReader("no\npq")})
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), ".")
	}
	fmt.Println()
	var rw io.ReadWriter = &buf
	fmt.Fprint(rw, 1, 2, "a", "b", 3, 4.5, nil, 'c')
	fmt.Println(buf.String())
}
