package main

import "fmt"

type Sizer interface{ Size() int }
type Closer interface{ Close() error }
type File struct {
	name string
	size int
	open bool
}

func (f *File) Size() int { return f.size }
func (f *File) Close() error {
	if !f.open {
		return fmt.Errorf("%s: already closed", f.name)
	}
	f.open = false
	return nil
}

type Dir []Sizer

func (d Dir) Size() (n int) {
	for _, s := range d {
		n += s.Size()
	}
	return
}

type Const int

func (c Const) Size() int { return int(c) }

func closeAll(xs ...any) (errs []error) {
	for _, x := range xs {
		if c, ok := x.(Closer); ok {
			if err := c.Close(); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return
}

func largest(ss []Sizer) (best Sizer) {
	for _, s := range ss {
		if best == nil || s.Size() > best.Size() {
			best = s
		}
	}
	return
}

type Stack struct{ Sizer }

func Main() {
	f := &File{"a.txt", 10, true}
	d := Dir{f, Const(5), Dir{Const(1), Const(2)}}
	fmt.Println(d.Size(), len(d))
	fmt.Println(closeAll(f, 1, "x", f, nil, Const(2)))
	fmt.Printf("%T %v\n", largest(d), largest(d) == Sizer(f))
	fmt.Println(largest(nil) == nil)
	var s Sizer = Stack{Const(7)}
	fmt.Println(s.Size(), s.(Stack).Sizer, s == Stack{Const(7)}, s != Sizer(Const(7)))
	switch v := s.(type) {
	case Closer:
		fmt.Println("closer")
	case interface{ Size() int }:
		fmt.Println("sizer", v.Size())
	}
	m := map[Sizer]string{Const(1): "one", f: "file"}
	fmt.Println(m[Const(1)], m[f], m[Const(2)] == "")
	var e error
	if c, ok := any(f).(Closer); ok {
		e = c.Close()
	}
	fmt.Println(e)
	fs := []func() int{f.Size, d.Size, Const(3).Size, s.Size}
	t := 0
	for _, g := range fs {
		t += g()
	}
	fmt.Println(t)
	pc := Const(9)
	ps := Sizer(&pc)
	pc = 11
	fmt.Println(ps.Size())
	arr := [2]Sizer{Const(1)}
	fmt.Println(arr[1] == nil, arr)
	type key struct{ s Sizer }
	mk := map[key]int{{Const(1)}: 1}
	mk[key{Const(1)}]++
	fmt.Println(mk[key{Const(1)}], len(mk))
	_, ok := s.(fmt.Stringer)
	fmt.Println(ok)
	ch := make(chan Sizer, 2)
	ch <- Const(4)
	ch <- f
	close(ch)
	for x := range ch {
		fmt.Print(x.Size(), " ")
	}
	fmt.Println()
	ret := func(b bool) Sizer {
		if b {
			return Const(1)
		}
		return nil
	}
	fmt.Println(ret(true), ret(false) == nil)
}

func main() { Main() }
