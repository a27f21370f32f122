package process

import (
	"slices"

	"gex/runtime/term"
)

// Register gives a live process a name and reports whether that was possible:
// the name must be free, the process alive and without another name, and the
// name not :undefined.
func (n *Node) Register(name term.Atom, pid term.PID) bool {
	p := Lookup(pid)
	if p == nil || len(p.names) > 0 || n.names[name] != nil || name == term.Undefined {
		return false
	}
	n.names[name] = p
	p.names = append(p.names, name)
	n.Emit(Event{Kind: EventRegister, To: pid, Message: name})
	return true
}

// Unregister frees a name and reports whether it was taken.
func (n *Node) Unregister(name term.Atom) bool {
	p := n.names[name]
	if p == nil {
		return false
	}
	delete(n.names, name)
	p.names = slices.DeleteFunc(p.names, func(other term.Atom) bool { return other == name })
	return true
}

func (n *Node) unregisterAll(p *Process) {
	for _, name := range p.names {
		delete(n.names, name)
	}
	p.names = nil
}

// Whereis returns the process with the name, or nil.
func (n *Node) Whereis(name term.Atom) *Process { return n.names[name] }

// Registered returns all names in use, sorted.
func (n *Node) Registered() []term.Atom {
	names := make([]term.Atom, 0, len(n.names))
	for name := range n.names {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// RegisteredName returns the name of the process, or "".
func (p *Process) RegisteredName() term.Atom {
	if len(p.names) == 0 {
		return ""
	}
	return p.names[0]
}
