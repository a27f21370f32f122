// Package conformance holds what proves that the event managers are those of
// OTP: a table that maps every row of the inventory to the test that shows it
// (README.md), a manager and a supervisor checked against simple models with
// random histories, and the proof that ended lives leave nothing behind.
//
// It has no code of its own and is imported by nobody.
//
// # Design notes
//
// What one case shows is tested in the room that it is about, where a failure
// is near its cause. Here stands only what goes across the rooms.
//
// The model (model_test.go) is a list of names with their states and the list
// of messages that must have been sent. It knows nothing of processes. A
// history is a list of commands that rapid makes up; after each the inboxes,
// the installed handlers and their states are compared. That of a supervisor
// (supervisor_model_test.go) is a list of children and a count of restarts;
// what its children are told, and in which order, is compared as well.
package conformance
