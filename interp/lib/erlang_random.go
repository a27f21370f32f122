package lib

import (
	"math"

	"gex/runtime/process"
	"gex/runtime/term"
)

func randomTable() Module {
	return Module{
		Name: "random",
		Doc:  "Erlang's old random numbers, of the algorithm AS183. The seed is in the process dictionary.",
		Functions: []Function{
			{"seed0", "", "The first seed.", constantTerm(firstSeed.term())},
			{"seed", "", "Begins anew with the first seed; returns the one before.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				if old := putSeed(self, firstSeed); old != term.Term(term.Undefined) {
					return old, nil
				}
				return firstSeed.term(), nil
			}},
			{"seed", "seed", "Begins with a seed, `{a, b, c}` or an integer; returns the one before.", randomSeed},
			{"seed", "a1, a2, a3", "Begins with a seed; returns the one before.", randomSeed},
			{"uniform", "", "A float from 0.0, below 1.0.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return term.Float(drawOld(self)), nil
			}},
			{"uniform", "n", "An integer from 1 to `n`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				n, ok := intAt(a, 0)
				if !ok || n < 1 {
					return nil, errClause
				}
				return term.Int(math.Trunc(drawOld(self)*float64(n)) + 1), nil
			}},
			{"uniform_s", "state", "`{float, state}`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				seed, ok := as183Of(a[0])
				if !ok {
					return nil, errClause
				}
				f, next := seed.next()
				return term.Tuple{term.Float(f), next.term()}, nil
			}},
			{"uniform_s", "n, state", "`{integer, state}`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				n, isInt := intAt(a, 0)
				seed, ok := as183Of(a[1])
				if !ok || !isInt || n < 1 {
					return nil, errClause
				}
				f, next := seed.next()
				return term.Tuple{term.Int(math.Trunc(f*float64(n)) + 1), next.term()}, nil
			}},
		},
	}
}

// as183 is the state of the algorithm, three numbers below three primes.
type as183 [3]int

var (
	firstSeed    = as183{3172, 9814, 20125}
	as183Primes  = as183{30269, 30307, 30323}
	as183Factors = as183{171, 172, 170}
)

const randomSeedKey = term.Atom("random_seed")

func (s as183) term() term.Term { return term.Tuple{term.Int(s[0]), term.Int(s[1]), term.Int(s[2])} }

func as183Of(t term.Term) (s as183, ok bool) {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != 3 {
		return s, false
	}
	for i := range s {
		n, isInt := intAt(args(tuple), i)
		if !isInt {
			return s, false
		}
		s[i] = n
	}
	return s, true
}

// next returns a number and the state behind it.
func (s as183) next() (float64, as183) {
	sum := 0.0
	for i := range s {
		s[i] = s[i] * as183Factors[i] % as183Primes[i]
		sum += float64(s[i]) / float64(as183Primes[i])
	}
	return sum - math.Trunc(sum), s
}

// putSeed keeps a seed and returns the one before, :undefined if there was none.
func putSeed(self *process.Process, s as183) term.Term {
	if old := self.Put(randomSeedKey, s.term()); old != nil {
		return old
	}
	return term.Undefined
}

func drawOld(self *process.Process) float64 {
	seed := firstSeed
	if s, ok := as183Of(self.Get(randomSeedKey)); ok {
		seed = s
	}
	f, next := seed.next()
	self.Put(randomSeedKey, next.term())
	return f
}

func randomSeed(self *process.Process, a []term.Term) (term.Term, error) {
	given := term.Tuple(a)
	if len(a) == 1 {
		if n, ok := a[0].(term.Int); ok {
			low := int(n) & 0xFFFFFF
			given = term.Tuple{term.Int(int(n) >> 16 & 0xFFFFFFF), term.Int(low), term.Int(int(n)>>36 | low>>16)}
		} else {
			given, _ = a[0].(term.Tuple)
		}
	}
	seed, ok := as183Of(given)
	if !ok {
		return nil, errClause
	}
	for i := range seed {
		seed[i] = max(seed[i], -seed[i])%(as183Primes[i]-1) + 1
	}
	return putSeed(self, seed), nil
}
