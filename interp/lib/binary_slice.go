package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// binarySlices are the functions of Kernel that take a part of a binary.
func binarySlices() []Function {
	return []Function{
		{"binary_slice", "binary, range", "The bytes at the positions of a range.", kernelBinarySliceRange},
		{"binary_slice", "binary, start, size", "`size` bytes from `start` on.", stringByteSlice},
	}
}

func kernelBinarySliceRange(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	r, isRange := rangeOf(a[1])
	if !ok || !isRange {
		return nil, errClause
	}
	first, last := sliceBounds(r, len(s))
	if r.step < 0 {
		if first > last {
			return term.Binary(""), nil
		}
		return nil, exception.ArgumentError("binary_slice/2 does not accept ranges with negative steps, got: %s", show(a[1])).
			In(at("Kernel", "binary_slice", 2, "kernel.ex", 4520))
	}
	var out []byte
	for i := first; i <= last; i += int(r.step) {
		out = append(out, s[i])
	}
	return term.Binary(out), nil
}
