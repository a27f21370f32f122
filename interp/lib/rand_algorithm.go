package lib

import (
	"math/bits"

	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the generators of :rand: what a state consists of and how the
// next word comes of it.

// randomRow is a row of random numbers: its algorithm and where in it.
type randomRow struct {
	*algorithm
	// words are the state. Of sixteen, those in back are used up; they come again
	// when one is left.
	words, back []uint64
}

// algorithm is one of the ways in which :rand draws.
type algorithm struct {
	name term.Atom
	// bits of a word, of which the lowest weak ones are less random.
	bits, weak uint
	// old algorithms tell their highest word instead, and have simpler ways to
	// make a float or an integer of it.
	old bool
	// next returns the next word.
	next func(g *randomRow) uint64
	// triple begins with the three integers of a seed.
	triple func(seed [3]uint64) []uint64
	// line is where the clauses that seed begin in rand.erl.
	line int
	// tripleLines are where the three integers of a seed are looked at.
	tripleLines [3]int
	// size is the number of words of a state.
	size int
	// functions are those that a state shows.
	functions []randFunction
}

// randFunction is a function in a state, under a key, with its index in :rand.
type randFunction struct {
	key   term.Atom
	name  string
	arity int
	index int
}

const exsssName = term.Atom("exsss")

var exsplusJump = randFunction{"jump", "exsplus_jump", 1, 3}

// algorithms are those that gex has.
var algorithms = map[term.Atom]*algorithm{
	exsssName: {name: exsssName, bits: 58, next: exsssNext, line: 839, size: 2, functions: []randFunction{
		{"next", "exsss_next", 1, 0}, {"uniform", "exsss_uniform", 1, 1}, {"uniform_n", "exsss_uniform", 2, 2}, exsplusJump,
	}},
	"exsp": {name: "exsp", bits: 58, weak: 1, next: exspNext, triple: exsplusTriple, line: 820, tripleLines: [3]int{830, 831, 833}, size: 2, functions: []randFunction{
		{"next", "exsp_next", 1, 5}, {"uniform", "exsp_uniform", 1, 7}, {"uniform_n", "exsp_uniform", 2, 8}, exsplusJump,
	}},
	"exsplus": {name: "exsplus", bits: 58, old: true, next: exspNext, triple: exsplusTriple, line: 820, tripleLines: [3]int{830, 831, 833}, size: 2, functions: []randFunction{
		{"next", "exsp_next", 1, 5}, exsplusJump,
	}},
	"exrop": {name: "exrop", bits: 58, weak: 1, next: exropNext, triple: exropTriple, line: 1342, tripleLines: [3]int{1353, 1354, 1355}, size: 2, functions: []randFunction{
		{"next", "exrop_next", 1, 14}, {"uniform", "exrop_uniform", 1, 15}, {"uniform_n", "exrop_uniform", 2, 16}, {"jump", "exrop_jump", 1, 17},
	}},
	"exs1024": {name: "exs1024", bits: 64, old: true, next: exs1024Next, triple: exs1024Triple, line: 988, tripleLines: [3]int{995, 996, 997}, size: 16, functions: []randFunction{
		{"next", "exs1024_next", 1, 11}, {"jump", "exs1024_jump", 1, 12},
	}},
	"exs1024s": {name: "exs1024s", bits: 64, weak: 3, next: exs1024Next, triple: exs1024Triple, line: 988, tripleLines: [3]int{995, 996, 997}, size: 16, functions: []randFunction{
		{"next", "exs1024_next", 1, 11}, {"jump", "exs1024_jump", 1, 12},
	}},
}

// otherAlgorithms are those that OTP 25 has besides.
var otherAlgorithms = map[term.Atom]bool{"exs64": true, "exro928ss": true, "mwc59": true, "dummy": true}

const mask58 = 1<<58 - 1

// mask is the highest word.
func (a *algorithm) mask() uint64 { return 1<<a.bits - 1 }

// xorshift116 advances two words as Xorshift116 does and returns the word to
// scramble with the new one.
func xorshift116(g *randomRow) (s0, s1 uint64) {
	s0, b := g.words[1]&mask58, g.words[0]
	b = b&mask58 ^ b<<24&mask58
	g.words[0], g.words[1] = s0, b^s0^b>>11^s0>>41
	return s0, g.words[1]
}

func exspNext(g *randomRow) uint64 {
	s0, s1 := xorshift116(g)
	return (s0 + s1) & mask58
}

func exsssNext(g *randomRow) uint64 {
	s0, _ := xorshift116(g)
	v := s0 + s0<<2&mask58
	w := v<<7&mask58 | v>>51&(1<<7-1)
	return (w + w<<3&mask58) & mask58
}

// exropNext is Xoroshiro116+.
func exropNext(g *randomRow) uint64 {
	s0, s1 := g.words[0], g.words[1]
	x := s1 ^ s0
	g.words[0], g.words[1] = rotate58(s0, 24)^x^x<<2&mask58, rotate58(x, 35)
	return (s0 + s1) & mask58
}

func rotate58(w uint64, n uint) uint64 { return w<<n&mask58 | w>>(58-n) }

// exs1024Next is Xorshift1024*.
func exs1024Next(g *randomRow) uint64 {
	if len(g.words) == 1 {
		g.words, g.back = append(g.words[:1:1], g.back...), nil
	}
	s0, s1 := g.words[0], g.words[1]
	s1 ^= s1 << 31
	s1 = s0 ^ s0>>30 ^ s1 ^ s1>>11
	g.words, g.back = g.words[1:], append(g.back, s0)
	g.words[0] = s1
	return s1 * 1181783497276652981
}

// The factors that mix the three integers of a seed.
const factor1, factor2, factor3 = 4294967197, 4294967231, 4294967279

func exsplusTriple(seed [3]uint64) []uint64 {
	g := randomRow{words: []uint64{(seed[0]*factor1 + 1) & mask58, (seed[1]*factor2 + 1) & mask58}}
	exspNext(&g)
	g.words[0] = (seed[2]*factor3 + 1) & mask58
	exspNext(&g)
	return g.words
}

func exropTriple(seed [3]uint64) []uint64 {
	g := randomRow{words: []uint64{(seed[0]*factor1 + 1) & mask58, (seed[1]*factor2 + 1) & mask58}}
	exropNext(&g)
	g.words[0] = (seed[2]*factor3 + 1) & mask58
	exropNext(&g)
	return g.words
}

const mask21 = 1<<21 - 1

func exs1024Triple(seed [3]uint64) []uint64 {
	mixed := func(a, factor uint64) uint64 { return (a&mask21 + 1) * factor & mask21 }
	r := mixed(seed[0], 2097131)<<43 | mixed(seed[1], 2097133)<<22 | mixed(seed[2], 2097143)<<1 | 1
	words := make([]uint64, 16)
	for i := range words { // by Xorshift64*, the last word first
		r ^= r >> 12
		r ^= r << 25
		r ^= r >> 27
		words[15-i] = r * 2685821657736338717
	}
	return words
}

// seedTerm is the state without its functions: an improper list of two words, or
// a list of words and one of those that are used up.
func (g *randomRow) seedTerm() term.Term {
	if g.size == 2 {
		return &term.Cons{Head: unsigned(g.words[0]), Tail: unsigned(g.words[1])}
	}
	back := make([]term.Term, len(g.back))
	for i, w := range g.back {
		back[len(back)-1-i] = unsigned(w)
	}
	front := make([]term.Term, len(g.words))
	for i, w := range g.words {
		front[i] = unsigned(w)
	}
	return term.Tuple{term.List(front...), term.List(back...)}
}

// state returns what :rand keeps in the process dictionary: the functions of
// the algorithm and the words.
func (g *randomRow) state() term.Term {
	pairs := []term.Pair{pair("type", g.name)}
	if g.old {
		pairs = append(pairs, pair("max", unsigned(g.mask())))
	} else {
		pairs = append(pairs, pair("bits", term.Int(g.bits)))
	}
	if g.weak > 0 {
		pairs = append(pairs, pair("weak_low_bits", term.Int(g.weak)))
	}
	for _, f := range g.functions {
		pairs = append(pairs, pair(string(f.key), &term.Fun{
			Module: "rand", Arity: f.arity, Index: f.index, Unique: 34006561, Place: ":rand." + f.name, Code: process.Func(randInternal),
		}))
	}
	return term.Tuple{term.NewMap(pairs...), g.seedTerm()}
}

// generatorIn reads a state, or an exported one.
func generatorIn(t term.Term) (*randomRow, bool) {
	state, ok := t.(term.Tuple)
	if !ok || len(state) != 2 {
		return nil, false
	}
	of := state[0]
	if m, ok := of.(*term.Map); ok {
		of, _ = m.Get(term.Atom("type"))
	}
	name, _ := of.(term.Atom)
	g := &randomRow{algorithm: algorithms[name]}
	if g.algorithm == nil {
		return nil, false
	}
	if g.size == 2 {
		words, isPair := state[1].(*term.Cons)
		if !isPair {
			return nil, false
		}
		g.words, ok = stateWords(words.Head, words.Tail)
		return g, ok
	}
	lists, isTuple := state[1].(term.Tuple)
	if !isTuple || len(lists) != 2 {
		return nil, false
	}
	front, ok1 := term.Slice(lists[0])
	back, ok2 := term.Slice(lists[1])
	if !ok1 || !ok2 || len(front) == 0 || len(front)+len(back) != g.size {
		return nil, false
	}
	var frontOK, backOK bool
	g.words, frontOK = stateWords(front...)
	g.back, backOK = stateWords(back...)
	for i, j := 0, len(g.back)-1; i < j; i, j = i+1, j-1 {
		g.back[i], g.back[j] = g.back[j], g.back[i]
	}
	return g, frontOK && backOK
}

// stateWords reads the integers of a state.
func stateWords(list ...term.Term) ([]uint64, bool) {
	words := make([]uint64, len(list))
	for i, t := range list {
		w, ok := low64(t)
		if !ok {
			return nil, false
		}
		words[i] = w
	}
	return words, true
}

// splitmix64 is SplitMix64, by which seeds are mixed: it returns the next word
// and the state.
func splitmix64(x uint64) (word, next uint64) {
	x += 0x9e3779b97f4a7c15
	z := (x ^ x>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31, x
}

// splitmix is splitmix64 for words of the algorithm that are not 0.
func (a *algorithm) splitmix(x uint64) (word, next uint64) {
	for word == 0 {
		word, x = splitmix64(x)
		word &= a.mask()
	}
	return word, x
}

// mixed are the words of a state for one integer, or the rest of them.
func (a *algorithm) mixed(x uint64, n int) []uint64 {
	words := make([]uint64, n)
	for i := range words {
		words[i], x = a.splitmix(x)
	}
	return words
}

// real returns a float from above 0.0 to 1.0: small ones take as many words as
// it needs to have all bits random.
func (g *randomRow) real() term.Float {
	for exponent := 0; exponent < 16; exponent++ {
		word := g.next(g)
		if g.old {
			word &= 1<<56 - 1
		} else {
			word >>= g.bits - 56
		}
		if word == 0 {
			continue
		}
		shift := bits.LeadingZeros64(word) - 8
		if shift > 3 {
			word = word<<shift | g.next(g)>>(g.bits-uint(shift))
			return scaled(word>>3, 53+shift+56*exponent)
		}
		return scaled(word<<shift>>3, 53+shift+56*exponent)
	}
	return 0x1p-1022
}
