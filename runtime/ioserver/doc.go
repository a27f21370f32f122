// Package ioserver is the only writer of what users see: the processes :user
// and :standard_error, which speak the Erlang I/O protocol, and Write, with
// which the logger and the shell add their lines between.
//
// It does not know terminals: the owner of the node gives a sink that takes
// every Output in order. It imports process and may be imported by every room
// above it. It follows the Erlang modules io, user and standard_error and
// the chapter "The Erlang I/O Protocol" of the stdlib user's guide.
//
// # Design notes
//
// PutChars blocks until the I/O server has answered, as io:put_chars does. So
// when a process has printed, its text has reached the sink, and a line that
// the logger or the shell writes after that can go to the sink directly and
// still comes after it.
//
// Reading is asking: SetInput gives :user somebody who reads a line when a
// process asks for one, at once or later. A Device is a text that is read and
// written by the same protocol, as a file or as a StringIO.
//
// The two processes have numbers below the node's first pid, because in Erlang
// they are older than any shell.
package ioserver
