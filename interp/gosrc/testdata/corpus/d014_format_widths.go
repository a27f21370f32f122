package main

import (
	"fmt"
	"time"
)

type P struct {
	Name string
	X    float64
	ok   bool
}
type ID [4]byte

func (i ID) String() string { return fmt.Sprintf("%x", i[:]) }

type Dur time.Duration

func main() {
	p := P{"n", 1.5, true}
	fmt.Printf("[%10v]\n[%-20v]\n[%+10v]\n", p, p, p)
	fmt.Printf("[%6.2f] [%8s] [%-8s] [%08d] [%+08d] [%x] [%X]\n", 3.14159, "hi", "hi", 42, 42, "hi", []byte{1, 171})
	fmt.Printf("%5t|%-7t|%q|%v|%c|%U\n", true, false, 'x', 'x', 0x1F600, 0x1F600)
	fmt.Printf("%3d|%-3d|%03d|% d|%+d\n", []int{1, 22}, []int{1, 22}, []int{1, 22}, []int{1, -2}, []int{3})
	fmt.Printf("%6.1f|%v|%g|%e\n", []float64{1, 2.25}, []float64{1e6, 1e-7}, 1e100, 123456.789)
	fmt.Printf("%q|%s|%v|%x\n", []string{"a", "b c"}, []string{"a", "b c"}, [2]string{"x", ""}, []string{"hi", "yo"})
	fmt.Printf("%v %s %x %d\n", ID{1, 2, 3, 255}, ID{1}, ID{1, 2}, ID{9})
	fmt.Printf("%v %d %s\n", Dur(5), Dur(5), time.Duration(Dur(1500000)))
	fmt.Printf("%v %v\n", struct{}{}, []struct{}{{}, {}})
	fmt.Printf("%T %T %T %T\n", p, &p, []P{}, map[ID]*P{})
	fmt.Printf("%p\n", nil)
	fmt.Printf("%v %v\n", &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%+v %+v\n", &[]P{p}, []*int{nil})
	fmt.Printf("%#v %#v %#v\n", []string{"a"}, map[string]bool{"k": true}, [2]any{1, "x"})
	fmt.Printf("%#v %#v %#v %#v\n", 1.0, "s", 'x', uint8(3))
	fmt.Printf("%#v\n", struct {
		A *int
		B []byte
		C map[int]string
		D any
		E func()
	}{B: []byte("x")})
	fmt.Printf("%#x %#o %#b %#q %#U\n", 255, 8, 5, "q", 'é')
	fmt.Printf("%v|%6v|%-6v|%06v\n", 42, 42, 42, 42)
	fmt.Printf("%[1]v %[1]T %[2]q %[1]d\n", 65, "z")
	fmt.Printf("%[3]*.[2]*[1]f|\n", 12.0, 2, 6)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%!d|%", 1)
	fmt.Println()
	fmt.Printf("%d%%|%c|%v\n", 50, "x", [3]bool{true})
	fmt.Printf("%s|%v|%d\n", error(nil), error(nil), []any{1, "a", nil})
	fmt.Printf("%s %v\n", []byte(nil), []byte{})
	fmt.Printf("%t %t\n", 1, "x")
	fmt.Printf("%.3v|%.10v|%5.1v\n", "abcdef", "abc", 2.55)
	fmt.Printf("%x %x %X\n", -42, 3.5, "né")
	fmt.Printf("%08.3f|%+.2e|%-10.1f|% .3f\n", -3.14159, 12345.678, 2.25, 2.0)
	fmt.Printf("%v %v %v\n", complex(1, -2), complex64(3), 1i*1i)
	fmt.Printf("%6d|%6d\n%6s|%-6s|\n", 1, 1000, "ab", "cd")
	fmt.Printf("%v %+v\n", struct {
		P  *P
		In P
	}{nil, p}, struct{ M map[string]P }{map[string]P{"k": p}})
}
