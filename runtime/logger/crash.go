package logger

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file words the crash reports of proc_lib.

// Report returns the report as data: what is known of the process, and a list
// of its neighbours, the processes linked to it that do not trap exits.
func (r ProcessCrashed) Report() term.Term {
	own := []term.Term{entry("initial_call", initialCall(r.Initial)), entry("pid", r.PID), entry("registered_name", registered(r.Name)),
		entry("error_info", term.Tuple{term.Atom(r.Exception.Class.String()), r.Exception.Reason, r.Exception.StackTerm()}),
		entry("ancestors", r.Ancestors)}
	p := r.Process
	if p == nil {
		return term.List(term.List(own...), term.Empty)
	}
	messages := p.Messages()
	own = append(own, entry("message_queue_len", term.Int(len(messages))), entry("messages", term.List(messages...)),
		entry("links", pids(p.Links())), entry("dictionary", cleanDictionary(p)), entry("trap_exit", term.Bool(p.TrapExit())),
		entry("status", term.Atom("running")), entry("heap_size", p.Flag("min_heap_size")), entry("stack_size", term.Int(stackSize)),
		entry("reductions", term.Int(p.Reductions())))
	return term.List(term.List(own...), term.List(neighbours(p)...))
}

// stackSize is how many words a process of proc_lib has on its stack in OTP
// when it ends; there is no such stack here.
const stackSize = 28

func entry(key term.Atom, value term.Term) term.Term { return term.Tuple{key, value} }

// initialCall is {module, function, arguments} whose arguments have no values.
func initialCall(mfa term.Term) term.Term {
	t, ok := mfa.(term.Tuple)
	if !ok || len(t) != 3 {
		return mfa
	}
	arity, _ := t[2].(term.Int)
	args := make([]term.Term, arity)
	for i := range args {
		args[i] = term.Atom("Argument__" + strconv.Itoa(i+1))
	}
	return term.Tuple{t[0], t[1], term.List(args...)}
}

func registered(name term.Atom) term.Term {
	if name == "" {
		return term.Empty
	}
	return name
}

func pids(list []term.PID) term.Term {
	terms := make([]term.Term, len(list))
	for i, pid := range list {
		terms[i] = pid
	}
	return term.List(terms...)
}

// cleanDictionary is the process dictionary without what proc_lib keeps there.
func cleanDictionary(p *process.Process) term.Term {
	var pairs []term.Term
	for _, pair := range p.Dictionary().Pairs() {
		if pair.Key != term.Term(term.Atom("$ancestors")) && pair.Key != term.Term(term.Atom("$initial_call")) {
			pairs = append(pairs, term.Tuple{pair.Key, pair.Value})
		}
	}
	return term.List(pairs...)
}

// maxNeighbours is how many neighbours a report shows at most.
const maxNeighbours = 15

// neighbours are those that the end of p may take along, nearest first.
func neighbours(p *process.Process) []term.Term {
	seen, queue := map[*process.Process]bool{p: true}, []*process.Process{p}
	var list []term.Term
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		for _, pid := range next.Links() {
			q := process.Lookup(pid)
			if q == nil || q.TrapExit() || seen[q] || len(list) == maxNeighbours {
				continue
			}
			seen[q] = true
			queue, list = append(queue, q), append(list, term.Tuple{term.Atom("neighbour"), neighbour(q)})
		}
	}
	return list
}

func neighbour(q *process.Process) term.Term {
	initial := q.Get(term.Atom("$initial_call"))
	if initial == nil {
		initial = q.Initial().Term()
	} else {
		initial = initialCall(initial)
	}
	ancestors := q.Get(term.Atom("$ancestors"))
	if ancestors == nil {
		ancestors = term.Empty
	}
	return term.List(entry("pid", q.PID()), entry("registered_name", registered(q.RegisteredName())), entry("initial_call", initial),
		entry("current_function", q.Current().Term()), entry("ancestors", ancestors), entry("message_queue_len", term.Int(q.MailboxLen())),
		entry("links", pids(q.Links())), entry("trap_exit", term.Bool(q.TrapExit())), entry("status", q.Status()),
		entry("heap_size", q.Flag("min_heap_size")), entry("stack_size", term.Int(stackSize)), entry("reductions", term.Int(q.Reductions())),
		entry("current_stacktrace", term.Empty))
}

