package main

import (
	"fmt"
	"math/bits"
)

func toBin(n uint) string {
	if n == 0 {
		return "0"
	}
	s := ""
	for ; n > 0; n >>= 1 {
		s = string('0'+rune(n&1)) + s
	}
	return s
}

func fromBin(s string) (n int, err error) {
	for i, c := range s {
		switch c {
		case '0', '1':
			n = n<<1 | int(c-'0')
		default:
			return 0, fmt.Errorf("position %d: bad digit %q", i, c)
		}
	}
	return n, nil
}

func Main() {
	for _, n := range []uint{0, 5, 255, 1 << 20} {
		fmt.Println(n, toBin(n), fmt.Sprintf("%b", n) == toBin(n))
	}
	fmt.Println(fromBin("1011"))
	fmt.Println(fromBin("10a1"))
	var flags uint8
	for i := range 8 {
		if i%3 == 0 {
			flags |= 1 << i
		}
	}
	fmt.Printf("%08b %x %#x %d\n", flags, flags, flags, bits.OnesCount8(flags))
}

func main() { Main() }
