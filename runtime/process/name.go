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
	if p == nil || p.name != "" || n.names[name] != nil || name == term.Undefined {
		return false
	}
	n.names[name] = p
	p.name = name
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
	p.name = ""
	return true
}

func (n *Node) unregister(p *Process) {
	if p.name != "" {
		delete(n.names, p.name)
		p.name = ""
	}
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
	return p.name
}
