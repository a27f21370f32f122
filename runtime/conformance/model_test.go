package conformance_test

import (
	"fmt"
	"slices"
)

// model is what a manager of gen_event is to those who look at it from
// outside: names with states, newest first, and what was said to whom.
type model struct {
	handlers []modelHandler
	linked   [supervisors]bool // a link is never taken back while both live
	reports  []string          // of the callbacks, in order
	told     [supervisors][]string
	next     int // the next unique number
}

type modelHandler struct {
	name, unique, events int
	supervisor           int // -1 for none
}

// supervisors is the number of processes that may supervise handlers.
const supervisors = 3

// command is one step of a history. What its numbers mean depends on op.
type command struct {
	Op              op
	Name, New       int
	By              int // a supervisor, or -1
	How             failure
	Way             way
	Handler, Number int
}

type op int

const (
	opAdd op = iota
	opAddSup
	opTick
	opAct
	opCall
	opCallAct
	opDelete
	opSwap
	opSwapSup
	opSupervisorExits
	opKillManager
	opStopManager
	ops
)

// way is how an event comes to the handlers.
type way int

const (
	byNotify way = iota
	bySyncNotify
	byInfo
	ways
)

// failure is what a callback does that is not to go on.
type failure int

const (
	removes failure = iota
	answersNonsense
	exits
	throwsNonsense
	throwsOK
	swaps
	swapsBadly
	failures
)

func name(n int) string { return fmt.Sprintf("{Handler, %d}", n) }

func (m *model) report(unique int, format string, args ...any) {
	m.reports = append(m.reports, fmt.Sprintf("%d "+format, append([]any{unique}, args...)...))
}

// tell sends gen_event_EXIT to the supervisor of h, if it has one.
func (m *model) tell(h modelHandler, reason string) {
	if h.supervisor >= 0 {
		m.told[h.supervisor] = append(m.told[h.supervisor], fmt.Sprintf("{:gen_event_EXIT, %s, %s}", name(h.name), reason))
	}
}

func (m *model) find(n int) int {
	return slices.IndexFunc(m.handlers, func(h modelHandler) bool { return h.name == n })
}

func (m *model) take(i int) modelHandler {
	h := m.handlers[i]
	m.handlers = slices.Delete(m.handlers, i, i+1)
	return h
}

func (m *model) unique() int {
	m.next++
	return m.next
}

// end terminates a handler that is in the list no more.
func (m *model) end(h modelHandler, argument, reason string) {
	m.report(h.unique, "terminate %s", argument)
	m.tell(h, reason)
}

// do carries out a command and returns the result of the call.
func (m *model) do(c command) string {
	switch c.Op {
	case opAdd, opAddSup:
		return m.add(c)
	case opTick:
		m.tick(c)
		return ":ok"
	case opAct:
		m.act(c)
		return ":ok"
	case opCall, opCallAct:
		return m.call(c)
	case opDelete:
		i := m.find(c.Name)
		if i < 0 {
			return "{:error, :module_not_found}"
		}
		h := m.take(i)
		m.end(h, ":bye", ":normal")
		return fmt.Sprintf("{:was, %d}", h.unique)
	case opSwap, opSwapSup:
		m.swap(c)
		return ":ok"
	case opSupervisorExits:
		m.supervisorExits(c.By)
	case opKillManager:
		m.kill()
	case opStopManager:
		m.stop()
	}
	return ":ok"
}

func (m *model) add(c command) string {
	h := modelHandler{name: c.Name, unique: m.unique(), supervisor: -1}
	if c.Op == opAddSup {
		h.supervisor = c.By
		m.linked[c.By] = true
	}
	m.report(h.unique, "init :added")
	m.handlers = slices.Insert(m.handlers, 0, h)
	return ":ok"
}

func (m *model) tick(c command) {
	for i := range m.handlers {
		m.report(m.handlers[i].unique, "%s %d", callbackOf(c.Way), c.Number)
		m.handlers[i].events++
	}
}

func callbackOf(w way) string {
	if w == byInfo {
		return "handle_info"
	}
	return "handle_event"
}

// act has one handler, of those that are there, fail in an event.
func (m *model) act(c command) {
	if len(m.handlers) > 0 {
		m.fail(c.Handler%len(m.handlers), c)
	}
}

