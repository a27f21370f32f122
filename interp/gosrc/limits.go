package gosrc

import (
	"bytes"
	"container/ring"
	"fmt"
	"io"
	"math/big"
	"reflect"
	"strings"
	"time"

	"gex/runtime/otp"
)

// This file is the compiled side of lowerMemory: it keeps learner code from
// making what is too large. The budget of the node is looked at every
// millisecond of running code, which finds what grows step by step; what grows
// at once is looked at before it is made, or right after.

// largeValue is the size from which making a value is checked by itself.
const largeValue = 64 << 10

// watchEvery is the time between two looks at the memory in use.
const watchEvery = time.Millisecond

// watchMemory fails the running process if too much memory is in use.
func (s *supportFunctions) watchMemory() {
	if now := time.Now(); now.Sub(s.watched) > watchEvery {
		s.watched = now
		if self := s.api.Node().Current(); self != nil {
			self.CheckMemory()
		}
	}
}

// grown fails if too much memory is in use, now that something has grown.
func (s *supportFunctions) grown(line int) { s.room(0, line) }

// room fails if there is no room for so many bytes.
func (s *supportFunctions) room(bytes uint64, line int) {
	self := s.api.Node().Current()
	if self == nil {
		return
	}
	if err := self.Room(bytes); err != nil {
		panic(otp.Fault{Value: err, Line: line})
	}
}

// size is a checked number of elements of so many bytes.
func (s *supportFunctions) size(n, bytes, line int) int {
	if n < 0 && line > 0 {
		panic(otp.Fault{Value: otp.RuntimeError("makeslice: len out of range"), Line: line})
	}
	if n > 0 && bytes > 0 && n > largeValue/bytes {
		if budget := s.api.Node().MemoryBudget(); uint64(n) > budget/uint64(bytes) {
			panic(otp.Fault{Value: otp.RuntimeError(fmt.Sprintf("out of memory: %d elements of %d bytes, the limit is %d MiB", n, bytes, budget>>20)), Line: line})
		}
		s.room(uint64(n)*uint64(bytes), line)
	}
	return n
}

// capacity is the checked capacity of a slice, places that of a channel,
// entryCount that of a map, of which a negative one is no mistake.
func (s *supportFunctions) capacity(n, bytes, line int) int {
	if n < 0 {
		panic(otp.Fault{Value: otp.RuntimeError("makeslice: cap out of range"), Line: line})
	}
	return s.size(n, bytes, line)
}

func (s *supportFunctions) places(n, bytes, line int) int {
	if n < 0 {
		panic(otp.Fault{Value: otp.PlainError("makechan: size out of range"), Line: line})
	}
	return s.size(n, bytes, line)
}

func (s *supportFunctions) entryCount(n, bytes, line int) int { return s.size(max(n, 0), bytes, line) }

// fitString is a string that is about to be written somewhere.
func (s *supportFunctions) fitString(text string, line int) string {
	s.size(len(text), 1, line)
	return text
}

// fitBytes is a slice of bytes that is about to be written somewhere.
func (s *supportFunctions) fitBytes(b []byte, line int) []byte {
	s.size(len(b), 1, line)
	return b
}

// maxBits is how many bits a big number may have: beyond that, arithmetic takes
// longer than anybody waits, and nothing can interrupt it.
const maxBits = 1 << 25

func tooManyBits(line int) otp.Fault {
	return otp.Fault{Value: otp.RuntimeError(fmt.Sprintf("out of memory: a big number of more than %d bits", maxBits)), Line: line}
}

// bits is a checked number of bits to shift a big number by.
func (s *supportFunctions) bits(n uint, line int) uint {
	if n > maxBits {
		panic(tooManyBits(line))
	}
	return n
}

// factor is a checked factor of a product.
func factor(x *big.Int, line int) *big.Int {
	if x != nil && x.BitLen() > maxBits/2 {
		panic(tooManyBits(line))
	}
	return x
}

// power is Exp of big numbers: z = x**y mod m.
func power(z, x, y, m *big.Int, line int) *big.Int {
	modular := m != nil && m.Sign() != 0
	if !modular && y.Sign() > 0 && x.BitLen() > 1 && (!y.IsInt64() || y.Int64() > maxBits/int64(x.BitLen()-1)) ||
		modular && (m.BitLen() > 1<<16 || y.BitLen() > 1<<16) {
		panic(tooManyBits(line))
	}
	return z.Exp(x, y, m)
}

