package lib

import (
	"crypto/md5"
	"hash/adler32"
	"hash/crc32"
	"math/big"
	"runtime"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// erlangRest are built-in functions that learners seldom meet.
func erlangRest() []Function {
	return []Function{
		{"memory", "", "Bytes of memory by what they are used for. The machine is Go's, so that only the names are those of Erlang.", erlangMemory},
		{"memory", "type", "Bytes of one kind of memory, or of several in a list.", erlangMemory},
		{"statistics", "item", "Counters of the system: `:reductions`, `:runtime`, `:wall_clock`, `:run_queue` and others.", erlangStatistics},
		{"adler32", "data", "The Adler-32 of bytes.", onBytes("adler32", func(b []byte) term.Term { return term.Int(adler32.Checksum(b)) })},
		{"adler32", "old, data", "The Adler-32 with more bytes.", checksumFrom("adler32", adlerFrom)},
		{"adler32_combine", "first, second, size", "The Adler-32 of bytes whose parts have these.", checksumCombined("adler32_combine", adlerCombined)},
		{"crc32", "old, data", "The CRC-32 with more bytes.", checksumFrom("crc32", func(old uint32, b []byte) uint32 { return crc32.Update(old, crc32.IEEETable, b) })},
		{"crc32_combine", "first, second, size", "The CRC-32 of bytes whose parts have these.", checksumCombined("crc32_combine", crcCombined)},
		{"md5_init", "", "The state of an MD5 sum of no bytes.", constantTerm(term.Binary(""))},
		{"md5_update", "context, data", "The state with more bytes.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			var b strings.Builder
			before, ok := a[0].(term.Binary)
			if !ok || !writeBytes(&b, a[1]) {
				return nil, badarg("erlang", "md5_update", a...)
			}
			return before + term.Binary(b.String()), nil
		}},
		{"md5_final", "context", "The MD5 sum.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			data, ok := a[0].(term.Binary)
			if !ok {
				return nil, badarg("erlang", "md5_final", a...)
			}
			sum := md5.Sum([]byte(data))
			return term.Binary(sum[:]), nil
		}},
		{"append", "list, tail", "One list and then the other.", kernelAppend},
		{"subtract", "list1, list2", "The first list without the elements of the second.", kernelSubtract},
		{"binary_part", "subject, position_length", "A part of a binary.", func(self *process.Process, a []term.Term) (term.Term, error) {
			part, err := binaryPart(self, partArgs(a))
			if err != nil {
				err = badarg("erlang", "binary_part", a...)
			}
			return part, err
		}},
		{"binary_to_existing_atom", "binary", "The atom with these characters, if there is one.", binaryToExisting},
		{"binary_to_existing_atom", "binary, encoding", "The atom with these characters, if there is one.", binaryToExisting},
		{"list_to_existing_atom", "list", "The atom with these characters, if there is one.", listToExisting},
		{"binary_to_integer", "binary, base", "The number whose digits of a base these are.", digitsIn("binary_to_integer", false)},
		{"list_to_integer", "list, base", "The number whose digits of a base these are.", digitsIn("list_to_integer", true)},
		{"binary_to_list", "binary, start, stop", "The bytes from one place to another, counted from 1.", binaryToListPart},
		{"bitstring_to_list", "bitstring", "The bytes, and the bits that are left.", bitstringToList},
		{"list_to_bitstring", "list", "The bits of nested lists of bytes and bitstrings.", listToBitstring},
		{"convert_time_unit", "time, fromUnit, toUnit", "A time in another unit.", func(self *process.Process, a []term.Term) (term.Term, error) {
			converted, err := systemConvert(self, a)
			if err != nil {
				problems := []string{"", "invalid time unit"}
				if _, ok := unitParts(a[1]); ok {
					problems = []string{"", "", "invalid time unit"}
				}
				if !term.IsInteger(a[0]) {
					problems = []string{"not an integer"}
				}
				return nil, refused("erlang", "convert_time_unit", a, problems...)
			}
			return converted, nil
		}},
		{"make_tuple", "arity, default, init", "A tuple of the default with some elements set, `{position, value}`.", makeTupleWith},
		{"make_fun", "module, function, arity", "A function of a module as a value.", functionCapture},
		{"+", "number", "The number itself.", numericOp("+", func(a term.Term) (term.Term, bool) { return a, true })},
		{"-", "number", "The number with the other sign.", numericOp("-", term.Neg)},
		{"!", "destination, message", "Sends a message and returns it.", kernelSend},
		{"phash", "term, range", "A number from 1 to `range` for a term.", erlangPhash},
		{"iolist_to_iovec", "iolist", "The bytes as a list of binaries.", func(self *process.Process, a []term.Term) (term.Term, error) {
			whole, err := ioDataToBinary(self, a)
			if err != nil {
				return nil, badarg("erlang", "iolist_to_iovec", a...)
			}
			return term.List(whole), nil
		}},
		{"module_loaded", "module", "Whether the module is there.", func(self *process.Process, a []term.Term) (term.Term, error) {
			name, ok := a[0].(term.Atom)
			if !ok {
				return nil, refused("erlang", "module_loaded", a, "not an atom")
			}
			return term.Bool(code.Of(self.Node()).Module(name) != nil), nil
		}},
		{"get_cookie", "", "The secret that nodes share: there is none.", constantTerm(term.Atom("nocookie"))},
		{"ports", "", "The ports: none.", constantTerm(term.Empty)},
		{"pre_loaded", "", "The modules that are there from the begin.", erlangLoaded},
		{"bump_reductions", "reductions", "Counts work as done: `true`.", bumpReductions},
		{"universaltime_to_posixtime", "dateTime", "The seconds from 1970 to `{date, time}`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			seconds, ok := gregorianSeconds(a[0])
			if !ok {
				return nil, badarg("erlang", "universaltime_to_posixtime", a...)
			}
			return term.Int(seconds - epochSeconds), nil
		}},
		{"posixtime_to_universaltime", "seconds", "`{date, time}` so many seconds after 1970 began.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			n, ok := intAt(a, 0)
			if !ok {
				return nil, badarg("erlang", "posixtime_to_universaltime", a...)
			}
			return fromGregorianSeconds(n + epochSeconds), nil
		}},
		{"nif_error", "reason", "Fails with a reason.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return nil, exception.Raise(a[0]).In(exception.Frame{Module: "erlang", Function: "nif_error", Arity: 1, Args: a, HasArgs: true})
		}},
	}
}

