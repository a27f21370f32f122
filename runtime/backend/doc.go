// Package backend is the event manager named Logger: the back ends of Elixir's
// Logger are its handlers, and it protects itself from those who log faster
// than they can write.
//
// It does not know the words of reports, which are logger's. It imports
// genevent, supervisor and application and may be imported by runtime/otp,
// interp/lib and above. It follows Logger.Config, Logger.Handler,
// Logger.Watcher and the console back end of Elixir 1.14.0.
//
// # Back-pressure and load shedding
//
// Each message that is logged is counted, and each event that the manager has
// handled sets the count to the length of its mailbox. A process that logs
// looks at the count first:
//
//   - below sync_threshold it sends the event and goes on;
//   - from sync_threshold on it waits until the manager has handled the event,
//     so that it cannot log faster than the back ends write;
//   - from discard_threshold on the message is dropped, and the manager says
//     so once.
//
// # Design notes
//
// While the console is the only back end and the manager has nothing to do,
// a line is written by the process that logs it, at once: what the manager
// would do then, without two processes racing for the terminal. As soon as
// there is another back end all go through the manager, whose mailbox then shows
// how much waits.
package backend
