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

// PutChars prints text on a device and blocks until it has been printed, as
// io:put_chars/2. A device is a pid, a registered name, :stdio (the group
// leader of self) or :stderr. A device that is not there raises ArgumentError,
// one that dies meanwhile the error :terminated.
func PutChars(self *process.Process, device term.Term, text string) error {
	pid, ok := find(self, device)
	if !ok {
		return missing(device, text)
	}
	reply, ok := request(self, pid, term.Tuple{term.Atom("put_chars"), term.Atom("unicode"), term.Binary(text)})
	switch {
	case !ok:
		return terminated(device, text)
	case reply == term.Term(term.OK):
		return nil
	}
	var reason term.Term = term.Atom("badarg")
	if term.Tag(reply, 2) == term.ErrorAtom {
		reason = reply.(term.Tuple)[1]
	}
	return exception.Raise(reason).In(putCharsFrame(99, device, text))
}

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

func missing(device term.Term, text string) error {
	x := exception.BadArg("io", "put_chars", device, term.Binary(text))
	x.Stack[0].File, x.Stack[0].Line = "io.erl", 94
	return x
}

func terminated(device term.Term, text string) error {
	return exception.Raise(term.Atom("terminated")).In(putCharsFrame(94, device, text))
}

// putCharsFrame is the frame of io:put_chars/2 when it fails.
func putCharsFrame(line int, device term.Term, text string) exception.Frame {
	args := []term.Term{device, term.Binary(text)}
	return exception.Frame{Module: "io", Function: "put_chars", Args: args, HasArgs: true, File: "io.erl", Line: line}
}
