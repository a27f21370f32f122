package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

type Header struct {
	Magic   uint32
	Version uint16
	Flags   uint8
	Pad     uint8
	Sizes   [3]int16
}

type Vec struct{ X, Y float32 }

func main() {
	h := Header{0xCAFEBABE, 2, 1, 0, [3]int16{-1, 0, 300}}
	var buf bytes.Buffer
	fmt.Println(binary.Write(&buf, binary.BigEndian, h), buf.Len(), binary.Size(h))
	fmt.Printf("% x\n", buf.Bytes())
	var back Header
	fmt.Println(binary.Read(&buf, binary.BigEndian, &back), back == h, back)
	buf.Reset()
	vs := []Vec{{1, 2}, {-0.5, 3.25}}
	fmt.Println(binary.Write(&buf, binary.LittleEndian, vs))
	fmt.Printf("%x\n", buf.Bytes())
	out := make([]Vec, 2)
	fmt.Println(binary.Read(&buf, binary.LittleEndian, out), out)
	fmt.Println(binary.Read(&buf, binary.LittleEndian, out))
	b := make([]byte, 8)
	binary.BigEndian.PutUint32(b, 0x01020304)
	binary.LittleEndian.PutUint16(b[4:], 0xABCD)
	fmt.Println(b, binary.BigEndian.Uint16(b), binary.LittleEndian.Uint64(b))
	b = binary.AppendUvarint(nil, 300)
	b = binary.AppendVarint(b, -5)
	u, n := binary.Uvarint(b)
	i, m := binary.Varint(b[n:])
	fmt.Println(b, u, n, i, m)
	fmt.Println(binary.BigEndian, binary.LittleEndian)
	fmt.Println(binary.Write(&buf, binary.BigEndian, struct{ S string }{"x"}))
	fmt.Println(binary.Write(&buf, binary.BigEndian, 5))
	_ = io.EOF
}
