package lib

import (
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

var proplistsTable = Module{
	Name: "proplists",
	Doc:  "Erlang's property lists, in which a bare atom stands for `{atom, true}`.",
	Functions: []Function{
		{"get_value", "key, list", "The first value of `key`, or `:undefined`.", propValue},
		{"get_value", "key, list, default", "The first value of `key`, else `default`.", propValue},
		{"get_all_values", "key, list", "All values of `key`.", propAllValues},
		{"get_bool", "key, list", "Whether the first value of `key` is true.", propBool},
		{"get_keys", "list", "The keys, each once.", propKeys},
		{"is_defined", "key, list", "Whether `key` is there.", propDefined},
		{"lookup", "key, list", "The first entry of `key`, or `:none`.", propLookup},
		{"delete", "key, list", "The list without the entries of `key`.", propDelete},
	},
}

// propEntry reads an entry of a property list.
func propEntry(x term.Term) (key, value term.Term, ok bool) {
	switch x := x.(type) {
	case term.Atom:
		return x, term.True, true
	case term.Tuple:
		if len(x) == 2 {
			return x[0], x[1], true
		}
	}
	return nil, nil, false
}

func propFind(key term.Term, list []term.Term) (term.Term, bool) {
	for _, x := range list {
		if k, value, ok := propEntry(x); ok && term.Same(k, key) {
			return value, true
		}
	}
	return nil, false
}

func propList(a args) ([]term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, errClause
	}
	return list, nil
}

func propValue(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	if err != nil {
		return nil, err
	}
	value, ok := propFind(a[0], list)
	switch {
	case ok:
		return value, nil
	case len(a) == 3:
		return a[2], nil
	}
	return term.Undefined, nil
}

func propAllValues(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	var values []term.Term
	for _, x := range list {
		if k, value, ok := propEntry(x); ok && term.Same(k, a[0]) {
			values = append(values, value)
		}
	}
	return term.List(values...), err
}

func propBool(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	value, _ := propFind(a[0], list)
	return term.Bool(value == term.Term(term.True)), err
}

func propDefined(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	_, ok := propFind(a[0], list)
	return term.Bool(ok), err
}

func propLookup(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	if err != nil {
		return nil, err
	}
	for _, x := range list {
		if k, value, ok := propEntry(x); ok && term.Same(k, a[0]) {
			return term.Tuple{k, value}, nil
		}
	}
	return term.Atom("none"), nil
}

func propKeys(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	seen := term.NewMap()
	for _, x := range list {
		if k, _, ok := propEntry(x); ok {
			seen = seen.Put(k, term.True)
		}
	}
	return keysOf(seen), nil
}

func propDelete(_ *process.Process, a []term.Term) (term.Term, error) {
	list, err := propList(a)
	return term.List(slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool {
		k, _, ok := propEntry(x)
		return ok && term.Same(k, a[0])
	})...), err
}

