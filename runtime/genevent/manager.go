package genevent

import (
	"slices"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// manager is what the two flavours have in common.
type manager struct {
	sys.System
	name     term.Term  // registered name or pid
	handlers []*handler // newest first
	idle     time.Duration
	// line is where the current message is handled in the original's source.
	line int
	// hibernating says whether the last message left the manager hibernating,
	// woken whether it has ever been.
	hibernating, woken bool
	stray              *stray // nil while the manager is its own
	// pair is memory for the arguments of callbacks.
	pair [2]term.Term
	// result is what the last callback returned.
	result code.Result
	// broken is the exception with which the manager itself failed while it
	// handled the current message, and so ends.
	broken *exception.Error
}

func newManager(self *process.Process, parent term.PID, o gen.Options) manager {
	name := gen.Bare(self, o.Name)
	return manager{System: sys.New(self, parent, name, o), name: name, idle: o.HibernateAfter}
}

// request is a message {from, tag, command}.
func request(message term.Tuple) (tag term.Term, command term.Term, ok bool) {
	if len(message) != 3 {
		return nil, nil, false
	}
	switch c := message[2].(type) {
	case term.Atom:
		return message[1], c, true
	case term.Tuple:
		return message[1], c, len(c) > 0
	}
	return nil, nil, false
}

// wake marks the beginning of a message.
func (m *manager) wake(self *process.Process) {
	if m.hibernating {
		self.SetHibernated(false)
	}
}

// loop ends a message: the manager hibernates or waits for the next one.
func (m *manager) loop(self *process.Process, hibernate bool) error {
	if m.broken != nil {
		return proclib.Exit(self, m.broken)
	}
	m.hibernating = hibernate
	switch {
	case hibernate:
		m.woken = true
		self.SetHibernated(true)
	case m.idle > 0:
		self.SetIdleTimeout(m.idle)
	}
	return nil
}

// HandleTimeout hibernates a manager that was idle for long enough.
func (m *manager) HandleTimeout(self *process.Process) error { return m.loop(self, true) }

// Continue goes on after a system message; a manager that was hibernating
// hibernates again.
func (m *manager) Continue(self *process.Process) error { return m.loop(self, m.hibernating) }

// system handles a system message.
func (m *manager) system(self *process.Process, message term.Tuple, server sys.Server) error {
	if m.stray != nil {
		server = m.stray
	}
	err := m.Handle(self, message, server)
	if err == nil && m.hibernating {
		self.SetHibernated(true)
	}
	return err
}

// exit returns the error that ends the manager.
func (m *manager) exit(self *process.Process, reason term.Term, frames ...exception.Frame) error {
	return proclib.Exit(self, exception.Exit(reason).In(append(frames, proclib.Frame(m.woken))...))
}

// find returns the index of the newest handler with the name, or -1.
func (m *manager) find(module term.Atom, id term.Term) int {
	return slices.IndexFunc(m.handlers, func(h *handler) bool {
		return h.module == module && (h.id == nil && id == nil || h.id != nil && id != nil && term.Same(h.id, id))
	})
}

// take removes and returns a handler of the list.
func (m *manager) take(i int) *handler {
	h := m.handlers[i]
	m.handlers = slices.Delete(slices.Clone(m.handlers), i, i+1)
	return h
}

// push installs a handler in front of the others.
func (m *manager) push(self *process.Process, h *handler, name term.Term) {
	m.handlers = append([]*handler{h}, m.handlers...)
	m.emit(self, process.EventHandlerAdd, name)
}

func (m *manager) emit(self *process.Process, kind process.EventKind, message term.Term) {
	if self.Node().Observed(kind) {
		self.Node().Emit(process.Event{Kind: kind, From: self.PID(), Message: message})
	}
}

// modules returns the set of the handlers' modules, in order.
func (m *manager) modules() term.Term {
	var modules []term.Term
	for _, h := range m.handlers {
		modules = append(modules, h.module)
	}
	slices.SortFunc(modules, term.Compare)
	return term.List(slices.CompactFunc(modules, term.Same)...)
}

// replaceStates applies a function to {module, id, state} of each handler. An
// answer of another shape, or a failure, leaves that handler as it is.
func (m *manager) replaceStates(id func(*handler) term.Term, fun func(term.Term) (term.Term, error)) term.Term {
	states := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		current := term.Tuple{h.module, id(h), h.state}
		states[i] = current
		answer, err := fun(current)
		next, ok := answer.(term.Tuple)
		if err == nil && ok && len(next) == 3 && term.Same(next[0], current[0]) && term.Same(next[1], current[1]) {
			h.state, states[i] = next[2], next
		}
	}
	return term.List(states...)
}

// changeCode calls code_change of each handler of a module; the first that
// does not answer {:ok, state} leaves all as they are. Frames stand below it.
func (m *manager) changeCode(self *process.Process, module term.Atom, oldVsn, extra term.Term, behaviour term.Atom, frames func(failed int, module term.Atom) []exception.Frame) term.Term {
	states := make([]term.Term, len(m.handlers))
	for i, h := range m.handlers {
		if states[i] = h.state; h.module != module {
			continue
		}
		answer, err := apply(self, module, "code_change", oldVsn, h.state, extra)
		if err != nil {
			if stray, ok := m.thrown(err, behaviour); ok {
				m.stray = stray
				return nil
			}
			return exception.Caught(gen.Catch(err, frames(i, module)...))
		}
		if term.Tag(answer, 2) != term.OK {
			wrong := exception.Raise(term.Tuple{term.Atom("badmatch"), answer})
			return exception.Caught(wrong.In(frames(i, module)...))
		}
		states[i] = answer.(term.Tuple)[1]
	}
	for i, h := range m.handlers {
		h.state = states[i]
	}
	return nil
}
