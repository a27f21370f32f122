package exception

import "gex/runtime/term"

// deviceCauses are the problems of a device that io itself finds.
var deviceCauses = map[term.Term]string{
	term.Atom("arguments"):    "the device does not exist",
	term.Atom("calling_self"): "the device is not allowed to be the current process",
	term.Atom("terminated"):   "the device has terminated",
}

// deviceProblem is what is wrong with the device, the first argument of the
// failed call of io that info tells of; "" for other calls.
func deviceProblem(info *term.Map) string {
	cause, _ := info.Get(term.Atom("cause"))
	if term.Tag(cause, 2) != "io" {
		return ""
	}
	return deviceCauses[cause.(term.Tuple)[1]]
}

// DeviceError is the error that a function of io raises for a device that does
// not exist, has terminated or is the calling process: reason is badarg,
// terminated or calling_self, and cause the same or arguments.
func DeviceError(reason, cause term.Atom, line int, function string, args ...term.Term) *Error {
	return Raise(reason).In(Frame{Module: "io", Function: function, Args: args, HasArgs: true, File: "io.erl", Line: line,
		Info: term.NewMap(at("cause", term.Tuple{term.Atom("io"), cause}), at("module", term.Atom("erl_stdlib_errors")))})
}
