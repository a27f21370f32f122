package exception

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

// BadArg returns the error badarg of a built-in function that was called with
// wrong arguments. Its frame says that the arguments can be explained, which
// the message then does.
func BadArg(module term.Atom, function string, args ...term.Term) *Error {
	return Raise(term.Atom("badarg")).In(Frame{
		Module: module, Function: function, Args: args, HasArgs: true,
		Info: term.NewMap(at("module", explainer(module))),
	})
}

// BadArgCause is BadArg with a cause that arguments alone do not show, as
// notalive or registered_name of register/2.
func BadArgCause(cause, module term.Atom, function string, args ...term.Term) *Error {
	e := BadArg(module, function, args...)
	e.Stack[0].Info = term.NewMap(at("cause", cause), at("module", explainer(module)))
	return e
}

// explainer is the module of OTP that explains the errors of a module.
func explainer(module term.Atom) term.Atom {
	if Application(module) == Application("lists") {
		return "erl_stdlib_errors"
	}
	return "erl_erts_errors"
}

// argumentErrors returns what was wrong with the arguments of the call on top
// of the stack, if the call can tell: the general reason and the list.
func argumentErrors(reason term.Term, stack []Frame, general string) (string, string, bool) {
	if len(stack) == 0 || !stack[0].HasArgs {
		return "", "", false
	}
	info, ok := stack[0].Info.(*term.Map)
	if !ok || reason != term.Term(term.Atom("badarg")) {
		return "", "", false
	}
	if by, _ := info.Get(term.Atom("module")); by == term.Term(term.Alias("Exception")) {
		return "", "", false
	}
	var b strings.Builder
	for i, problem := range problems(stack[0], info) {
		if problem != "" {
			b.WriteString("  * " + ordinal(i+1) + " argument: " + problem + "\n")
		}
	}
	if b.Len() == 0 {
		return "", "", false
	}
	return general, ":\n\n" + b.String(), true
}

func ordinal(n int) string {
	switch n {
	case 1:
		return "1st"
	case 2:
		return "2nd"
	case 3:
		return "3rd"
	}
	return strconv.Itoa(n) + "th"
}

// problems returns a text for each argument of a call, "" for a right one.
func problems(f Frame, info *term.Map) []string {
	cause, _ := info.Get(term.Atom("cause"))
	if f.key() == "erlang.register/2" {
		return registerProblems(f.Args, cause)
	}
	checks, ok := argumentChecks[f.key()]
	if !ok {
		return nil
	}
	texts := make([]string, len(f.Args))
	wrong := false
	for i, check := range strings.Split(checks, ",") {
		if i < len(texts) {
			texts[i] = problem(check, f.Args[i])
			wrong = wrong || texts[i] != ""
		}
	}
	if wrong {
		return texts
	}
	return valueProblems(f, cause)
}

// problem applies one check of argumentChecks to an argument: "kind" asks for
// a kind of term, "kind:text" blames a term of the right kind with the text,
// "!text" blames any term.
func problem(check string, arg term.Term) string {
	if text, always := strings.CutPrefix(check, "!"); always {
		return text
	}
	kind, text, _ := strings.Cut(check, ":")
	if wrong := wrongKind(kind, arg); wrong != "" {
		return wrong
	}
	return text
}

const (
	badDestination = "!invalid destination"
	noTable        = "!the table identifier does not refer to an existing ETS table"
	badTimeUnit    = "!invalid time unit"
)

