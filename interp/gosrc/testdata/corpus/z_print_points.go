package main

import (
	"errors"
	"fmt"
)

type Level int

func (l Level) String() string { return [...]string{"debug", "info", "warn"}[l] }

type Entry struct {
	Level Level
	Msg   string
	Err   error
	Prev  *Entry
	extra Level
}

type Bad struct{ code int }

func (b *Bad) Error() string { return fmt.Sprint("bad ", b.code) }

func Main() {
	e := Entry{Level: 1, Msg: "m", Err: &Bad{3}}
	fmt.Println(e.Level, []Level{0, 2}, map[Level]int{1: 5}, e, &Entry{Level: 2})
	fmt.Printf("%v %d %s %x %q %+v\n", e.Level, e.Level, e.Level, e.Level, e.Level, e)
	fmt.Println([]any{Level(1), &Bad{1}, errors.New("x"), nil}, [1]Level{2}, struct{ L Level }{1})
	m := map[string]any{"l": Level(0), "n": nil, "s": []Level{1}}
	fmt.Println(m)
	var err error = &Bad{7}
	fmt.Printf("%v|%s|%q|%T\n", err, err, err, err)
	ch := make(chan any, 1)
	ch <- Level(2)
	fmt.Println(<-ch)
	var np *Bad
	fmt.Println(np == nil, error(np) != nil)
	fmt.Printf("%6v|%-6v|%6.1f|%+d|%#x|%08b\n", Level(1), Level(0), 3.14, 5, 255, 5)
}

func main() { Main() }
