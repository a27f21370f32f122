// Package gen is what the behaviours have in common: the forms of a name,
// start functions, the call protocol, replies, requests without waiting, and
// the parts of status reports.
//
// It does not know what a server does with a message. It imports proclib and
// may be imported by the rooms of the behaviours and above. It follows
// Erlang's gen; where Elixir adds forms (the option name:), it follows
// GenServer.
//
// # Forms
//
// A server is referred to by a pid, an atom, {name, node}, {:global, term} or
// {:via, module, term}; a start function is given {:local, atom}, {:global,
// term}, {:via, module, term} or nil. Both are terms here as in Erlang, since
// errors show them as they were given.
//
// # Design notes
//
// gen:stop/3 needs sys and is therefore sys.StopGen.
//
// A call is an envelope (process.Call), of which a tuple is made only for those
// who look. As in OTP a call without timeout to a local process has a plain
// reference as tag, any other one an alias, so that late replies vanish.
//
// The errors carry the frames that the functions of gen.erl have in OTP 25.2;
// frames.go is the table of them.
package gen