// argumentChecks holds, for the functions that the tutorials call, what each
// argument must be.
var argumentChecks = map[string]string{
	"erlang.abs/1":                     "!not a number",
	"erlang.apply/3":                   "atom,atom,list",
	"erlang.atom_to_binary/1":          "!not an atom",
	"erlang.atom_to_list/1":            "!not an atom",
	"erlang.append_element/2":          "!not a tuple",
	"erlang.binary_to_atom/1":          "binary:not an already existing atom",
	"erlang.binary_to_existing_atom/1": "binary:not an already existing atom",
	"erlang.binary_to_existing_atom/2": "binary:not an already existing atom",
	"erlang.binary_to_float/1":         "binary:not a textual representation of a float",
	"erlang.binary_to_integer/1":       "binary:not a textual representation of an integer",
	"erlang.binary_to_integer/2":       "binary,base",
	"erlang.binary_to_list/1":          "!not a binary",
	"erlang.binary_to_term/1":          "binary:invalid external representation of a term",
	"erlang.binary_part/3":             "binary,nonneg,integer",
	"erlang.bit_size/1":                "!not a bitstring",
	"erlang.byte_size/1":               "!not a bitstring",
	"erlang.alias/1":                   "list:invalid option in list",
	"erlang.cancel_timer/1":            "!not a reference",
	"erlang.cancel_timer/2":            "reference,list",
	"erlang.ceil/1":                    "!not a number",
	"erlang.demonitor/1":               "!not a reference",
	"erlang.demonitor/2":               "reference,list",
	"erlang.delete_element/2":          "integer,tuple",
	"erlang.element/2":                 "integer,tuple",
	"erlang.exit/2":                    "!not a pid",
	"erlang.float/1":                   "!not a number",
	"erlang.float_to_binary/1":         "!not a float",
	"erlang.floor/1":                   "!not a number",
	"erlang.fun_info/1":                "!not a fun",
	"erlang.fun_info/2":                "fun",
	"erlang.function_exported/3":       "atom,atom,nonneg",
	"erlang.garbage_collect/1":         "!not a pid",
	"erlang.group_leader/2":            "pid,pid",
	"erlang.halt/1":                    "!invalid status",
	"erlang.hibernate/3":               "atom,atom,list",
	"erlang.hd/1":                      "!not a nonempty list",
	"erlang.insert_element/3":          "integer,tuple",
	"erlang.integer_to_binary/1":       "!not an integer",
	"erlang.integer_to_binary/2":       "integer,base",
	"erlang.integer_to_list/1":         "!not an integer",
	"erlang.integer_to_list/2":         "integer,base",
	"erlang.iolist_size/1":             "!not an iodata term",
	"erlang.iolist_to_binary/1":        "!not an iodata term",
	"erlang.is_map_key/2":              ",!not a map",
	"erlang.is_process_alive/1":        "!not a pid",
	"erlang.length/1":                  "!not a list",
	"erlang.link/1":                    "!not a pid",
	"erlang.list_to_atom/1":            "list",
	"erlang.list_to_binary/1":          "!not an iolist term",
	"erlang.list_to_float/1":           "list:not a textual representation of a float",
	"erlang.list_to_integer/1":         "list:not a textual representation of an integer",
	"erlang.list_to_pid/1":             "list:not a textual representation of a pid",
	"erlang.list_to_ref/1":             "list:not a textual representation of a reference",
	"erlang.list_to_tuple/1":           "!not a list",
	"erlang.make_tuple/2":              "!out of range",
	"erlang.map_get/2":                 ",map",
	"erlang.map_size/1":                "!not a map",
	"erlang.monitor/2":                 "",
	"erlang.monitor/3":                 "",
	"erlang.monotonic_time/1":          badTimeUnit,
	"erlang.nodes/1":                   "nodetype:not a valid node type",
	"erlang.node/1":                    "!not a pid",
	"erlang.phash2/2":                  ",positive",
	"erlang.pid_to_list/1":             "!not a pid",
	"erlang.process_flag/2":            "",
	"erlang.process_flag/3":            "pid",
	"erlang.process_info/1":            "pid",
	"erlang.process_info/2":            "pid",
	"erlang.read_timer/1":              "!not a reference",
	"erlang.read_timer/2":              "reference,list",
	"erlang.round/1":                   "!not a number",
	"erlang.send/2":                    badDestination,
	"erlang.send/3":                    "",
	"erlang.send_after/3":              "nonneg,destination",
	"erlang.send_after/4":              "integer,destination,,list",
	"erlang.send_nosuspend/2":          badDestination,
	"erlang.setelement/3":              "integer,tuple",
	"erlang.size/1":                    "!not tuple or binary",
	"erlang.resume_process/1":          "pid:process is not suspended or is not alive",
	"erlang.spawn/1":                   "!not a fun",
	"erlang.spawn/2":                   "atom,fun",
	"erlang.spawn/4":                   "atom,atom,atom,list",
	"erlang.spawn_link/2":              "atom,fun",
	"erlang.spawn_link/4":              "atom,atom,atom,list",
	"erlang.spawn_monitor/2":           "atom,fun",
	"erlang.spawn_monitor/4":           "atom,atom,atom,list",
	"erlang.spawn_request/1":           "!not a fun",
	"erlang.suspend_process/1":         "pid",
	"erlang.suspend_process/2":         "pid,list",
	"erlang.spawn/3":                   "atom,atom,list",
	"erlang.spawn_link/1":              "!not a fun",
	"erlang.spawn_link/3":              "atom,atom,list",
	"erlang.spawn_monitor/1":           "!not a fun",
	"erlang.spawn_monitor/3":           "atom,atom,list",
	"erlang.spawn_opt/2":               "fun,list",
	"erlang.spawn_opt/4":               "atom,atom,list,list",
	"erlang.start_timer/3":             "nonneg,destination",
	"erlang.start_timer/4":             "integer,destination,,list",
	"erlang.subtract/2":                "list,list",
	"erlang.system_time/1":             badTimeUnit,
	"erlang.tl/1":                      "!not a nonempty list",
	"erlang.trunc/1":                   "!not a number",
	"erlang.tuple_size/1":              "!not a tuple",
	"erlang.tuple_to_list/1":           "!not a tuple",
	"erlang.unalias/1":                 "!not a reference",
	"erlang.unlink/1":                  "!not a pid",
	"erlang.unregister/1":              "!not a pid",
	"erlang.whereis/1":                 "!not an atom",
	"ets.delete/1":                     noTable,
	"ets.delete/2":                     noTable,
	"ets.insert/2":                     noTable,
	"ets.lookup/2":                     noTable,
	"ets.tab2list/1":                   noTable,
	"lists.keyfind/3":                  ",positive,list",
	"io.put_chars/2":                   "!the device does not exist",
}

