package gosrc

import "gex/runtime/otp"

// States of the body of a range over a function.
const (
	rangeReady    = iota
	rangeLeft     // it has returned false
	rangeDone     // the iterator has returned
	rangePanicked // it runs, or a panic has ended it
	rangeMissed   // it panicked, and the iterator kept that to itself
)

var rangeFaults = [...]string{
	rangeLeft:     "function for loop body returned false",
	rangeDone:     "whole loop exit",
	rangePanicked: "loop body panic",
}

// rangeFault panics as Go does when an iterator calls the body of a loop in a
// state in which it must not, or keeps its panic.
func rangeFault(state, line int) {
	text := "range function recovered a loop body panic and did not resume panicking"
	if state != rangeMissed {
		text = "range function continued iteration after " + rangeFaults[state]
	}
	panic(otp.Fault{Value: otp.RuntimeError(text), Line: line})
}
