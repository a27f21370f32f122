package main

import "fmt"

func Main() {
	var fs []func() int
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { i += 10; return i })
		{
			i := 10
			if i > 5 && len(fs)%2 == 0 {
				continue
			}
			_ = i
		}
		i, j := i+100, i
		fs = append(fs, func() int { return i + j })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	for i := range 3 {
		p := &i
		i := *p * 2
		fmt.Print(i, *p, " ")
	}
	for i, s := range []string{"a", "b"} {
		defer func() { fmt.Print(i, s, ";") }()
		s := s + "!"
		var i = len(s) + i
		defer func() { fmt.Print(i, s, ";") }()
	}
}

func main() { Main() }
