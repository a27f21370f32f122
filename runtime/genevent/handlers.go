package genevent

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// Handlers returns the list that which_handlers gives for a process without
// asking it, so also while it is suspended, and whether it is a manager.
func Handlers(p *process.Process) (term.Term, bool) {
	m, ok := p.Server().(interface{ names() term.Term })
	if !ok {
		return nil, false
	}
	return m.names(), true
}
