package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func queueTable() Module {
	return Module{
		Name: "queue",
		Doc:  "Erlang's queues: in at the rear, out at the front. A queue is a pair of lists, `{rear, front}`.",
		Functions: []Function{
			{"new", "", "An empty queue.", func(*process.Process, []term.Term) (term.Term, error) { return fifo{}.term(), nil }},
			{"in", "item, queue", "The queue with `item` at the rear.", onQueue(1, func(q fifo, a args) term.Term { return q.in(a[0]).term() })},
			{"in_r", "item, queue", "The queue with `item` at the front.", onQueue(1, queueInFront)},
			{"out", "queue", "`{{:value, item}, rest}` with the item at the front, or `{:empty, queue}`.", queueOut(fifo.out)},
			{"out_r", "queue", "`{{:value, item}, rest}` with the item at the rear, or `{:empty, queue}`.", queueOut(fifo.outRear)},
			{"peek", "queue", "`{:value, item}` at the front, or `:empty`.", onQueue(0, func(q fifo, _ args) term.Term { return peeked(q) })},
			{"len", "queue", "The number of items.", onQueue(0, func(q fifo, _ args) term.Term { return term.Int(q.len()) })},
			{"is_empty", "queue", "Whether there is no item.", onQueue(0, func(q fifo, _ args) term.Term { return term.Bool(q.len() == 0) })},
			{"is_queue", "term", "Whether `term` is a queue.", test(func(t term.Term) bool { _, ok := readQueue(t); return ok })},
			{"member", "item, queue", "Whether `item` is in the queue.", onQueue(1, func(q fifo, a args) term.Term {
				return term.Bool(slices.ContainsFunc(q.items(), func(x term.Term) bool { return term.Same(x, a[0]) }))
			})},
			{"to_list", "queue", "The items from front to rear.", onQueue(0, func(q fifo, _ args) term.Term { return term.List(q.items()...) })},
			{"from_list", "list", "A queue of the items.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) {
				return ofFront(list).term(), nil
			})},
			{"reverse", "queue", "The queue from rear to front.", onQueue(0, func(q fifo, _ args) term.Term { return q.reversed().term() })},
		},
	}
}

// queueMore are the functions of :queue that learners meet less often.
func queueMore() []Function {
	return []Function{
		{"get", "queue", "The item at the front.", queueEnd("get", firstOf)},
		{"head", "queue", "The item at the front.", queueEnd("head", firstOf)},
		{"get_r", "queue", "The item at the rear.", queueEnd("get_r", lastOf)},
		{"last", "queue", "The item at the rear.", queueEnd("get_r", lastOf)},
		{"drop", "queue", "The queue without the item at the front.", queueWithout("drop", fifo.out)},
		{"tail", "queue", "The queue without the item at the front.", queueWithout("drop", fifo.out)},
		{"drop_r", "queue", "The queue without the item at the rear.", queueWithout("drop_r", fifo.outRear)},
		{"init", "queue", "The queue without the item at the rear.", queueWithout("drop_r", fifo.outRear)},
		{"peek_r", "queue", "`{:value, item}` at the rear, or `:empty`.", onQueue(0, func(q fifo, _ args) term.Term { return peeked(q.reversed()) })},
		{"all", "pred, queue", "Whether `pred` is true of all items.", queueTest("all", false)},
		{"any", "pred, queue", "Whether `pred` is true of some item.", queueTest("any", true)},
		{"fold", "fun, acc, queue", "Folds from front to rear.", queueFold},
		{"split", "n, queue", "Two queues: the first `n` items, and the others.", queueSplit},
		{"join", "queue1, queue2", "The items of both.", queueJoin},
	}
}

// onQueue wraps a function of the queue in argument i.
func onQueue(i int, f func(q fifo, a args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		q, ok := readQueue(a[i])
		if !ok {
			return nil, badarg("queue", "in", a...)
		}
		return f(q, a), nil
	}
}

func firstOf(q fifo) term.Term {
	x, _ := q.out()
	return x
}

func lastOf(q fifo) term.Term { return firstOf(q.reversed()) }

func peeked(q fifo) term.Term {
	if q.len() == 0 {
		return term.Atom("empty")
	}
	return term.Tuple{term.Atom("value"), firstOf(q)}
}

func queueInFront(q fifo, a args) term.Term { return q.reversed().in(a[0]).reversed().term() }

// outRear takes the item at the rear of a queue that has some.
func (q fifo) outRear() (term.Term, fifo) {
	x, rest := q.reversed().out()
	return x, rest.reversed()
}

func queueOut(out func(fifo) (term.Term, fifo)) process.Func {
	return onQueue(0, func(q fifo, a args) term.Term {
		if q.len() == 0 {
			return term.Tuple{term.Atom("empty"), a[0]}
		}
		x, rest := out(q)
		return term.Tuple{term.Tuple{term.Atom("value"), x}, rest.term()}
	})
}

func queueEnd(name string, end func(fifo) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		q, ok := readQueue(a[0])
		if !ok || q.len() == 0 {
			return nil, queueRefused(name, ok, a[0])
		}
		return end(q), nil
	}
}

func queueWithout(name string, out func(fifo) (term.Term, fifo)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		q, ok := readQueue(a[0])
		if !ok || q.len() == 0 {
			return nil, queueRefused(name, ok, a[0])
		}
		_, rest := out(q)
		return rest.term(), nil
	}
}

