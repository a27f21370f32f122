package main

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"
)

type BitSet []uint64

func (b *BitSet) Add(n int) {
	w := n / 64
	for len(*b) <= w {
		*b = append(*b, 0)
	}
	(*b)[w] |= 1 << (n % 64)
}
func (b BitSet) Has(n int) bool { return n/64 < len(b) && b[n/64]&(1<<(uint(n)%64)) != 0 }
func (b BitSet) Len() (c int) {
	for _, w := range b {
		c += bits.OnesCount64(w)
	}
	return
}
func (b BitSet) All(yield func(int) bool) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			if !yield(i*64 + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}
func (b BitSet) String() string {
	s := []string{}
	for n := range b.All {
		s = append(s, strconv.Itoa(n))
	}
	return "{" + strings.Join(s, " ") + "}"
}
func rotate(m [][]int) {
	n := len(m)
	for i := 0; i < n/2; i++ {
		for j := i; j < n-i-1; j++ {
			m[i][j], m[n-1-j][i], m[n-1-i][n-1-j], m[j][n-1-i] = m[n-1-j][i], m[n-1-i][n-1-j], m[j][n-1-i], m[i][j]
		}
	}
}
func transpose(m [3][3]int) (t [3][3]int) {
	for i, r := range m {
		for j, v := range r {
			t[j][i] = v
		}
	}
	return
}
func Main() {
	var b BitSet
	for _, n := range []int{3, 70, 0, 3} {
		b.Add(n)
	}
	fmt.Println(b, b.Len(), b.Has(70), b.Has(71), b.Has(1000), len(b))
	for n := range b.All {
		if n > 10 {
			fmt.Println("first big", n)
			break
		}
	}
	m := [][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	rotate(m)
	fmt.Println(m)
	a := [3][3]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	fmt.Println(transpose(a), transpose(transpose(a)) == a)
	pascal := make([][]int, 5)
	for i := range pascal {
		pascal[i] = make([]int, i+1)
		pascal[i][0], pascal[i][i] = 1, 1
		for j := 1; j < i; j++ {
			pascal[i][j] = pascal[i-1][j-1] + pascal[i-1][j]
		}
	}
	for i, row := range pascal {
		fmt.Printf("%*s%v\n", 5-i, "", row)
	}
	var x uint32 = 0xDEADBEEF
	fmt.Printf("%x %x %032b %d\n", x>>16, x<<8, x&0xF, bits.LeadingZeros32(x>>4))
}

func main() { Main() }
