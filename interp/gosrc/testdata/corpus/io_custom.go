package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type Upper struct{ w io.Writer }

func (u Upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

type CountWriter struct{ n, calls int }

func (c *CountWriter) Write(p []byte) (int, error) {
	c.n += len(p)
	c.calls++
	return len(p), nil
}

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i := range p[:n] {
		switch c := p[i]; {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

type infinite struct{ c byte }

func (i infinite) Read(p []byte) (int, error) {
	for j := range p {
		p[j] = i.c
	}
	return len(p), nil
}

type Logger interface{ Log(string) }
type writerLogger struct{ io.Writer }

func (w writerLogger) Log(s string) { fmt.Fprintf(w, "LOG %s\n", s) }

func report(w io.Writer, items ...string) (n int, err error) {
	for i, it := range items {
		k, err := fmt.Fprintf(w, "%d:%s ", i, it)
		if err != nil {
			return n, err
		}
		n += k
	}
	return n, nil
}

func Main() {
	var buf bytes.Buffer
	fmt.Fprint(Upper{&buf}, "hello ", 42, " world")
	fmt.Println(buf.String())
	c := &CountWriter{}
	n, err := report(c, "a", "bb")
	fmt.Println(n, err, c.n, c.calls)
	b, err := io.ReadAll(rot13{strings.NewReader("Uryyb, Jbeyq!")})
	fmt.Println(string(b), err)
	p := make([]byte, 5)
	k, err := infinite{'z'}.Read(p)
	fmt.Println(k, err, string(p))
	var w io.Writer = c
	io.WriteString(w, "xyz")
	if cw, ok := w.(*CountWriter); ok {
		fmt.Println("count", cw.n)
	}
	mw := io.MultiWriter(&buf, c)
	fmt.Fprint(mw, "!")
	fmt.Println(buf.String(), c.n)
	var lg Logger = writerLogger{&buf}
	lg.Log("msg")
	fmt.Printf("%q\n", buf.String())
	lr := io.LimitReader(infinite{'q'}, 3)
	b, _ = io.ReadAll(lr)
	fmt.Println(string(b))
	r := strings.NewReader("line1\nline2")
	one := make([]byte, 4)
	for {
		n, err := r.Read(one)
		fmt.Print(string(one[:n]), "|")
		if err == io.EOF {
			fmt.Println(errors.Is(err, io.EOF))
			break
		}
	}
	var sb strings.Builder
	io.Copy(&sb, io.TeeReader(strings.NewReader("tee"), Upper{&buf}))
	fmt.Println(sb.String())
}

func main() { Main() }
