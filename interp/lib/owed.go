package lib

import "gex/runtime/process"

// This file is about senders that wait until an element of a stream has been
// handled. That is when what takes the elements has returned, or has suspended
// the stream with the element.

type owedKey struct{}

// owedBy has what each process is to do when the element at hand is handled.
func owedBy(node *process.Node) map[*process.Process]func() {
	owed, ok := node.Value(owedKey{}).(map[*process.Process]func())
	if !ok {
		owed = map[*process.Process]func(){}
		node.SetValue(owedKey{}, owed)
	}
	return owed
}

// owing calls handle and then done, unless handle failed or has paid.
func owing(self *process.Process, done func(), handle func() error) error {
	owed := owedBy(self.Node())
	before := owed[self]
	owed[self] = done
	defer func() { settle(owed, self, before) }()
	err := handle()
	if err == nil {
		pay(self)
	}
	return err
}

// pay does what is owed for the element at hand, once.
func pay(self *process.Process) {
	owed := owedBy(self.Node())
	if done := owed[self]; done != nil {
		delete(owed, self)
		done()
	}
}

// apartFromOwed calls f, in which nothing is owed for the element at hand.
func apartFromOwed(self *process.Process, f func()) {
	owed := owedBy(self.Node())
	before := owed[self]
	delete(owed, self)
	defer func() { settle(owed, self, before) }()
	f()
}

func settle(owed map[*process.Process]func(), self *process.Process, done func()) {
	if done == nil {
		delete(owed, self)
	} else {
		owed[self] = done
	}
}
