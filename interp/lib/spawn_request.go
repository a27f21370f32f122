package lib

import (
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// erlangSpawns are the functions of erlang that start processes on a node or
// by a request, and those that suspend them.
func erlangSpawns() []Function {
	return []Function{
		{"spawn", "node, fun", "Starts a process on a node.", nodeSpawn("spawn", process.SpawnOptions{})},
		{"spawn", "node, module, fun, args", "Starts a process on a node.", nodeSpawn("spawn", process.SpawnOptions{})},
		{"spawn_link", "node, fun", "Starts a linked process on a node.", nodeSpawn("spawn_link", process.SpawnOptions{Link: true})},
		{"spawn_link", "node, module, fun, args", "Starts a linked process on a node.", nodeSpawn("spawn_link", process.SpawnOptions{Link: true})},
		{"spawn_monitor", "node, fun", "Starts a monitored process on a node.", nodeSpawn("spawn_monitor", process.SpawnOptions{Monitor: true})},
		{"spawn_monitor", "node, module, fun, args", "Starts a monitored process on a node.", nodeSpawn("spawn_monitor", process.SpawnOptions{Monitor: true})},
		{"spawn_request", "fun", "Starts a process; `{:spawn_reply, reference, :ok, pid}` tells that it runs.", spawnRequest},
		{"spawn_request", "fun_or_node, options_or_fun", "As `spawn_request/1`, with options: those of `spawn_opt/2`, `reply_tag:` and `reply:` (`:yes`, `:no`, `:error_only`, `:success_only`).", spawnRequest},
		{"spawn_request", "module_or_node, fun, args_or_options", "As `spawn_request/1`.", spawnRequest},
		{"spawn_request", "module_or_node, fun, args, options", "As `spawn_request/1`.", spawnRequest},
		{"spawn_request", "node, module, fun, args, options", "As `spawn_request/1`.", spawnRequest},
		{"spawn_request_abandon", "request", "Gives up a request; false, as all are answered at once.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			if _, ok := a[0].(term.Ref); !ok {
				return nil, badarg("erlang", "spawn_request_abandon", a...)
			}
			return term.False, nil
		}},
		{"suspend_process", "pid", "Has a process not run until it is resumed.", suspendProcess},
		{"suspend_process", "pid, options", "As `suspend_process/1`; `:unless_suspending` does nothing the second time and returns false.", suspendProcess},
		{"resume_process", "pid", "Takes one `suspend_process/1` back.", resumeProcess},
	}
}

// nodeSpawn starts a process on a node: this one, for others cannot be
// reached, in which case the pid is that of a process that has ended.
func nodeSpawn(builtin string, options process.SpawnOptions) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		node, ok := a[0].(term.Atom)
		if !ok {
			return nil, badNode(builtin, a)
		}
		if node == self.Node().Name() {
			return spawn(self, builtin, a[1:], options)
		}
		module, function, given := term.Term(term.Atom("erlang")), term.Term(term.Atom("apply")), term.Term(term.List(a[1], term.Empty))
		if len(a) == 4 {
			module, function, given = a[1], a[2], a[3]
		}
		logger.Log(self, logger.Message{Level: logger.Warning, Text: "** Can not start " + show(module) + "::" +
			stripColon(function) + "," + show(given) + linkOption(options) + " on " + show(node) + " **"})
		options.Initial = process.MFA{Module: "erlang", Function: "apply", Arity: 2}
		gone := func(*process.Process) error { return exception.Exit(term.Atom("noconnection")) }
		return spawned(self.Spawn(gone, options), options), nil
	}
}

// linkOption is how the options of a process are shown that could not start.
func linkOption(options process.SpawnOptions) string {
	if options.Link {
		return " ([:link])"
	}
	return ""
}

// stripColon is the text of an atom as in :"a b" without its colon.
func stripColon(t term.Term) string { return strings.TrimPrefix(show(t), ":") }

// badNode is the refusal of a node that is no atom: a function is shown as it
// would have been applied.
func badNode(builtin string, a args) error {
	if len(a) == 2 {
		a = args{a[0], term.Atom("erlang"), term.Atom("apply"), term.List(a[1], term.Empty)}
	}
	return badarg("erlang", builtin, a...)
}

