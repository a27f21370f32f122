package genevent

import (
	"time"

	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// StreamStruct returns the struct %GenEvent.Stream{} of a manager.
func StreamStruct(manager, timeout term.Term) *term.Map {
	return term.NewMap(
		term.Pair{Key: term.Atom("__struct__"), Value: streamModule},
		term.Pair{Key: term.Atom("manager"), Value: manager},
		term.Pair{Key: term.Atom("timeout"), Value: timeout})
}

// Subscription is a process that consumes the events of a manager through a
// stream: Subscribe, Next for each event, Stop at the end, however it comes.
type Subscription struct {
	stream  *term.Map
	timeout time.Duration
	manager term.PID
	ref     term.Ref // the subscription
	monitor term.Ref // of the manager
	// removed says that the manager has ended the subscription or has died.
	removed bool
}

// StreamEvent is one event of a subscription. Done must be called when it has
// been handled; senders that wait for that go on then.
type StreamEvent struct {
	Value term.Term
	mode  mode
	from  *Subscription
}

// enumerable is the module whose functions the exits of a stream name.
const enumerable = term.Atom("Elixir.Enumerable.GenEvent.Stream")

func streamFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: enumerable, Function: function, Arity: arity, File: "lib/gen_event/stream.ex", Line: line}
}

func streamExit(reason term.Term, function string, args []term.Term, line int) error {
	return exception.Exit(term.Tuple{reason, term.Tuple{enumerable, term.Atom(function), term.List(args...)}}).
		In(streamFrame(function, len(args), line))
}

// Subscribe makes self a consumer of the stream's manager. It exits if there
// is no such manager.
func Subscribe(self *process.Process, stream *term.Map) (*Subscription, error) {
	manager, _ := stream.Get(term.Atom("manager"))
	timeout, _ := stream.Get(term.Atom("timeout"))
	limit, _ := gen.ParseTimeout(timeout)
	command := term.Tuple{term.Atom("add_process_handler"), self.PID(), self.PID()}
	answer, err := gen.Call(self, manager, gen.ByCaller, command, term.Infinity)
	if err != nil {
		x := exception.As(err)
		if x.Class != exception.ClassExit {
			return nil, err
		}
		return nil, streamExit(x.Reason, "start", []term.Term{stream}, 94)
	}
	name, ok := answer.(term.Tuple)
	if !ok || len(name) != 2 {
		return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), term.Tuple{term.OK, answer}}).In(streamFrame("start", 1, 89))
	}
	s := &Subscription{stream: stream, timeout: limit, manager: name[0].(term.PID), ref: name[1].(term.Ref)}
	s.monitor = self.Monitor(s.manager)
	return s, nil
}

// Next blocks until there is an event. It reports false when the manager has
// removed the subscription or has died, and exits when the timeout of the
// stream is over.
func (s *Subscription) Next(self *process.Process) (StreamEvent, bool, error) {
	message, ok := self.ReceiveTimeout(func(message term.Term) bool {
		t, _ := message.(term.Tuple)
		_, _, isEvent := s.event(t)
		return isEvent || s.isRemoved(t) || process.IsDown(t, s.monitor)
	}, s.timeout)
	if !ok {
		return StreamEvent{}, false, streamExit(term.Atom("timeout"), "next", []term.Term{s.stream, s.term()}, 128)
	}
	t := message.(term.Tuple)
	if how, value, ok := s.event(t); ok {
		event := StreamEvent{Value: value, mode: how, from: s}
		if how == ack {
			self.Send(s.manager, term.Tuple2(s.ref, term.OK))
		}
		return event, true, nil
	}
	if s.isRemoved(t) {
		self.DemonitorFlush(s.monitor)
	}
	self.Send(self.PID(), message)
	s.removed = true
	return StreamEvent{}, false, nil
}

// Done tells the manager that the event has been handled, if its sender waits
// for that.
func (e StreamEvent) Done(self *process.Process) {
	if e.mode == synchronous {
		self.Send(e.from.manager, term.Tuple2(e.from.ref, term.OK))
	}
}

// event returns mode and value of a message that is an event of s.
func (s *Subscription) event(t term.Tuple) (mode, term.Term, bool) {
	if len(t) != 3 {
		return 0, nil, false
	}
	name, ok := t[1].(term.Tuple)
	if !ok || len(name) != 2 || name[1] != term.Term(s.ref) {
		return 0, nil, false
	}
	c, ok := t[2].(term.Tuple)
	if !ok || len(c) != 2 {
		return 0, nil, false
	}
	switch c[0] {
	case term.Term(async.tag()):
		return async, c[1], true
	case term.Term(ack.tag()):
		return ack, c[1], true
	case term.Term(synchronous.tag()):
		return synchronous, c[1], true
	}
	return 0, nil, false
}

// isRemoved reports whether a message says that s is no handler any more.
func (s *Subscription) isRemoved(t term.Tuple) bool {
	return term.Tag(t, 3) == "gen_event_EXIT" && term.Same(t[1], term.Tuple{s.manager, s.ref})
}

// term is the accumulator of the stream, as its exits show it.
func (s *Subscription) term() term.Term { return term.Tuple{s.manager, s.ref, s.monitor} }

// Stop ends the subscription and removes its messages from the mailbox. It
// exits if the manager has died with a reason other than an orderly removal.
func (s *Subscription) Stop(self *process.Process) error {
	if !s.removed {
		command := term.Tuple{term.Atom("delete_handler"), term.Tuple{s.manager, s.ref}, shutdown}
		if _, err := Erlang.rpc(self, s.manager, command); err != nil {
			return exception.In(err, streamFrame("stop", 2, 147))
		}
	}
	message := self.Receive(func(message term.Term) bool {
		t, _ := message.(term.Tuple)
		return s.isRemoved(t) || process.IsDown(t, s.monitor)
	}).(term.Tuple)
	if process.IsDown(message, s.monitor) {
		return streamExit(message[4], "stop", []term.Term{s.stream, s.term()}, 140)
	}
	self.DemonitorFlush(s.monitor)
	s.flush(self)
	return nil
}

// flush removes the events that were not consumed.
func (s *Subscription) flush(self *process.Process) {
	for ok := true; ok; {
		_, ok = self.TakeMatching(func(message term.Term) bool {
			t, _ := message.(term.Tuple)
			_, _, isEvent := s.event(t)
			return isEvent
		})
	}
}
