// Package ets holds tables of terms that belong to a process and that others
// may read and write, with patterns and match specifications: a small version
// of Erlang's ets.
//
// It does not spell error messages of calls: what is wrong with an argument is
// an *ArgumentError with its position. It imports process and may be imported by registry,
// interp/lib and above. It follows the manual of ets of OTP 25.2.
//
// # What is not there
//
// Tables on disk. Options about concurrency and compression are taken and
// change nothing.
//
// # Design notes
//
// All types of tables are an index of keys to lists of objects. That of an
// ordered set has the order of the keys. The others place keys by a hash, the
// one of OTP 25, in tables that grow as OTP's do, so that tab2list, select,
// first and next go through them in the order that learners see there. Where
// OTP's hash depends on the run, as for pids, references and what atoms are in,
// ours depends on the term only: the output is the same at every run.
//
// A table of a process that has ended is gone from the moment on when somebody
// asks for it. The memory of those nobody asks for is given back when the
// number of tables has doubled, so no process needs to watch the owners.
package ets
