package otp

import (
	"context"
	"io"
	"sync"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
)

// std is the API of the default node, on which compiled programs run. It is
// the one value of the project that belongs to the whole program: a program
// written against this package has no node to pass about, as the one typed at
// the prompt has none.
var std = newAPI(process.NewNode(process.Options{FirstPID: 108}))

// Default returns the API of the default node. With Node and Register of it a
// program can offer its Go modules to others that work on a node, a session
// of the shell among them; Main must not be called then.
func Default() *API {
	std.node.SetValue(apiKey{}, std)
	return std
}

// lent guards what AsDefault does.
var lent sync.Mutex

// AsDefault calls f with the functions of the package acting on the node of a,
// as they do on the default node otherwise. It is for sessions whose modules are
// compiled and so call these functions; f runs such a session. Calls from other
// goroutines wait for each other; f must not call it again.
func (a *API) AsDefault(f func()) {
	lent.Lock()
	own := *std
	*std = *a
	defer func() {
		*std = own
		lent.Unlock()
	}()
	f()
}

// Main runs f as a process of the default node, prints what processes print
// to out, and returns when f has come to its end; the error says with which
// exception if it failed. A program calls it once, from main.
func Main(out io.Writer, f func()) error {
	node := std.node
	node.SetValue(apiKey{}, std)
	ioserver.Start(node, func(o ioserver.Output) { io.WriteString(out, o.Text) })
	done := false
	var failure error
	main := node.Spawn(func(self *process.Process) error {
		defer func() { done = true }()
		failure = std.body(f)(self)
		return failure
	}, process.SpawnOptions{Initial: initial})
	err := node.Run(context.Background(), func() bool { return done || !main.Alive() })
	node.Settle()
	node.Close()
	if err != nil {
		return err
	}
	if failure != nil {
		return exception.As(failure)
	}
	return nil
}