var queueTable = Module{
	Name: "queue",
	Doc:  "Erlang's queues: in at the rear, out at the front. A queue is a pair of lists, `{rear, front}`.",
	Functions: []Function{
		{"new", "", "An empty queue.", func(*process.Process, []term.Term) (term.Term, error) { return queueOf(nil), nil }},
		{"in", "item, queue", "The queue with `item` at the rear.", onQueue(1, func(q []term.Term, a args) term.Term { return queueIn(a[1], a[0], len(q)) })},
		{"in_r", "item, queue", "The queue with `item` at the front.", onQueue(1, func(q []term.Term, a args) term.Term { return queueOf(append([]term.Term{a[0]}, q...)) })},
		{"out", "queue", "`{{:value, item}, rest}` with the item at the front, or `{:empty, queue}`.", onQueue(0, queueOut)},
		{"out_r", "queue", "`{{:value, item}, rest}` with the item at the rear, or `{:empty, queue}`.", onQueue(0, queueOutRear)},
		{"peek", "queue", "`{:value, item}` at the front, or `:empty`.", onQueue(0, func(q []term.Term, _ args) term.Term {
			if len(q) == 0 {
				return term.Atom("empty")
			}
			return term.Tuple{term.Atom("value"), q[0]}
		})},
		{"len", "queue", "The number of items.", onQueue(0, func(q []term.Term, _ args) term.Term { return term.Int(len(q)) })},
		{"is_empty", "queue", "Whether there is no item.", onQueue(0, func(q []term.Term, _ args) term.Term { return term.Bool(len(q) == 0) })},
		{"is_queue", "term", "Whether `term` is a queue.", test(func(t term.Term) bool { _, ok := queueItems(t); return ok })},
		{"member", "item, queue", "Whether `item` is in the queue.", onQueue(1, func(q []term.Term, a args) term.Term {
			return term.Bool(slices.ContainsFunc(q, func(x term.Term) bool { return term.Same(x, a[0]) }))
		})},
		{"to_list", "queue", "The items from front to rear.", onQueue(0, func(q []term.Term, _ args) term.Term { return term.List(q...) })},
		{"from_list", "list", "A queue of the items.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) { return queueOf(list), nil })},
		{"reverse", "queue", "The queue from rear to front.", onQueue(0, func(q []term.Term, a args) term.Term {
			pair := a[0].(term.Tuple)
			return term.Tuple{pair[1], pair[0]}
		})},
	},
}

// queueItems returns the items of a queue from front to rear.
func queueItems(t term.Term) ([]term.Term, bool) {
	pair, ok := t.(term.Tuple)
	if !ok || len(pair) != 2 {
		return nil, false
	}
	rear, ok1 := term.Slice(pair[0])
	front, ok2 := term.Slice(pair[1])
	items := slices.Clone(front)
	for i := len(rear) - 1; i >= 0; i-- {
		items = append(items, rear[i])
	}
	return items, ok1 && ok2
}

// queueOf makes a queue as from_list does: the front half in front.
func queueOf(items []term.Term) term.Term {
	front := (len(items) + 1) / 2
	if len(items) == 1 {
		front = 0
	}
	if len(items) == 3 {
		front = 1
	}
	rear := slices.Clone(items[front:])
	slices.Reverse(rear)
	return term.Tuple{term.List(rear...), term.List(items[:front]...)}
}

// queueIn puts an item at the rear, where the second one sends the first to
// the front.
func queueIn(queue, item term.Term, n int) term.Term {
	pair := queue.(term.Tuple)
	if _, noFront := pair[1].(term.EmptyList); noFront && n == 1 {
		return term.Tuple{term.List(item), pair[0]}
	}
	return term.Tuple{&term.Cons{Head: item, Tail: pair[0]}, pair[1]}
}

func onQueue(i int, f func(items []term.Term, a args) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		items, ok := queueItems(a[i])
		if !ok {
			return nil, badarg("queue", "in", a...)
		}
		return f(items, a), nil
	}
}

func queueOut(items []term.Term, a args) term.Term {
	if len(items) == 0 {
		return term.Tuple{term.Atom("empty"), a[0]}
	}
	pair := a[0].(term.Tuple)
	rest := queueOf(items[1:])
	if cell, ok := pair[1].(*term.Cons); ok && term.Term(cell.Tail) != term.Empty {
		rest = term.Tuple{pair[0], cell.Tail}
	} else if len(items) == 2 {
		rest = term.Tuple{term.Empty, term.List(items[1])}
	}
	return term.Tuple{term.Tuple{term.Atom("value"), items[0]}, rest}
}

func queueOutRear(items []term.Term, a args) term.Term {
	if len(items) == 0 {
		return term.Tuple{term.Atom("empty"), a[0]}
	}
	last := len(items) - 1
	pair := a[0].(term.Tuple)
	rest := queueOf(items[:last])
	if cell, ok := pair[0].(*term.Cons); ok && cell.Tail != term.Term(term.Empty) {
		rest = term.Tuple{cell.Tail, pair[1]}
	} else if last == 1 {
		rest = term.Tuple{term.Empty, term.List(items[0])}
	}
	return term.Tuple{term.Tuple{term.Atom("value"), items[last]}, rest}
}
