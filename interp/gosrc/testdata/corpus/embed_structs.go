package main

import "fmt"

type Base struct {
	ID   int
	Name string
}

func (b Base) Describe() string { return fmt.Sprintf("%d:%s", b.ID, b.Name) }
func (b *Base) Rename(n string) { b.Name = n }
func (b Base) Hello() string    { return "base hello" }

type Logger struct{ lines []string }

func (l *Logger) Log(f string, a ...any) { l.lines = append(l.lines, fmt.Sprintf(f, a...)) }

type User struct {
	Base
	*Logger
	Email string
}

func (u User) Hello() string { return "user hello, " + u.Base.Hello() }

type Admin struct {
	User
	Perms []string
}

type Describer interface{ Describe() string }
type Helloer interface {
	Describer
	Hello() string
}

type ReadWriter interface {
	Reader
	Writer
}
type Reader interface{ Read() string }
type Writer interface{ Write(string) }
type file struct{ data string }

func (f *file) Read() string   { return f.data }
func (f *file) Write(s string) { f.data += s }

type wrapped struct{ ReadWriter }

func (w wrapped) Write(s string) { w.ReadWriter.Write("[" + s + "]") }

func Main() {
	u := User{Base: Base{1, "ann"}, Logger: &Logger{}, Email: "a@b"}
	fmt.Println(u.Describe(), u.Hello(), u.ID, u.Base.Name)
	u.Rename("bob")
	u.Log("renamed to %s", u.Name)
	fmt.Println(u.Describe(), u.lines)
	a := Admin{User: u, Perms: []string{"all"}}
	a.Rename("root")
	fmt.Println(a.Describe(), a.Hello(), u.Name, a.User.Base.ID)
	var d Describer = a
	fmt.Println(d.Describe())
	var h Helloer = &a
	fmt.Println(h.Hello(), h.Describe())
	if hh, ok := d.(Helloer); ok {
		fmt.Println("helloer", hh.Hello())
	}
	w := wrapped{&file{}}
	w.Write("x")
	w.Write("y")
	fmt.Println(w.Read())
	var rw ReadWriter = w
	rw.Write("z")
	fmt.Println(rw.Read())
	fmt.Printf("%v %+v\n", a.Base, a.User.Base)
	a.Log("shared")
	fmt.Println(len(u.lines))
	b := a
	b.ID = 99
	fmt.Println(a.ID, b.ID)
	f := a.Describe
	a.ID = 5
	fmt.Println(f(), Base.Describe(a.Base), (*Base).Describe(&a.Base))
}

func main() { Main() }
