package main

import (
	"fmt"
	"strconv"
)

type Name string

func main() {
	s := "héllo\n\t\"wörld\""
	fmt.Printf("%s\n%q\n%+q\n%#q\n%x\n% x\n%X\n%#x\n", s, s, s, s, s, s, s, s)
	fmt.Printf("%10s|%-10s|%.2s|%10.3s|\n", "abc", "abc", "héllo", "héllo")
	fmt.Printf("%v %q %T %#v %x\n", Name("bob"), Name("bob"), Name("bob"), Name("bob"), Name("bob"))
	b := []byte("hi")
	fmt.Printf("%s %v %q %x %X %#v %T\n", b, b, b, b, b, b, b)
	fmt.Printf("%c %q %v %U\n", 'é', 'é', 'é', 'é')
	fmt.Printf("%#q %#q\n", "back`tick", "plain")
	fmt.Printf("%v %s\n", []string{"a b", "c"}, []string{"x", "y"})
	fmt.Printf("%q\n", []string{"a b", "c"})
	fmt.Printf("%x %X\n", []string{"ab", "c"}, "hello")
	fmt.Printf("%5q|%-8q|%08s\n", "a", "b", "c")
	arr := [3]byte{1, 2, 3}
	fmt.Printf("%v %x %s %#v\n", arr, arr, []byte{65, 66}, arr)
	fmt.Printf("%d %c\n", []rune("hé"), []rune("hé"))
	fmt.Println(strconv.Quote("\x00\u2028é"), strconv.QuoteToASCII("é☺"))
}
