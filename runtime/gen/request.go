package gen

import (
	"math"
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// A request id is a reference, a collection of them a map from ids to labels,
// as in OTP, which shows both as what they are.

// Answers that are no responses.
const (
	noReply   = term.Atom("no_reply")
	noRequest = term.Atom("no_request")
	timedOut  = term.Atom("timeout")
)

func badarg() error { return exception.Raise(term.Atom("badarg")) }

// SendRequest sends a request under a label and returns its id at once. It
// does not fail for a server that is not there: the response says so.
func SendRequest(self *process.Process, server, label, request term.Term) (term.Ref, error) {
	pid, err := resolve(self, server, sendFun)
	if err != nil {
		x := exception.As(err)
		if x.Class != exception.ClassExit {
			return term.Ref{}, x.In(frame("send_request", 3, 295))
		}
		ref := self.Node().MakeRef()
		self.Send(self.PID(), term.Tuple{term.Atom("DOWN"), ref, term.Atom("process"), server, x.Reason})
		return ref, nil
	}
	ref := self.MonitorAlias(pid)
	self.Send(pid, term.Tuple{label, term.Tuple{self.PID(), &term.Cons{Head: alias, Tail: ref}}, request})
	return ref, nil
}

// maxTimeout is the longest timeout of a response, in milliseconds.
const maxTimeout = math.MaxUint32

// responseTimeout reads a timeout: 0 to 4294967295, :infinity or {:abs, time}
// with a monotonic time in milliseconds.
func responseTimeout(self *process.Process, timeout term.Term) (time.Duration, error) {
	switch t := timeout.(type) {
	case term.Int:
		if t >= 0 && t <= maxTimeout {
			return time.Duration(t) * time.Millisecond, nil
		}
	case term.Atom:
		if t == term.Infinity {
			return process.Forever, nil
		}
	case term.Tuple:
		if term.Tag(t, 2) != "abs" {
			break
		}
		if at, ok := t[1].(term.Int); ok {
			left := int64(at) - self.Node().Monotonic().Milliseconds()
			if left <= maxTimeout {
				return time.Duration(max(left, 0)) * time.Millisecond, nil
			}
		}
	}
	return 0, badarg()
}

// response returns {:reply, reply} or {:error, {reason, server}} of a message
// that answers the request, and ends its monitor.
func response(self *process.Process, message term.Term, ref term.Ref) term.Term {
	m := message.(term.Tuple)
	if len(m) == 5 {
		return term.Tuple{term.ErrorAtom, term.Tuple{m[4], m[3]}}
	}
	self.DemonitorFlush(ref)
	return term.Tuple{term.Atom("reply"), m[1]}
}

// isResponse reports whether a message answers the request as gen takes it:
// only under an alias.
func isResponse(message term.Term, ref term.Ref) bool {
	m, ok := message.(term.Tuple)
	if !ok || len(m) != 2 {
		return ok && process.IsDown(m, ref)
	}
	_, isCons := m[0].(*term.Cons)
	return isCons && tagOf(m[0]) == ref
}

// WaitResponse blocks until the response of a request is there, or returns
// :timeout; then it may be asked again.
func WaitResponse(self *process.Process, id, timeout term.Term) (term.Term, error) {
	return receive(self, id, timeout, false)
}

// ReceiveResponse is WaitResponse that abandons the request on timeout: no
// answer arrives later.
func ReceiveResponse(self *process.Process, id, timeout term.Term) (term.Term, error) {
	return receive(self, id, timeout, true)
}

func receive(self *process.Process, id, timeout term.Term, abandon bool) (term.Term, error) {
	limit, err := responseTimeout(self, timeout)
	if err != nil {
		return nil, err
	}
	ref, ok := id.(term.Ref)
	if !ok && abandon {
		return nil, badarg()
	}
	message, ok := self.ReceiveTimeout(func(m term.Term) bool { return isResponse(m, ref) }, limit)
	if ok {
		return response(self, message, ref), nil
	}
	if abandon {
		self.DemonitorFlush(ref)
	}
	return timedOut, nil
}

// CheckResponse returns the response if message is one to the request, and
// :no_reply if not.
func CheckResponse(self *process.Process, message, id term.Term) (term.Term, error) {
	ref, ok := id.(term.Ref)
	if !ok {
		return nil, badarg()
	}
	if !isResponse(message, ref) {
		return noReply, nil
	}
	return response(self, message, ref), nil
}

// ReqidsNew returns an empty collection.
func ReqidsNew() term.Term { return term.NewMap() }

// ReqidsSize returns the number of requests in a collection.
func ReqidsSize(collection term.Term) (term.Term, error) {
	c, ok := collection.(*term.Map)
	if !ok {
		return nil, badarg()
	}
	return term.Int(c.Len()), nil
}

// ReqidsAdd returns the collection with a request under a label. A request
// that is already there raises badarg.
func ReqidsAdd(id, label, collection term.Term) (term.Term, error) {
	c, ok := collection.(*term.Map)
	ref, isRef := id.(term.Ref)
	if !ok || !isRef {
		return nil, badarg()
	}
	if _, there := c.Get(ref); there {
		return nil, badarg()
	}
	return c.Put(ref, label), nil
}

// ReqidsToList returns {id, label} of each request.
func ReqidsToList(collection term.Term) (term.Term, error) {
	c, ok := collection.(*term.Map)
	if !ok {
		return nil, badarg()
	}
	var list []term.Term
	for _, pair := range c.Pairs() {
		list = append(list, term.Tuple{pair.Key, pair.Value})
	}
	return term.List(list...), nil
}

// collectionOf checks the arguments of the functions on collections.
func collectionOf(function string, line int, collection, del term.Term, args ...term.Term) (*term.Map, bool, error) {
	c, ok := collection.(*term.Map)
	isBool := del == term.Term(term.True) || del == term.Term(term.False)
	if !ok || !isBool {
		return nil, false, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
			Module: "gen", Function: function, File: "gen.erl", Line: line, Args: args, HasArgs: true,
		})
	}
	return c, del == term.Term(term.True), nil
}

