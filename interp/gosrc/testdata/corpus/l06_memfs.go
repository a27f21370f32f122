package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"
)

type Node interface {
	Name() string
	Size() int64
}
type base struct {
	name string
	mod  time.Time
}

func (b base) Name() string { return b.name }

type File struct {
	base
	data []byte
}
type Dir struct {
	base
	kids map[string]Node
}

func (f *File) Size() int64 { return int64(len(f.data)) }
func (d *Dir) Size() (n int64) {
	for _, k := range d.kids {
		n += k.Size()
	}
	return
}

type PathError struct {
	Op, Path string
	Err      error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

var (
	ErrNotExist = errors.New("does not exist")
	ErrExist    = errors.New("already exists")
	ErrNotDir   = errors.New("not a directory")
)

type FS struct{ root *Dir }

func NewFS() *FS { return &FS{&Dir{base{name: "/"}, map[string]Node{}}} }
func (fs *FS) walk(op, p string) (dir *Dir, last string, err error) {
	dir = fs.root
	parts := strings.FieldsFunc(p, func(r rune) bool { return r == '/' })
	for i, part := range parts {
		if i == len(parts)-1 {
			return dir, part, nil
		}
		switch n := dir.kids[part].(type) {
		case *Dir:
			dir = n
		case nil:
			return nil, "", &PathError{op, p, fmt.Errorf("%q %w", part, ErrNotExist)}
		default:
			return nil, "", &PathError{op, p, ErrNotDir}
		}
	}
	return dir, ".", nil
}
func (fs *FS) Mkdir(p string) error {
	d, last, err := fs.walk("mkdir", p)
	if err != nil {
		return err
	}
	if _, dup := d.kids[last]; dup {
		return &PathError{"mkdir", p, ErrExist}
	}
	d.kids[last] = &Dir{base{name: last}, map[string]Node{}}
	return nil
}
func (fs *FS) Create(p string) (io.WriteCloser, error) {
	d, last, err := fs.walk("create", p)
	if err != nil {
		return nil, err
	}
	f := &File{base: base{name: last}}
	d.kids[last] = f
	return &writer{f: f}, nil
}

type writer struct {
	f      *File
	closed bool
}

func (w *writer) Write(b []byte) (int, error) {
	if w.closed {
		return 0, errors.New("write on closed file")
	}
	w.f.data = append(w.f.data, b...)
	return len(b), nil
}
func (w *writer) Close() error { w.closed = true; return nil }
func (fs *FS) Open(p string) (io.Reader, error) {
	d, last, err := fs.walk("open", p)
	if err != nil {
		return nil, err
	}
	f, ok := d.kids[last].(*File)
	if !ok {
		return nil, &PathError{"open", p, ErrNotExist}
	}
	return bytes.NewReader(f.data), nil
}
func (fs *FS) All() iter.Seq2[string, Node] {
	var rec func(string, *Dir, func(string, Node) bool) bool
	rec = func(prefix string, d *Dir, yield func(string, Node) bool) bool {
		for _, name := range slices.Sorted(maps.Keys(d.kids)) {
			n := d.kids[name]
			full := prefix + "/" + name
			if !yield(full, n) {
				return false
			}
			if sub, ok := n.(*Dir); ok && !rec(full, sub, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(string, Node) bool) { rec("", fs.root, yield) }
}

func main() {
	fs := NewFS()
	for _, p := range []string{"/a", "/a/b", "/a", "/x/y", "/a/b/c"} {
		fmt.Println(p, fs.Mkdir(p))
	}
	w, err := fs.Create("/a/b/f.txt")
	fmt.Fprintf(w, "line %d\nline %d\n", 1, 2)
	w.Close()
	n, werr := fmt.Fprint(w, "more")
	fmt.Println(err, n, werr)
	w2, _ := fs.Create("/a/zz")
	io.Copy(w2, io.LimitReader(strings.NewReader(strings.Repeat("ab", 50)), 33))
	r, err := fs.Open("/a/b/f.txt")
	sc := bufio.NewScanner(r)
	for i := 1; sc.Scan(); i++ {
		fmt.Printf("%d %s\n", i, sc.Text())
	}
	_, err = fs.Open("/a/b/f.txt/q")
	fmt.Println(err, errors.Is(err, ErrNotDir))
	_, err = fs.Open("/a/b")
	var pe *PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err == ErrNotExist)
	for p, n := range fs.All() {
		_, isDir := n.(*Dir)
		fmt.Printf("%-14s %4d %v\n", p, n.Size(), isDir)
		if strings.HasSuffix(p, "zz") {
			break
		}
	}
	fmt.Println(fs.root.Size(), fs.root.Name(), len(fs.root.kids))
	if _, err := fs.Create("/no/file"); err != nil {
		fmt.Printf("%v|%+v|%T\n", err, err, errors.Unwrap(err))
	}
}
