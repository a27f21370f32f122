package interp_test

import (
	"os"
	"strconv"
)

// share is the number N if one in N of the recorded inputs and sessions is to be
// run, by the variable GEX_SHARE; all are if it is not set. Under the race
// detector, which takes six times as long for them, .ci/run asks for a part, and
// for all without it.
func share() int {
	if n, err := strconv.Atoi(os.Getenv("GEX_SHARE")); err == nil && n > 0 {
		return n
	}
	return 1
}
