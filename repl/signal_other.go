//go:build !unix

package repl

import "os"

// signals are those the shell attends to.
var signals = []os.Signal{os.Interrupt}

func isResize(os.Signal) bool { return false }

// stopSelf does nothing: there is no job control here.
func stopSelf() {}

// endSelf ends the program at once.
func endSelf() { os.Exit(1) }
