package lib

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// globalLocks are the functions of global for locks {resource, requester}. A
// resource is locked while a live process has it for one requester; others
// with the same requester may have it too.
func globalLocks() []Function {
	return []Function{
		{"set_lock", "id", "Waits until the lock `{resource, requester}` is free and takes it: `true`.", setLock},
		{"set_lock", "id, nodes", "As `set_lock/1`, at nodes.", setLock},
		{"set_lock", "id, nodes, retries", "As `set_lock/2`; `false` if the lock is not free after so many retries.", setLock},
		{"del_lock", "id", "Gives a lock of the caller back.", deleteLock},
		{"del_lock", "id, nodes", "As `del_lock/1`, at nodes.", deleteLock},
		{"trans", "id, fun", "Calls `fun` while the lock is taken and returns its value.", lockedCall},
		{"trans", "id, fun, nodes", "As `trans/2`, at nodes.", lockedCall},
		{"trans", "id, fun, nodes, retries", "As `trans/3`; `:aborted` if the lock is not free after so many retries.", lockedCall},
	}
}

// lockRetry is how long set_lock sleeps before it tries again.
const lockRetry = 250 * time.Millisecond

type lockKey struct{}

// lock is what is known of a resource.
type lock struct {
	resource, requester term.Term
	holders             map[term.PID]bool
}

// lockOf returns the lock of a resource, nil if it is free.
func lockOf(node *process.Node, resource term.Term) *lock {
	locks, _ := node.Value(lockKey{}).([]*lock)
	for _, l := range locks {
		if !term.Same(l.resource, resource) {
			continue
		}
		for pid := range l.holders {
			if process.Lookup(pid) == nil {
				delete(l.holders, pid)
			}
		}
		if len(l.holders) > 0 {
			return l
		}
	}
	return nil
}

// tryLock takes a lock if it is free or has the same requester.
func tryLock(self *process.Process, resource, requester term.Term) bool {
	l := lockOf(self.Node(), resource)
	switch {
	case l == nil:
		locks, _ := self.Node().Value(lockKey{}).([]*lock)
		var held []*lock
		for _, other := range locks {
			if lockOf(self.Node(), other.resource) == other {
				held = append(held, other)
			}
		}
		l = &lock{resource, requester, map[term.PID]bool{}}
		self.Node().SetValue(lockKey{}, append(held, l))
	case !term.Same(l.requester, requester):
		return false
	}
	l.holders[self.PID()] = true
	return true
}

// lockArguments reads id, nodes and retries; here is whether this node is among
// the nodes, retries -1 for ever.
func lockArguments(self *process.Process, id term.Term, rest args) (lock term.Tuple, here bool, retries int, ok bool) {
	lock, ok = id.(term.Tuple)
	here, retries = true, -1
	if !ok || len(lock) != 2 {
		return nil, false, 0, false
	}
	if len(rest) > 0 {
		here = false
		for node := range term.Elements(rest[0]) {
			here = here || node == term.Term(self.Node().Name())
		}
	}
	if len(rest) > 1 && rest[1] != term.Term(term.Infinity) {
		n, isInt := rest[1].(term.Int)
		retries, ok = int(n), isInt && n >= 0
	}
	return lock, here, retries, ok
}

// refusedLock is the error of set_lock for arguments that it does not take: it
// looks at how often to try first, and then counts that in a fourth argument.
func refusedLock(self *process.Process, id term.Term, rest args) error {
	retries := term.Term(term.Infinity)
	if len(rest) > 1 {
		retries = rest[1]
	}
	if n, isInt := retries.(term.Int); retries != term.Term(term.Infinity) && (!isInt || n < 0) {
		return noLockClause("set_lock", 418, id, lockNodes(self, rest), retries)
	}
	return noLockClause("set_lock", 423, id, lockNodes(self, rest), retries, term.Int(1))
}

// lockNodes are the nodes of a lock: that of self where none are given.
func lockNodes(self *process.Process, rest args) term.Term {
	if len(rest) > 0 {
		return rest[0]
	}
	return term.List(self.Node().Name())
}

func noLockClause(function string, line int, a ...term.Term) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "global", Function: function, Arity: len(a), Args: a, HasArgs: true, File: "global.erl", Line: line,
	})
}

// takeLock is set_lock for arguments that have been read.
func takeLock(self *process.Process, id term.Tuple, here bool, retries int) bool {
	for here && !tryLock(self, id[0], id[1]) {
		if retries == 0 {
			return false
		}
		retries--
		self.Sleep(lockRetry)
	}
	return true
}

func setLock(self *process.Process, a []term.Term) (term.Term, error) {
	id, here, retries, ok := lockArguments(self, a[0], a[1:])
	if !ok {
		return nil, refusedLock(self, a[0], a[1:])
	}
	return term.Bool(takeLock(self, id, here, retries)), nil
}

func deleteLock(self *process.Process, a []term.Term) (term.Term, error) {
	id, _, _, ok := lockArguments(self, a[0], a[1:])
	if !ok {
		return nil, noLockClause("del_lock", 447, a[0], lockNodes(self, a[1:]))
	}
	release(self, id)
	return term.True, nil
}

// release gives a lock back if it has that requester.
func release(self *process.Process, id term.Tuple) {
	if l := lockOf(self.Node(), id[0]); l != nil && term.Same(l.requester, id[1]) {
		delete(l.holders, self.PID())
	}
}

func lockedCall(self *process.Process, a []term.Term) (term.Term, error) {
	id, here, retries, ok := lockArguments(self, a[0], a[2:])
	if !ok {
		return nil, exception.In(refusedLock(self, a[0], a[2:]), in("global", "trans", 4, 474))
	}
	if !takeLock(self, id, here, retries) {
		return term.Atom("aborted"), nil
	}
	defer release(self, id)
	value, err := code.Call(self, a[1])
	return value, exception.In(err, in("global", "trans", 4, 477))
}
