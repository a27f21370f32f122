package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// pgTable are process groups. A scope is a server of gen_server, whose callbacks
// stand in the same module, with a table {group, members, local members} of its
// name, which readers look at. Its state is {state, scope, joined, watching}:
// joined has the monitor and the groups of each member, watching the process and
// the group, or :scope, of each who monitors.
func pgTable() Module {
	return Module{
		Name: pgName,
		Doc:  "Groups of processes. `:pg.start_link` starts the scope `:pg`, in which all groups are unless another scope is named.",
		Functions: []Function{
			{"start_link", "", "Starts the scope `:pg`, linked to the caller.", pgDefault("start_link")},
			{"start_link", "scope", "Starts a scope, linked to the caller.", pgStart("start_link", 121, genserver.StartLink)},
			{"start", "scope", "Starts a scope.", pgStart("start", 114, genserver.Start)},
			{"join", "group, pids", "Adds a process, or a list of them, to a group, which need not be there.", pgDefault("join")},
			{"join", "scope, group, pids", "Adds processes to a group of a scope.", pgChange("join", "join_local", 134)},
			{"leave", "group, pids", "Removes a process, or a list of them, from a group: `:ok` or `:not_joined`.", pgDefault("leave")},
			{"leave", "scope, group, pids", "Removes processes from a group of a scope.", pgChange("leave", "leave_local", 147)},
			{"monitor", "group", "`{ref, members}`; from then on the caller is sent `{ref, :join, group, pids}` and `{ref, :leave, group, pids}`.", pgDefault("monitor")},
			{"monitor", "scope, group", "As `monitor/1`, in a scope.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return pgAsk(self, a[0], term.Tuple{term.Atom("monitor"), a[1]})
			}},
			{"monitor_scope", "", "`{ref, groups}` with the members of each group; from then on the caller is told of all changes.", pgDefault("monitor_scope")},
			{"monitor_scope", "scope", "As `monitor_scope/0`, of a scope.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return pgAsk(self, a[0], term.Atom("monitor"))
			}},
			{"demonitor", "ref", "Ends what `monitor/1` or `monitor_scope/0` began: `:ok`, or `false` if there was nothing.", pgDefault("demonitor")},
			{"demonitor", "scope, ref", "As `demonitor/1`, in a scope.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return pgAsk(self, a[0], term.Tuple{term.Atom("demonitor"), a[1]})
			}},
			{"get_members", "group", "The processes of a group, those that joined last first.", pgDefault("get_members")},
			{"get_members", "scope, group", "The processes of a group of a scope.", pgMembers},
			{"get_local_members", "group", "The processes of a group on this node.", pgDefault("get_local_members")},
			{"get_local_members", "scope, group", "The processes of a group of a scope on this node.", pgMembers},
			{"which_groups", "", "All groups.", pgDefault("which_groups")},
			{"which_groups", "scope", "All groups of a scope.", pgGroups("match", 238, term.Tuple{term.Atom("$1"), term.Atom("_"), term.Atom("_")})},
			{"which_local_groups", "", "All groups with processes on this node.", pgDefault("which_local_groups")},
			{"which_local_groups", "scope", "All groups of a scope with processes on this node.", pgGroups("select", 249, term.List(term.Tuple{
				term.Tuple{term.Atom("$1"), term.Atom("_"), term.Atom("$2")},
				term.List(term.Tuple{term.Atom("=/="), term.Atom("$2"), term.Empty}), term.List(term.Atom("$1"))}))},
			{"init", "args", "A callback of the scope.", pgInit},
			{"handle_call", "request, from, state", "A callback of the scope.", pgHandleCall},
			{"handle_info", "message, state", "A callback of the scope.", pgHandleInfo},
		},
	}
}

const pgName = term.Atom("pg")

// pgDefault is a function without a scope: that of :pg.
func pgDefault(name string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return code.Apply(self, pgName, name, append(args{pgName}, a...)...)
	}
}

func pgClause(name string, line int, a args) error {
	return exception.Raise(term.Atom("function_clause")).In(
		exception.Frame{Module: pgName, Function: name, Args: a, HasArgs: true, File: "pg.erl", Line: line})
}

type pgStarter func(self *process.Process, module term.Atom, args term.Term, o gen.Options) (term.PID, error)

