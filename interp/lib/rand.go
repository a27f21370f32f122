package lib

import (
	"math/big"
	"math/bits"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// randTable is :rand with the algorithm that is OTP's default, exsss: the same
// seed gives the same numbers.
var randTable = Module{
	Name: "rand",
	Doc: "Random numbers by the algorithm `:exsss`, the only one here: the same seed gives the same numbers as in Erlang. " +
		"What is not seeded gives the same numbers at each run of a transcript.",
	Functions: []Function{
		{"uniform", "", "A float from 0.0, less than 1.0.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return drawn(self, func(g *exsss) term.Term { return g.float() })
		}},
		{"uniform", "n", "An integer from 1 to `n`.", randUniform},
		{"uniform_s", "state", "`{float, next state}`.", randWith(func(_ args, g *exsss) (term.Term, error) { return g.float(), nil })},
		{"uniform_s", "n, state", "`{integer, next state}`.", randUniformWith},
		{"uniform_real", "", "A float from 0.0 to 1.0, never 0.0, with as many bits as it can have.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return drawn(self, func(g *exsss) term.Term { return g.real() })
		}},
		{"bytes", "n", "A binary of `n` random bytes.", randBytes},
		{"seed", "alg, seed", "Begins a row of numbers that depends on `seed`: an integer, a tuple of three, or two in a list.", randSeed},
		{"seed", "alg_or_state", "Begins another row of numbers, or goes on with an exported one.", randSeedAgain},
		{"seed_s", "alg, seed", "As `seed/2`, for a state that is passed on.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			g, err := seeded(a[0], a[1])
			if err != nil {
				return nil, err
			}
			return g.state(), nil
		}},
		{"export_seed", "", "Where the row of numbers is: what `seed/1` takes.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			if g, ok := generatorIn(self.Get(randKey)); ok {
				return term.Tuple{exsssName, g.words()}, nil
			}
			return term.Undefined, nil
		}},
		{"export_seed_s", "state", "What `seed/1` takes for a state.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			g, ok := generatorIn(a[0])
			if !ok {
				return nil, errClause
			}
			return term.Tuple{exsssName, g.words()}, nil
		}},
	},
}

const (
	randKey   = term.Atom("rand_seed")
	exsssName = term.Atom("exsss")
	mask58    = 1<<58 - 1
)

// exsss is the generator Xorshift116** of OTP: two words of 58 bits.
type exsss struct{ s0, s1 uint64 }

// next returns the next word of 58 bits.
func (g *exsss) next() uint64 {
	s0, s1 := g.s1&mask58, g.s0
	b := s1&mask58 ^ s1<<24&mask58
	g.s0, g.s1 = s0, b^s0^b>>11^s0>>41
	v := s0 + s0<<2&mask58
	w := v<<7&mask58 | v>>51&(1<<7-1)
	return (w + w<<3&mask58) & mask58
}

func (g *exsss) float() term.Float { return term.Float(g.next()>>5) * 0x1p-53 }

// real returns a float from above 0.0 to 1.0: small ones take as many words as
// it needs to have all bits random.
func (g *exsss) real() term.Float {
	for exponent := 0; exponent < 16; exponent++ {
		word := g.next() >> 2 // 56 bits
		if word == 0 {
			continue
		}
		shift := bits.LeadingZeros64(word) - 8
		if shift > 3 {
			word = word<<shift | g.next()>>(58-shift)
			return scaled(word>>3, 53+shift+56*exponent)
		}
		return scaled(word<<shift>>3, 53+shift+56*exponent)
	}
	return 0x1p-1022
}

// scaled returns word times 2 to the power of -exponent.
func scaled(word uint64, exponent int) term.Float {
	f := term.Float(word)
	for ; exponent > 0; exponent-- {
		f /= 2
	}
	return f
}

// uniform returns an integer from 1 to n.
func (g *exsss) uniform(n uint64) uint64 {
	for {
		v := g.next()
		if v < n {
			return v + 1
		}
		if rest := v % n; v-rest <= 1<<58-n {
			return rest + 1
		}
	}
}

// below returns an integer from 0, less than n. It draws nothing for n = 1.
func (g *exsss) below(n int) int {
	if n == 1 {
		return 0
	}
	return int(g.uniform(uint64(n))) - 1
}

// uniformBig returns an integer from 1 to n, for n of more than 58 bits.
func (g *exsss) uniformBig(n *big.Int) *big.Int {
	one := big.NewInt(1)
	less := new(big.Int).Sub(n, one)
	power := new(big.Int).And(n, less).Sign() == 0
	for {
		v := new(big.Int).SetUint64(g.next())
		width := uint(58)
		left := new(big.Int).Rsh(n, 58)
		if !power {
			left = new(big.Int).Rsh(n, 56)
		}
		for left.Cmp(one) > 0 {
			v.Lsh(v, 58).Or(v, new(big.Int).SetUint64(g.next()))
			left.Rsh(left, 58)
			width += 58
		}
		if power {
			return v.And(v, less).Add(v, one)
		}
		rest := new(big.Int).Mod(v, n)
		limit := new(big.Int).Sub(new(big.Int).Lsh(one, width), n)
		if new(big.Int).Sub(v, rest).Cmp(limit) <= 0 {
			return rest.Add(rest, one)
		}
	}
}