// request is what the options of spawn_request say.
type request struct {
	tag   term.Term
	reply term.Term
	rest  []term.Term // options of spawn_opt
}

func parseRequest(options term.Term) request {
	r := request{tag: term.Atom("spawn_reply"), reply: term.Atom("yes")}
	for e := range term.Elements(options) {
		pair, _ := e.(term.Tuple)
		switch {
		case len(pair) == 2 && pair[0] == term.Term(term.Atom("reply_tag")):
			r.tag = pair[1]
		case len(pair) == 2 && pair[0] == term.Term(term.Atom("reply")):
			r.reply = pair[1]
		default:
			r.rest = append(r.rest, e)
		}
	}
	return r
}

// spawnRequest starts a process and tells self so by a message.
func spawnRequest(self *process.Process, a []term.Term) (term.Term, error) {
	call, options := requested(self, a)
	r := parseRequest(options)
	parsed, ok := process.ParseSpawnOptions(term.List(r.rest...))
	body, initial, isBody := bodyOf(call)
	if !isBody {
		return nil, badarg("erlang", "spawn_request", a...)
	}
	answer := func(ref term.Ref, on term.Atom, outcome, value term.Term) {
		if r.reply == term.Term(term.Atom("yes")) || r.reply == term.Term(on) {
			self.Send(self.PID(), term.Tuple{r.tag, ref, outcome, value})
		}
	}
	if !ok {
		ref := self.Node().MakeRef()
		answer(ref, "error_only", term.ErrorAtom, term.Atom("badopt"))
		return ref, nil
	}
	parsed.Initial = initial
	child := self.Spawn(body, parsed)
	ref := child.Monitor
	if !parsed.Monitor {
		ref = self.Node().MakeRef()
	}
	answer(ref, "success_only", term.OK, child.PID())
	return ref, nil
}

// requested takes arguments of spawn_request apart: a function of no arguments,
// or module, function and arguments; before them may be this node, after them
// options.
func requested(self *process.Process, a args) (call args, options term.Term) {
	options = term.Empty
	if len(a) > 1 && a[0] == term.Term(self.Node().Name()) {
		a = a[1:]
	}
	if _, isFun := a[0].(*term.Fun); isFun && len(a) == 2 || len(a) == 4 {
		a, options = a[:len(a)-1], a[len(a)-1]
	}
	if len(a) == 2 { // bodyOf takes one or three
		a = args{term.Nil}
	}
	return a, options
}

func suspendProcess(self *process.Process, a []term.Term) (term.Term, error) {
	options := term.Term(term.Empty)
	if len(a) == 2 {
		options = a[1]
	}
	refuse := func(cause string) (term.Term, error) {
		return nil, exception.BadArgCause(term.Atom(cause), "erlang", "suspend_process", a...)
	}
	pid, ok := a[0].(term.PID)
	list, proper := term.Slice(options)
	if !ok || !proper {
		return nil, badarg("erlang", "suspend_process", a...)
	}
	unless := false
	for _, o := range list {
		switch o {
		case term.Atom("unless_suspending"):
			unless = true
		case term.Atom("asynchronous"):
		default:
			if t, ok := o.(term.Tuple); !ok || term.Tag(t, 2) != "asynchronous" {
				return refuse("badopt")
			}
		}
	}
	target := process.Lookup(pid)
	switch {
	case target == nil:
		return refuse("dead")
	case target == self:
		return refuse("self")
	}
	already := slices.ContainsFunc(self.Suspending(), func(s process.Suspension) bool { return s.Target == target })
	if unless && already {
		return term.False, nil
	}
	self.Suspend(target)
	answerAsynchronous(self, list)
	return term.True, nil
}

// answerAsynchronous sends what {asynchronous, message} asks for.
func answerAsynchronous(self *process.Process, options []term.Term) {
	for _, o := range options {
		if t, ok := o.(term.Tuple); ok {
			self.Send(self.PID(), term.Tuple{t[1], term.Atom("suspended")})
		}
	}
}

func resumeProcess(self *process.Process, a []term.Term) (term.Term, error) {
	if pid, ok := a[0].(term.PID); ok {
		if target := process.Lookup(pid); target != nil && self.Resume(target) {
			return term.True, nil
		}
	}
	return nil, badarg("erlang", "resume_process", a...)
}
