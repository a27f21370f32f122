package exception

import (
	"strings"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// FormatExit returns the words of an exit reason as Exception.format_exit/1
// does: "no connection", "exited in: GenServer.call(...)" and the rest on
// lines of its own, each level four columns further in.
func FormatExit(reason term.Term, o Options) string {
	return formatExit(reason, "\n"+indentation, o)
}

// formatExit puts joiner, a line break with an indentation, before each line
// that belongs to the reason.
func formatExit(reason term.Term, joiner string, o Options) string {
	pair, ok := reason.(term.Tuple)
	if !ok || len(pair) != 2 {
		return exitReason(reason, o)
	}
	if text, ok := raised(pair, joiner, o); ok {
		return text
	}
	if child, ok := failedChild(pair); ok {
		return "shutdown: failed to start child: " + o.inspect(child[0]) +
			joiner + "** (EXIT) " + formatExit(child[1], joiner+indentation, o)
	}
	if call, ok := exitedIn(pair[1], o); ok {
		return "exited in: " + call + joiner + "** (EXIT) " + formatExit(pair[0], joiner+indentation, o)
	}
	return exitReason(reason, o)
}

// raised returns the words of {exception, stack}.
func raised(pair term.Tuple, joiner string, o Options) (string, bool) {
	stack, ok := ParseStack(pair[1])
	if !ok || len(stack) == 0 {
		return "", false
	}
	var b strings.Builder
	b.WriteString("an exception was raised:" + joiner)
	b.WriteString(bannerOf(Normalize(pair[0], stack, o), o))
	for _, f := range stack {
		b.WriteString(joiner + indentation + FormatStackFrame(f, o))
	}
	return b.String(), true
}

// failedChild takes {:shutdown, {:failed_to_start_child, child, reason}} apart.
func failedChild(pair term.Tuple) ([2]term.Term, bool) {
	const failed = "failed_to_start_child"
	if term.Tag(pair, 2) != "shutdown" || term.Tag(pair[1], 3) != failed {
		return [2]term.Term{}, false
	}
	failure := pair[1].(term.Tuple)
	reason := failure[2]
	if term.Tag(reason, 2) == "EXIT" {
		reason = reason.(term.Tuple)[1]
	}
	return [2]term.Term{failure[1], reason}, true
}

const maxArity = 255

// exitedIn returns the text of the call {module, function, arguments}.
func exitedIn(t term.Term, o Options) (string, bool) {
	call, ok := t.(term.Tuple)
	if !ok || len(call) != 3 {
		return "", false
	}
	module, ok1 := call[0].(term.Atom)
	function, ok2 := call[1].(term.Atom)
	args, ok3 := term.Slice(call[2])
	if !ok1 || !ok2 || !ok3 || len(args) > maxArity {
		return "", false
	}
	return FormatCall(module, string(function), args, o), true
}

func exitReason(reason term.Term, o Options) string {
	switch reason := reason.(type) {
	case term.Atom:
		if text, ok := exitAtoms[reason]; ok {
			return text
		}
	case term.Tuple:
		if text, ok := exitPair(reason, o); ok {
			return text
		}
	}
	return o.inspect(reason)
}

var exitAtoms = map[term.Atom]string{
	"normal":       "normal",
	"shutdown":     "shutdown",
	"calling_self": "process attempted to call itself",
	"timeout":      "time out",
	"killed":       "killed",
	"noconnection": "no connection",
	"noproc": "no process: the process is not alive or there's no process currently associated " +
		"with the given name, possibly because its application isn't started",
}

// exitPrefixes stand before the inspected second element of a pair.
var exitPrefixes = map[term.Atom]string{
	"shutdown":         "shutdown: ",
	"already_started":  "already started: ",
	"bad_return_value": "bad return value: ",
	"bad_call":         "bad call: ",
	"bad_cast":         "bad cast: ",
	"bad_start_spec":   "bad child specification, invalid children: ",
}

func exitPair(pair term.Tuple, o Options) (string, bool) {
	if len(pair) != 2 {
		return "", false
	}
	tag, _ := pair[0].(term.Atom)
	if prefix, ok := exitPrefixes[tag]; ok {
		return prefix + o.inspect(pair[1]), true
	}
	switch tag {
	case "nodedown":
		if node, ok := pair[1].(term.Atom); ok {
			return "no connection to " + nodeName(node), true
		}
	case "bad_return":
		return badInit(pair[1], o)
	case "start_spec":
		return "bad child specification, " + specification(pair[1], childProblems, o), true
	case "supervisor_data":
		return "bad supervisor configuration, " + specification(pair[1], supervisorProblems, o), true
	}
	return "", false
}

// nodeName is to_string of an atom, for which nil is empty.
func nodeName(node term.Atom) string {
	if node == term.Nil {
		return ""
	}
	return string(node)
}

func badInit(t term.Term, o Options) (string, bool) {
	call, ok := t.(term.Tuple)
	if !ok || len(call) != 3 || call[1] != term.Term(term.Atom("init")) {
		return "", false
	}
	module, ok := call[0].(term.Atom)
	if !ok {
		return "", false
	}
	return inspect.AtomText(module) + ".init/1 returned a bad value: " + o.inspect(call[2]), true
}

// specification words {problem, value} by a table of what stands before and
// behind the value.
func specification(t term.Term, problems map[term.Atom][2]string, o Options) string {
	if pair, ok := t.(term.Tuple); ok && len(pair) == 2 {
		tag, _ := pair[0].(term.Atom)
		if around, ok := problems[tag]; ok {
			return around[0] + o.inspect(pair[1]) + around[1]
		}
	}
	return "got: " + o.inspect(t)
}

var supervisorProblems = map[term.Atom][2]string{
	"invalid_type":            {"invalid type: "},
	"invalid_strategy":        {"invalid strategy: "},
	"invalid_intensity":       {"invalid max_restarts (intensity): "},
	"invalid_period":          {"invalid max_seconds (period): "},
	"invalid_max_children":    {"invalid max_children: "},
	"invalid_extra_arguments": {"invalid extra_arguments: "},
}

var childProblems = map[term.Atom][2]string{
	"invalid_child_spec":   {"invalid child specification: "},
	"invalid_child_type":   {"invalid child type: ", ". Must be :worker or :supervisor."},
	"invalid_mfa":          {"invalid mfa: "},
	"invalid_restart_type": {"invalid restart type: ", ". Must be :permanent, :transient or :temporary."},
	"invalid_shutdown":     {"invalid shutdown: ", ". Must be an integer >= 0, :infinity or :brutal_kill."},
	"invalid_module":       {"invalid module: ", ". Must be an atom."},
	"invalid_modules":      {"invalid modules: ", ". Must be a list of atoms or :dynamic."},
	"duplicate_child_name": {"more than one child specification has the id: ", duplicateChild},
}

const duplicateChild = `.
If using maps as child specifications, make sure the :id keys are unique.
If using a module or {module, arg} as child, use Supervisor.child_spec/2 to change the :id, for example:

    children = [
      Supervisor.child_spec({MyWorker, arg}, id: :my_worker_1),
      Supervisor.child_spec({MyWorker, arg}, id: :my_worker_2)
    ]
`
