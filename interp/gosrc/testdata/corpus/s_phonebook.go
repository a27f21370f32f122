package main

import (
	"fmt"
	"strings"
)

type Entry struct {
	Name  string
	Phone []string
}
type Book struct{ entries []Entry }

func (b *Book) Find(name string) *Entry {
	for i := range b.entries {
		if b.entries[i].Name == name {
			return &b.entries[i]
		}
	}
	return nil
}

func (b *Book) Add(name string, phones ...string) {
	if e := b.Find(name); e != nil {
		e.Phone = append(e.Phone, phones...)
		return
	}
	b.entries = append(b.entries, Entry{name, phones})
}

func Main() {
	var b Book
	b.Add("ann", "1", "2")
	b.Add("bob")
	b.Add("ann", "3")
	b.Find("bob").Phone = []string{"9"}
	fmt.Printf("%v\n%+v\n", b, b.entries)
	fmt.Println(b.Find("zed") == nil, len(b.Find("ann").Phone))
	for _, e := range b.entries {
		e.Name = strings.ToUpper(e.Name)
	}
	fmt.Println(b.entries[0].Name)
}

func main() { Main() }
