package process

import (
	"cmp"
	"iter"
	"slices"
)

// population is the processes that are alive, oldest first.
type population struct {
	first, last *Process
	size        int
}

func (l *population) add(p *Process) {
	p.older = l.last
	if l.last == nil {
		l.first = p
	} else {
		l.last.newer = p
	}
	l.last = p
	l.size++
}

func (l *population) remove(p *Process) {
	if p.older == nil {
		l.first = p.newer
	} else {
		p.older.newer = p.newer
	}
	if p.newer == nil {
		l.last = p.older
	} else {
		p.newer.older = p.older
	}
	p.older, p.newer = nil, nil
	l.size--
}

// all ranges over the processes, which must not change meanwhile.
func (l *population) all() iter.Seq[*Process] {
	return func(yield func(*Process) bool) {
		for p := l.first; p != nil && yield(p); p = p.newer {
		}
	}
}

// find returns the process with a number, or nil. It looks at them all: only
// a pid that somebody has typed is found by its number.
func (l *population) find(number uint32) *Process {
	for p := range l.all() {
		if p.pid.Number == number {
			return p
		}
	}
	return nil
}

// sorted returns the processes in order of their pids.
func (l *population) sorted() []*Process {
	return slices.SortedFunc(l.all(), func(a, b *Process) int {
		return cmp.Compare(a.pid.Number, b.pid.Number)
	})
}
