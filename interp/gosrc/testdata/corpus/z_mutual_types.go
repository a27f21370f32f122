package main

import (
	"fmt"
	"strings"
)

type Visitor interface {
	VisitFile(*File) bool
	VisitDir(*Dir) bool
}

type Node interface {
	Accept(Visitor) bool
	Size() int
}

type File struct {
	Name  string
	Bytes int
}

type Dir struct {
	Name     string
	Children []Node
	parent   *Dir
}

func (f *File) Accept(v Visitor) bool { return v.VisitFile(f) }
func (f *File) Size() int             { return f.Bytes }
func (d *Dir) Accept(v Visitor) bool {
	if !v.VisitDir(d) {
		return false
	}
	for _, c := range d.Children {
		if !c.Accept(v) {
			return false
		}
	}
	return true
}
func (d *Dir) Size() (n int) {
	for _, c := range d.Children {
		n += c.Size()
	}
	return
}

func (d *Dir) Add(ns ...Node) *Dir {
	for _, n := range ns {
		if sub, ok := n.(*Dir); ok {
			sub.parent = d
		}
		d.Children = append(d.Children, n)
	}
	return d
}

func (d *Dir) Path() string {
	if d.parent == nil {
		return d.Name
	}
	return d.parent.Path() + "/" + d.Name
}

type printer struct{ strings.Builder }

func (p *printer) VisitFile(f *File) bool { fmt.Fprintf(p, "%s(%d) ", f.Name, f.Bytes); return true }
func (p *printer) VisitDir(d *Dir) bool   { fmt.Fprintf(p, "%s: ", d.Path()); return true }

type finder struct {
	want  string
	found *File
}

func (f *finder) VisitFile(x *File) bool {
	if x.Name == f.want {
		f.found = x
	}
	return f.found == nil
}
func (f *finder) VisitDir(*Dir) bool { return true }

func Main() {
	root := (&Dir{Name: "root"}).Add(&File{"a", 1}, (&Dir{Name: "sub"}).Add(&File{"b", 20}, &Dir{Name: "empty"}), &File{"c", 300})
	root.Children[1].(*Dir).Children[1].(*Dir).Add(&File{"deep", 4000})
	var p printer
	fmt.Println(root.Accept(&p), root.Size())
	fmt.Println(p.String())
	f := &finder{want: "deep"}
	fmt.Println(root.Accept(f), f.found.Bytes)
	f = &finder{want: "none"}
	fmt.Println(root.Accept(f), f.found == nil)
}

func main() { Main() }
