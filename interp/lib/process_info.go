package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// infoKeys are the items of Process.info/1 in their order.
var infoKeys = []term.Atom{
	"registered_name", "current_function", "initial_call", "status", "message_queue_len", "links",
	"dictionary", "trap_exit", "error_handler", "priority", "group_leader", "total_heap_size", "heap_size",
	"stack_size", "reductions", "garbage_collection", "suspending",
}

// infos are all items of process_info.
var infos = map[term.Atom]func(*process.Process) term.Term{
	"registered_name":    registeredName,
	"current_function":   currentFunction,
	"initial_call":       func(p *process.Process) term.Term { return p.Initial().Term() },
	"status":             func(p *process.Process) term.Term { return p.Status() },
	"message_queue_len":  func(p *process.Process) term.Term { return term.Int(p.MailboxLen()) },
	"messages":           func(p *process.Process) term.Term { return term.List(p.Messages()...) },
	"links":              func(p *process.Process) term.Term { return pidList(p.Links()) },
	"monitors":           monitorsOf,
	"monitored_by":       func(p *process.Process) term.Term { return pidList(p.MonitoredBy()) },
	"dictionary":         func(p *process.Process) term.Term { return pairsOf(p.Dictionary()) },
	"trap_exit":          func(p *process.Process) term.Term { return term.Bool(p.TrapExit()) },
	"error_handler":      func(*process.Process) term.Term { return term.Atom("error_handler") },
	"priority":           func(*process.Process) term.Term { return term.Normal },
	"group_leader":       func(p *process.Process) term.Term { return p.GroupLeader() },
	"reductions":         func(p *process.Process) term.Term { return term.Int(p.Reductions()) },
	"suspending":         func(*process.Process) term.Term { return term.Empty },
	"garbage_collection": func(*process.Process) term.Term { return term.Empty },
	"total_heap_size":    func(*process.Process) term.Term { return term.Int(233) },
	"heap_size":          func(*process.Process) term.Term { return term.Int(233) },
	"stack_size":         func(*process.Process) term.Term { return term.Int(0) },
	"memory":             func(*process.Process) term.Term { return term.Int(2640) },
}

func registeredName(p *process.Process) term.Term {
	if name := p.RegisteredName(); name != "" {
		return name
	}
	return term.Empty
}

func currentFunction(p *process.Process) term.Term {
	if p.Hibernated() {
		return term.Tuple{term.Atom("erlang"), term.Atom("hibernate"), term.Int(3)}
	}
	if s, ok := p.Server().(process.Waiter); ok && p.Status() == "waiting" {
		return s.WaitsIn().Term()
	}
	return p.Initial().Term()
}

func monitorsOf(p *process.Process) term.Term {
	var list []term.Term
	for _, item := range p.Monitors() {
		list = append(list, term.Tuple{term.Atom("process"), item})
	}
	return term.List(list...)
}

func pidList(pids []term.PID) term.Term {
	list := make([]term.Term, len(pids))
	for i, p := range pids {
		list[i] = p
	}
	return term.List(list...)
}

func processInfo(_ *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, exception.In(badarg("erlang", "process_info", a...), at("Process", "info", 1, "process.ex", 752))
	}
	p := process.Lookup(pid)
	if p == nil {
		return term.Nil, nil
	}
	var items []term.Term
	for _, key := range infoKeys {
		if key == "registered_name" && p.RegisteredName() == "" {
			continue
		}
		items = append(items, term.Tuple{key, infos[key](p)})
	}
	return term.List(items...), nil
}

func processInfoItems(_ *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	keys, isList := term.Slice(a[1])
	key, isAtom := a[1].(term.Atom)
	if isAtom {
		keys = args{key}
	}
	if !ok || !isList && !isAtom {
		return nil, exception.In(badarg("erlang", "process_info", a...), at("Process", "info", 2, "process.ex", 773))
	}
	p := process.Lookup(pid)
	var items []term.Term
	for _, k := range keys {
		name, _ := k.(term.Atom)
		info := infos[name]
		switch {
		case info == nil:
			return nil, exception.In(badarg("erlang", "process_info", a...), at("Process", "info", 2, "process.ex", 773))
		case p != nil:
			items = append(items, term.Tuple{name, info(p)})
		}
	}
	switch {
	case p == nil:
		return term.Nil, nil
	case isAtom:
		return items[0], nil
	}
	return term.List(items...), nil
}
