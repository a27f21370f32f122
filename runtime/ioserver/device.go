package ioserver

import (
	"strings"
	"unicode/utf8"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Device is a text that processes read and write by the Erlang I/O protocol: a
// file, or what StringIO.open makes. It belongs to its node.
type Device struct {
	// Input is what has not been read yet.
	Input string
	// Latin1 is a device of bytes: characters above 255 cannot be written.
	Latin1 bool
	// Prompts has prompts written, too.
	Prompts bool
	// Write takes what is written; nil if nothing may be. An error that it
	// returns is an atom, which ends the device.
	Write func(text string) (failure term.Atom)
	// Unreadable is a device that can only be written.
	Unreadable bool
	// Close is called when the device ends.
	Close func()

	wrote strings.Builder
}

// Written returns what has been written to a device without a Write of its own
// since Flush.
func (d *Device) Written() string { return d.wrote.String() }

// Flush returns what has been written and forgets it.
func (d *Device) Flush() string {
	text := d.wrote.String()
	d.wrote.Reset()
	return text
}

// Keep has the device keep what is written.
func (d *Device) Keep() {
	d.Write = func(text string) term.Atom { d.wrote.WriteString(text); return "" }
}

type devicesKey struct{}

func devices(node *process.Node) map[term.PID]*Device {
	all, ok := node.Value(devicesKey{}).(map[term.PID]*Device)
	if !ok {
		all = map[term.PID]*Device{}
		node.SetValue(devicesKey{}, all)
	}
	return all
}

// Start runs the device in a process that is linked to self and ends with it.
func (d *Device) Start(self *process.Process, initial process.MFA) term.PID {
	p := self.Spawn(func(self *process.Process) error {
		self.SetTrapExit(true)
		return process.Become(&deviceServer{d})
	}, process.SpawnOptions{Link: true, Initial: initial})
	devices(self.Node())[p.PID()] = d
	return p.PID()
}

// DeviceOf returns the device of a process that is alive.
func DeviceOf(node *process.Node, pid term.PID) (*Device, bool) {
	d, ok := devices(node)[pid]
	return d, ok
}

// StopDevice ends a device and blocks until that has happened.
func StopDevice(self *process.Process, pid term.PID) {
	delete(devices(self.Node()), pid)
	CloseFile(self, pid)
}

// Next takes the next line, or the next piece of a number of bytes; ok is false
// at the end.
func (d *Device) Next(by term.Term) (piece term.Term, ok bool) {
	r := term.Tuple{term.Atom("get_line"), term.Atom("latin1"), term.Binary("")}
	if _, isInt := by.(term.Int); isInt {
		r = term.Tuple{term.Atom("get_chars"), term.Atom("latin1"), term.Binary(""), by}
	}
	piece, d.Input, ok = consume(r, d.Input, true)
	return piece, ok && piece != term.Term(term.Atom("eof"))
}

type deviceServer struct{ *Device }

// HandleMessage serves one io_request, or ends the device.
func (s *deviceServer) HandleMessage(self *process.Process, message term.Term) error {
	m, _ := message.(term.Tuple)
	from, ok := term.PID{}, false
	if term.Tag(m, 4) == "io_request" {
		from, ok = m[1].(term.PID)
	}
	if !ok {
		if tag := term.Tag(m, 3); tag == closeRequest || tag == "EXIT" {
			return s.end(self, term.Normal)
		}
		return nil
	}
	reply, ends := s.request(m[3])
	self.Send(from, term.Tuple{term.Atom("io_reply"), m[2], reply})
	if ends != "" {
		return s.end(self, ends)
	}
	return nil
}

func (s *deviceServer) end(self *process.Process, reason term.Atom) error {
	delete(devices(self.Node()), self.PID())
	if s.Close != nil {
		s.Close()
	}
	return exception.Exit(reason)
}

// request carries out one request; ends is the reason for which it is the last.
func (s *deviceServer) request(request term.Term) (reply term.Term, ends term.Atom) {
	r, _ := request.(term.Tuple)
	switch {
	case request == term.Term(term.Atom("getopts")):
		return term.Keyword(term.Pair{Key: term.Atom("binary"), Value: term.True}), ""
	case term.Tag(r, 3) == "put_chars":
		return s.put(r[1], r[2])
	case term.Tag(r, 2) == "setopts":
		return term.OK, ""
	case isRead(r):
		if s.Unreadable {
			return failure(term.Atom("ebadf")), "ebadf"
		}
		if s.Prompts {
			s.wrote.WriteString(promptOf(r))
		}
		result, rest, ok := consume(r, s.Input, true)
		if !ok {
			return failure(term.Tuple{term.Atom("request"), request}), ""
		}
		s.Input = rest
		return result, ""
	}
	return failure(term.Tuple{term.Atom("request"), request}), ""
}

func (s *deviceServer) put(encoding, chars term.Term) (reply term.Term, ends term.Atom) {
	text, ok := Chars(chars)
	switch {
	case !ok:
		return failure(term.Atom("put_chars")), ""
	case s.Write == nil:
		return failure(term.Atom("ebadf")), "ebadf"
	}
	if s.Latin1 && encoding == term.Term(term.Atom("unicode")) {
		if text, ok = toLatin1(text); !ok {
			return failure(term.Atom("no_translation")), "no_translation"
		}
	}
	if problem := s.Write(text); problem != "" {
		return failure(problem), problem
	}
	return term.OK, ""
}

func toLatin1(text string) (string, bool) {
	var b []byte
	for _, r := range text {
		if r > 255 {
			return "", false
		}
		b = append(b, byte(r))
	}
	return string(b), true
}

// isRead reports whether a request reads: {get_line, Encoding, Prompt} or
// {get_chars, Encoding, Prompt, N}.
func isRead(r term.Tuple) bool {
	return term.Tag(r, 3) == "get_line" || term.Tag(r, 4) == "get_chars"
}

func promptOf(r term.Tuple) string {
	text, _ := Chars(r[2])
	return text
}

// consume takes from the input what a request reads. At its end less will do;
// before, ok is false when there is too little.
func consume(r term.Tuple, input string, end bool) (result term.Term, rest string, ok bool) {
	n := 0
	switch {
	case len(r) == 3:
		n = strings.IndexByte(input, '\n') + 1
	default:
		count, isInt := r[3].(term.Int)
		if !isInt || count < 0 {
			return nil, input, false
		}
		n = sizeOf(input, int(count), r[1] == term.Term(term.Atom("unicode")))
	}
	switch {
	case n > 0 || len(r) == 4 && r[3] == term.Term(term.Int(0)):
		return term.Binary(input[:n]), input[n:], true
	case !end:
		return nil, input, false
	case input == "":
		return term.Atom("eof"), "", true
	}
	return term.Binary(input), "", true
}

// sizeOf is the number of bytes of the first count characters, or 0 if there
// are fewer.
func sizeOf(input string, count int, unicode bool) int {
	if !unicode {
		if count > len(input) {
			return 0
		}
		return count
	}
	n := 0
	for range count {
		if n == len(input) {
			return 0
		}
		_, size := utf8.DecodeRuneInString(input[n:])
		n += size
	}
	return n
}
