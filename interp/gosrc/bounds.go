package gosrc

import (
	"fmt"

	"gex/runtime/otp"
)

// This file is the compiled side of lowerIndex for slice expressions.

func outOfBounds(line int, format string, args ...any) otp.Fault {
	return otp.Fault{Value: otp.RuntimeError(fmt.Sprintf("slice bounds out of range "+format, args...)), Line: line}
}

// high is a checked upper bound of a slice expression; limit is called name.
func high(i, limit int, name string, line int) int {
	switch {
	case i < 0:
		panic(outOfBounds(line, "[:%d]", i))
	case i > limit:
		panic(outOfBounds(line, "[:%d] with %s %d", i, name, limit))
	}
	return i
}

// low is a checked lower bound of a slice expression. An upper bound that is
// wrong itself is left to high.
func low(i, high, line int) int {
	switch {
	case i < 0:
		panic(outOfBounds(line, "[%d:]", i))
	case i > high && high >= 0:
		panic(outOfBounds(line, "[%d:%d]", i, high))
	}
	return i
}

// bounds checks those of x[i:j], in the order of the compiler.
func bounds(i, j, limit int, name string, line int) {
	high(j, limit, name, line)
	low(i, j, line)
}

// fullBounds checks those of x[i:j:k].
func fullBounds(i, j, k, limit int, name string, line int) {
	switch {
	case k < 0:
		panic(outOfBounds(line, "[::%d]", k))
	case k > limit:
		panic(outOfBounds(line, "[::%d] with %s %d", k, name, limit))
	case j < 0:
		panic(outOfBounds(line, "[:%d:]", j))
	case j > k:
		panic(outOfBounds(line, "[:%d:%d]", j, k))
	case i < 0:
		panic(outOfBounds(line, "[%d::]", i))
	case i > j:
		panic(outOfBounds(line, "[%d:%d:]", i, j))
	}
}
