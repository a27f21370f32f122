package ioserver

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Input asks whoever sits at the terminal for a line. It calls answer once, at
// once or later and from any goroutine; ok is false at the end of all input.
type Input func(prompt string, answer func(line string, ok bool))

type inputKey struct{}

// terminal is what :user knows about reading: what has been typed ahead, and
// who waits for more.
type terminal struct {
	ask     Input
	node    *process.Node
	user    term.PID
	typed   string
	ended   bool
	asking  bool
	waiting []waiting
}

type waiting struct {
	from    term.PID
	ref     term.Term
	request term.Tuple
}

// SetInput has the process :user read lines by ask. Without it there is
// nothing to be read.
func SetInput(node *process.Node, ask Input) {
	node.SetValue(inputKey{}, &terminal{ask: ask, node: node})
}

func terminalOf(node *process.Node) *terminal {
	t, _ := node.Value(inputKey{}).(*terminal)
	return t
}

const typedTag = term.Atom("$gex_typed")

// read serves a request that reads, now or when enough has been typed.
func (t *terminal) read(self *process.Process, from term.PID, ref term.Term, request term.Tuple) {
	t.user = self.PID()
	t.waiting = append(t.waiting, waiting{from, ref, request})
	t.serve(self)
}

// serve answers those who wait, and asks for a line if there is too little.
func (t *terminal) serve(self *process.Process) {
	for len(t.waiting) > 0 && !t.asking {
		w := t.waiting[0]
		result, rest, ok := consume(w.request, t.typed, t.ended)
		if !ok {
			t.asking = true
			t.ask(promptOf(w.request), t.answer)
			return
		}
		t.typed, t.waiting = rest, t.waiting[1:]
		t.ended = t.ended && t.typed != ""
		self.Send(w.from, term.Tuple{term.Atom("io_reply"), w.ref, result})
	}
}

// answer hands a line to the process :user.
func (t *terminal) answer(line string, ok bool) {
	t.node.Post(func() {
		t.asking = false
		if ok {
			t.typed += line
		} else {
			t.ended = true
		}
		t.node.SendAfter(0, t.user, term.Tuple{typedTag})
	})
}

// GetLine reads a line from a device, with its newline: a string, :eof or
// {:error, reason}.
func GetLine(self *process.Process, device term.Term, prompt string) term.Term {
	return read(self, device, term.Tuple{term.Atom("get_line"), term.Atom("unicode"), term.Binary(prompt)})
}

// GetChars reads n characters from a device, or n bytes for the encoding
// latin1, or what is left.
func GetChars(self *process.Process, device term.Term, encoding term.Atom, prompt string, n int) term.Term {
	return read(self, device, term.Tuple{term.Atom("get_chars"), encoding, term.Binary(prompt), term.Int(n)})
}

func read(self *process.Process, device term.Term, what term.Tuple) term.Term {
	pid, ok := find(self, device)
	switch {
	case !ok:
		return failure(term.Atom("badarg"))
	case pid == self.PID():
		return failure(callingSelf)
	}
	reply, ok := request(self, pid, what)
	if !ok {
		return failure(term.Atom("terminated"))
	}
	return reply
}

// PutBytes writes bytes to a device. The failure of a device that refuses is
// returned as {:error, reason}.
func PutBytes(self *process.Process, device term.Term, bytes string) (term.Term, error) {
	pid, ok := find(self, device)
	switch {
	case !ok:
		return nil, exception.DeviceError("badarg", "arguments", linePrint, "put_chars", device, term.Binary(bytes))
	case pid == self.PID():
		return failure(callingSelf), nil
	}
	reply, ok := request(self, pid, term.Tuple{term.Atom("put_chars"), term.Atom("latin1"), term.Binary(bytes)})
	if !ok {
		return failure(term.Atom("terminated")), nil
	}
	return reply, nil
}
