//go:build unix

package repl

import (
	"os"
	"os/signal"
	"syscall"
)

// signals are those the shell attends to.
var signals = []os.Signal{
	syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGWINCH,
}

func isResize(s os.Signal) bool { return s == syscall.SIGWINCH }

// stopSelf stops the program's process group, as the terminal does for Ctrl-Z,
// and returns when it is continued.
func stopSelf() { syscall.Kill(0, syscall.SIGTSTP) }

// endSelf ends the program as a signal does that nobody attends to.
func endSelf() {
	signal.Reset(syscall.SIGTERM)
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
}
