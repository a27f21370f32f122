// Package sys handles system messages: suspend and resume, the states and
// the status of a process, debugging (trace, log, statistics, functions of
// one's own), change of code and termination. It has both ends: the functions
// that ask (Request, Stop) and what a server does when it is asked (System for
// the behaviours, HandleSystemMessage for special processes).
//
// It does not know any behaviour. It imports gen and may be imported by the
// rooms of the behaviours and above. It follows Erlang's sys, and
// proc_lib:stop/3, which lives here so that proclib, gen and sys need no circle.
//
// # Design notes
//
// The debug options of a process are the very list of terms they are in OTP,
// because special processes carry it about and get_status shows it. Servers
// only test whether it is empty.
//
// A suspended behaviour is a server whose filter takes only system messages
// and the exit of its parent; it needs no stack of its own. A special process
// waits inside HandleSystemMessage instead, as in OTP.
package sys
