package sys

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Items of a list of debug options.
const (
	traceItem      = term.Atom("trace")
	logItem        = term.Atom("log")
	fileItem       = term.Atom("log_to_file")
	statisticsItem = term.Atom("statistics")
	done           = term.Atom("done")
	in             = term.Atom("in")
	out            = term.Atom("out")
)

// HandleDebug tells the debug options of a process about an event and returns
// the new options, as sys:handle_debug/4. Form is a function (device, event,
// name) that prints the event.
func HandleDebug(self *process.Process, debug, form, name, event term.Term) term.Term {
	var kept []term.Term
	for element := range term.Elements(debug) {
		item, ok := element.(term.Tuple)
		if !ok || len(item) != 2 {
			continue
		}
		if next := handleItem(self, item, form, name, event); next != nil {
			kept = append(kept, next)
		}
	}
	return term.List(kept...)
}

// handleItem tells one debug option about an event; nil removes the option.
func handleItem(self *process.Process, item term.Tuple, form, name, event term.Term) term.Term {
	switch item[0] {
	case term.Term(traceItem):
		print(self, term.Atom("standard_io"), form, name, event)
		return item
	case term.Term(logItem):
		return term.Tuple{logItem, logPut(item[1], term.Tuple{event, name, form})}
	case term.Term(fileItem):
		print(self, item[1], form, name, event)
		return item
	case term.Term(statisticsItem):
		return term.Tuple{statisticsItem, count(item[1], event)}
	}
	return callItem(self, item, name, event)
}

// callItem calls a function that was installed as {func, state} or {id,
// {func, state}}. It is removed when it fails or answers done.
func callItem(self *process.Process, item term.Tuple, name, event term.Term) term.Term {
	fun, state, id := item[0], item[1], term.Term(nil)
	if pair, ok := item[1].(term.Tuple); ok && len(pair) == 2 {
		if _, isFun := pair[0].(*term.Fun); isFun {
			id, fun, state = item[0], pair[0], pair[1]
		}
	}
	next, err := code.Call(self, fun, state, event, name)
	if err != nil {
		x := exception.As(err)
		if x.Class != exception.ClassThrow {
			return nil
		}
		next = x.Reason
	}
	switch {
	case next == term.Term(done):
		return nil
	case id != nil:
		return term.Tuple{id, term.Tuple{fun, next}}
	}
	return term.Tuple{fun, next}
}

func print(self *process.Process, device, form, name, event term.Term) {
	// A device that is gone must not end the process that is traced.
	_, _ = code.Call(self, form, device, event, name)
}

// debugCommand carries out a request {debug, what}.
func debugCommand(self *process.Process, what, debug term.Term) (reply, next term.Term) {
	w, ok := what.(term.Tuple)
	if !ok {
		if what == term.Term(term.Atom("no_debug")) {
			closeFile(self, debug)
			return term.OK, term.Empty
		}
		return term.Atom("unknown_debug"), debug
	}
	if len(w) != 2 {
		return term.Atom("unknown_debug"), debug
	}
	switch w[0] {
	case term.Term(traceItem):
		return toggle(debug, traceItem, w[1], term.True)
	case term.Term(logItem):
		return logCommand(self, w[1], debug)
	case term.Term(fileItem):
		return fileCommand(self, w[1], debug)
	case term.Term(statisticsItem):
		if w[1] == term.Term(term.Atom("get")) {
			return term.Tuple{term.OK, statistics(self, find(debug, statisticsItem))}, debug
		}
		return toggle(debug, statisticsItem, w[1], newStatistics(self))
	case term.Term(term.Atom("install")):
		return installCommand(w[1], debug)
	case term.Term(term.Atom("remove")):
		return term.OK, remove(debug, w[1])
	}
	return term.Atom("unknown_debug"), debug
}

func toggle(debug term.Term, item term.Atom, flag, data term.Term) (reply, next term.Term) {
	switch flag {
	case term.Term(term.True):
		return term.OK, install(debug, item, data)
	case term.Term(term.False):
		return term.OK, remove(debug, item)
	}
	return term.Atom("unknown_debug"), debug
}

