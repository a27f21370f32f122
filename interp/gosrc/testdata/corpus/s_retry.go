package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Temporary struct{ N int }

func (t Temporary) Error() string { return "temporary " + strconv.Itoa(t.N) }

func retry(n int, f func(int) error) (err error) {
	for i := range n {
		if err = f(i); err == nil {
			return nil
		}
		var t Temporary
		if !errors.As(err, &t) {
			return fmt.Errorf("try %d: %w", i, err)
		}
	}
	return fmt.Errorf("gave up after %d: %w", n, err)
}

func Main() {
	fmt.Println(retry(3, func(i int) error {
		if i < 2 {
			return Temporary{i}
		}
		return nil
	}))
	fmt.Println(retry(2, func(i int) error { return Temporary{i} }))
	fmt.Println(retry(2, func(i int) error { return errors.New("fatal") }))
}

func main() { Main() }
