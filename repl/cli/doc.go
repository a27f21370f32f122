// Package cli is gex's command line: one verb a command, with its flags, and how
// the parts are wired for it.
//
// It is a room of its own so that main.go is nothing but the process: where its
// streams are, how its memory is collected, its exit code. Everything here is a
// function of a world (arguments, streams, environment), and the tests run it as
// main does, without a process. Only main may import it; it imports whatever a
// command needs: repl for terminals, interp for sessions, tutorials for what is
// done with transcripts and lessons.
//
// A command (see commands) declares its flags and returns what runs it. Flags may
// stand behind operands, a file's name stands for the shell with that file, and a
// command line that means nothing ends with exit code 2 and where to look. What
// fails by itself ends with 1, a fault of gex with 3 and no stack of Go frames.
//
// The tests that need a whole program (smoke_test.go, screens_test.go) build it
// once and use it through a pseudo-terminal.
package cli
