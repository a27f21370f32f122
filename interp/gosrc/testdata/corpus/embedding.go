package main

import (
	"fmt"
)

type Animal interface {
	Sound() string
	Name() string
}
type Named struct{ name string }

func (n Named) Name() string { return n.name }

type Dog struct {
	Named
	age int
}

func (Dog) Sound() string { return "woof" }

type Puppy struct{ *Dog }

func (Puppy) Sound() string { return "yip" }

type Logger struct {
	Animal
	log []string
}

func (l *Logger) Sound() string {
	l.log = append(l.log, "sound")
	return l.Animal.Sound()
}

type ReadWriter interface {
	Reader
	Write(string)
}
type Reader interface{ Read() string }
type buf struct{ data []string }

func (b *buf) Read() string   { x := b.data[0]; b.data = b.data[1:]; return x }
func (b *buf) Write(s string) { b.data = append(b.data, s) }

func describe(a Animal) string { return a.Name() + " says " + a.Sound() }

func Main() {
	d := Dog{Named{"rex"}, 3}
	p := Puppy{&d}
	l := &Logger{Animal: d}
	for _, a := range []Animal{d, p, l, &d} {
		fmt.Println(describe(a))
	}
	fmt.Println(l.log, l.Name())
	var rw ReadWriter = &buf{}
	rw.Write("one")
	rw.Write("two")
	var r Reader = rw
	fmt.Println(r.Read(), rw.Read())
	if w, ok := r.(ReadWriter); ok {
		w.Write("three")
		fmt.Println(r.Read())
	}
	_, ok := r.(Animal)
	fmt.Println(ok)
	animals := map[string]Animal{"d": d}
	fmt.Println(animals["d"].Sound(), animals["x"] == nil)
	f := animals["d"].Name
	fmt.Println(f())
	var none Animal
	defer func() { fmt.Println("recovered:", recover() != nil) }()
	none.Sound()
}

func main() { Main() }
