// Package process is the kernel: a node with processes, their mailboxes,
// signals, links, monitors, names and timers. It does not know modules,
// behaviours or output.
//
// It imports term and exception and may be imported by every room above.
// It follows the Erlang reference manual, chapter "Processes", and the BIFs of
// the module erlang that deal with processes.
//
// # Who may call what
//
// A Node belongs to one goroutine, its owner, which calls Run, Settle and
// Close. All code of processes runs inside those calls, one process at a time.
// From other goroutines only Post, Interrupt and Woken may be used. Functions
// that act for a process take it as receiver, named self; they may be called
// only while that process is running, and those documented as blocking give
// way to other processes.
//
// # Design notes
//
// One process at a time, in FIFO order, gives the same output at every run and
// user state without data races. A signal (message, exit, link, monitor)
// therefore acts at once: its receiver cannot be running, unless it is the
// sender itself. Chains of exits are worked off from a queue and not by
// recursion, so that 100,000 linked processes need no deep stack.
//
// For those who want to see what does not depend on that order, Options.Schedule
// has it drawn by lot, and messages take their time (schedule.go). Only messages
// travel: an exit, a link, a monitor and an answer act at once, after what is on
// its way between the two. Where a transcript says that something always comes
// first, a thousand schedules either agree or show the one that does not.
//
// A process needs a stack only while it is suspended half way in some code.
// Every process starts on the stack of the scheduler. When it must wait there,
// the scheduler's coroutine is left to it (it "detaches") and a spare
// coroutine goes on as scheduler. A server that waits between callbacks has
// no frames to keep: it is a record with a mailbox, and its next message is
// handled on the scheduler's stack again. So a callback that does not block
// costs no switch at all, one that does costs what any process costs, and the
// two look the same to the code in them. Compared with running every callback
// on a pooled coroutine this saves two switches (about 0.1 µs) per message.
//
// Most messages of behaviours are requests and events that one behaviour sends
// and another takes apart. They travel as envelopes, in the mailbox's own
// memory, and become tuples only when somebody looks at them: a plain process
// that receives them, process_info, an observer. In the same way the answer of
// a call goes to where its caller waits, since no other receive can match the
// reference that it carries; looked at, it is a message of the caller. A call
// so costs no memory of its own.
//
// A coroutine is one side of iter.Pull. The scheduler loop is itself one,
// resumed by a plain goroutine (the engine), so that the owner can abandon an
// engine whose process hangs in host code that the kernel cannot interrupt,
// and go on with a new one. What was abandoned may not go on in any way: it sees
// that its process is gone, or by the label of its goroutine that it is a stray
// (stray.go).
//
// Two kinds of panic belong to the kernel. A killed process unwinds with one
// that nothing may stop; Guard passes it on. An interrupt (Ctrl-C) unwinds to
// the innermost Guard, which turns it into the exception exit(:interrupted).
//
// The same way ends a process that is running when more memory is in use than
// the node's budget allows: it sees a SystemLimitError. Which process made the
// memory is not known; the one that is busy when the budget is passed nearly
// always did, and one that did not loses one computation and no more.
//
// A thread (see Go) is a second stack of a process, for the goroutines of Go
// code. It takes turns like a process, so nothing in a node runs in parallel,
// has a mailbox of its own for what answers it, and dies with its process. What
// waits in AwaitOther waits for code of the program and not for messages, so that
// the node can tell when that never comes (see OnStuck and Deadlocked).
//
// Code that is deep in calls may go on with a new stack (see OnNewStack). It waits
// there as anywhere: the kernel resumes the stack that gave way, and those below
// wait for it.
//
// Waiting costs no lock, no channel and no atomic store. Only Post, which
// brings in work from other goroutines, locks.
package process
