package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
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
	"registered_name":         registeredName,
	"current_function":        func(p *process.Process) term.Term { return p.Current().Term() },
	"current_location":        currentLocation,
	"current_stacktrace":      currentStack,
	"parent":                  parentOf,
	"initial_call":            func(p *process.Process) term.Term { return p.Initial().Term() },
	"status":                  func(p *process.Process) term.Term { return p.Status() },
	"message_queue_len":       func(p *process.Process) term.Term { return term.Int(p.MailboxLen()) },
	"messages":                func(p *process.Process) term.Term { return term.List(p.Messages()...) },
	"links":                   func(p *process.Process) term.Term { return pidList(p.Links()) },
	"monitors":                monitorsOf,
	"monitored_by":            func(p *process.Process) term.Term { return pidList(p.MonitoredBy()) },
	"dictionary":              sys.Dictionary,
	"trap_exit":               func(p *process.Process) term.Term { return term.Bool(p.TrapExit()) },
	"error_handler":           ofFlag("error_handler"),
	"priority":                ofFlag("priority"),
	"message_queue_data":      ofFlag("message_queue_data"),
	"min_heap_size":           ofFlag("min_heap_size"),
	"min_bin_vheap_size":      ofFlag("min_bin_vheap_size"),
	"max_heap_size":           ofFlag("max_heap_size"),
	"fullsweep_after":         ofFlag("fullsweep_after"),
	"group_leader":            func(p *process.Process) term.Term { return p.GroupLeader() },
	"reductions":              func(p *process.Process) term.Term { return term.Int(p.Reductions()) },
	"suspending":              func(p *process.Process) term.Term { return p.SuspendingTerm() },
	"binary":                  always(term.Empty),
	"last_calls":              always(term.False),
	"sequential_trace_token":  always(term.Empty),
	"trace":                   always(term.Int(0)),
	"catchlevel":              catchLevel,
	"garbage_collection":      collection,
	"garbage_collection_info": collectionInfo,
	"total_heap_size":         ofFlag("min_heap_size"),
	"heap_size":               ofFlag("min_heap_size"),
	"stack_size":              always(term.Int(0)),
	"memory":                  always(term.Int(2640)),
}

func parentOf(p *process.Process) term.Term {
	if p.Parent().Identity == nil {
		return term.Undefined
	}
	return p.Parent()
}

// catchLevel is 1 in a process of proc_lib, which catches what its code raises.
func catchLevel(p *process.Process) term.Term {
	if p.Initial().Module == "proc_lib" {
		return term.Int(1)
	}
	return term.Int(0)
}

func registeredName(p *process.Process) term.Term {
	if name := p.RegisteredName(); name != "" {
		return name
	}
	return term.Empty
}

func currentLocation(p *process.Process) term.Term {
	f := p.Current()
	return term.Tuple{f.Module, term.Atom(f.Function), term.Int(f.Arity), term.Empty}
}

// collection is garbage_collection of a process that never collected any.
func collection(p *process.Process) term.Term {
	pairs := []term.Pair{}
	for _, name := range []term.Atom{"max_heap_size", "min_bin_vheap_size", "min_heap_size", "fullsweep_after"} {
		pairs = append(pairs, term.Pair{Key: name, Value: p.Flag(name)})
	}
	return term.Keyword(append(pairs, pair("minor_gcs", term.Int(0)))...)
}

// collectionInfo is what a process of the Erlang machine has that never
// collected garbage.
func collectionInfo(p *process.Process) term.Term {
	size := p.Flag("min_heap_size")
	var pairs []term.Pair
	for _, name := range []term.Atom{"old_heap_block_size", "heap_block_size", "mbuf_size", "recent_size", "stack_size",
		"old_heap_size", "heap_size", "bin_vheap_size", "bin_vheap_block_size", "bin_old_vheap_size", "bin_old_vheap_block_size"} {
		value := term.Term(term.Int(0))
		switch name {
		case "heap_block_size":
			value = size
		case "bin_vheap_block_size", "bin_old_vheap_block_size":
			value = p.Flag("min_bin_vheap_size")
		}
		pairs = append(pairs, term.Pair{Key: name, Value: value})
	}
	return term.Keyword(pairs...)
}

// currentStack is where a process waits, and what is below in one of proc_lib.
func currentStack(p *process.Process) term.Term {
	if p.Initial().Module != "proc_lib" || p.Server() == nil {
		return term.List(currentLocation(p))
	}
	below := exception.Exit(term.Nil).In(proclib.Frame(false)).StackTerm()
	return &term.Cons{Head: currentLocation(p), Tail: below}
}

func ofFlag(name term.Atom) func(*process.Process) term.Term {
	return func(p *process.Process) term.Term { return p.Flag(name) }
}

func always(value term.Term) func(*process.Process) term.Term {
	return func(*process.Process) term.Term { return value }
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

// infoItems is process_info of some items; nil for a process that is not alive.
func infoItems(a args) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	keys, isList := term.Slice(a[1])
	key, isAtom := a[1].(term.Atom)
	if isAtom {
		keys = args{key}
	}
	wrong := badarg("erlang", "process_info", a...)
	if !ok || !isList && !isAtom {
		return nil, wrong
	}
	p := process.Lookup(pid)
	var items []term.Term
	for _, k := range keys {
		name, _ := k.(term.Atom)
		info := infos[name]
		switch {
		case info == nil:
			return nil, wrong
		case p != nil:
			items = append(items, term.Tuple{name, info(p)})
		}
	}
	switch {
	case p == nil:
		return nil, nil
	case isAtom:
		return items[0], nil
	}
	return term.List(items...), nil
}

// allInfo is process_info/1; nil for a process that is not alive.
func allInfo(a args) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "process_info", a...)
	}
	p := process.Lookup(pid)
	if p == nil {
		return nil, nil
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

func processInfo(self *process.Process, a []term.Term) (term.Term, error) {
	self.SetWaitsIn(&processInfos[len(a)-1])
	ask(self, a[0])
	info, line := allInfo, 752
	if len(a) == 2 {
		if _, isAtom := a[1].(term.Atom); !isAtom && !term.IsList(a[1]) {
			return nil, errClause
		}
		info, line = infoItems, 773
	}
	items, err := info(a)
	if err != nil {
		return nil, exception.In(err, at("Process", "info", len(a), "process.ex", line))
	}
	return orNil(items), nil
}

var processInfos = [...]process.MFA{
	{Module: "Elixir.Process", Function: "info", Arity: 1}, {Module: "Elixir.Process", Function: "info", Arity: 2},
}

// ask is the signal that asks a process what it is: what self has sent to it
// arrives before.
func ask(self *process.Process, pid term.Term) {
	if pid, ok := pid.(term.PID); ok {
		if p := process.Lookup(pid); p != nil {
			self.Reach(p)
		}
	}
}

// erlangProcessInfo is process_info; registered_name alone is [] for a process
// without a name.
func erlangProcessInfo(self *process.Process, a []term.Term) (term.Term, error) {
	ask(self, a[0])
	if len(a) == 1 {
		items, err := allInfo(a)
		return orUndefined(items), err
	}
	items, err := infoItems(a)
	if t, ok := items.(term.Tuple); ok && t[0] == term.Term(term.Atom("registered_name")) && t[1] == term.Term(term.Empty) {
		return term.Empty, err
	}
	return orUndefined(items), err
}
