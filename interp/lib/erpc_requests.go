package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the requests of erpc that do not wait. The id of one is the
// list [res | id]; a collection is a map of id to [res | label].

func (q remoteRequest) term() term.Term { return &term.Cons{Head: q.res, Tail: q.id} }

// requestIn reads the id of a request.
func requestIn(t term.Term) (remoteRequest, bool) {
	cell, ok := t.(*term.Cons)
	if !ok {
		return remoteRequest{}, false
	}
	res, ok1 := cell.Head.(term.Ref)
	id, ok2 := cell.Tail.(term.Ref)
	return remoteRequest{res, id}, ok1 && ok2
}

func erpcSendRequest(self *process.Process, a []term.Term) (term.Term, error) {
	var collected args
	call := args(a)
	if _, byFun := a[1].(*term.Fun); byFun && len(a) == 4 || len(a) == 6 {
		call, collected = a[:len(a)-2], a[len(a)-2:]
	}
	r, ok := remoteOf(call)
	if !ok {
		return nil, erpcBad(in("erpc", "send_request", len(a), 0))
	}
	if collected == nil {
		return r.request(self).term(), nil
	}
	if _, ok := collected[1].(*term.Map); !ok {
		return nil, erpcBad(in("erpc", "send_request", len(a), 0))
	}
	return erpcAdd(self, args{r.request(self).term(), collected[0], collected[1]})
}

func erpcReceive(self *process.Process, a []term.Term) (term.Term, error) {
	frame := in("erpc", "receive_response", max(2, len(a)), 0)
	if len(a) == 3 {
		return collectionResponse(self, a, frame, false)
	}
	q, ok := requestIn(a[0])
	d, isTimeout := remoteTimeout(self, timeoutIn(a[1:]))
	if !ok || !isTimeout {
		return nil, erpcBad(frame)
	}
	return q.wait(self, d, frame)
}

func erpcWait(self *process.Process, a []term.Term) (term.Term, error) {
	frame := in("erpc", "wait_response", max(2, len(a)), 0)
	if len(a) == 3 {
		return collectionResponse(self, a, frame, true)
	}
	var timeout term.Term = term.Int(0)
	if len(a) == 2 {
		timeout = a[1]
	}
	q, ok := requestIn(a[0])
	d, isTimeout := remoteTimeout(self, timeout)
	if !ok || !isTimeout {
		return nil, erpcBad(frame)
	}
	m, ok := self.ReceiveTimeout(q.answers, d)
	if !ok {
		return term.Atom("no_response"), nil
	}
	return response(q.result(m.(term.Tuple), frame))
}

func response(value term.Term, err error) (term.Term, error) {
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.Atom("response"), value}, nil
}

func erpcCheck(self *process.Process, a []term.Term) (term.Term, error) {
	frame := in("erpc", "check_response", len(a), 0)
	if len(a) == 3 {
		c, ok := a[1].(*term.Map)
		switch {
		case !ok || !isBoolean(a[2]):
			return nil, erpcBad(frame)
		case c.Len() == 0:
			return term.Atom("no_request"), nil
		}
		return collected(c, a[0], a[2], frame, true)
	}
	q, ok := requestIn(a[1])
	switch {
	case !ok:
		return nil, erpcBad(frame)
	case !q.answers(a[0]):
		return term.Atom("no_response"), nil
	}
	return response(q.result(a[0].(term.Tuple), frame))
}

func isBoolean(t term.Term) bool { return t == term.Term(term.True) || t == term.Term(term.False) }

// collectionResponse waits for the response of any request of a collection.
// Wrapped ones are {:response, value}, and requests that are late are kept.
func collectionResponse(self *process.Process, a args, frame exception.Frame, wrapped bool) (term.Term, error) {
	c, ok := a[0].(*term.Map)
	d, isTimeout := remoteTimeout(self, a[1])
	switch {
	case !ok || !isTimeout || !isBoolean(a[2]):
		return nil, erpcBad(frame)
	case c.Len() == 0:
		return term.Atom("no_request"), nil
	}
	m, ok := self.ReceiveTimeout(func(m term.Term) bool {
		id := responseID(m)
		if id == nil {
			return false
		}
		_, known := c.Get(id)
		return known
	}, d)
	switch {
	case ok:
		return collected(c, m, a[2], frame, wrapped)
	case wrapped:
		return term.Atom("no_response"), nil
	}
	for _, pair := range c.Pairs() {
		if id, ok := pair.Key.(term.Ref); ok {
			self.DemonitorFlush(id)
		}
	}
	frame.Line = erpcTimeoutLine
	return nil, erpcFails(term.Atom("timeout"), frame)
}

// collected is {value, label, collection} of a response to one of a collection,
// :no_response of another message.
func collected(c *term.Map, m, remove term.Term, frame exception.Frame, wrapped bool) (term.Term, error) {
	id, _ := responseID(m).(term.Ref)
	value, ok := c.Get(id)
	entry, isCell := value.(*term.Cons)
	if !ok || !isCell {
		return term.Atom("no_response"), nil
	}
	res, _ := entry.Head.(term.Ref)
	answer, err := remoteRequest{res, id}.result(m.(term.Tuple), frame)
	if err != nil {
		return nil, err
	}
	if wrapped {
		answer = term.Tuple{term.Atom("response"), answer}
	}
	if remove == term.Term(term.True) {
		c = c.Delete(id)
	}
	return term.Tuple{answer, entry.Tail, c}, nil
}

func erpcSize(_ *process.Process, a []term.Term) (term.Term, error) {
	c, ok := a[0].(*term.Map)
	if !ok {
		return nil, erpcBad(in("erpc", "reqids_size", 1, 0))
	}
	return term.Int(c.Len()), nil
}

func erpcAdd(_ *process.Process, a []term.Term) (term.Term, error) {
	q, ok := requestIn(a[0])
	c, isMap := a[2].(*term.Map)
	if ok && isMap {
		if _, there := c.Get(q.id); !there {
			return c.Put(q.id, &term.Cons{Head: q.res, Tail: a[1]}), nil
		}
	}
	return nil, erpcBad(in("erpc", "reqids_add", 3, 0))
}

func erpcToList(_ *process.Process, a []term.Term) (term.Term, error) {
	c, ok := a[0].(*term.Map)
	if !ok {
		return nil, erpcBad(in("erpc", "reqids_to_list", 1, 0))
	}
	var list []term.Term
	for _, pair := range c.Pairs() {
		entry, isCell := pair.Value.(*term.Cons)
		if !isCell {
			return nil, erpcBad(in("erpc", "reqids_to_list", 1, 0))
		}
		list = append(list, term.Tuple{&term.Cons{Head: entry.Head, Tail: pair.Key}, entry.Tail})
	}
	return term.List(list...), nil
}
