package main

import "fmt"

func find(name string) (int, error) {
	if name == "" {
		return 0, fmt.Errorf("no name")
	}
	return len(name), nil
}

func main() {
	_, err := find("")
	fmt.Println(err.Error())
	n, err := find("abc")
	fmt.Println(n)
	fmt.Println(err.Error())
}