func pgStart(name string, line int, start pgStarter) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		scope, ok := a[0].(term.Atom)
		if !ok {
			return nil, pgClause(name, line, a)
		}
		pid, err := start(self, pgName, term.List(scope), gen.Options{Name: term.Tuple{term.Atom("local"), scope}})
		return gen.StartResult(pid, term.Ref{}, err)
	}
}

func pgAsk(self *process.Process, scope, request term.Term) (term.Term, error) {
	return code.Apply(self, "gen_server", "call", scope, request, term.Infinity)
}

func pgChange(name string, request term.Atom, line int) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if _, isPID := a[2].(term.PID); !isPID && !term.IsList(a[2]) {
			return nil, pgClause(name, line, a)
		}
		for _, pid := range term.Wrap(a[2]) {
			if _, ok := pid.(term.PID); !ok {
				return nil, exception.Raise(term.Tuple{term.Atom("nolocal"), pid}).In(in("pg", "-ensure_local/1-fun-0-", 1, 465),
					in("lists", "foreach_1", 2, 1442), in("pg", name, 3, line+1))
			}
		}
		return pgAsk(self, a[0], term.Tuple{request, a[1], a[2]})
	}
}

func pgMembers(self *process.Process, a []term.Term) (term.Term, error) {
	name, _ := a[0].(term.Atom)
	table := ets.Named(self.Node(), name)
	if table == nil {
		return term.Empty, nil
	}
	return membersIn(table, a[1]), nil
}

func membersIn(table *ets.Table, group term.Term) term.Term {
	for _, row := range table.Lookup(group) {
		return row[1]
	}
	return term.Empty
}

// pgGroups are the groups of a scope; query is what OTP asks its table with, and
// what fails if there is none.
func pgGroups(function string, line int, query term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		found, err := code.Apply(self, "ets", function, a[0], query)
		if err != nil {
			return nil, exception.In(err, in("pg", "which_groups", 1, line))
		}
		var groups []term.Term
		for group := range term.Elements(found) {
			if row, ok := term.Slice(group); ok && function == "match" {
				group = row[0]
			}
			groups = append(groups, group)
		}
		return term.List(groups...), nil
	}
}

