package main

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

type Flags uint8

const (
	SYN Flags = 1 << iota
	ACK
	FIN
	_
	URG
)

var flagNames = [...]string{0: "SYN", 1: "ACK", 2: "FIN", 4: "URG"}

func (f Flags) String() string {
	var s []string
	for i, n := range flagNames {
		if n != "" && f>>i&1 == 1 {
			s = append(s, n)
		}
	}
	return "{" + strings.Join(s, ",") + "}"
}

type Packet struct {
	Src, Dst uint16
	Seq      uint32
	Flags    Flags
	Body     []byte
}

var ErrShort = errors.New("short packet")

type ChecksumError struct{ Got, Want uint16 }

func (c ChecksumError) Error() string {
	return fmt.Sprintf("checksum %#04x, want %#04x", c.Got, c.Want)
}

func sum(b []byte) (s uint16) {
	for i, x := range b {
		s = s<<1 | s>>15
		s ^= uint16(x) << (8 * (i & 1))
	}
	return
}

func (p *Packet) MarshalBinary() ([]byte, error) {
	b := make([]byte, 0, 11+len(p.Body))
	b = binary.BigEndian.AppendUint16(b, p.Src)
	b = binary.BigEndian.AppendUint16(b, p.Dst)
	b = binary.BigEndian.AppendUint32(b, p.Seq)
	b = append(b, byte(p.Flags))
	b = append(b, p.Body...)
	return binary.BigEndian.AppendUint16(b, sum(b)), nil
}
func (p *Packet) UnmarshalBinary(b []byte) error {
	if len(b) < 11 {
		return fmt.Errorf("%d bytes: %w", len(b), ErrShort)
	}
	body, tail := b[:len(b)-2], b[len(b)-2:]
	if got, want := sum(body), binary.BigEndian.Uint16(tail); got != want {
		return ChecksumError{got, want}
	}
	p.Src, p.Dst = binary.BigEndian.Uint16(b), binary.BigEndian.Uint16(b[2:])
	p.Seq = binary.BigEndian.Uint32(b[4:8])
	p.Flags = Flags(b[8])
	p.Body = append([]byte(nil), body[9:]...)
	return nil
}

type bitset []uint64

func (b *bitset) set(i int) {
	for len(*b) <= i/64 {
		*b = append(*b, 0)
	}
	(*b)[i/64] |= 1 << (i % 64)
}
func (b bitset) has(i int) bool { return i/64 < len(b) && b[i/64]&(1<<(i%64)) != 0 }
func (b bitset) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return
}

func main() {
	p := &Packet{80, 8080, 1 << 31, SYN | URG, []byte("hé")}
	b, _ := p.MarshalBinary()
	fmt.Printf("% x\n", b)
	var q Packet
	fmt.Println(q.UnmarshalBinary(b), q, q.Flags&ACK == 0, q.Flags|FIN)
	b[3] ^= 0xff
	err := q.UnmarshalBinary(b)
	var ce ChecksumError
	fmt.Println(err, errors.As(err, &ce), ce.Got != ce.Want, q.UnmarshalBinary(b[:5]), errors.Is(q.UnmarshalBinary(nil), ErrShort))
	var s bitset
	for _, i := range []int{0, 63, 64, 200, 200} {
		s.set(i)
	}
	fmt.Println(s.has(63), s.has(65), s.has(1000), s.count(), len(s))
	gray := func(n uint) uint { return n ^ n>>1 }
	for i := range uint(5) {
		fmt.Printf("%03b ", gray(i))
	}
	x := uint32(0xdeadbeef)
	fmt.Printf("\n%x %x %d %d %032b\n", bits.ReverseBytes32(x), bits.RotateLeft32(x, 8), bits.Len32(x), int32(x), x&-x)
	fmt.Println(ACK, SYN|ACK, Flags(0), Flags(255), ^SYN, SYN<<3, uint8(1)<<7>>7, -8>>1)
	var m [4]byte
	binary.LittleEndian.PutUint32(m[:], x)
	fmt.Println(m, m[len(m)-1]>>4, string(hex.AppendEncode(nil, m[:2])))
	fmt.Println(p.Body[len(b)])
}