func installCommand(spec, debug term.Term) (reply, next term.Term) {
	s, _ := spec.(term.Tuple)
	switch len(s) {
	case 2:
		return term.OK, install(debug, s[0], s[1])
	case 3:
		return term.OK, install(debug, s[0], term.Tuple{s[1], s[2]})
	}
	return term.Atom("unknown_debug"), debug
}

func fileCommand(self *process.Process, path, debug term.Term) (reply, next term.Term) {
	debug = closeFile(self, debug)
	if path == term.Term(term.False) {
		return term.OK, debug
	}
	if device := openFile(self, path); device != nil {
		return term.OK, install(debug, fileItem, device)
	}
	return term.Tuple{term.ErrorAtom, term.Atom("open_file")}, debug
}

// openFile returns the device of a new file, or nil.
func openFile(self *process.Process, path term.Term) term.Term {
	name, ok := ioserver.Chars(path)
	if !ok {
		return nil
	}
	device, err := ioserver.OpenFile(self, name)
	if err != nil {
		return nil
	}
	return device
}

func closeFile(self *process.Process, debug term.Term) term.Term {
	device, ok := find(debug, fileItem).(term.PID)
	if !ok {
		return debug
	}
	ioserver.CloseFile(self, device)
	return remove(debug, fileItem)
}

// find returns the data of an item, or nil.
func find(debug term.Term, item term.Term) term.Term {
	for element := range term.Elements(debug) {
		if pair, ok := element.(term.Tuple); ok && len(pair) == 2 && term.Same(pair[0], item) {
			return pair[1]
		}
	}
	return nil
}

// install adds an item in front unless it is there.
func install(debug, item, data term.Term) term.Term {
	if find(debug, item) != nil {
		return debug
	}
	return &term.Cons{Head: term.Tuple{item, data}, Tail: debug}
}

func remove(debug, item term.Term) term.Term {
	var kept []term.Term
	removed := false
	for element := range term.Elements(debug) {
		pair, ok := element.(term.Tuple)
		if ok && !removed && len(pair) == 2 && term.Same(pair[0], item) {
			removed = true
			continue
		}
		kept = append(kept, element)
	}
	return term.List(kept...)
}

// newStatistics is what the item statistics starts with: {time, {reductions, n},
// in, out}.
func newStatistics(self *process.Process) term.Term {
	return term.Tuple{localTime(self), term.Tuple{reductions, term.Int(self.Reductions())}, term.Int(0), term.Int(0)}
}

const reductions = term.Atom("reductions")

// counted takes the item statistics apart. A special process may have put
// anything there.
func counted(data term.Term) (d term.Tuple, began, received, sent term.Int, ok bool) {
	d, isTuple := data.(term.Tuple)
	if !isTuple || len(d) != 4 || term.Tag(d[1], 2) != reductions {
		return nil, 0, 0, 0, false
	}
	began, ok = d[1].(term.Tuple)[1].(term.Int)
	received, okIn := d[2].(term.Int)
	sent, okOut := d[3].(term.Int)
	return d, began, received, sent, ok && okIn && okOut
}

// count counts an event that begins with in or out.
func count(data, event term.Term) term.Term {
	d, _, received, sent, ok := counted(data)
	e, isTuple := event.(term.Tuple)
	if !ok || !isTuple || len(e) < 2 {
		return data
	}
	switch e[0] {
	case term.Term(in):
		return term.Tuple{d[0], d[1], received + 1, d[3]}
	case term.Term(out):
		return term.Tuple{d[0], d[1], d[2], sent + 1}
	}
	return data
}

func statistics(self *process.Process, data term.Term) term.Term {
	d, began, _, _, ok := counted(data)
	if !ok {
		return term.Atom("no_statistics")
	}
	pair := func(key term.Atom, value term.Term) term.Pair { return term.Pair{Key: key, Value: value} }
	return term.Keyword(
		pair("start_time", d[0]),
		pair("current_time", localTime(self)),
		pair(reductions, term.Int(self.Reductions())-began),
		pair("messages_in", d[2]),
		pair("messages_out", d[3]))
}

// localTime returns {{year, month, day}, {hour, minute, second}} of the node.
func localTime(self *process.Process) term.Term {
	t := self.Node().SystemTime()
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	return term.Tuple{
		term.Tuple{term.Int(year), term.Int(month), term.Int(day)},
		term.Tuple{term.Int(hour), term.Int(minute), term.Int(second)},
	}
}
