package ioserver

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// Kind says what an Output is.
type Kind uint8

// The kinds of output.
const (
	User    Kind = iota // what processes print
	Log                 // what the logger reports
	Warning             // what processes print to standard error
)

// Output is one piece of text on its way to the terminal, with its newlines.
// From is the process that printed it, if one did.
type Output struct {
	Kind Kind
	From term.PID
	Text string
}

// The numbers that the two processes have in IEx.
const (
	userNumber          = 65
	standardErrorNumber = 63
)

// state is what the package keeps for a node.
type state struct{ sink func(Output) }

type stateKey struct{}

// Start starts the processes :user and :standard_error of the node, whose
// output goes to sink, and makes :user the group leader of all processes that
// are spawned later. Sink is called on the node, by one process at a time.
func Start(node *process.Node, sink func(Output)) term.PID {
	s := &state{sink: sink}
	node.SetValue(stateKey{}, s)
	node.Spawn(serve(s, Warning, "standard_error"), options("standard_error", standardErrorNumber))
	user := node.Spawn(serve(s, User, "user"), options("user", userNumber)).PID()
	node.SetGroupLeader(user)
	return user
}

func options(module term.Atom, number uint32) process.SpawnOptions {
	return process.SpawnOptions{Number: number, Initial: process.MFA{Module: module, Function: "server", Arity: 2}}
}

func serve(s *state, kind Kind, name term.Atom) process.Body {
	return func(self *process.Process) error {
		self.Node().Register(name, self.PID())
		self.SetTrapExit(true)
		return process.Become(&server{reads: kind == User, write: func(from term.PID, text string) error {
			s.sink(Output{Kind: kind, From: from, Text: text})
			return nil
		}})
	}
}

// Write hands output to the sink at once, in order with what processes print.
// It may be called from the code of processes and between runs of the node. A
// node without I/O servers drops it.
func Write(node *process.Node, output Output) {
	if s, ok := node.Value(stateKey{}).(*state); ok {
		s.sink(output)
		node.Emit(process.Event{Kind: process.EventPrint, From: output.From, Message: term.Binary(output.Text)})
	}
}

// server is an I/O server that writes; the one that reads does so by the
// terminal of the node.
type server struct {
	reads bool
	write func(from term.PID, text string) error
	close func() error // nil if it lives for ever
}

// HandleMessage serves one io_request; other messages are dropped, but for
// the one with which file:close/1 closes a file.
func (s *server) HandleMessage(self *process.Process, message term.Term) error {
	m, ok := message.(term.Tuple)
	if t := terminalOf(self.Node()); t != nil && s.reads && term.Tag(m, 1) == typedTag {
		t.serve(self)
		return nil
	}
	if !ok || len(m) != 4 || m[0] != term.Term(term.Atom("io_request")) {
		return s.handleOther(m)
	}
	from, ok := m[1].(term.PID)
	if !ok {
		return nil
	}
	if r, ok := m[3].(term.Tuple); ok && isRead(r) && s.reads {
		if t := terminalOf(self.Node()); t != nil {
			t.read(self, from, m[2], r)
			return nil
		}
	}
	self.Send(from, term.Tuple{term.Atom("io_reply"), m[2], s.request(self, from, m[3])})
	return nil
}

// request carries out one request and returns the reply.
func (s *server) request(self *process.Process, from term.PID, request term.Term) term.Term {
	if request == term.Term(term.Atom("getopts")) {
		return term.Keyword(term.Pair{Key: term.Atom("binary"), Value: term.True},
			term.Pair{Key: term.Atom("encoding"), Value: term.Atom("unicode")})
	}
	r, _ := request.(term.Tuple)
	switch {
	case term.Tag(r, 3) == "put_chars":
		return s.putChars(self, from, r[2])
	case term.Tag(r, 2) == "put_chars":
		return s.putChars(self, from, r[1])
	case term.Tag(r, 2) == "requests":
		return s.requests(self, from, r[1])
	case term.Tag(r, 2) == "setopts":
		return term.OK
	case term.Tag(r, 2) == "get_geometry":
		return failure(term.Atom("enotsup"))
	case isRead(r):
		return term.Atom("eof")
	}
	return failure(term.Tuple{term.Atom("request"), request})
}

func failure(reason term.Term) term.Term { return term.Tuple{term.ErrorAtom, reason} }

func (s *server) putChars(self *process.Process, from term.PID, chars term.Term) term.Term {
	text, ok := Chars(chars)
	if !ok || s.write(from, text) != nil {
		return failure(term.Atom("put_chars"))
	}
	self.Node().Emit(process.Event{Kind: process.EventPrint, From: from, Message: term.Binary(text)})
	return term.OK
}

// requests carries out a list of requests up to the first that fails.
func (s *server) requests(self *process.Process, from term.PID, list term.Term) term.Term {
	var reply term.Term = term.OK
	for request := range term.Elements(list) {
		reply = s.request(self, from, request)
		if term.Tag(reply, 2) == term.ErrorAtom {
			return reply
		}
	}
	return reply
}

// Chars returns the text of chardata: a string, a list of code points and
// chardata. It reports false for any other term.
func Chars(t term.Term) (string, bool) {
	if s, ok := t.(term.Binary); ok {
		return string(s), true
	}
	buffer, ok := appendChars(nil, t)
	return string(buffer), ok
}

func appendChars(buffer []byte, t term.Term) ([]byte, bool) {
	switch t := t.(type) {
	case term.Binary:
		return append(buffer, t...), true
	case term.EmptyList:
		return buffer, true
	case *term.Cons:
		ok := true
		if r, isInt := t.Head.(term.Int); isInt {
			buffer = append(buffer, string(rune(r))...)
		} else if buffer, ok = appendChars(buffer, t.Head); !ok {
			return buffer, false
		}
		return appendChars(buffer, t.Tail)
	}
	return buffer, false
}
