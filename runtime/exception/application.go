package exception

import (
	"gex/runtime/term"
)

// FormatApplicationError returns the words of a reason with which an
// application does not start, as Application.format_error/1 does.
func FormatApplicationError(reason term.Term, o Options) string {
	pair, ok := reason.(term.Tuple)
	if !ok || len(pair) != 2 {
		return FormatExit(reason, o)
	}
	if text, ok := applicationProblem(pair, o); ok {
		return text
	}
	if call, ok := startCall(pair[1]); ok {
		return FormatCall(call.module, "start", call.args, o) + " returned an error: " + FormatExit(pair[0], o)
	}
	failed, _ := pair[1].(term.Tuple)
	if pair[0] != term.Term(term.Atom("bad_return")) || len(failed) != 2 {
		return FormatExit(reason, o)
	}
	call, ok := startCall(failed[0])
	if !ok {
		return FormatExit(reason, o)
	}
	text := FormatCall(call.module, "start", call.args, o)
	if term.Tag(failed[1], 2) == "EXIT" {
		return "exited in: " + text + "\n" + indentation + "** (EXIT) " + formatExit(failed[1].(term.Tuple)[1], "\n"+indentation+indentation, o)
	}
	return text + " returned a bad value: " + o.inspect(failed[1])
}

type startedCall struct {
	module term.Atom
	args   []term.Term
}

// startCall takes {module, :start, args} apart.
func startCall(t term.Term) (startedCall, bool) {
	call, ok := t.(term.Tuple)
	if !ok || len(call) != 3 || call[1] != term.Term(term.Atom("start")) {
		return startedCall{}, false
	}
	module, ok := call[0].(term.Atom)
	args, proper := term.Slice(call[2])
	return startedCall{module, args}, ok && proper
}

// applicationProblem words what the controller itself refuses.
func applicationProblem(pair term.Tuple, o Options) (string, bool) {
	words := map[term.Atom]string{
		"already_loaded": "already loaded", "not_loaded": "not loaded", "already_started": "already started", "not_started": "not started",
	}
	problem, _ := pair[0].(term.Atom)
	if text, ok := words[problem]; ok {
		name, ok := pair[1].(term.Atom)
		return text + " application " + string(name), ok
	}
	if message, ok := charlist(pair[0]); ok && message == "no such file or directory" {
		file, ok := charlist(pair[1])
		return "could not find application file: " + file, ok
	}
	return "", false
}

func charlist(t term.Term) (string, bool) {
	list, ok := term.Slice(t)
	if !ok || len(list) == 0 {
		return "", false
	}
	runes := make([]rune, len(list))
	for i, e := range list {
		n, ok := e.(term.Int)
		if !ok {
			return "", false
		}
		runes[i] = rune(n)
	}
	return string(runes), true
}
