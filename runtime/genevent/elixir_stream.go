package genevent

import (
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

// streamModule is the handler module of streams, and the struct of a stream.
const streamModule = term.Atom("Elixir.GenEvent.Stream")

// mode says how an event was sent.
type mode uint8

const (
	async mode = iota
	ack
	synchronous
)

// tag is the name of the mode in messages.
func (m mode) tag() term.Atom {
	return [...]term.Atom{"notify", "ack_notify", "sync_notify"}[m]
}

// index returns the index of the handler with a name, or -1.
func (m *elixirManager) index(self *process.Process, name term.Term) int {
	t, ok := name.(term.Tuple)
	if ok && len(t) == 2 && t[0] == term.Term(self.PID()) {
		return slices.IndexFunc(m.handlers, func(h *handler) bool {
			return h.stream.Identity != nil && t[1] == term.Term(h.ref)
		})
	}
	module, id := splitName(name, nil)
	return slices.IndexFunc(m.handlers, func(h *handler) bool {
		return h.stream.Identity == nil && h.module == module &&
			(h.id == nil && id == nil || h.id != nil && id != nil && term.Same(h.id, id))
	})
}

// event gives an event to the streams, newest first, and then to the other
// handlers; with ack and sync it waits until each stream has acknowledged.
func (m *elixirManager) event(self *process.Process, how mode, event term.Term) (hibernate bool) {
	if m.streams == 0 {
		return m.notify(self, event, false)
	}
	streams, others := m.split()
	for _, h := range streams {
		self.Send(h.stream, term.Tuple3(self.PID(), h.name, term.Tuple2(how.tag(), event)))
	}
	m.handlers = others
	hibernate = m.notify(self, event, false)
	if how != async {
		streams = m.collect(self, streams)
	}
	m.handlers = append(streams, m.handlers...)
	return hibernate
}

// split divides the handlers in streams and others, both newest first.
func (m *elixirManager) split() (streams, others []*handler) {
	for _, h := range m.handlers {
		if h.stream.Identity != nil {
			streams = append(streams, h)
		} else {
			others = append(others, h)
		}
	}
	return streams, others
}

// collect waits for the acknowledgements of the streams, oldest first, and
// returns those that are left.
func (m *elixirManager) collect(self *process.Process, streams []*handler) []*handler {
	left := slices.Clone(streams)
	for i := len(left) - 1; i >= 0; i-- {
		if !m.acknowledged(self, left[i]) {
			left = slices.Delete(left, i, i+1)
		}
	}
	return left
}

// acknowledged waits until a consumer has acknowledged an event, asks to be
// removed or dies.
func (m *elixirManager) acknowledged(self *process.Process, h *handler) bool {
	message := self.Receive(func(message term.Term) bool {
		t, _ := message.(term.Tuple)
		return isAck(t, h.ref) || process.IsDown(t, h.ref) || isRemoval(t, h.name)
	}).(term.Tuple)
	switch {
	case isAck(message, h.ref):
		return true
	case process.IsDown(message, h.ref):
		m.terminate(self, h, ending{args: term.Tuple{stopAtom, message[4]}, last: downAtom, reason: shutdown})
	default:
		m.terminate(self, h, ending{args: message[2].(term.Tuple)[2], last: removeAtom, reason: term.Normal})
		reply(self, message[1], term.OK)
	}
	return false
}

func isAck(message term.Tuple, ref term.Ref) bool {
	return len(message) == 2 && message[0] == term.Term(ref) && message[1] == term.Term(term.OK)
}

func isRemoval(message term.Tuple, name term.Term) bool {
	_, command, ok := request(message)
	return ok && term.Tag(command, 3) == "delete_handler" && term.Same(command.(term.Tuple)[1], name)
}