// CrashText is the text of a crash report as proc_lib:format/3 makes it; false
// for a term that is none.
func CrashText(report term.Term, l Layout) (string, bool) {
	parts, ok := term.Slice(report)
	if !ok || len(parts) != 2 {
		return "", false
	}
	indent, newline, separator := "  ", "\n", "\n"
	if l.SingleLine {
		indent, newline, separator = "", " ", "; "
	}
	own := ownLines(parts[0], indent+indent, l)
	text := indent + "crasher:" + newline + own + separator + indent + "neighbours:" + newline
	links, ok := term.Slice(parts[1])
	if !ok {
		return "", false
	}
	var near []string
	for _, link := range links {
		if term.Tag(link, 2) == "neighbour" {
			link = link.(term.Tuple)[1]
		}
		near = append(near, indent+indent+"neighbour:"+newline+crashLines(link, indent+indent+strings.Repeat(" ", len(indent)), l))
	}
	return text + strings.Join(near, separator), true
}

// ownLines are the lines of the process itself: what stands before the
// exception, the exception, and the rest, each with a line even if it has none.
func ownLines(report term.Term, indent string, l Layout) string {
	entries, _ := term.Slice(report)
	at := slices.IndexFunc(entries, func(e term.Term) bool { return term.Tag(e, 2) == "error_info" })
	if at < 0 {
		return crashLines(report, indent, l)
	}
	separator := "\n"
	if l.SingleLine {
		separator = ", "
	}
	return strings.Join([]string{crashLines(term.List(entries[:at]...), indent, l), crashLines(term.List(entries[at]), indent, l),
		crashLines(term.List(entries[at+1:]...), indent, l)}, separator)
}

func crashLines(report term.Term, indent string, l Layout) string {
	entries, ok := term.Slice(report)
	if !ok {
		return indent + l.term(report, len(indent))
	}
	separator := "\n"
	if l.SingleLine {
		separator = ", "
	}
	var lines []string
	for _, e := range entries {
		if pair, isPair := e.(term.Tuple); isPair && len(pair) == 2 {
			lines = append(lines, crashLine(pair[0], pair[1], indent, l))
		}
	}
	return strings.Join(lines, separator)
}

func crashLine(key, value term.Term, indent string, l Layout) string {
	switch key {
	case term.Term(term.Atom("initial_call")):
		if mfa, ok := value.(term.Tuple); ok && len(mfa) == 3 {
			module, _ := mfa[0].(term.Atom)
			function, _ := mfa[1].(term.Atom)
			if args, ok := term.Slice(mfa[2]); ok {
				return indent + "initial call: " + inspect.ErlangAtom(module) + ":" + inspect.ErlangAtom(function) + "/" + strconv.Itoa(len(args))
			}
		}
	case term.Term(term.Atom("error_info")):
		if info, ok := value.(term.Tuple); ok && len(info) == 3 {
			return crashException(info, indent, l)
		}
	}
	text := indent + l.term(key, len(indent)) + ": "
	return text + l.term(value, utf8.RuneCountInString(text))
}

func crashException(info term.Tuple, indent string, l Layout) string {
	if l.SingleLine {
		return string(info[0].(term.Atom)) + ": " + l.term(term.Tuple{info[1], info[2]}, 0)
	}
	frames, _ := exception.ParseStack(info[2])
	x := &exception.Error{Class: exception.ClassError, Reason: info[1], Stack: frames}
	switch info[0] {
	case term.Term(term.Atom("exit")):
		x.Class = exception.ClassExit
	case term.Term(term.Atom("throw")):
		x.Class = exception.ClassThrow
	}
	return indent + exception.Erlang(x, len(indent), func(f exception.Frame) bool {
		return f.Module == "erl_eval" || f.Module == "proc_lib"
	})
}

// term is the text of a term that begins in a column.
func (l Layout) term(t term.Term, column int) string {
	if l.SingleLine {
		return l.style(-1).Line(t)
	}
	return string(inspect.ErlangText(strings.Repeat(" ", column)).Styled(t, l.style(-1))[column:])
}