// wrongKind returns how a term is not of a kind, "" if it is.
func wrongKind(kind string, t term.Term) string {
	switch kind {
	case "list":
		if !term.IsList(t) {
			return "not a list"
		}
		if _, proper := term.Slice(t); !proper {
			return "not a proper list"
		}
	case "nonneg", "positive", "base":
		return wrongInteger(kind, t)
	case "nodetype":
		if _, ok := t.(term.Atom); !ok {
			return "not a valid node type or list of valid node types"
		}
	default:
		if is, known := kinds[kind]; known && !is(t) {
			return notKind[kind]
		}
	}
	return ""
}

var kinds = map[string]func(term.Term) bool{
	"atom":      func(t term.Term) bool { _, ok := t.(term.Atom); return ok },
	"binary":    func(t term.Term) bool { _, ok := t.(term.Binary); return ok },
	"fun":       func(t term.Term) bool { _, ok := t.(*term.Fun); return ok },
	"integer":   term.IsInteger,
	"map":       func(t term.Term) bool { _, ok := t.(*term.Map); return ok },
	"pid":       func(t term.Term) bool { _, ok := t.(term.PID); return ok },
	"reference": func(t term.Term) bool { _, ok := t.(term.Ref); return ok },
	"tuple":     func(t term.Term) bool { _, ok := t.(term.Tuple); return ok },
	"destination": func(t term.Term) bool {
		switch t.(type) {
		case term.PID, term.Atom:
			return true
		}
		return false
	},
}

var notKind = map[string]string{
	"atom": "not an atom", "binary": "not a binary", "fun": "not a fun", "integer": "not an integer",
	"map": "not a map", "pid": "not a pid", "reference": "not a reference", "tuple": "not a tuple",
	"destination": "not a pid or an atom",
}

func wrongInteger(kind string, t term.Term) string {
	i, ok := term.BigInt(t)
	low, high := int64(0), int64(-1)
	switch kind {
	case "positive":
		low = 1
	case "base":
		const wrong = "not an integer in the range 2 through 36"
		if !ok || !between(i, 2, 36) {
			return wrong
		}
		return ""
	}
	if !ok {
		return "not an integer"
	}
	if !between(i, low, high) {
		return "out of range"
	}
	return ""
}

// between reports whether low <= i <= high; a negative high is no limit.
func between(i *big.Int, low, high int64) bool {
	return i.Cmp(big.NewInt(low)) >= 0 && (high < 0 || i.Cmp(big.NewInt(high)) <= 0)
}

