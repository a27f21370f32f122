package main

import "fmt"

type Fault struct{ Code int }

func (f Fault) Error() string { return fmt.Sprint("fault ", f.Code) }

func work() {
	defer fmt.Println("deferred first, runs last")
	defer func() {
		defer func() {
			fmt.Println("recovered", recover())
			panic("third")
		}()
		panic("second")
	}()
	panic(Fault{1})
}

func main() { work() }
