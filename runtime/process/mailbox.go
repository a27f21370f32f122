package process

import "gex/runtime/term"

// mailbox is the queue of messages a process has received and not taken out.
type mailbox struct {
	queue []term.Term
	head  int // queue[:head] is free
}

func (m *mailbox) len() int              { return len(m.queue) - m.head }
func (m *mailbox) at(i int) term.Term    { return m.queue[m.head+i] }
func (m *mailbox) messages() []term.Term { return m.queue[m.head:] }

func (m *mailbox) push(message term.Term) {
	if m.head > 0 && len(m.queue) == cap(m.queue) {
		m.compact()
	}
	m.queue = append(m.queue, message)
}

// compact moves the messages to the front when at least half the queue is
// free, so that a mailbox in steady use does not grow.
func (m *mailbox) compact() {
	if m.head*2 < len(m.queue) {
		return
	}
	n := copy(m.queue, m.queue[m.head:])
	clear(m.queue[n:])
	m.queue, m.head = m.queue[:n], 0
}

// remove takes message i out, keeping the order of the others.
func (m *mailbox) remove(i int) term.Term {
	at := m.head + i
	message := m.queue[at]
	copy(m.queue[m.head+1:at+1], m.queue[m.head:at])
	m.queue[m.head] = nil
	m.head++
	if m.head == len(m.queue) {
		m.reset()
	}
	return message
}

// keepCapacity is the largest queue that an empty mailbox holds on to.
const keepCapacity = 64

func (m *mailbox) reset() {
	if cap(m.queue) > keepCapacity {
		m.queue = nil
	}
	m.queue, m.head = m.queue[:0], 0
}
