package main

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

type Res struct{ data []byte }

func (r *Res) Read(p []byte) (int, error) {
	if len(r.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.data)
	r.data = r.data[n:]
	return n, nil
}
func (r *Res) Close() error { fmt.Println("closed"); return nil }

type Sink struct{ lines int }

func (s *Sink) Write(p []byte) (int, error) {
	s.lines += strings.Count(string(p), "\n")
	return len(p), nil
}

func use(x any) {
	if r, ok := x.(io.Reader); ok {
		b, err := io.ReadAll(r)
		fmt.Println("read", string(b), err)
	}
	if c, ok := x.(io.Closer); ok {
		c.Close()
	}
	switch w := x.(type) {
	case io.ReadWriter:
		fmt.Println("rw")
	case io.Writer:
		fmt.Fprintf(w, "a\nb\n")
		fmt.Println("writer")
	case sort.Interface:
		sort.Sort(w)
		fmt.Println("sorted", w)
	default:
		fmt.Printf("none %T\n", w)
	}
}
func Main() {
	use(&Res{[]byte("hello")})
	s := &Sink{}
	use(s)
	fmt.Println(s.lines)
	use(sort.IntSlice{3, 1, 2})
	use(5)
	use(strings.NewReader("plain"))
	var b strings.Builder
	use(&b)
	fmt.Printf("%q\n", b.String())
}

func main() { Main() }
