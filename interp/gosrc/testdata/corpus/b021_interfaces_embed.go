package main

import (
	"fmt"
)

type Reader interface{ Read() string }
type Writer interface{ Write(string) int }
type RW interface {
	Reader
	Writer
}
type File struct {
	data []string
	pos  int
}

func (f *File) Read() string {
	if f.pos >= len(f.data) {
		return "<eof>"
	}
	f.pos++
	return f.data[f.pos-1]
}
func (f *File) Write(s string) int { f.data = append(f.data, s); return len(s) }

type Closer interface{ Close() error }
type Flusher interface {
	Flush()
}

func (f *File) Close() error { return fmt.Errorf("closed at %d", f.pos) }

type logged struct {
	RW
	log *[]string
}

func (l logged) Write(s string) int {
	*l.log = append(*l.log, "write "+s)
	return l.RW.Write(s)
}

type Null struct{}

func (Null) Read() string     { return "" }
func (Null) Write(string) int { return -1 }

var _ RW = (*File)(nil)
var _ RW = Null{}

func use(rw RW) {
	fmt.Println(rw.Write("abc"), rw.Write("de"))
	fmt.Println(rw.Read())
	if c, ok := rw.(Closer); ok {
		fmt.Println("closer:", c.Close())
	}
	if _, ok := rw.(Flusher); !ok {
		fmt.Println("no flusher")
	}
	var r Reader = rw
	_, isW := r.(Writer)
	fmt.Printf("%T %v\n", r, isW)
}

type Walker interface{ Walk() string }
type WalkFunc func() string

func (w WalkFunc) Walk() string { return "func:" + w() }

func main() {
	var lg []string
	f := &File{}
	use(f)
	use(logged{f, &lg})
	use(&logged{Null{}, &lg})
	fmt.Println(lg, f.data)
	var w Walker = WalkFunc(func() string { return "x" })
	fmt.Println(w.Walk())
	var e interface{}
	e = w
	if ww, ok := e.(WalkFunc); ok {
		fmt.Println(ww())
	}
	var np *File
	var rw RW = np
	fmt.Println(rw == nil, np == nil, rw == RW(np), rw.(*File) == nil)
	m := map[RW]string{f: "file", Null{}: "null"}
	fmt.Println(m[f], m[Null{}], len(m), m[&File{}] == "")
	fmt.Println(RW(f) == RW(f), RW(Null{}) == RW(Null{}), any(f) == any(Null{}))
	s := []Walker{w, nil}
	defer func() { fmt.Println("rec:", recover()) }()
	for _, x := range s {
		fmt.Println(x.Walk())
	}
}
