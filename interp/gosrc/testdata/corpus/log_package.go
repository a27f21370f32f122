package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

type prefixer struct{ n int }

func (p *prefixer) Write(b []byte) (int, error) {
	p.n++
	fmt.Printf("%d:%s", p.n, b)
	return len(b), nil
}

func main() {
	var buf bytes.Buffer
	w := &prefixer{}
	for i, line := range []string{"a", "b"} {
		fmt.Fprintf(io.MultiWriter(w, &buf), "line %d %s\n", i, line)
	}
	fmt.Print(buf.String())
	fmt.Fprintln(w, "x", 1)
	io.WriteString(w, "plain\n")
	n, err := io.Copy(w, io.LimitReader(strings.NewReader("abcdef\n"), 3))
	fmt.Println(n, err, w.n)
}
