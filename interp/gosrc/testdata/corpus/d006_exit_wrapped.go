package main

import (
	"errors"
	"fmt"
)

var ErrBase = errors.New("base")

func deep(n int) error {
	if n == 0 {
		return ErrBase
	}
	return fmt.Errorf("level %d: %w", n, deep(n-1))
}

func main() {
	err := deep(3)
	fmt.Println(errors.Is(err, ErrBase))
	if err != nil {
		panic(err)
	}
}
