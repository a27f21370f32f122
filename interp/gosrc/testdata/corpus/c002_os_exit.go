package main

import (
	"errors"
	"fmt"
	"os"
)

func run() error { return errors.New("cannot run") }

func main() {
	defer fmt.Println("never printed")
	if err := run(); err != nil {
		fmt.Println("error:", err)
		os.Exit(3)
	}
}