// valueProblems returns the problems of calls whose arguments are of the right
// kinds.
func valueProblems(f Frame, cause term.Term) []string {
	const outOfRange = "out of range"
	switch f.Function {
	case "element", "setelement", "delete_element", "insert_element":
		return []string{outOfRange}
	case "map_get":
		return []string{"not present in map"}
	case "binary_to_integer":
		return []string{"not a textual representation of an integer"}
	case "list_to_atom":
		return listToAtomProblems(f.Args[0])
	case "binary_part":
		return binaryPartProblems(f.Args)
	case "demonitor", "cancel_timer", "read_timer":
		return []string{"", "invalid option in list"}
	case "send":
		return sendProblems(f.Args, cause)
	case "spawn_opt":
		return append(make([]string, len(f.Args)-1), "invalid spawn option")
	case "suspend_process":
		return suspendProblems(cause)
	case "send_after", "start_timer":
		return timerProblems(f.Args, cause)
	case "fun_info":
		return []string{"", "invalid item"}
	case "process_info":
		return []string{"", "invalid item or item list"}
	case "process_flag":
		return flagProblems(f.Args, cause)
	case "monitor":
		return monitorProblems(f.Args, cause)
	}
	return nil
}

func suspendProblems(cause term.Term) []string {
	switch cause {
	case term.Atom("badopt"):
		return []string{"", "invalid option in list"}
	case term.Atom("self"):
		return []string{"the pid refers to the current process"}
	}
	return []string{"the pid does not refer to an existing process"}
}

func listToAtomProblems(list term.Term) []string {
	for e := range term.Elements(list) {
		if r, ok := e.(term.Int); !ok || r < 0 || !utf8.ValidRune(rune(r)) {
			return []string{"not a list of characters"}
		}
	}
	return nil
}

func binaryPartProblems(args []term.Term) []string {
	if start, ok := args[1].(term.Int); ok && int(start) <= len(args[0].(term.Binary)) {
		return []string{"", "", "out of range"}
	}
	return []string{"", "out of range"}
}

const (
	badOption = term.Atom("badopt")
	badType   = term.Atom("badtype")
)

func flagProblems(args []term.Term, cause term.Term) []string {
	switch {
	case len(args) == 3 && cause == badType:
		return []string{"", "invalid process flag"}
	case len(args) == 3:
		return []string{"", "", "invalid value for process flag 'save_calls'"}
	case cause == badOption:
		return []string{"invalid process flag"}
	}
	return []string{"", "invalid value for this process flag"}
}

func monitorProblems(args []term.Term, cause term.Term) []string {
	switch item := wrongKind("pid", args[1]); {
	case cause == badType:
		return []string{"invalid monitor type"}
	case cause == badOption && wrongKind("list", args[2]) != "":
		return []string{"", "", wrongKind("list", args[2])}
	case cause == badOption:
		return []string{"", "", "invalid option in list"}
	case args[0] == term.Term(term.Atom("port")):
		return []string{"", "not a port"}
	default:
		return []string{"", item}
	}
}

func sendProblems(args []term.Term, cause term.Term) []string {
	if cause != badOption {
		return []string{"invalid destination"}
	}
	if wrong := wrongKind("list", args[2]); wrong != "" {
		return []string{"", "", wrong}
	}
	return []string{"", "", "invalid option in list"}
}

func timerProblems(args []term.Term, cause term.Term) []string {
	if cause == badOption {
		return []string{wrongInteger("nonneg", args[0]), "", "", "invalid option in list"}
	}
	return []string{wrongInteger("nonneg", args[0])}
}

func registerProblems(args []term.Term, cause term.Term) []string {
	switch cause {
	case term.Atom("registered_name"):
		return []string{"", "this process or port already has a name"}
	case term.Atom("notalive"):
		return []string{"", "the pid does not refer to an existing process"}
	}
	texts := []string{wrongKind("atom", args[0]), ""}
	if args[0] == term.Term(term.Undefined) {
		texts[0] = "'undefined' is not a valid name"
	}
	if wrongKind("pid", args[1]) != "" {
		texts[1] = "not a pid or port"
	}
	if texts[0] == "" && texts[1] == "" {
		texts[0] = "name is in use"
	}
	return texts
}
