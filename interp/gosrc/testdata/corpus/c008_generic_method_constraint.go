package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"sync"
	"time"
)

type Shape interface {
	Area() float64
	comparable
}
type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }

func Largest[S Shape](ss ...S) (best S) {
	for _, s := range ss {
		if s.Area() > best.Area() {
			best = s
		}
	}
	return
}

type Setter[T any] interface {
	*T
	Set(string) error
}
type Conf struct{ v string }

func (c *Conf) Set(s string) error {
	if s == "" {
		return errors.New("empty")
	}
	c.v = s
	return nil
}
func FromStrings[T any, P Setter[T]](ss []string) ([]T, error) {
	out := make([]T, len(ss))
	for i, s := range ss {
		p := P(&out[i])
		if err := p.Set(s); err != nil {
			return nil, fmt.Errorf("item %d: %w", i, err)
		}
	}
	return out, nil
}

type Num interface{ ~int | ~float64 }
type Vec[T Num] []T

func (v Vec[T]) Dot(o Vec[T]) (s T) {
	for i := range v {
		s += v[i] * o[i]
	}
	return
}
func (v Vec[T]) Map(f func(T) T) Vec[T] {
	r := make(Vec[T], len(v))
	for i, x := range v {
		r[i] = f(x)
	}
	return r
}

type Cache[K comparable, V any] struct {
	mu   sync.Mutex
	data map[K]V
	miss int
}

func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache[K, V]{data: make(map[K]V)} }
func (c *Cache[K, V]) GetOr(k K, f func(K) (V, error)) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	c.miss++
	v, err := f(k)
	if err == nil {
		c.data[k] = v
	}
	return v, err
}
func zero[T any]() T { return *new(T) }
func isZero[T comparable](v T) bool { return v == zero[T]() }
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
	}
	return fmt.Sprintf("%T", v)
}

func main() {
	fmt.Println(Largest(Sq{1}, Sq{3}, Sq{2}))
	cs, err := FromStrings[Conf]([]string{"a", "b"})
	fmt.Println(cs, err)
	_, err = FromStrings[Conf]([]string{"a", ""})
	fmt.Println(err)
	fmt.Println(Vec[int]{1, 2}.Dot(Vec[int]{3, 4}), Vec[float64]{1, .5}.Map(math.Sqrt))
	c := NewCache[string, int]()
	for _, s := range []string{"1", "1", "x", "x"} {
		v, err := c.GetOr(s, strconv.Atoi)
		fmt.Println(v, err)
	}
	fmt.Println(c.miss, len(c.data))
	fmt.Println(zero[int](), zero[*int]() == nil, isZero(""), isZero(Sq{1}), isZero(struct{}{}))
	fmt.Println(kind(1), kind("s"), kind(2.5), kind(time.Second), kind([]int{}))
}
