package lib

import (
	"math/big"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// randTable is :rand: the same seed gives the same numbers as in Erlang.
func randTable() Module {
	return Module{
		Name: "rand",
		Doc: "Random numbers by the algorithms `:exsss`, the default, `:exsp`, `:exsplus`, `:exrop`, `:exs1024` and `:exs1024s`: " +
			"the same seed gives the same numbers as in Erlang. " +
			"What is not seeded gives the same numbers at each run of a transcript.",
		Functions: []Function{
			{"uniform", "", "A float from 0.0, less than 1.0.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return drawn(self, func(g *randomRow) term.Term { return g.float() })
			}},
			{"uniform", "n", "An integer from 1 to `n`.", randUniform},
			{"uniform_s", "state", "`{float, next state}`.", randWith(func(_ args, g *randomRow) (term.Term, error) { return g.float(), nil })},
			{"uniform_s", "n, state", "`{integer, next state}`.", randUniformWith},
			{"uniform_real", "", "A float from 0.0 to 1.0, never 0.0, with as many bits as it can have.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return drawn(self, func(g *randomRow) term.Term { return g.real() })
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
					return term.Tuple{g.name, g.seedTerm()}, nil
				}
				return term.Undefined, nil
			}},
			{"export_seed_s", "state", "What `seed/1` takes for a state.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				g, ok := generatorIn(a[0])
				if !ok {
					return nil, errClause
				}
				return term.Tuple{g.name, g.seedTerm()}, nil
			}},
		},
	}
}

const randKey = term.Atom("rand_seed")

