package ioserver

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Names of devices that are no processes.
const (
	stdio      = term.Atom("stdio")
	standardIO = term.Atom("standard_io")
	stderr     = term.Atom("stderr")
)

const callingSelf = term.Atom("calling_self")

// PutChars prints text on a device and blocks until it has been printed, as
// io:put_chars/2. A device is a pid, a registered name, :stdio (the group
// leader of self) or :stderr. A device that is not there raises ArgumentError,
// one that is self or dies meanwhile the errors :calling_self and :terminated.
func PutChars(self *process.Process, device term.Term, text string) error {
	return Print(self, device, text, "put_chars", term.Binary(text))
}

// PutLine is PutChars for text and a newline, as IO.puts.
func PutLine(self *process.Process, device term.Term, text string) error {
	return Print(self, device, text+"\n", "put_chars", term.List(term.Binary(text), term.Int('\n')))
}

// Print is PutChars for the function of io that errors name, with its
// arguments after the device.
func Print(self *process.Process, device term.Term, text, function string, args ...term.Term) error {
	shown := device
	if device == term.Term(stdio) {
		shown = standardIO
	}
	args = append([]term.Term{shown}, args...)
	pid, ok := find(self, device)
	switch {
	case !ok:
		return exception.DeviceError("badarg", "arguments", linePrint, function, args...)
	case pid == self.PID():
		return exception.DeviceError(callingSelf, callingSelf, linePrint, function, args...)
	}
	reply, ok := request(self, pid, term.Tuple{term.Atom("put_chars"), term.Atom("unicode"), term.Binary(text)})
	switch {
	case !ok:
		return exception.DeviceError("terminated", "terminated", linePrint, function, args...)
	case reply == term.Term(term.OK):
		return nil
	}
	var reason term.Term = term.Atom("badarg")
	if term.Tag(reply, 2) == term.ErrorAtom {
		reason = reply.(term.Tuple)[1]
	}
	return exception.Raise(reason).In(exception.Frame{Module: "io", Function: function, Args: args, HasArgs: true, File: "io.erl", Line: lineRefused})
}

// Lines of io.erl: where it finds a device wrong, and where a device refused.
const (
	linePrint   = 94
	lineRefused = 99
)

// find returns the process of a device.
func find(self *process.Process, device term.Term) (term.PID, bool) {
	switch d := device.(type) {
	case term.PID:
		return d, true
	case term.Atom:
		switch d {
		case stdio, standardIO:
			return self.GroupLeader(), true
		case stderr:
			d = "standard_error"
		}
		if p := self.Node().Whereis(d); p != nil {
			return p.PID(), true
		}
	}
	return term.PID{}, false
}

// request sends an io_request and waits for its reply; it reports false if
// the device died before.
func request(self *process.Process, device term.PID, what term.Term) (term.Term, bool) {
	self.Mark()
	ref := self.Monitor(device)
	self.Send(device, term.Tuple{term.Atom("io_request"), self.PID(), ref, what})
	message := self.Receive(func(m term.Term) bool {
		return process.IsDown(m, ref) || isReply(m, ref)
	})
	if !isReply(message, ref) {
		return nil, false
	}
	self.DemonitorFlush(ref)
	return message.(term.Tuple)[2], true
}

func isReply(message term.Term, ref term.Ref) bool {
	m, ok := message.(term.Tuple)
	return ok && len(m) == 3 && m[0] == term.Term(term.Atom("io_reply")) && m[1] == term.Term(ref)
}