func pgInit(self *process.Process, a []term.Term) (term.Term, error) {
	scope, _ := term.Slice(a[0])
	if len(scope) != 1 {
		return nil, errClause
	}
	name, ok := scope[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	if _, err := ets.New(self, name, ets.Options{Named: true, Protection: ets.Protected, ReadConcurrency: term.True,
		WriteConcurrency: term.False, Compressed: term.False}); err != nil {
		return nil, exception.Raise(term.Atom("badarg"))
	}
	return okTuple(term.Tuple{term.Atom("state"), name, term.NewMap(), term.NewMap()}), nil
}

// pgScope is the state of a scope, taken apart.
type pgScope struct {
	self             *process.Process
	name             term.Atom
	joined, watching *term.Map
	table            *ets.Table
}

// scopeOf takes a state apart; false if it is none.
func scopeOf(self *process.Process, state term.Term) (*pgScope, bool) {
	s, _ := state.(term.Tuple)
	if len(s) != 4 {
		return nil, false
	}
	name, ok1 := s[1].(term.Atom)
	joined, ok2 := s[2].(*term.Map)
	watching, ok3 := s[3].(*term.Map)
	table := ets.Named(self.Node(), name)
	return &pgScope{self, name, joined, watching, table}, ok1 && ok2 && ok3 && table != nil
}

func (s *pgScope) term() term.Term {
	return term.Tuple{term.Atom("state"), s.name, s.joined, s.watching}
}

func pgHandleCall(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := scopeOf(self, a[2])
	from, _ := a[1].(term.Tuple)
	if !ok || len(from) != 2 {
		return nil, errClause
	}
	caller, _ := from[0].(term.PID)
	request, _ := a[0].(term.Tuple)
	var reply term.Term
	switch tag := term.Tag(a[0], len(request)); {
	case a[0] == term.Term(term.Atom("monitor")):
		reply = term.Tuple{s.watch(caller, term.Atom("scope")), s.groups()}
	case tag == "monitor" && len(request) == 2:
		reply = term.Tuple{s.watch(caller, term.Tuple{request[1]}), membersIn(s.table, request[1])}
	case tag == "demonitor" && len(request) == 2:
		reply = s.unwatch(request[1])
	case tag == "join_local" && len(request) == 3:
		reply = s.join(request[1], term.Wrap(request[2]))
	case tag == "leave_local" && len(request) == 3:
		reply = s.leave(request[1], term.Wrap(request[2]))
	default:
		return nil, errClause
	}
	return term.Tuple{term.Atom("reply"), reply, s.term()}, nil
}

func pgHandleInfo(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := scopeOf(self, a[1])
	if !ok || term.Tag(a[0], 5) != "DOWN" {
		return nil, errClause
	}
	down := a[0].(term.Tuple)
	if _, ok := s.watching.Get(down[1]); ok {
		s.watching = s.watching.Delete(down[1])
	} else {
		for _, group := range s.groupsOf(down[3]) {
			s.leave(group, []term.Term{down[3]})
		}
	}
	return term.Tuple{term.Atom("noreply"), s.term()}, nil
}

// watch begins to tell a process of changes to a group, {group}, or to :scope.
func (s *pgScope) watch(caller term.PID, what term.Term) term.Ref {
	ref := s.self.Monitor(caller)
	s.watching = s.watching.Put(ref, term.Tuple{caller, what})
	return ref
}

func (s *pgScope) unwatch(ref term.Term) term.Term {
	r, _ := ref.(term.Ref)
	if _, ok := s.watching.Get(ref); !ok {
		return term.False
	}
	s.self.DemonitorFlush(r)
	s.watching = s.watching.Delete(ref)
	return term.OK
}

// tell tells those who watch of a change.
func (s *pgScope) tell(change term.Atom, group term.Term, pids []term.Term) {
	for _, pair := range s.watching.Pairs() {
		watcher := pair.Value.(term.Tuple)
		if one, ok := watcher[1].(term.Tuple); !ok || term.Same(one[0], group) {
			s.self.Send(watcher[0].(term.PID), term.Tuple{pair.Key, change, group, term.List(pids...)})
		}
	}
}

func (s *pgScope) groups() term.Term {
	groups := term.NewMap()
	for _, row := range s.table.Objects() {
		groups = groups.Put(row[0], row[1])
	}
	return groups
}

// groupsOf are the groups that a process is in, as often as it is.
func (s *pgScope) groupsOf(pid term.Term) []term.Term {
	entry, ok := s.joined.Get(pid)
	if !ok {
		return nil
	}
	groups, _ := term.Slice(entry.(term.Tuple)[1])
	return groups
}

func (s *pgScope) join(group term.Term, pids []term.Term) term.Term {
	for _, pid := range pids {
		entry, ok := s.joined.Get(pid)
		if !ok {
			entry = term.Tuple{s.self.Monitor(pid.(term.PID)), term.Empty}
		}
		monitored := entry.(term.Tuple)
		s.joined = s.joined.Put(pid, term.Tuple{monitored[0], &term.Cons{Head: group, Tail: monitored[1]}})
	}
	old, _ := term.Slice(membersIn(s.table, group))
	s.setMembers(group, slices.Concat(pids, old))
	s.tell("join", group, pids)
	return term.OK
}

func (s *pgScope) setMembers(group term.Term, pids []term.Term) {
	if len(pids) == 0 {
		s.table.Take(group)
		return
	}
	members := term.List(pids...)
	s.table.Insert(term.Tuple{group, members, members})
}

func (s *pgScope) leave(group term.Term, pids []term.Term) term.Term {
	members, _ := term.Slice(membersIn(s.table, group))
	members = slices.Clone(members)
	var left []term.Term
	for _, pid := range pids {
		if i := slices.Index(members, pid); i >= 0 {
			members = slices.Delete(members, i, i+1)
			left = append(left, pid)
			s.forget(pid, group)
		}
	}
	if len(left) == 0 {
		return term.Atom("not_joined")
	}
	s.setMembers(group, members)
	s.tell("leave", group, left)
	return term.OK
}

// forget notes that a process is once less in a group.
func (s *pgScope) forget(pid, group term.Term) {
	entry, _ := s.joined.Get(pid)
	ref := entry.(term.Tuple)[0].(term.Ref)
	groups := slices.Clone(s.groupsOf(pid))
	if i := slices.IndexFunc(groups, func(g term.Term) bool { return term.Same(g, group) }); i >= 0 {
		groups = slices.Delete(groups, i, i+1)
	}
	if len(groups) == 0 {
		s.joined = s.joined.Delete(pid)
		s.self.DemonitorFlush(ref)
		return
	}
	s.joined = s.joined.Put(pid, term.Tuple{ref, term.List(groups...)})
}
