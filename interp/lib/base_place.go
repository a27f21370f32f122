package lib

import (
	"strings"

	"gex/runtime/exception"
)

// This file knows where Elixir's decoders of package Base look at a character:
// they have a line for each place in a block of eight, and others for what is
// left at the end, by its length and how much of it is padding.

// blockEnd is the end of a text: how many characters are no padding, and
// whether there is some.
type blockEnd struct {
	digits int
	padded bool
}

// places are the lines of a decoder.
type places struct {
	// loop is the line of the loop over the blocks, block that of the first
	// character of one.
	loop, block int
	// ends are the lines of the first character of an end; the others follow,
	// unless there are too few of them.
	ends map[blockEnd]int
	// flat are the ends that are in one line.
	flat map[int]bool
	// paddings are the lengths that padding has.
	paddings []int
}

var (
	placesOf64 = &places{640, 642, map[blockEnd]int{
		{4, false}: 663, {3, true}: 658, {2, true}: 655, {8, false}: 695, {7, true}: 683, {6, true}: 672,
		{2, false}: 706, {3, false}: 709, {6, false}: 714, {7, false}: 725,
	}, map[int]bool{2: true, 3: true}, []int{2, 1}}
	placesOf32 = &places{1113, 1115, map[blockEnd]int{
		{8, false}: 1164, {7, true}: 1152, {5, true}: 1142, {4, true}: 1133, {2, true}: 1128,
		{2, false}: 1175, {4, false}: 1180, {5, false}: 1189, {7, false}: 1199,
	}, map[int]bool{2: true}, []int{6, 4, 3, 1}}
)

// padding is the length of the padding that ends a text.
func (p *places) padding(s string) int {
	n := len(s) - len(strings.TrimRight(s, "="))
	for _, possible := range p.paddings {
		if possible <= n {
			return possible
		}
	}
	return 0
}

// frames are those of the decoder name that looks at character i of s.
func (p *places) frames(name string, s string, i int) []exception.Frame {
	main := max(len(s)-1, 0) / 8 * 8
	if i < main {
		return []exception.Frame{at("Base", "-"+name+"/2-lbc$^0/2-0-", 2, "base.ex", p.block+i%8), at("Base", name, 2, "base.ex", p.loop)}
	}
	padding := p.padding(s)
	end := blockEnd{len(s) - main - padding, padding > 0}
	line := p.ends[end]
	if !p.flat[end.digits] {
		line += i - main
	}
	return []exception.Frame{at("Base", name, 2, "base.ex", line)}
}

// hexFrame is the frame of the decoder of hexadecimal digits, which goes by
// eight, four and two of them.
func hexFrame(name string, s string, i int) exception.Frame {
	line := 366
	switch left := len(s) - i/8*8; {
	case left >= 8:
		line = 340 + i%8
	case left >= 4 && i%8 < 4:
		line = 357 + i%4
	}
	return at("Base", name, 2, "base.ex", line)
}
