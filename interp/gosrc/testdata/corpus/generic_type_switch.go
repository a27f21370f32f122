package main

import (
	"errors"
	"fmt"
)

type Num interface{ ~int | ~int64 | ~float64 }

type Celsius float64
type ID int64

func kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	case Celsius:
		return "celsius"
	case error:
		return "error"
	}
	return fmt.Sprintf("other %T", v)
}

type Named struct{ n string }

func (n Named) String() string { return "named " + n.n }

func describe[T any, PT interface {
	*T
	Set(string)
}](s string) T {
	var v T
	PT(&v).Set(s)
	return v
}

type Conf struct{ raw string }

func (c *Conf) Set(s string) { c.raw = "<" + s + ">" }

func sum[T Num](xs ...T) (total T) {
	for _, x := range xs {
		total += x
	}
	return
}

func convert[To, From Num](f From) To { return To(f) }

func isZero[T comparable](v T) bool {
	var zero T
	return v == zero
}

func main() {
	fmt.Println(kind(1), kind("a"), kind(Celsius(2)), kind(Named{"x"}), kind(errors.New("e")), kind(2.5), kind([]int{1}), kind([]any{1}))
	fmt.Println(describe[Conf]("v"))
	fmt.Println(sum(1, 2, 3), sum(1.5, 2), sum(Celsius(1), 2.5), sum[ID]())
	fmt.Println(convert[int](3.9), convert[float64](ID(4)), convert[Celsius](7))
	fmt.Println(isZero(0), isZero("a"), isZero(Named{}), isZero(Named{"q"}), isZero[any](nil), isZero[error](nil))
	fmt.Printf("%T %T %T\n", sum(Celsius(1)), convert[ID](1), describe[Conf]("z"))
}
