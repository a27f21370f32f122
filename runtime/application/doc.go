// Package application starts and stops applications: named bundles of modules
// with an environment, applications they need and, mostly, a callback module
// whose start/2 starts the supervisor at their top.
//
// It reads no files: an application is known when its specification was loaded,
// as :application.load/1 takes it, or when the finder of the node makes one.
// It imports proclib and may be imported by interp/lib and above. It follows
// the application controller and master of OTP 25.2 and Elixir's Application.
//
// # Design notes
//
// OTP has a controller, a process that owns the tables, and for each application
// a master and a starter. Here the controller is data of the node, since one
// process runs at a time, and master and starter are one process: the ancestor of the
// application's supervisor.
//
// An application that was started permanent or transient and ends takes the
// Erlang node down; here it ends like a temporary one.
package application
