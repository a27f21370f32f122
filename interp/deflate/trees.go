package deflate

import (
	"math/bits"
	"slices"
)

// The alphabets of a block: literals, the end of the block and lengths; distances;
// and the lengths of the codes of both.
const (
	endOfBlock    = 256
	literalCodes  = 286
	distanceCodes = 30
	lengthCodes   = 19

	repeatLast, repeatZero, repeatZeros = 16, 17, 18
)

var (
	lengthExtra   = [...]int{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distanceExtra = [...]int{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	repeatExtra   = [lengthCodes]int{repeatLast: 2, repeatZero: 3, repeatZeros: 7}
	// codeOrder is the order in which the lengths of codes of lengths are sent.
	codeOrder = [lengthCodes]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

	lengthStarts   = starts(lengthExtra[:])
	distanceStarts = starts(distanceExtra[:])

	fixedLiterals, fixedDistances = fixedCodes()
)

// starts are the first values of codes with so many extra bits each.
func starts(extra []int) []int {
	first := make([]int, len(extra))
	for i := 1; i < len(extra); i++ {
		first[i] = first[i-1] + 1<<extra[i-1]
	}
	return first
}

// codeIn is the code of a value, which begins at most there.
func codeIn(starts []int, value int) int {
	i, found := slices.BinarySearch(starts, value)
	if !found {
		i--
	}
	return i
}

// lengthCode is the code of the length of a match among the literals; the
// longest match has one of its own.
func lengthCode(length int) int {
	if length == maxMatch {
		return len(lengthExtra) - 1
	}
	return codeIn(lengthStarts[:len(lengthExtra)-1], length-minMatch)
}

// huffman is an alphabet with how often its symbols come, and their codes.
type huffman struct {
	freq, size, code []int
	extra            func(symbol int) int
	longest          int // code
	last             int // symbol that comes
}

func newHuffman(symbols, longest int, extra func(int) int) huffman {
	return huffman{freq: make([]int, symbols), size: make([]int, symbols), code: make([]int, symbols), extra: extra, longest: longest}
}

func literalExtra(s int) int {
	if s > endOfBlock {
		return lengthExtra[s-endOfBlock-1]
	}
	return 0
}

func fixedCodes() (literals, distances *huffman) {
	l, d := newHuffman(literalCodes+2, 15, literalExtra), newHuffman(distanceCodes, 15, func(s int) int { return distanceExtra[s] })
	for s := range l.size {
		switch {
		case s < 144, s >= 280:
			l.size[s] = 8
		case s < endOfBlock:
			l.size[s] = 9
		default:
			l.size[s] = 7
		}
	}
	for s := range d.size {
		d.size[s] = 5
	}
	l.number()
	d.number()
	return &l, &d
}

// build finds the sizes of the codes, and numbers them. Of equally frequent
// subtrees the flatter one comes first, as in zlib, which decides among codes
// that are equally good.
func (h *huffman) build() {
	n := len(h.freq)
	freq := append(slices.Clone(h.freq), make([]int, n)...)
	depth, parent := make([]int, 2*n), make([]int, 2*n)
	heap := []int{0} // from 1 on
	smaller := func(a, b int) bool { return freq[a] < freq[b] || freq[a] == freq[b] && depth[a] <= depth[b] }
	sink := func(k int) {
		v := heap[k]
		for j := 2 * k; j < len(heap); j *= 2 {
			if j+1 < len(heap) && smaller(heap[j+1], heap[j]) {
				j++
			}
			if smaller(v, heap[j]) {
				break
			}
			heap[k], k = heap[j], j
		}
		heap[k] = v
	}
	h.last = -1
	for s, f := range h.freq {
		h.size[s] = 0
		if f > 0 {
			heap = append(heap, s)
			h.last = s
		}
	}
	for len(heap) < 3 { // two codes at least
		s := 0
		if h.last < 2 {
			h.last++
			s = h.last
		}
		freq[s], h.freq[s] = 1, 1
		heap = append(heap, s)
	}
	for k := (len(heap) - 1) / 2; k >= 1; k-- {
		sink(k)
	}
	var taken []int // from the leaves to the root
	for node := n; len(heap) > 2; node++ {
		a := heap[1]
		heap[1] = heap[len(heap)-1]
		heap = heap[:len(heap)-1]
		sink(1)
		b := heap[1]
		taken = append(taken, a, b)
		freq[node], depth[node] = freq[a]+freq[b], max(depth[a], depth[b])+1
		parent[a], parent[b] = node, node
		heap[1] = node
		sink(1)
	}
	h.measure(append(taken, heap[1]), parent)
	h.number()
}

// measure gives each symbol the depth of its leaf, but none more than allowed.
func (h *huffman) measure(taken, parent []int) {
	n := len(h.freq)
	depth := make([]int, 2*n)
	count := make([]int, h.longest+1)
	overflow := 0
	for i := len(taken) - 2; i >= 0; i-- {
		s := taken[i]
		depth[s] = depth[parent[s]] + 1
		if depth[s] > h.longest {
			depth[s] = h.longest
			overflow++
		}
		if s < n {
			h.size[s] = depth[s]
			count[depth[s]]++
		}
	}
	if overflow == 0 {
		return
	}
	for ; overflow > 0; overflow -= 2 {
		size := h.longest - 1
		for count[size] == 0 {
			size--
		}
		count[size]--
		count[size+1] += 2
		count[h.longest]--
	}
	next := 0
	for size := h.longest; size > 0; size-- {
		for left := count[size]; left > 0; next++ {
			if s := taken[next]; s < n {
				h.size[s] = size
				left--
			}
		}
	}
}

// number gives the codes in the order of their sizes, mirrored as they are sent.
func (h *huffman) number() {
	next := make([]int, h.longest+2)
	for _, size := range h.size {
		if size > 0 {
			next[size+1]++
		}
	}
	for size := 1; size < len(next); size++ {
		next[size] += next[size-1]
		next[size] <<= 1
	}
	for s, size := range h.size {
		if size > 0 {
			h.code[s] = int(bits.Reverse16(uint16(next[size])) >> (16 - size))
			next[size]++
		}
	}
}

// bitsOf is how long the symbols are with the codes of another alphabet.
func (h *huffman) bitsOf(codes *huffman) int {
	total := 0
	for s, f := range h.freq {
		if f > 0 {
			total += f * (codes.size[s] + h.extra(s))
		}
	}
	return total
}

// block is some symbols with codes of their own.
type block struct {
	symbols             []symbol
	literals, distances huffman
	sizes               huffman
	runs                []sizeRun
	sent                int // how many sizes of the codes of sizes are sent
	fixedBits           int
}

// sizeRun is a symbol of the alphabet of sizes, with what its extra bits say.
type sizeRun struct{ symbol, extra int }

func newBlock(symbols []symbol) *block {
	b := &block{
		symbols:   symbols,
		literals:  newHuffman(literalCodes, 15, literalExtra),
		distances: newHuffman(distanceCodes, 15, func(s int) int { return distanceExtra[s] }),
		sizes:     newHuffman(lengthCodes, 7, func(s int) int { return repeatExtra[s] }),
	}
	for _, s := range symbols {
		if s.distance == 0 {
			b.literals.freq[s.literal]++
			continue
		}
		b.literals.freq[endOfBlock+1+lengthCode(s.length)]++
		b.distances.freq[codeIn(distanceStarts, s.distance-1)]++
	}
	b.literals.freq[endOfBlock] = 1
	b.fixedBits = b.literals.bitsOf(fixedLiterals) + b.distances.bitsOf(fixedDistances)
	return b
}

// ownBytes makes the codes of the block and returns how long it is with them.
func (b *block) ownBytes() int {
	text := slices.Clone(b.literals.freq)
	far := slices.Clone(b.distances.freq)
	b.literals.build()
	b.distances.build()
	b.literals.freq, b.distances.freq = text, far // without those that only fill a tree
	b.runs = append(runsOf(b.literals.size[:b.literals.last+1]), runsOf(b.distances.size[:b.distances.last+1])...)
	for _, r := range b.runs {
		b.sizes.freq[r.symbol]++
	}
	b.sizes.build()
	b.sent = lengthCodes
	for b.sent > 4 && b.sizes.size[codeOrder[b.sent-1]] == 0 {
		b.sent--
	}
	all := b.literals.bitsOf(&b.literals) + b.distances.bitsOf(&b.distances) + 3*b.sent + 5 + 5 + 4
	for _, r := range b.runs {
		all += b.sizes.size[r.symbol] + repeatExtra[r.symbol]
	}
	return (all + 3 + 7) / 8
}

// runsOf writes sizes with signs of repetition.
func runsOf(sizes []int) []sizeRun {
	var runs []sizeRun
	last := -1
	for i := 0; i < len(sizes); {
		size := sizes[i]
		most := 6
		switch {
		case size == 0:
			most = 138
		case size != last:
			most = 7
		}
		n := 1
		for n < most && i+n < len(sizes) && sizes[i+n] == size {
			n++
		}
		i += n
		switch {
		case n < 3, n == 3 && size != 0 && size != last:
			for range n {
				runs = append(runs, sizeRun{symbol: size})
			}
		case size != 0:
			if size != last {
				runs = append(runs, sizeRun{symbol: size})
				n--
			}
			runs = append(runs, sizeRun{repeatLast, n - 3})
		case n <= 10:
			runs = append(runs, sizeRun{repeatZero, n - 3})
		default:
			runs = append(runs, sizeRun{repeatZeros, n - 11})
		}
		last = size
	}
	return runs
}

// writeCodes sends the codes of the block.
func (b *block) writeCodes(w *bitWriter) {
	w.put(b.literals.last+1-257, 5)
	w.put(b.distances.last, 5)
	w.put(b.sent-4, 4)
	for _, s := range codeOrder[:b.sent] {
		w.put(b.sizes.size[s], 3)
	}
	for _, r := range b.runs {
		w.put(b.sizes.code[r.symbol], b.sizes.size[r.symbol])
		w.put(r.extra, repeatExtra[r.symbol])
	}
}

// write sends the symbols with codes.
func (b *block) write(w *bitWriter, literals, distances *huffman) {
	for _, s := range b.symbols {
		if s.distance == 0 {
			w.put(literals.code[s.literal], literals.size[s.literal])
			continue
		}
		n := lengthCode(s.length)
		w.put(literals.code[endOfBlock+1+n], literals.size[endOfBlock+1+n])
		if lengthExtra[n] > 0 {
			w.put(s.length-minMatch-lengthStarts[n], lengthExtra[n])
		}
		far := codeIn(distanceStarts, s.distance-1)
		w.put(distances.code[far], distances.size[far])
		w.put(s.distance-1-distanceStarts[far], distanceExtra[far])
	}
	w.put(literals.code[endOfBlock], literals.size[endOfBlock])
}
