package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// queueMore are the functions of :queue that learners meet less often.
var queueMore = []Function{
	{"get", "queue", "The item at the front.", queueEnd("get", func(q []term.Term) term.Term { return q[0] })},
	{"head", "queue", "The item at the front.", queueEnd("head", func(q []term.Term) term.Term { return q[0] })},
	{"get_r", "queue", "The item at the rear.", queueEnd("get_r", func(q []term.Term) term.Term { return q[len(q)-1] })},
	{"last", "queue", "The item at the rear.", queueEnd("get_r", func(q []term.Term) term.Term { return q[len(q)-1] })},
	{"drop", "queue", "The queue without the item at the front.", queueWithout("drop", queueOut)},
	{"tail", "queue", "The queue without the item at the front.", queueWithout("drop", queueOut)},
	{"drop_r", "queue", "The queue without the item at the rear.", queueWithout("drop_r", queueOutRear)},
	{"init", "queue", "The queue without the item at the rear.", queueWithout("drop_r", queueOutRear)},
	{"peek_r", "queue", "`{:value, item}` at the rear, or `:empty`.", onQueue(0, func(q []term.Term, _ args) term.Term {
		if len(q) == 0 {
			return term.Atom("empty")
		}
		return term.Tuple{term.Atom("value"), q[len(q)-1]}
	})},
	{"all", "pred, queue", "Whether `pred` is true of all items.", queueTest("all", false)},
	{"any", "pred, queue", "Whether `pred` is true of some item.", queueTest("any", true)},
	{"fold", "fun, acc, queue", "Folds from front to rear.", queueFold},
	{"split", "n, queue", "Two queues: the first `n` items, and the others.", queueSplit},
	{"join", "queue1, queue2", "The items of both.", queueJoin},
}

func queueEnd(name string, end func([]term.Term) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		items, ok := queueItems(a[0])
		if !ok || len(items) == 0 {
			return nil, queueRefused(name, ok, a[0])
		}
		return end(items), nil
	}
}

func queueWithout(name string, out func([]term.Term, args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		items, ok := queueItems(a[0])
		if !ok || len(items) == 0 {
			return nil, queueRefused(name, ok, a[0])
		}
		return out(items, a).(term.Tuple)[1], nil
	}
}

// queueTest is any, or all, which is that not any is not.
func queueTest(name string, found bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		items, ok := queueItems(a[1])
		if !ok || !isFun(a[0], 1) {
			return nil, queueRefused(name, false, a...)
		}
		for _, x := range items {
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
	items, ok := queueItems(a[2])
	if !ok || !isFun(a[0], 2) {
		return nil, queueRefused("fold", false, a...)
	}
	acc := a[1]
	for _, x := range items {
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
	items, ok2 := queueItems(a[1])
	if !ok1 || !ok2 || n < 0 || n > len(items) {
		return nil, queueRefused("split", false, a...)
	}
	return term.Tuple{queueOf(items[:n]), queueOf(items[n:])}, nil
}

// queueJoin keeps the rear of the second queue as it is.
func queueJoin(_ *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := queueItems(a[0])
	_, ok2 := queueItems(a[1])
	if !ok1 || !ok2 {
		return nil, queueRefused("join", false, a...)
	}
	pair := a[1].(term.Tuple)
	front, _ := term.Slice(pair[1])
	return term.Tuple{pair[0], term.List(slices.Concat(first, front)...)}, nil
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
