package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"sort"
	"time"
)

type H func(int)
type M map[string][]string

func is[T any](x any) bool { _, ok := x.(T); return ok }

func main() {
	vals := []any{make(chan int), (chan<- int)(make(chan int)), (<-chan int)(make(chan int)), sort.IntSlice{1}, []int{1}, url.Values{"a": nil}, map[string][]string{}, M{}, json.RawMessage("x"), []byte("x"), func(int) {}, H(func(int) {}), func(a int) int { return a }, context.CancelFunc(func() {}), func() {}, time.Duration(1), int64(1), struct{ X int }{1}, [2]int{}, [3]int{}}
	for i, v := range vals {
		fmt.Print(i, ": ")
		if _, ok := v.(chan int); ok {
			fmt.Print("chan ")
		}
		if _, ok := v.(chan<- int); ok {
			fmt.Print("send ")
		}
		if _, ok := v.(<-chan int); ok {
			fmt.Print("recv ")
		}
		if _, ok := v.([]int); ok {
			fmt.Print("[]int ")
		}
		if _, ok := v.(sort.IntSlice); ok {
			fmt.Print("IntSlice ")
		}
		if _, ok := v.(map[string][]string); ok {
			fmt.Print("map ")
		}
		if _, ok := v.(url.Values); ok {
			fmt.Print("Values ")
		}
		if _, ok := v.([]byte); ok {
			fmt.Print("bytes ")
		}
		if _, ok := v.(json.RawMessage); ok {
			fmt.Print("raw ")
		}
		if _, ok := v.(func(int)); ok {
			fmt.Print("func ")
		}
		if _, ok := v.(H); ok {
			fmt.Print("H ")
		}
		if _, ok := v.(func()); ok {
			fmt.Print("func() ")
		}
		if _, ok := v.(context.CancelFunc); ok {
			fmt.Print("Cancel ")
		}
		if _, ok := v.(time.Duration); ok {
			fmt.Print("dur ")
		}
		switch v.(type) {
		case url.Values, sort.IntSlice:
			fmt.Print("std ")
		case map[string][]string, []int:
			fmt.Print("plain ")
		case <-chan int:
			fmt.Print("recv ")
		}
		fmt.Println(is[chan<- int](v), is[[]int](v), is[struct{ X int }](v), is[[2]int](v))
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(vals[3].([]int))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(vals[0].(<-chan int))
	}()
}
