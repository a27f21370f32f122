package lib

import (
	"math/big"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func erlangTimestamp(self *process.Process, _ []term.Term) (term.Term, error) {
	us := self.Node().SystemTime().UnixMicro()
	return term.Tuple{term.Int(us / 1e12), term.Int(us / 1e6 % 1e6), term.Int(us % 1e6)}, nil
}

// inUnit converts nanoseconds to a unit: an atom or parts per second.
func inUnit(ns int64, unit term.Term) (term.Term, error) {
	parts := map[term.Atom]int64{
		"native": 1e9, "nanosecond": 1e9, "microsecond": 1e6, "millisecond": 1e3, "second": 1, "seconds": 1,
		"milliseconds": 1e3, "milli_seconds": 1e3, "micro_seconds": 1e6,
	}
	name, _ := unit.(term.Atom)
	perSecond, ok := parts[name]
	if n, isInt := unit.(term.Int); isInt && n > 0 {
		perSecond, ok = int64(n), true
	}
	if !ok {
		return nil, exception.ArgumentError("unsupported time unit. Expected :second, :millisecond, :microsecond, :nanosecond, or a positive integer, got %s", show(unit)).
			In(at("System", "normalize_time_unit", 1, "system.ex", 1338))
	}
	product := new(big.Int).Mul(big.NewInt(ns), big.NewInt(perSecond))
	return term.Integer(product.Div(product, big.NewInt(1e9))), nil
}

func timeOffset(self *process.Process, unit term.Term) (term.Term, error) {
	return inUnit(self.Node().SystemTime().UnixNano()-int64(self.Node().Monotonic()), unit)
}

func monotonicTime(self *process.Process, a []term.Term) (term.Term, error) {
	return inUnit(int64(self.Node().Monotonic()), a[0])
}

func systemTime(self *process.Process, a []term.Term) (term.Term, error) {
	return inUnit(self.Node().SystemTime().UnixNano(), a[0])
}