// float returns a float from 0.0, less than 1.0.
func (g *randomRow) float() term.Float {
	if g.old {
		return scaled(g.next(g), int(g.bits))
	}
	return term.Float(g.next(g)>>(g.bits-53)) * 0x1p-53
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
func (g *randomRow) uniform(n uint64) uint64 {
	for {
		v := g.next(g)
		if v < n {
			return v + 1
		}
		if rest := v % n; g.old || v-rest <= g.mask()-n+1 {
			return rest + 1
		}
	}
}

// below returns an integer from 0, less than n. It draws nothing for n = 1.
func (g *randomRow) below(n int) int {
	if n == 1 {
		return 0
	}
	return int(g.uniform(uint64(n))) - 1
}

// uniformBig returns an integer from 1 to n, for n that is more than a word.
func (g *randomRow) uniformBig(n *big.Int) *big.Int {
	if g.old {
		count, _ := new(big.Float).SetInt(n).Float64()
		whole, _ := big.NewFloat(float64(g.float()) * count).Int(nil)
		return whole.Add(whole, big.NewInt(1))
	}
	one, shift := big.NewInt(1), g.bits-g.weak
	less := new(big.Int).Sub(n, one)
	power := new(big.Int).And(n, less).Sign() == 0
	for {
		v := new(big.Int).SetUint64(g.next(g))
		width := g.bits
		left := new(big.Int).Rsh(n, g.bits)
		if !power {
			left = new(big.Int).Rsh(n, g.bits-2)
		}
		for left.Cmp(one) > 0 {
			v.Rsh(v, g.weak).Lsh(v, g.weak).Lsh(v, shift).Or(v, new(big.Int).SetUint64(g.next(g)))
			left.Rsh(left, shift)
			width += shift
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

// bytes returns n random bytes: as many of each word as it has whole ones, from
// the upper end. The last word gives the others; it is drawn even if there are
// none.
func (g *randomRow) bytes(n int) []byte {
	width, good := int(g.bits), int(g.bits-g.weak)/8
	if g.old {
		width, good = 58, 7
	}
	waste := width - 8*good
	out := make([]byte, 0, n)
	for n-len(out) > good {
		out = appendBytes(out, g.next(g)>>waste, good)
	}
	left := n - len(out)
	return appendBytes(out, g.next(g)>>(8*(good-left)), left)
}

// appendBytes appends the n lowest bytes of a word, the highest of these first.
func appendBytes(out []byte, word uint64, n int) []byte {
	for i := n - 1; i >= 0; i-- {
		out = append(out, byte(word>>(8*i)))
	}
	return out
}

// randInternal stands for the functions in a state, which only :rand calls.
func randInternal(*process.Process, []term.Term) (term.Term, error) {
	return nil, exception.ArgumentError("the functions in a state of :rand are called by :rand only")
}

// generatorOf returns the row of random numbers of the process. One that was not
// seeded begins where the node's own source says. The caller calls keep when it
// has drawn.
func generatorOf(self *process.Process) *randomRow {
	if g, ok := generatorIn(self.Get(randKey)); ok {
		return g
	}
	return algorithms[exsssName].from(uint64(randomOf(self).Int64()))
}

func (g *randomRow) keep(self *process.Process) { self.Put(randKey, g.state()) }

// drawn returns what draw takes from the row of the process.
func drawn(self *process.Process, draw func(g *randomRow) term.Term) (term.Term, error) {
	g := generatorOf(self)
	defer g.keep(self)
	return draw(g), nil
}

// low64 returns the lowest 64 bits of an integer, as two's complement has them.
func low64(t term.Term) (uint64, bool) {
	n, ok := term.BigInt(t)
	if !ok {
		return 0, false
	}
	return n.And(n, new(big.Int).SetUint64(1<<64-1)).Uint64(), true
}

// from returns the generator for an integer.
func (a *algorithm) from(x uint64) *randomRow {
	return &randomRow{algorithm: a, words: a.mixed(x, a.size)}
}

// seed returns the generator for a seed.
func (a *algorithm) seed(seed term.Term) (*randomRow, error) {
	switch seed := seed.(type) {
	case term.Int, *term.Big:
		x, _ := low64(seed)
		return a.from(x), nil
	case term.Tuple:
		if len(seed) == 3 {
			return a.fromTriple(seed)
		}
	case term.EmptyList, *term.Cons:
		return a.fromWords(seed)
	}
	return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "rand", Function: a.seeder(), Args: args{seed}, HasArgs: true, File: "rand.erl", Line: a.line,
	})
}

// seeder is the function of :rand that makes a state of a seed.
func (a *algorithm) seeder() string {
	switch a.name {
	case "exsp":
		return "exsplus_seed"
	case "exs1024s":
		return "exs1024_seed"
	}
	return string(a.name) + "_seed"
}

// fromTriple begins with three integers.
func (a *algorithm) fromTriple(seed term.Tuple) (*randomRow, error) {
	if a.triple == nil {
		return a.mixedTriple(seed)
	}
	var three [3]uint64
	for i, t := range seed {
		x, ok := low64(t)
		if !ok {
			return nil, a.tripleRefused(t, i)
		}
		three[i] = x
	}
	return &randomRow{algorithm: a, words: a.triple(three)}, nil
}

// tripleRefused is the exception for what is no integer, the one with index i.
func (a *algorithm) tripleRefused(t term.Term, i int) error {
	err := badarith("*", t, term.Int([]int{factor1, factor2, factor3}[i]))
	if a.size == 16 {
		err = badarith("band", t, term.Int(mask21))
	}
	return exception.In(err, in("rand", a.seeder(), 1, a.tripleLines[i]))
}

// mixedTriple mixes three integers, each with the state that the one before left.
func (a *algorithm) mixedTriple(seed term.Tuple) (*randomRow, error) {
	x, ok := low64(seed[0])
	if !ok {
		return nil, exception.In(badarith("+", seed[0], unsigned(0x9e3779b97f4a7c15)),
			in("rand", "splitmix64_next", 1, 1644), in("rand", "seed58", 1, 1604), in("rand", a.seeder(), 1, 848))
	}
	_, state := a.splitmix(x)
	words := make([]uint64, 2)
	for i, t := range seed[1:] {
		x, ok := low64(t)
		if !ok {
			return nil, exception.In(badarith("bxor", t, unsigned(state)), in("rand", a.seeder(), 1, 849+i))
		}
		words[i], state = a.splitmix(x ^ state)
	}
	return &randomRow{algorithm: a, words: words}, nil
}

func unsigned(x uint64) term.Term { return term.Integer(new(big.Int).SetUint64(x)) }

// fromWords takes the words of a list as they are.
func (a *algorithm) fromWords(list term.Term) (*randomRow, error) {
	elements, _ := term.Slice(list)
	words := make([]uint64, a.size)
	zero := true
	for i, e := range elements {
		x, ok := low64(e)
		switch {
		case i == a.size && zero:
			return nil, a.wordsRefused("zero_seed", 1576, i)
		case i == a.size:
			return nil, a.wordsRefused("too_many_seed_integers", 1578, i)
		case !ok:
			return nil, a.wordsRefused("non_integer_seed", 1589, i)
		}
		words[i] = x & a.mask()
		zero = zero && words[i] == 0
	}
	if zero {
		return nil, a.wordsRefused("zero_seed", 1576, len(elements))
	}
	return &randomRow{algorithm: a, words: words}, nil
}

// wordsRefused is the exception at the word that so many are before.
func (a *algorithm) wordsRefused(reason term.Atom, line, before int) error {
	x := exception.Raise(reason).In(in("rand", "seed_nz", 4, line))
	if before > 0 {
		x = x.In(in("rand", "seed_nz", 4, 1587))
	}
	return x.In(in("rand", a.seeder(), 1, a.line+1))
}

// seeded returns the generator for the name of an algorithm and a seed.
func seeded(algorithm, seed term.Term) (*randomRow, error) {
	name, _ := algorithm.(term.Atom)
	if name == "default" {
		name = exsssName
	}
	a := algorithms[name]
	if a == nil {
		if otherAlgorithms[name] {
			return nil, exception.ArgumentError("gex has no algorithm :%s of :rand; see h :rand", string(name))
		}
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "rand", Function: "mk_alg", Args: args{algorithm}, HasArgs: true, File: "rand.erl", Line: 706,
		}, in("rand", "seed_s", 2, 297))
	}
	g, err := a.seed(seed)
	return g, exception.In(err, in("rand", "seed_s", 2, 298))
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
func (g *randomRow) upTo(n term.Term) (term.Term, error) {
	count, ok := term.BigInt(n)
	switch {
	case !ok || count.Sign() < 1:
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "rand", Function: "uniform_s", Args: args{n, g.state()}, HasArgs: true, File: "rand.erl", Line: 346,
		})
	case !count.IsUint64() || count.Uint64()-1 > g.mask() || g.old && count.Uint64() > g.mask():
		return term.Integer(g.uniformBig(count)), nil
	}
	return unsigned(g.uniform(count.Uint64())), nil
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
	return drawn(self, func(g *randomRow) term.Term { return term.Binary(g.bytes(n)) })
}

// randWith is for the functions whose last argument is a state.
func randWith(draw func(a args, g *randomRow) (term.Term, error)) process.Func {
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

var randUniformWith = randWith(func(a args, g *randomRow) (term.Term, error) { return g.upTo(a[0]) })
