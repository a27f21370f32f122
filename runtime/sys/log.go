package sys

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// The log of events is an improper list that holds the last n items. While
// there is room it is [free | newest first]; once it is full it is [newest
// first since the last turn | oldest first before], of which the second part
// gives up an item for each that the first gains.

// defaultLogSize is the number of events that log keeps.
const defaultLogSize = 10

func newLog(size term.Int) term.Term { return &term.Cons{Head: size, Tail: term.Empty} }

// logPut adds an item to a log.
func logPut(log, item term.Term) term.Term {
	cell, ok := log.(*term.Cons)
	if !ok {
		return log
	}
	free, filling := cell.Head.(term.Int)
	switch {
	case filling && free == 1:
		return &term.Cons{Head: &term.Cons{Head: item, Tail: cell.Tail}, Tail: term.Empty}
	case filling:
		return &term.Cons{Head: free - 1, Tail: &term.Cons{Head: item, Tail: cell.Tail}}
	}
	if old, ok := cell.Tail.(*term.Cons); ok {
		return &term.Cons{Head: &term.Cons{Head: item, Tail: cell.Head}, Tail: old.Tail}
	}
	turned := append(reversed(cell.Head), item)
	return &term.Cons{Head: term.Empty, Tail: term.List(turned[1:]...)}
}

// logItems returns the items of a log, oldest first.
func logItems(log term.Term) []term.Term {
	cell, ok := log.(*term.Cons)
	if !ok {
		return nil
	}
	if _, filling := cell.Head.(term.Int); filling {
		return reversed(cell.Tail)
	}
	old, _ := term.Slice(cell.Tail)
	return append(old, reversed(cell.Head)...)
}

func reversed(list term.Term) []term.Term {
	var items []term.Term
	for item := range term.Elements(list) {
		items = append([]term.Term{item}, items...)
	}
	return items
}

func logOf(debug term.Term) term.Term {
	if log := find(debug, logItem); log != nil {
		return log
	}
	return newLog(defaultLogSize)
}

// GetLog returns the events in the log of debug options, oldest first, as
// sys:get_log/1.
func GetLog(debug term.Term) term.Term {
	var events []term.Term
	for _, item := range logItems(logOf(debug)) {
		events = append(events, item.(term.Tuple)[0])
	}
	return term.List(events...)
}

// PrintLog prints the events in the log of debug options, oldest first, as
// sys:print_log/1.
func PrintLog(self *process.Process, debug term.Term) {
	for _, item := range logItems(logOf(debug)) {
		entry := item.(term.Tuple)
		print(self, term.Atom("standard_io"), entry[2], entry[1], entry[0])
	}
}

// GetDebug returns the data of a debug option, as sys:get_debug/3.
func GetDebug(item, debug, otherwise term.Term) term.Term {
	if data := find(debug, item); data != nil {
		return data
	}
	return otherwise
}

// logCommand carries out {log, flag}.
func logCommand(self *process.Process, flag, debug term.Term) (reply, next term.Term) {
	switch f := flag.(type) {
	case term.Tuple:
		if size, ok := f[len(f)-1].(term.Int); ok && term.Tag(f, 2) == term.True && size >= 1 {
			return term.OK, install(debug, logItem, refill(size, debug))
		}
	case term.Atom:
		switch f {
		case term.True:
			return term.OK, install(debug, logItem, refill(defaultLogSize, debug))
		case term.False:
			return term.OK, remove(debug, logItem)
		case "get":
			return term.Tuple{term.OK, GetLog(debug)}, debug
		case "print":
			PrintLog(self, debug)
			return term.OK, debug
		}
	}
	return term.Atom("unknown_debug"), debug
}

// refill returns a log of the size with the items of the present one.
func refill(size term.Int, debug term.Term) term.Term {
	log := newLog(size)
	for _, item := range logItems(logOf(debug)) {
		log = logPut(log, item)
	}
	return log
}