// bytes returns n random bytes: seven of each word, from the upper end. The last
// word gives the others; it is drawn even if there are none.
func (g *exsss) bytes(n int) []byte {
	out := make([]byte, 0, n)
	for n-len(out) > 7 {
		out = appendBytes(out, g.next()>>2, 7)
	}
	left := n - len(out)
	return appendBytes(out, g.next()>>(56-8*left), left)
}

// appendBytes appends the n lowest bytes of a word, the highest of these first.
func appendBytes(out []byte, word uint64, n int) []byte {
	for i := n - 1; i >= 0; i-- {
		out = append(out, byte(word>>(8*i)))
	}
	return out
}

func word(w uint64) term.Term { return term.Int(int64(w)) }

func (g *exsss) words() term.Term { return &term.Cons{Head: word(g.s0), Tail: word(g.s1)} }

// state returns what :rand keeps in the process dictionary: the functions of
// the algorithm and the words.
func (g *exsss) state() term.Term {
	f := func(index, arity int, name string) term.Term {
		return &term.Fun{Module: "rand", Arity: arity, Index: index, Unique: 34006561, Place: ":rand." + name, Code: process.Func(randInternal)}
	}
	return term.Tuple{term.NewMap(
		pair("type", exsssName), pair("bits", term.Int(58)),
		pair("next", f(0, 1, "exsss_next")), pair("uniform", f(1, 1, "exsss_uniform")),
		pair("uniform_n", f(2, 2, "exsss_uniform")), pair("jump", f(3, 1, "exsplus_jump")),
	), g.words()}
}

// randInternal stands for the functions in a state, which only :rand calls.
func randInternal(*process.Process, []term.Term) (term.Term, error) {
	return nil, exception.ArgumentError("the functions in a state of :rand are called by :rand only")
}

// generatorIn reads a state, or an exported one.
func generatorIn(t term.Term) (*exsss, bool) {
	state, ok := t.(term.Tuple)
	if !ok || len(state) != 2 {
		return nil, false
	}
	name := state[0]
	if m, ok := name.(*term.Map); ok {
		name, _ = m.Get(term.Atom("type"))
	}
	words, ok := state[1].(*term.Cons)
	if !ok || name != term.Term(exsssName) {
		return nil, false
	}
	s0, ok0 := words.Head.(term.Int)
	s1, ok1 := words.Tail.(term.Int)
	return &exsss{uint64(s0) & mask58, uint64(s1) & mask58}, ok0 && ok1
}

// generator returns the row of random numbers of the process. One that was not
// seeded begins where the node's own source says. The caller calls keep when it
// has drawn.
func generatorOf(self *process.Process) *exsss {
	if g, ok := generatorIn(self.Get(randKey)); ok {
		return g
	}
	g, _ := exsssFrom(term.Int(randomOf(self).Int64()))
	return g
}

func (g *exsss) keep(self *process.Process) { self.Put(randKey, g.state()) }

// drawn returns what draw takes from the row of the process.
func drawn(self *process.Process, draw func(g *exsss) term.Term) (term.Term, error) {
	g := generatorOf(self)
	defer g.keep(self)
	return draw(g), nil
}

// splitmix is SplitMix64, by which seeds are mixed: it returns the next word
// of 58 bits that is not 0, and the state.
func splitmix(x uint64) (word, next uint64) {
	for {
		x += 0x9e3779b97f4a7c15
		z := (x ^ x>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		if z = (z ^ z>>31) & mask58; z != 0 {
			return z, x
		}
	}
}

// low64 returns the lowest 64 bits of an integer, as two's complement has them.
func low64(t term.Term) (uint64, bool) {
	n, ok := term.BigInt(t)
	if !ok {
		return 0, false
	}
	return n.And(n, new(big.Int).SetUint64(1<<64-1)).Uint64(), true
}

// exsssFrom returns the generator for a seed.
func exsssFrom(seed term.Term) (*exsss, error) {
	switch seed := seed.(type) {
	case term.Int, *term.Big:
		x, _ := low64(seed)
		s0, x := splitmix(x)
		s1, _ := splitmix(x)
		return &exsss{s0, s1}, nil
	case term.Tuple:
		if len(seed) == 3 {
			return fromTriple(seed)
		}
	case term.EmptyList, *term.Cons:
		return fromWords(seed)
	}
	return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "rand", Function: "exsss_seed", Args: args{seed}, HasArgs: true, File: "rand.erl", Line: 839,
	})
}

// fromTriple mixes three integers, each with the state that the one before left.
func fromTriple(seed term.Tuple) (*exsss, error) {
	x, ok := low64(seed[0])
	if !ok {
		return nil, exception.In(badarith("+", seed[0], unsigned(0x9e3779b97f4a7c15)),
			in("rand", "splitmix64_next", 1, 1644), in("rand", "seed58", 1, 1604), in("rand", "exsss_seed", 1, 848))
	}
	_, state := splitmix(x)
	var words [2]uint64
	for i, t := range seed[1:] {
		x, ok := low64(t)
		if !ok {
			return nil, exception.In(badarith("bxor", t, unsigned(state)), in("rand", "exsss_seed", 1, 849+i))
		}
		words[i], state = splitmix(x ^ state)
	}
	return &exsss{words[0], words[1]}, nil
}

