// Gex is an interactive shell that reproduces the IEx tutorials about OTP's
// event managers, processes and servers. See gex help.
package main

import (
	"io"
	"log"
	"os"
	"runtime/debug"

	"gex/repl/cli"
)

func main() {
	if os.Getenv("GOTRACEBACK") == "" {
		debug.SetTraceback("none")
	}
	tuneCollector(os.Getenv)
	log.SetOutput(io.Discard) // the interpreter of Go writes there what gex says better
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// A session makes much garbage and keeps little. Collecting it later saves 5 to
// 20 % of the time of messages, and from the limit on, the collector keeps the
// heap small again.
const (
	gcPercent   = 400
	memoryLimit = 512 << 20
)

// tuneCollector sets how the garbage collector works, unless the environment
// of the program does.
func tuneCollector(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
