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
// The option heir (but none), tables on disk, match_spec_compile and
// select_replace. Options about concurrency and compression are taken and
// change nothing.
//
// # Design notes
//
// All types of tables are an index of keys to lists of objects, in key order;
// they differ in how keys compare and in how many objects a key may have. OTP
// orders the types other than ordered_set by a hash; key order gives the same
// output at every run.
//
// A table of a process that has ended is gone from the moment on when somebody
// asks for it. The memory of those nobody asks for is given back when the
// number of tables has doubled, so no process needs to watch the owners.
package ets