func unsigned(x uint64) term.Term { return term.Integer(new(big.Int).SetUint64(x)) }

// fromWords takes the words of a list as they are.
func fromWords(list term.Term) (*exsss, error) {
	elements, _ := term.Slice(list)
	var words [2]uint64
	for i, e := range elements {
		x, ok := low64(e)
		switch {
		case i == 2 && words == [2]uint64{}:
			return nil, wordsRefused("zero_seed", 1576, i)
		case i == 2:
			return nil, wordsRefused("too_many_seed_integers", 1578, i)
		case !ok:
			return nil, wordsRefused("non_integer_seed", 1589, i)
		}
		words[i] = x & mask58
	}
	if words == [2]uint64{} {
		return nil, wordsRefused("zero_seed", 1576, len(elements))
	}
	return &exsss{words[0], words[1]}, nil
}

// wordsRefused is the exception at the word that so many are before.
func wordsRefused(reason term.Atom, line, before int) error {
	x := exception.Raise(reason).In(in("rand", "seed_nz", 4, line))
	if before > 0 {
		x = x.In(in("rand", "seed_nz", 4, 1587))
	}
	return x.In(in("rand", "exsss_seed", 1, 840))
}

// seeded returns the generator for the name of an algorithm and a seed.
func seeded(algorithm, seed term.Term) (*exsss, error) {
	if algorithm != term.Term(exsssName) && algorithm != term.Term(term.Atom("default")) {
		if name, ok := algorithm.(term.Atom); ok && otherAlgorithms[name] {
			return nil, exception.ArgumentError("gex has the algorithm :exsss of :rand only, which is the default, not :%s", string(name))
		}
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "rand", Function: "mk_alg", Args: args{algorithm}, HasArgs: true, File: "rand.erl", Line: 706,
		}, in("rand", "seed_s", 2, 297))
	}
	g, err := exsssFrom(seed)
	return g, exception.In(err, in("rand", "seed_s", 2, 298))
}

// otherAlgorithms are those that OTP 25 has besides.
var otherAlgorithms = map[term.Atom]bool{
	"exs64": true, "exsplus": true, "exsp": true, "exs1024": true, "exs1024s": true, "exrop": true, "exro928ss": true, "mwc59": true, "dummy": true,
}

func randSeed(self *process.Process, a []term.Term) (term.Term, error) {
	g, err := seeded(a[0], a[1])
	if err != nil {
		return nil, exception.In(err, in("rand", "seed", 2, 291))
	}
	g.keep(self)
	return g.state(), nil
}

func randSeedAgain(self *process.Process, a []term.Term) (term.Term, error) {
	g, ok := generatorIn(a[0])
	if !ok {
		var err error
		if g, err = seeded(a[0], term.Int(randomOf(self).Int64())); err != nil {
			return nil, exception.In(err, in("rand", "seed", 1, 265))
		}
	}
	g.keep(self)
	return g.state(), nil
}

// upTo draws an integer from 1 to the integer n.
func (g *exsss) upTo(n term.Term) (term.Term, error) {
	count, ok := term.BigInt(n)
	switch {
	case !ok || count.Sign() < 1:
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "rand", Function: "uniform_s", Args: args{n, g.state()}, HasArgs: true, File: "rand.erl", Line: 346,
		})
	case count.BitLen() > 59 || count.BitLen() == 59 && count.TrailingZeroBits() != 58:
		return term.Integer(g.uniformBig(count)), nil
	}
	return word(g.uniform(count.Uint64())), nil
}

func randUniform(self *process.Process, a []term.Term) (term.Term, error) {
	g := generatorOf(self)
	n, err := g.upTo(a[0])
	if err != nil {
		return nil, exception.In(err, in("rand", "uniform", 1, 319))
	}
	g.keep(self)
	return n, nil
}

func randBytes(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	if !ok || n < 0 {
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "rand", Function: "bytes_s", Args: args{a[0], generatorOf(self).state()}, HasArgs: true, File: "rand.erl", Line: 571,
		}, in("rand", "bytes", 1, 561))
	}
	if err := self.Reserve(n, 1); err != nil {
		return nil, err
	}
	return drawn(self, func(g *exsss) term.Term { return term.Binary(g.bytes(n)) })
}

// randWith is for the functions whose last argument is a state.
func randWith(draw func(a args, g *exsss) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		g, ok := generatorIn(a[len(a)-1])
		if !ok {
			return nil, errClause
		}
		value, err := draw(a, g)
		if err != nil {
			return nil, err
		}
		return term.Tuple{value, g.state()}, nil
	}
}

var randUniformWith = randWith(func(a args, g *exsss) (term.Term, error) { return g.upTo(a[0]) })
