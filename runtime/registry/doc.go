// Package registry finds processes by keys of any kind: Elixir's Registry,
// with unique and duplicate keys.
//
// It does not know who registers. It imports supervisor and ets and may be
// imported by runtime/otp, interp/lib and above. It follows lib/registry.ex of
// Elixir 1.14.0.
//
// # Design notes
//
// A registry is built as in Elixir: a supervisor that has the name, with a
// table of that name, and below it the partitions, servers that own a table of
// keys and one of pids and are linked to everybody who registers, so that they
// can forget them. Whoever looks something up reads the tables and asks nobody.
//
// The option partitions spreads the load over processors, of which a node has
// one; it changes which processes there are, in which order registrations of a
// duplicate key are found, and how often dispatch calls. A unique key lives in
// the partition of its hash, a duplicate one in that of the process; a process
// is remembered in the partition of its own hash.
package registry
