package lib

import (
	"slices"

	"gex/runtime/term"
)

// fifo is a queue as OTP's queue keeps it, which the prompt shows: the list of
// the rear, newest first, and that of the front. Whenever one of them runs out,
// it gets half of the other.
type fifo struct{ rear, front []term.Term }

// readQueue returns the two lists of a queue.
func readQueue(t term.Term) (fifo, bool) {
	pair, ok := t.(term.Tuple)
	if !ok || len(pair) != 2 {
		return fifo{}, false
	}
	rear, ok1 := term.Slice(pair[0])
	front, ok2 := term.Slice(pair[1])
	return fifo{rear, front}, ok1 && ok2
}

func (q fifo) term() term.Term { return term.Tuple{term.List(q.rear...), term.List(q.front...)} }

func (q fifo) len() int { return len(q.rear) + len(q.front) }

// reversed is the queue from rear to front.
func (q fifo) reversed() fifo { return fifo{q.front, q.rear} }

// items returns the items from front to rear.
func (q fifo) items() []term.Term {
	rear := slices.Clone(q.rear)
	slices.Reverse(rear)
	return slices.Concat(q.front, rear)
}

// ofFront is a queue of the items of a front.
func ofFront(items []term.Term) fifo {
	half := len(items) / 2
	if len(items) == 1 {
		return fifo{items, nil}
	}
	rear := slices.Clone(items[half:])
	slices.Reverse(rear)
	return fifo{rear, items[:half]}
}

// ofRear is a queue of the items of a rear, newest first.
func ofRear(items []term.Term) fifo { return ofFront(items).reversed() }

// in puts an item at the rear.
func (q fifo) in(x term.Term) fifo {
	if len(q.rear) == 1 && len(q.front) == 0 {
		return fifo{[]term.Term{x}, q.rear}
	}
	return fifo{slices.Concat([]term.Term{x}, q.rear), q.front}
}

// out takes the item at the front of a queue that has some.
func (q fifo) out() (term.Term, fifo) {
	last := len(q.rear) - 1
	switch {
	case len(q.front) > 1:
		return q.front[0], fifo{q.rear, q.front[1:]}
	case len(q.front) == 1:
		return q.front[0], ofRear(q.rear)
	case last == 0:
		return q.rear[0], fifo{}
	}
	front := slices.Clone(q.rear[1:last])
	slices.Reverse(front)
	return q.rear[last], fifo{q.rear[:1], front}
}

// split returns the first n items and the others.
func (q fifo) split(n int) (fifo, fifo) {
	switch front := len(q.front); {
	case n == 0:
		return fifo{}, q
	case n == front:
		return ofFront(q.front), ofRear(q.rear)
	case n == q.len():
		return q, fifo{}
	case n < front:
		rear := slices.Clone(q.front[1:n])
		slices.Reverse(rear)
		return fifo{rear, q.front[:1]}, fifo{q.rear, q.front[n:]}
	}
	left := q.len() - n
	more := slices.Clone(q.rear[1:left])
	slices.Reverse(more)
	return fifo{q.rear[left:], q.front}, fifo{q.rear[:1], more}
}

// kept is what is left of a queue of whose lists some items were taken.
func (q fifo) kept() fifo {
	switch {
	case len(q.rear) == 0:
		return ofFront(q.front)
	case len(q.front) == 0:
		return ofRear(q.rear)
	}
	return q
}

// without takes out the first item for which found is true.
func (q fifo) without(found func(term.Term) (bool, error)) (fifo, error) {
	for i, x := range q.items() {
		ok, err := found(x)
		if err != nil {
			return q, err
		}
		if !ok {
			continue
		}
		if i < len(q.front) {
			return fifo{q.rear, slices.Delete(slices.Clone(q.front), i, i+1)}.keptAt(true), nil
		}
		i = q.len() - 1 - i
		return fifo{slices.Delete(slices.Clone(q.rear), i, i+1), q.front}.keptAt(false), nil
	}
	return q, nil
}

// keptAt is kept if the list that an item was taken from is empty now.
func (q fifo) keptAt(front bool) fifo {
	if front && len(q.front) == 0 || !front && len(q.rear) == 0 {
		return q.kept()
	}
	return q
}
