package process

import "math/rand/v2"

// This file has a node do things in an order that is drawn by lot, within what
// the Erlang reference manual leaves open, to show what does not depend on it.

// schedule is what a node has whose order is drawn by lot.
//
// Three things are drawn: which of the processes that are ready runs next, how
// many reductions it may do, and when each message arrives. A message on its way
// is a courier, one for each pair of processes, which stands in the run queue
// as a process does and delivers one message a turn. The signals of a pair keep
// their order: any other signal of the sender first delivers what is on its way.
type schedule struct {
	random   *rand.Rand
	couriers map[route]*courier
}

// route is who sends to whom.
type route struct{ from, to *Process }

// courier carries the messages of a route that have not arrived. It is a
// process by its place in the run queue only.
type courier struct {
	*Process
	route
	carried []Envelope
}

func newSchedule(seed int64) *schedule {
	return &schedule{
		random:   rand.New(rand.NewPCG(uint64(seed), 0)),
		couriers: make(map[route]*courier),
	}
}

// shortSlice is the most reductions of a short slice, which every other is.
const shortSlice = 40

// slice draws how many reductions a process may do in its turn.
func (s *schedule) slice() int32 {
	if s.random.IntN(2) == 0 {
		return sliceReductions
	}
	return 1 + s.random.Int32N(shortSlice)
}

// sliceOf returns how many reductions the next turn may take.
func (n *Node) sliceOf() int32 {
	if n.schedule != nil {
		return n.schedule.slice()
	}
	return sliceReductions
}

// draw puts the one whose turn it is at the head of the queue.
func (s *schedule) draw(q *runQueue) {
	if q.size > 1 {
		mask := len(q.ring) - 1
		i := (q.head + s.random.IntN(q.size)) & mask
		q.ring[q.head], q.ring[i] = q.ring[i], q.ring[q.head]
	}
}

// post sends an envelope on its way.
func (s *schedule) post(from, to *Process, e Envelope) {
	r := route{from.Main(), to}
	c := s.couriers[r]
	if c == nil {
		c = &courier{Process: &Process{node: to.node, status: statusCarrying}, route: r}
		c.more().label = c
		s.couriers[r] = c
		to.node.queue.push(c.Process)
	}
	c.carried = append(c.carried, e)
}

// carry delivers the next message of the courier that stood in the run queue.
func (s *schedule) carry(p *Process) {
	c := p.rare.label.(*courier)
	if len(c.carried) == 0 {
		return // all of it was hurried
	}
	c.deliver()
	if len(c.carried) > 0 {
		c.node.queue.push(p)
	} else {
		delete(s.couriers, c.route)
	}
}

func (c *courier) deliver() {
	e := c.carried[0]
	c.carried = c.carried[1:]
	c.from.arrive(c.to, e)
}

// hurry delivers what from has sent to to.
func (s *schedule) hurry(from, to *Process) {
	r := route{from.Main(), to}
	c := s.couriers[r]
	if c == nil {
		return
	}
	for len(c.carried) > 0 {
		c.deliver()
	}
	delete(s.couriers, r)
}

// Reach has all messages that self has sent to another process arrive, as they
// have before any other signal that self sends to it, such as a question for
// its process_info.
func (self *Process) Reach(to *Process) { self.signals(to) }

// signals is called before any signal but a message acts on another process.
func (p *Process) signals(to *Process) {
	if s := p.node.schedule; s != nil {
		s.hurry(p, to)
	}
}
