package process

import (
	"math/bits"

	"gex/runtime/term"
)

// mailbox is the queue of messages a process has received and not taken out:
// a ring whose length is a power of two. Free places are zero.
type mailbox struct {
	ring []Envelope
	head uint32 // place of the oldest message
	used uint32 // messages in it
}

func (m *mailbox) size() int { return int(m.used) }

// at returns the place of message i, oldest first.
func (m *mailbox) at(i int) *Envelope { return &m.ring[(int(m.head)+i)&(len(m.ring)-1)] }

// term returns message i as a term; from now on it is one.
func (m *mailbox) term(i int) term.Term {
	e := m.at(i)
	if e.Form != nil {
		*e = Envelope{Body: e.Message()}
	}
	return e.Body
}

// messages returns the messages as terms, oldest first.
func (m *mailbox) messages() []term.Term {
	messages := make([]term.Term, m.used)
	for i := range messages {
		messages[i] = m.term(i)
	}
	return messages
}

func (m *mailbox) push(n *Node, e Envelope) {
	if m.size() == len(m.ring) {
		m.grow(n)
	}
	*m.at(m.size()) = e
	m.used++
}

func (m *mailbox) grow(n *Node) {
	ring := n.rings.take(max(2*len(m.ring), 1))
	copied := copy(ring, m.ring[m.head:])
	copy(ring[copied:], m.ring[:m.head])
	clear(m.ring)
	n.rings.give(m.ring)
	m.ring, m.head = ring, 0
}

// remove takes message i out, keeping the order of the others.
func (m *mailbox) remove(n *Node, i int) Envelope {
	e := *m.at(i)
	for ; i > 0; i-- {
		*m.at(i) = *m.at(i - 1)
	}
	*m.at(0) = Envelope{}
	m.head = (m.head + 1) & uint32(len(m.ring)-1)
	if m.used--; m.used == 0 && len(m.ring) > keepRing {
		n.rings.give(m.ring)
		m.ring, m.head = nil, 0
	}
	return e
}

// keepRing is the longest ring that an empty mailbox holds on to.
const keepRing = 16

// rings are rings of mailboxes for later use, by their length: a mailbox that
// fills and empties again and again costs no memory.
type rings [maxRing + 1][][]Envelope

// Rings of up to 1<<maxRing places are kept, at most spareRings of a length.
const (
	maxRing    = 12
	spareRings = 8
)

func (r *rings) take(length int) []Envelope {
	if class := bits.Len(uint(length)) - 1; class <= maxRing {
		if last := len(r[class]) - 1; last >= 0 {
			ring := r[class][last]
			r[class] = r[class][:last]
			return ring
		}
	}
	return make([]Envelope, length)
}

// give takes back a ring that is all zero.
func (r *rings) give(ring []Envelope) {
	class := bits.Len(uint(len(ring))) - 1
	if len(ring) > keepRing && class <= maxRing && len(r[class]) < spareRings {
		r[class] = append(r[class], ring)
	}
}
