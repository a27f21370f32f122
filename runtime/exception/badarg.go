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
	if !ok || reason != term.Term(term.Atom("badarg")) && deviceProblem(info) == "" && stack[0].Problems == nil {
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
	if f.Problems != nil {
		return f.Problems
	}
	if device := deviceProblem(info); device != "" {
		return []string{device}
	}
	cause, _ := info.Get(term.Atom("cause"))
	if text, ok := tableCauses[cause]; ok && f.Module == "ets" {
		texts, _ := KindProblems(f.Module, f.Function, f.Args)
		texts[0] = text
		return texts
	}
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
			texts[i] = problem(check, f.Args[i], f.Args)
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
// "!text" blames any term, and "@2kind" blames the argument for the second one,
// as OTP does by mistake.
func problem(check string, arg term.Term, args []term.Term) string {
	if other, ok := strings.CutPrefix(check, "@"); ok {
		return wrongKind(other[1:], args[other[0]-'1'])
	}
	if text, always := strings.CutPrefix(check, "!"); always {
		return text
	}
	kind, text, _ := strings.Cut(check, ":")
	if wrong := wrongKind(kind, arg); wrong != "" {
		return wrong
	}
	return text
}

// tableCauses are the causes that concern the table, the first argument.
var tableCauses = map[term.Term]string{
	term.Atom("id"):             "the table identifier does not refer to an existing ETS table",
	term.Atom("already_exists"): "table name already exists",
	term.Atom("access"):         "the table identifier refers to an ETS table with insufficient access rights",
}

// KindProblems returns for each argument of a built-in function how it is not
// of the kind the function takes, "" if it is, and whether that makes it fail
// with badarg: one that is no map fails with another reason.
func KindProblems(module term.Atom, function string, args []term.Term) (problems []string, fails bool) {
	checks, ok := argumentChecks[Frame{Module: module, Function: function, Arity: len(args), Args: args, HasArgs: true}.key()]
	problems = make([]string, len(args))
	if !ok {
		return problems, false
	}
	for i, check := range strings.Split(checks, ",") {
		kind, _, _ := strings.Cut(check, ":")
		if i >= len(args) || strings.HasPrefix(kind, "!") || strings.HasPrefix(kind, "@") {
			continue
		}
		problems[i] = wrongKind(kind, args[i])
		fails = fails || problems[i] != "" && !strings.HasPrefix(kind, "map")
	}
	return problems, fails
}

const (
	badDestination = "!invalid destination"
	noTable        = "!the table identifier does not refer to an existing ETS table"
	badTimeUnit    = "!invalid time unit"
)

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
	case "bytes":
		if _, bits := t.(*term.Bits); bits {
			return "is a bitstring (expected a binary)"
		}
		return wrongKind("binary", t)
	case "object":
		return wrongObject(t)
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
		return []string{wrongInteger("nonneg", args[0]), "", "invalid option in list"} // OTP counts wrongly
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