// fail has handler i answer as c says, and returns what a call then returns.
func (m *model) fail(i int, c command) string {
	h := m.handlers[i]
	argument, reason, reply := "", "", ""
	switch c.How {
	case throwsOK:
		m.handlers[i].events = -1
		return ":thrown"
	case swaps, swapsBadly:
		m.swapReturned(i, c)
		return ":swapped"
	case removes:
		argument, reason, reply = ":remove_handler", ":normal", ":removed"
	case answersNonsense:
		argument, reason, reply = "{:error, :nonsense}", ":nonsense", "{:error, :nonsense}"
	case throwsNonsense:
		argument, reason, reply = "{:error, :ball}", ":ball", "{:error, :ball}"
	case exits:
		argument, reason, reply = "{:error, {:EXIT, :died}}", "{:EXIT, :died}", "{:error, {:EXIT, :died}}"
	}
	m.take(i)
	m.end(h, argument, reason)
	return reply
}

// swapReturned replaces a handler in its place, or loses both.
func (m *model) swapReturned(i int, c command) {
	old := m.handlers[i]
	m.end(old, ":swap", fmt.Sprintf("{:swapped, %s, %s}", name(c.New), supervisorName(old.supervisor)))
	next := modelHandler{name: c.New, unique: m.unique(), supervisor: old.supervisor}
	if c.How == swapsBadly {
		m.take(i)
		m.tell(next, ":crash")
		return
	}
	m.report(next.unique, "init {:was, %d}", old.unique)
	m.handlers[i] = next
}

func supervisorName(s int) string {
	if s < 0 {
		return "false"
	}
	return fmt.Sprintf("P%d", s)
}

func (m *model) call(c command) string {
	i := m.find(c.Name)
	switch {
	case i < 0:
		return "{:error, :bad_module}"
	case c.Op == opCallAct:
		return m.fail(i, c)
	}
	m.report(m.handlers[i].unique, "handle_call %d", c.Number)
	return fmt.Sprintf("{:reply, %d}", m.handlers[i].unique)
}

// swap replaces a handler, if it is there, by one in front of all.
func (m *model) swap(c command) {
	next := modelHandler{name: c.New, supervisor: -1}
	if c.Op == opSwapSup {
		next.supervisor = c.By
	}
	was := ":error"
	if i := m.find(c.Name); i >= 0 {
		old := m.take(i)
		if c.Op == opSwap {
			next.supervisor = old.supervisor
		}
		m.end(old, ":swap", fmt.Sprintf("{:swapped, %s, %s}", name(c.New), supervisorName(next.supervisor)))
		was = fmt.Sprintf("{:was, %d}", old.unique)
	}
	next.unique = m.unique()
	if next.supervisor >= 0 {
		m.linked[next.supervisor] = true
	}
	m.report(next.unique, "init %s", was)
	m.handlers = slices.Insert(m.handlers, 0, next)
}

// supervisorExits ends a process: its handlers stop, the others are told.
func (m *model) supervisorExits(s int) {
	if !m.linked[s] {
		return
	}
	m.linked[s] = false
	left := m.handlers[:0:0]
	for _, h := range m.handlers {
		if h.supervisor == s {
			m.report(h.unique, "terminate {:stop, :bye}")
		} else {
			left = append(left, h)
		}
	}
	m.handlers = left
	for _, h := range left {
		m.report(h.unique, "handle_info {:EXIT, P%d, :bye}", s)
	}
}

func (m *model) kill() {
	m.handlers = nil
	for s, linked := range m.linked {
		if linked {
			m.told[s] = append(m.told[s], "{:EXIT, M, :killed}")
		}
		m.linked[s] = false
	}
}

// stop ends the manager: it unlinks those whose handlers it still has.
func (m *model) stop() {
	for _, h := range m.handlers {
		m.end(h, ":stop", ":shutdown")
		if h.supervisor >= 0 {
			m.linked[h.supervisor] = false
		}
	}
	m.handlers = nil
	for s, linked := range m.linked {
		if linked {
			m.told[s] = append(m.told[s], "{:EXIT, M, :normal}")
		}
		m.linked[s] = false
	}
}
