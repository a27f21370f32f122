package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Level int

const (
	Debug Level = iota
	Info
)

func (l Level) String() string {
	switch l {
	case Debug:
		return "DEBUG"
	case Info:
		return "INFO"
	}
	return "Level(" + strconv.Itoa(int(l)) + ")"
}

type Money struct {
	Amount   int
	Currency string
}

func (m Money) String() string { return fmt.Sprintf("%d %s", m.Amount, m.Currency) }

type Account struct {
	Owner   string
	Balance Money
	Level   Level
	secret  Level
	Next    *Account
}
type Err struct{ Code int }

func (e Err) Error() string { return fmt.Sprint("code ", e.Code) }

func Main() {
	a := Account{"bob", Money{5, "EUR"}, Info, Info, nil}
	fmt.Println(a)
	fmt.Printf("%v|%+v|%s|%d\n", a, a, a.Level, a.Level)
	fmt.Printf("%v %v %v\n", Level(7), []Level{Debug, Info}, map[Level]Money{Info: {1, "USD"}})
	fmt.Printf("%8s|%-8v|%q|%x\n", Info, Debug, Info, Level(10))
	fmt.Printf("%T %T %T %T\n", a, Info, &a, []Money{})
	fmt.Println(&Money{1, "X"}, &a.Balance, Err{3}, []error{Err{4}}, struct{ E error }{Err{5}})
	var s fmt.Stringer = Info
	fmt.Println(s, s.String())
	s = Money{7, "Z"}
	fmt.Println(s)
	if m, ok := s.(Money); ok {
		fmt.Println(m.Amount)
	}
	fmt.Println(fmt.Sprint(Info), fmt.Sprintln(Debug, 1), fmt.Sprintf("%v", any(Info)))
	fmt.Printf("%#v %#v\n", Money{1, "a"}, Level(1))
	fmt.Printf("%5.1f|%05d|%+d|%t|%c|%U|%e\n", 3.14159, 42, 7, true, 'A', 'é', 12345.678)
	fmt.Printf("%v %v\n", struct {
		A int
		B string
	}{1, "x"}, [2]bool{true})
	var np *Money
	fmt.Println(np == nil)
	fmt.Printf("%d %s\n", []int{1, 2}, []string{"a", "b"})
	fmt.Printf("%s %v\n", errors.New("plain"), fmt.Errorf("wrap %w", Err{6}))
	fmt.Printf("%!|%z %d\n", 1)
}

func main() { Main() }
