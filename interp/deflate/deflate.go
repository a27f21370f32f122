package deflate

// What zlib's level 6 means.
const (
	goodMatch  = 8   // with one of this length a quarter of the places is tried
	lazyMatch  = 16  // with one of this length no other is looked for
	niceMatch  = 128 // the search ends with one of this length
	triedMatch = 128 // places that are tried

	minMatch    = 3
	maxMatch    = 258
	maxDistance = 1<<15 - maxMatch - minMatch - 1
	tooFar      = 4096 // for a match of the least length
	blockLength = 1<<14 - 1
)

// symbol is a literal, or a match if it has a distance.
type symbol struct {
	length, distance int
	literal          byte
}

// deflater compresses one text. head has the last place of each three bytes,
// by their hash, and before the place of the same hash before each place; the
// place 0 stands for none, as in zlib, so that it is never found.
type deflater struct {
	text    []byte
	head    [1 << 15]int
	before  []int
	out     bitWriter
	symbols []symbol
	begun   int // where the block begins
}

// Compress returns the text compressed, without a head and a sum.
func Compress(text []byte) []byte {
	d := &deflater{text: text, before: make([]int, len(text))}
	d.run()
	return d.out.bytes
}

// insert notes a place and returns the one before with the same hash.
func (d *deflater) insert(at int) int {
	h := (int(d.text[at])<<10 ^ int(d.text[at+1])<<5 ^ int(d.text[at+2])) & (len(d.head) - 1)
	last := d.head[h]
	d.before[at], d.head[h] = last, at
	return last
}

func (d *deflater) run() {
	length, start := minMatch-1, 0
	pending := false // the byte before is not written yet
	at := 0
	for at < len(d.text) {
		candidate := 0
		if at+minMatch <= len(d.text) {
			candidate = d.insert(at)
		}
		lastLength, lastStart := length, start
		length = minMatch - 1
		if candidate != 0 && lastLength < lazyMatch && at-candidate <= maxDistance {
			length, start = d.longest(at, candidate, lastLength, start)
			if length == minMatch && at-start > tooFar {
				length = minMatch - 1
			}
		}
		switch {
		case lastLength >= minMatch && length <= lastLength:
			end := at - 1 + lastLength
			d.symbols = append(d.symbols, symbol{length: lastLength, distance: at - 1 - lastStart})
			for at++; at < end; at++ {
				if at+minMatch <= len(d.text) {
					d.insert(at)
				}
			}
			pending, length = false, minMatch-1
			d.flushFull(at)
		case pending:
			d.symbols = append(d.symbols, symbol{literal: d.text[at-1]})
			d.flushFull(at)
			at++
		default:
			pending = true
			at++
		}
	}
	if pending {
		d.symbols = append(d.symbols, symbol{literal: d.text[at-1]})
	}
	d.flush(at, true)
}

// longest finds the longest match for the text at a place that is longer than
// best, from candidate backwards. It returns best, capped, if there is none.
func (d *deflater) longest(at, candidate, best, start int) (length, from int) {
	tries, nice, left := triedMatch, niceMatch, len(d.text)-at
	if best >= goodMatch {
		tries /= 4
	}
	nice = min(nice, left)
	limit := max(at-maxDistance, 0)
	for {
		if n := d.common(candidate, at); n > best {
			start, best = candidate, n
			if n >= nice {
				break
			}
		}
		candidate = d.before[candidate]
		if tries--; candidate <= limit || tries == 0 {
			break
		}
	}
	return min(best, left), start
}

// common is how far the texts at two places are the same.
func (d *deflater) common(a, b int) int {
	n, most := 0, min(maxMatch, len(d.text)-b)
	for n < most && d.text[a+n] == d.text[b+n] {
		n++
	}
	return n
}

func (d *deflater) flushFull(at int) {
	if len(d.symbols) == blockLength {
		d.flush(at, false)
	}
}

// flush writes the symbols as a block: as it is, with the fixed codes or with
// codes of its own, whatever is shortest.
func (d *deflater) flush(end int, last bool) {
	b := newBlock(d.symbols)
	own := b.ownBytes()
	fixed := (b.fixedBits + 3 + 7) / 8
	stored := end - d.begun
	final := 0
	if last {
		final = 1
	}
	switch shortest := min(own, fixed); {
	case stored+4 <= shortest:
		d.out.put(final, 3)
		d.out.align()
		d.out.bytes = append(d.out.bytes, byte(stored), byte(stored>>8), ^byte(stored), ^byte(stored>>8))
		d.out.bytes = append(d.out.bytes, d.text[d.begun:end]...)
	case fixed == shortest:
		d.out.put(1<<1+final, 3)
		b.write(&d.out, fixedLiterals, fixedDistances)
	default:
		d.out.put(2<<1+final, 3)
		b.writeCodes(&d.out)
		b.write(&d.out, &b.literals, &b.distances)
	}
	if last {
		d.out.align()
	}
	d.symbols, d.begun = d.symbols[:0], end
}

// bitWriter gathers bits, the lowest first.
type bitWriter struct {
	bytes []byte
	bits  uint64
	count int
}

func (w *bitWriter) put(value, n int) {
	w.bits |= uint64(value) << w.count
	for w.count += n; w.count >= 8; w.count -= 8 {
		w.bytes = append(w.bytes, byte(w.bits))
		w.bits >>= 8
	}
}

// align fills the last byte with zeros.
func (w *bitWriter) align() {
	if w.count > 0 {
		w.bytes = append(w.bytes, byte(w.bits))
	}
	w.bits, w.count = 0, 0
}
