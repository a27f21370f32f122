package application

import (
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// OfModule returns the loaded application that a module belongs to.
func OfModule(node *process.Node, module term.Atom) (term.Atom, bool) {
	for _, a := range of(node).loaded {
		for m := range term.Elements(a.keys["modules"]) {
			if m == term.Term(module) {
				return a.Name, true
			}
		}
	}
	if m := code.Of(node).Module(module); m != nil && m.Language == code.Builtin {
		return home(module)
	}
	return "", false
}

// modules are the modules of an application; those of Elixir and OTP are the
// ones that gex has.
func (a *Application) modules(node *process.Node) term.Term {
	if !slices.ContainsFunc(system, func(s systemApplication) bool { return s.name == a.Name }) {
		return a.keys["modules"]
	}
	var list []term.Term
	for _, m := range code.Of(node).Modules() {
		if where, ok := home(m.Name); ok && where == a.Name && m.Language == code.Builtin {
			list = append(list, m.Name)
		}
	}
	slices.SortFunc(list, term.Compare)
	return term.List(list...)
}

// homes are the modules of OTP that are not in stdlib; those of erts are in no
// application.
var homes = map[term.Atom]term.Atom{
	"application": "kernel", "code": "kernel", "file": "kernel", "global": "kernel", "rpc": "kernel", "erpc": "kernel",
	"logger": "kernel", "os": "kernel", "inet": "kernel", "error_logger": "kernel", "group": "kernel", "user": "kernel",
	"net_kernel": "kernel", "net_adm": "kernel", "pg": "kernel", "seq_trace": "kernel", "error_handler": "kernel",
	"compile": "compiler", "elixir": "elixir",
	"erlang": "", "init": "", "atomics": "", "counters": "", "persistent_term": "", "erts_internal": "", "zlib": "",
}

// home is the application of a module of Elixir or OTP.
func home(module term.Atom) (term.Atom, bool) {
	name := string(module)
	if where, ok := homes[module]; ok {
		return where, where != ""
	}
	switch {
	case name == "Elixir.Logger" || strings.HasPrefix(name, "Elixir.Logger."):
		return "logger", true
	case name == "Elixir.IEx" || strings.HasPrefix(name, "Elixir.IEx."):
		return "iex", true
	case name == "Elixir.Mix" || strings.HasPrefix(name, "Elixir.Mix.") || strings.HasPrefix(name, "Elixir.ExUnit"):
		return "", false
	case strings.HasPrefix(name, "Elixir.") || strings.HasPrefix(name, "elixir_"):
		return "elixir", true
	}
	return "stdlib", true
}

// OfProcess returns the application whose master is the leader of a process;
// those that the shell started belong to kernel, as the shell does.
func OfProcess(node *process.Node, p *process.Process) (term.Atom, bool) {
	for _, a := range of(node).running {
		if a.master != nil && (p.GroupLeader() == a.master.PID() || p == a.master) {
			return a.Name, true
		}
	}
	return "kernel", true
}

// Info is application:info/0: what is loaded and what runs, with the masters.
func Info(node *process.Node) term.Term {
	c := of(node)
	var started, running []term.Term
	for _, a := range c.running {
		kind, master := term.Term(term.Atom("temporary")), term.Term(term.Undefined)
		if a.Name == "kernel" || a.Name == "stdlib" {
			kind = term.Atom("permanent")
		}
		if a.master != nil {
			master = a.master.PID()
		}
		started = append(started, term.Tuple{a.Name, kind})
		running = append(running, term.Tuple{a.Name, master})
	}
	pair := func(key term.Atom, value term.Term) term.Pair { return term.Pair{Key: key, Value: value} }
	return term.Keyword(pair("loaded", Loaded(node)), pair("loading", term.Empty), pair("started", term.List(started...)),
		pair("start_p_false", term.Empty), pair("running", term.List(running...)), pair("starting", term.Empty))
}