// queueTest is any, or all, which is that not any is not.
func queueTest(name string, found bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		q, ok := readQueue(a[1])
		if !ok || !isFun(a[0], 1) {
			return nil, queueRefused(name, false, a...)
		}
		for _, x := range q.items() {
			holds, err := truth(self, a[0], x)
			if err != nil {
				return nil, err
			}
			if holds == found {
				return term.Bool(found), nil
			}
		}
		return term.Bool(!found), nil
	}
}

func queueFold(self *process.Process, a []term.Term) (term.Term, error) {
	q, ok := readQueue(a[2])
	if !ok || !isFun(a[0], 2) {
		return nil, queueRefused("fold", false, a...)
	}
	acc := a[1]
	for _, x := range q.items() {
		next, err := code.Call(self, a[0], x, acc)
		if err != nil {
			return nil, err
		}
		acc = next
	}
	return acc, nil
}

func queueSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok1 := intAt(a, 0)
	q, ok2 := readQueue(a[1])
	if !ok1 || !ok2 || n < 0 || n > q.len() {
		return nil, queueRefused("split", false, a...)
	}
	first, others := q.split(n)
	return term.Tuple{first.term(), others.term()}, nil
}

func queueJoin(_ *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := readQueue(a[0])
	second, ok2 := readQueue(a[1])
	switch {
	case !ok1 || !ok2:
		return nil, queueRefused("join", false, a...)
	case second.len() == 0:
		return a[0], nil
	case first.len() == 0:
		return a[1], nil
	}
	return fifo{second.rear, slices.Concat(first.items(), second.front)}.term(), nil
}

// queueLines are the lines of queue.erl at which its functions refuse what is
// no queue, and an empty one.
var queueLines = map[string][2]int{
	"get": {192, 188}, "head": {666, 662}, "get_r": {215, 207}, "drop": {263, 252}, "drop_r": {281, 270},
	"all": {477}, "any": {466}, "fold": {455}, "split": {326}, "join": {307},
}

func queueRefused(name string, empty bool, a ...term.Term) error {
	reason, line := term.Atom("badarg"), queueLines[name][0]
	if empty {
		reason, line = "empty", queueLines[name][1]
	}
	return exception.Raise(reason).In(exception.Frame{
		Module: "queue", Function: name, Args: a, HasArgs: true, File: "queue.erl", Line: line,
	})
}

func queueRest() []Function {
	return []Function{
		{"cons", "item, queue", "The queue with `item` at the front.", onQueue(1, queueInFront)},
		{"snoc", "queue, item", "The queue with `item` at the rear.", onQueue(0, func(q fifo, a args) term.Term { return q.in(a[1]).term() })},
		{"daeh", "queue", "The item at the rear.", queueEnd("get_r", lastOf)},
		{"lait", "queue", "The queue without the item at the rear.", queueWithout("drop_r", fifo.outRear)},
		{"liat", "queue", "The queue without the item at the rear.", queueWithout("drop_r", fifo.outRear)},
		{"delete", "item, queue", "The queue without the first such item.", onQueue(1, func(q fifo, a args) term.Term { return withoutItem(q, a[0]).term() })},
		{"delete_r", "item, queue", "The queue without the last such item.", onQueue(1, func(q fifo, a args) term.Term { return withoutItem(q.reversed(), a[0]).reversed().term() })},
		{"delete_with", "pred, queue", "The queue without the first item of which `pred` is true.", queueDeleteWith(false)},
		{"delete_with_r", "pred, queue", "The queue without the last item of which `pred` is true.", queueDeleteWith(true)},
		{"filter", "fun, queue", "The items of which `fun` is true, or those of the list that it returns.", queueFilter},
		{"filtermap", "fun, queue", "The items of which `fun` is true, or the value of `{true, value}`.", queueFilter},
	}
}

func withoutItem(q fifo, item term.Term) fifo {
	rest, _ := q.without(func(x term.Term) (bool, error) { return term.Same(x, item), nil }) // which never fails
	return rest
}

func queueDeleteWith(fromRear bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		q, ok := readQueue(a[1])
		if !ok || !isFun(a[0], 1) {
			return nil, badarg("queue", "delete_with", a...)
		}
		found := func(x term.Term) (bool, error) {
			answer, err := code.Call(self, a[0], x)
			return answer == term.Term(term.True), err
		}
		if fromRear {
			rest, err := q.reversed().without(found)
			return rest.reversed().term(), err
		}
		rest, err := q.without(found)
		return rest.term(), err
	}
}

func queueFilter(self *process.Process, a []term.Term) (term.Term, error) {
	q, ok := readQueue(a[1])
	if !ok || !isFun(a[0], 1) {
		return nil, badarg("queue", "filter", a...)
	}
	front, err := chosen(self, a[0], q.front)
	if err != nil {
		return nil, err
	}
	rear, err := chosen(self, a[0], fifo{rear: q.rear}.items())
	slices.Reverse(rear)
	return fifo{rear, front}.kept().term(), err
}

// chosen are the items for which fun is true, and what it puts in the place of
// others.
func chosen(self *process.Process, fun term.Term, items []term.Term) ([]term.Term, error) {
	var kept []term.Term
	for _, x := range items {
		answer, err := code.Call(self, fun, x)
		if err != nil {
			return nil, err
		}
		switch answer := answer.(type) {
		case term.Atom:
			if answer == term.True {
				kept = append(kept, x)
			}
		case *term.Cons:
			list, _ := term.Slice(answer)
			kept = append(kept, list...)
		case term.Tuple:
			if len(answer) == 2 && answer[0] == term.Term(term.True) {
				kept = append(kept, answer[1])
			}
		}
	}
	return kept, nil
}