// between is the last factor of a product of numbers from low on, or the number
// of factors of a binomial coefficient if low is 0.
func between(low, high int64, line int) int64 {
	if uint64(high-low) > maxBits/64 && high > low {
		panic(tooManyBits(line))
	}
	return high
}

// limit replaces functions of a package whose results may be much larger than
// their arguments, or that may never return.
func (s *supportFunctions) limit(path string, values map[string]reflect.Value) {
	set := func(name string, f any) { values[name] = reflect.ValueOf(f) }
	switch path {
	case "strings":
		set("Repeat", func(x string, n int) string { return strings.Repeat(x, s.size(n, len(x), 0)) })
		set("Join", func(list []string, separator string) string {
			s.size(len(list), len(separator), 0)
			n := 0
			for _, x := range list {
				n += len(x)
			}
			s.size(n, 1, 0)
			return strings.Join(list, separator)
		})
		set("ReplaceAll", func(x, old, new string) string { return s.replace(x, old, new, -1) })
		set("Replace", s.replace)
		set("Split", func(x, separator string) []string { return strings.Split(s.manyParts(x), separator) })
		set("SplitAfter", func(x, separator string) []string { return strings.SplitAfter(s.manyParts(x), separator) })
		set("Fields", func(x string) []string { return strings.Fields(s.manyParts(x)) })
	case "bytes":
		set("Repeat", func(x []byte, n int) []byte { return bytes.Repeat(x, s.size(n, len(x), 0)) })
		set("ReplaceAll", func(x, old, new []byte) []byte { return []byte(s.replace(string(x), string(old), string(new), -1)) })
		set("Replace", func(x, old, new []byte, n int) []byte {
			return []byte(s.replace(string(x), string(old), string(new), n))
		})
	case "container/ring":
		set("New", func(n int) *ring.Ring { return ring.New(s.size(n, 48, 0)) })
	case "io":
		delete(values, "Pipe")
		set("ReadAll", func(r io.Reader) ([]byte, error) { return io.ReadAll(&watchedReader{s, r}) })
		set("Copy", func(w io.Writer, r io.Reader) (int64, error) { return io.Copy(w, &watchedReader{s, r}) })
		set("CopyN", func(w io.Writer, r io.Reader, n int64) (int64, error) { return io.CopyN(w, &watchedReader{s, r}, n) })
		set("CopyBuffer", func(w io.Writer, r io.Reader, b []byte) (int64, error) {
			return io.CopyBuffer(w, &watchedReader{s, r}, b)
		})
	}
}

func (s *supportFunctions) replace(x, old, new string, n int) string {
	if len(x)+len(new) > largeValue {
		count := strings.Count(x, old)
		if n >= 0 {
			count = min(count, n)
		}
		s.size(count, len(new), 0)
	}
	return strings.Replace(x, old, new, n)
}

// manyParts is a string that may fall into as many parts as it has bytes.
func (s *supportFunctions) manyParts(x string) string {
	s.size(len(x), 16, 0)
	return x
}

// watchedReader makes a checkpoint at every read.
type watchedReader struct {
	support *supportFunctions
	reader  io.Reader
}

// Read implements io.Reader.
func (r *watchedReader) Read(p []byte) (int, error) {
	r.support.loop()
	return r.reader.Read(p)
}

// limitSymbols are what code calls that may make something large.
func (s *supportFunctions) limitSymbols() map[string]reflect.Value {
	return map[string]reflect.Value{
		"Size":      reflect.ValueOf(s.size),
		"Capacity":  reflect.ValueOf(s.capacity),
		"Places":    reflect.ValueOf(s.places),
		"Entries":   reflect.ValueOf(s.entryCount),
		"Grown":     reflect.ValueOf(s.grown),
		"FitString": reflect.ValueOf(s.fitString),
		"FitBytes":  reflect.ValueOf(s.fitBytes),
		"Bits":      reflect.ValueOf(s.bits),
		"Factor":    reflect.ValueOf(factor),
		"Power":     reflect.ValueOf(power),
		"Range":     reflect.ValueOf(between),
	}
}