// WaitCollection blocks until one of the requests is answered and returns
// {response, label, collection}, with the request removed if del is true;
// :no_request for an empty collection, :timeout when the time is over.
func WaitCollection(self *process.Process, collection, timeout, del term.Term) (term.Term, error) {
	c, remove, err := collectionOf("wait_response", 346, collection, del, collection, timeout, del)
	if err != nil {
		return nil, err
	}
	return receiveAny(self, c, timeout, remove, false)
}

// ReceiveCollection is WaitCollection that abandons all requests on timeout.
func ReceiveCollection(self *process.Process, collection, timeout, del term.Term) (term.Term, error) {
	c, remove, err := collectionOf("receive_response", 394, collection, del, collection, timeout, del)
	if err != nil {
		return nil, err
	}
	return receiveAny(self, c, timeout, remove, true)
}

func receiveAny(self *process.Process, c *term.Map, timeout term.Term, remove, abandon bool) (term.Term, error) {
	limit, err := responseTimeout(self, timeout)
	switch {
	case err != nil:
		return nil, err
	case c.Len() == 0:
		return noRequest, nil
	}
	message, ok := self.ReceiveTimeout(func(m term.Term) bool { _, _, ok := requestOf(m, c); return ok }, limit)
	if ok {
		return collected(self, message, c, remove), nil
	}
	if abandon {
		abandonAll(self, c)
	}
	return timedOut, nil
}

func abandonAll(self *process.Process, c *term.Map) {
	for _, pair := range c.Pairs() {
		if ref, ok := pair.Key.(term.Ref); ok {
			self.DemonitorFlush(ref)
		}
	}
	for ok := true; ok; {
		_, ok = self.TakeMatching(func(m term.Term) bool { _, _, ok := requestOf(m, c); return ok })
	}
}

// CheckCollection is WaitCollection for a message that has been received; it
// returns :no_reply if that answers none of the requests.
func CheckCollection(self *process.Process, message, collection, del term.Term) (term.Term, error) {
	c, remove, err := collectionOf("check_response", 445, collection, del, message, collection, del)
	if err != nil {
		return nil, err
	}
	if c.Len() == 0 {
		return noRequest, nil
	}
	if _, _, ok := requestOf(message, c); !ok {
		return noReply, nil
	}
	return collected(self, message, c, remove), nil
}

// requestOf returns the request of a collection that a message answers, and
// its label.
func requestOf(message term.Term, c *term.Map) (ref term.Ref, label term.Term, ok bool) {
	m, isTuple := message.(term.Tuple)
	switch {
	case isTuple && len(m) == 2:
		ref = tagOf(m[0])
	case isTuple && len(m) == 5 && m[0] == term.Term(term.Atom("DOWN")):
		ref, _ = m[1].(term.Ref)
	}
	if ref == (term.Ref{}) || !isResponse(message, ref) {
		return ref, nil, false
	}
	label, ok = c.Get(ref)
	return ref, label, ok
}

func collected(self *process.Process, message term.Term, c *term.Map, remove bool) term.Term {
	ref, label, _ := requestOf(message, c)
	answer := response(self, message, ref)
	if remove {
		c = c.Delete(ref)
	}
	return term.Tuple{answer, label, c}
}
