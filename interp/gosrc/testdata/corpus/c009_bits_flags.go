package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"strings"
)

type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

var permNames = []struct {
	p Perm
	n string
}{{Read, "r"}, {Write, "w"}, {Exec, "x"}}

func (p Perm) String() string {
	if p == 0 {
		return "-"
	}
	var out []string
	for _, pn := range permNames {
		if p&pn.p != 0 {
			out = append(out, pn.n)
			p &^= pn.p
		}
	}
	if p != 0 {
		out = append(out, fmt.Sprintf("%#x", uint8(p)))
	}
	return strings.Join(out, "|")
}
func (p *Perm) Set(f Perm)      { *p |= f }
func (p *Perm) Clear(f Perm)    { *p &^= f }
func (p *Perm) Toggle(f Perm)   { *p ^= f }
func (p Perm) Has(f Perm) bool { return p&f == f }

func main() {
	var p Perm
	p.Set(Read | Exec)
	fmt.Println(p, p.Has(Read), p.Has(Write), p.Has(All))
	p.Toggle(Write | Read)
	fmt.Println(p, All, Perm(0), Perm(0x90|1))
	p.Clear(All)
	fmt.Printf("%v %d %b %08b %s %x\n", p, All, All, Write, []Perm{Read, All}, Exec)
	var x uint32 = 0xdeadbeef
	fmt.Printf("%x %x %d\n", x>>16, x<<8, int32(x))
	fmt.Println(x&0xff, x|1<<31 == x, ^x, -x, x%10)
	var i8 int8 = -128
	fmt.Println(-i8, i8-1, i8/-1, i8*i8, uint8(i8), uint16(i8), int(uint8(i8)))
	n := 5
	n <<= 2
	n |= 3
	n ^= 1
	n &^= 4
	n %= 10
	fmt.Println(n, 7&-7, -8>>1, uint8(255)+uint8(n))
	for i := 0; i < 8; i++ {
		fmt.Print(i^(i>>1), " ")
	}
	fmt.Println()
	a, b := 3, 9
	a ^= b
	b ^= a
	a ^= b
	fmt.Println(a, b)
	f := 3.99
	fmt.Println(int(f), int(-f), uint8(int(f)), math.MaxUint8, int64(float32(1<<24+1)))
	h := uint32(2166136261)
	for _, c := range []byte("hash me") {
		h ^= uint32(c)
		h *= 16777619
	}
	fh := fnv.New32a()
	fh.Write([]byte("hash me"))
	fmt.Println(h == fh.Sum32(), h)
}
