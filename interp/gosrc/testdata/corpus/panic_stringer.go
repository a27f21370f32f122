package main

import "fmt"

type State struct{ Step int }

func (s State) String() string { return fmt.Sprintf("state at step %d", s.Step) }

func main() {
	for i := range 5 {
		if i == 3 {
			panic(State{i})
		}
		fmt.Println(i)
	}
}
