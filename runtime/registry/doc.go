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
// table of that name, and below it a partition, a server that owns the tables
// of keys and pids and is linked to everybody who registers, so that it can
// forget them. Whoever looks something up reads the tables and asks nobody.
//
// The option partitions spreads the load over processors, of which a node has
// one; any number is taken and one partition made.
package registry
