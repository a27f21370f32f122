package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"sort"
	"strings"
)

type Shape interface {
	fmt.Stringer
	Area() float64
}
type Sized interface {
	sort.Interface
	Total() float64
}
type Shapes []Shape

func (s Shapes) Len() int           { return len(s) }
func (s Shapes) Less(i, j int) bool { return s[i].Area() < s[j].Area() }
func (s Shapes) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s Shapes) Total() (t float64) {
	for _, x := range s {
		t += x.Area()
	}
	return
}

type Rect struct{ W, H float64 }
type Circle struct{ R float64 }

func (r Rect) Area() float64     { return r.W * r.H }
func (r Rect) String() string    { return fmt.Sprintf("rect %gx%g", r.W, r.H) }
func (c *Circle) Area() float64  { return math.Pi * c.R * c.R }
func (c *Circle) String() string { return fmt.Sprintf("circle %g", c.R) }

type reverse struct{ Sized }

func (r reverse) Less(i, j int) bool { return r.Sized.Less(j, i) }

type rot13 struct{ io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	for i := range p[:n] {
		c := p[i]
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		}
	}
	return n, err
}

type countW struct {
	io.Writer
	n int
}

func (c *countW) Write(p []byte) (int, error) {
	c.n += len(p)
	return c.Writer.Write(p)
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, errors.New("broken pipe") }

type rw interface {
	io.ReadWriter
	fmt.Stringer
}

func pump(x rw) string {
	x.Write([]byte(" more"))
	b := make([]byte, 4)
	n, _ := x.Read(b)
	return string(b[:n]) + "|" + x.String()
}

func main() {
	ss := Shapes{Rect{3, 4}, &Circle{1}, Rect{1, 1}}
	var sized Sized = ss
	sort.Sort(sized)
	fmt.Println(ss, sized.Total() > 16)
	sort.Sort(reverse{ss})
	fmt.Println(ss, sort.IsSorted(ss))
	for _, s := range ss {
		fmt.Printf("%s %v %.2f %T\n", s, s, s.Area(), s)
	}
	b, err := io.ReadAll(rot13{strings.NewReader("uryyb")})
	fmt.Println(string(b), err)
	var sb strings.Builder
	cw := &countW{Writer: &sb}
	fmt.Fprintf(cw, "%s %d", "written", 42)
	io.Copy(cw, rot13{strings.NewReader("nop")})
	fmt.Println(sb.String(), cw.n)
	_, err = io.ReadAll(io.MultiReader(strings.NewReader("a"), errReader{}))
	fmt.Println(err)
	fmt.Println(pump(bytes.NewBufferString("data")))
	var w io.Writer = cw
	if c, ok := w.(*countW); ok {
		fmt.Println("counted", c.n)
	}
	if _, ok := w.(io.Reader); !ok {
		fmt.Println("no reader")
	}
	if s, ok := any(&sb).(fmt.Stringer); ok {
		fmt.Println(len(s.String()))
	}
	sc := bufio.NewScanner(rot13{strings.NewReader("n b\nc q")})
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
}
