package main

import (
	"errors"
	"fmt"
)

type Dictionary map[string]string
type DictionaryErr string

const (
	ErrNotFound = DictionaryErr("could not find the word")
	ErrExists   = DictionaryErr("word exists")
)

func (e DictionaryErr) Error() string { return string(e) }

func (d Dictionary) Search(w string) (string, error) {
	def, ok := d[w]
	if !ok {
		return "", ErrNotFound
	}
	return def, nil
}

func (d Dictionary) Add(w, def string) error {
	switch _, err := d.Search(w); err {
	case ErrNotFound:
		d[w] = def
	case nil:
		return ErrExists
	default:
		return err
	}
	return nil
}

func Main() {
	d := Dictionary{"test": "a test"}
	fmt.Println(d.Search("test"))
	fmt.Println(d.Search("x"))
	fmt.Println(d.Add("test", "again"), d.Add("new", "def"), len(d))
	_, err := d.Search("gone")
	fmt.Println(err == ErrNotFound, errors.Is(err, ErrNotFound), err != ErrExists)
}

func main() { Main() }