// memoryKinds are the kinds of memory that Erlang tells apart.
var memoryKinds = []term.Atom{"total", "processes", "processes_used", "system", "atom", "atom_used", "binary", "code", "ets"}

func erlangMemory(_ *process.Process, a []term.Term) (term.Term, error) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	sizes := map[term.Atom]uint64{
		"total": stats.Sys, "processes": stats.HeapAlloc, "processes_used": stats.HeapAlloc, "system": stats.Sys - stats.HeapAlloc,
		"atom": 0, "atom_used": 0, "binary": 0, "code": 0, "ets": 0,
	}
	kinds := memoryKinds
	if len(a) == 1 {
		if kind, ok := a[0].(term.Atom); ok {
			size, known := sizes[kind]
			if !known {
				return nil, refused("erlang", "memory", a, "invalid memory type option")
			}
			return term.Int(size), nil
		}
		kinds = nil
		for e := range term.Elements(a[0]) {
			kind, _ := e.(term.Atom)
			if _, known := sizes[kind]; !known {
				return nil, refused("erlang", "memory", a, "invalid memory type option")
			}
			kinds = append(kinds, kind)
		}
	}
	var list []term.Term
	for _, kind := range kinds {
		list = append(list, term.Tuple{kind, term.Int(sizes[kind])})
	}
	return term.List(list...), nil
}

func erlangStatistics(self *process.Process, a []term.Term) (term.Term, error) {
	zero := term.Int(0)
	switch item, _ := a[0].(term.Atom); item {
	case "run_queue", "total_run_queue_lengths", "total_active_tasks":
		return zero, nil
	case "wall_clock", "runtime", "reductions", "exact_reductions":
		now, err := monotonicTime(self, args{term.Atom("millisecond")})
		return term.Tuple{now, zero}, err
	case "context_switches":
		return term.Tuple{zero, zero}, nil
	case "garbage_collection":
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		return term.Tuple{term.Int(stats.NumGC), zero, zero}, nil
	case "io":
		return term.Tuple{term.Tuple{term.Atom("input"), zero}, term.Tuple{term.Atom("output"), zero}}, nil
	}
	return nil, refused("erlang", "statistics", a, "invalid statistics item")
}

func erlangPhash(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	switch {
	case !ok || n < 1:
		return nil, refused("erlang", "phash", a, "out of range")
	case n > 1<<32:
		return nil, badarg("erlang", "phash", a...)
	}
	return term.Int(hashIn(a[0], n) + 1), nil
}

func digitsIn(function string, list bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, ok := ioserver.Chars(a[0])
		base, isInt := intAt(a, 1)
		if _, isBinary := a[0].(term.Binary); !ok || isBinary == list || !isInt || base < 2 || base > 36 {
			return nil, badarg("erlang", function, a...)
		}
		n, ok := new(big.Int).SetString(s, base)
		if !ok || strings.Contains(s, "_") {
			return nil, refused("erlang", function, a, "not a textual representation of an integer")
		}
		return term.Integer(n), nil
	}
}

func binaryToListPart(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	start, ok1 := intAt(a, 1)
	stop, ok2 := intAt(a, 2)
	if !ok || !ok1 || !ok2 || start < 1 || stop < start || stop > len(s) {
		return nil, badarg("erlang", "binary_to_list", a...)
	}
	return erlangBytes(self, args{s[start-1 : stop]})
}

func bumpReductions(_ *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsInteger(a[0]) {
		return nil, badarg("erlang", "bump_reductions", a...)
	}
	return term.True, nil
}

func makeTupleWith(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	if !ok || n < 0 {
		return nil, badarg("erlang", "make_tuple", a...)
	}
	tuple := make(term.Tuple, n)
	for i := range tuple {
		tuple[i] = a[1]
	}
	for e := range term.Elements(a[2]) {
		p, isPair := e.(term.Tuple)
		if !isPair || len(p) != 2 {
			return nil, badarg("erlang", "make_tuple", a...)
		}
		i, isInt := p[0].(term.Int)
		if !isInt || i < 1 || int(i) > n {
			return nil, badarg("erlang", "make_tuple", a...)
		}
		tuple[i-1] = p[1]
	}
	return tuple, nil
}
