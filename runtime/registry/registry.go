package registry

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

const (
	registryModule = term.Atom("Elixir.Registry")
	unique         = term.Atom("unique")
	duplicate      = term.Atom("duplicate")
)

// The keys of the rows of a registry's table about the registry itself.
const (
	infoRow    = term.Int(-1)
	keyInfoRow = term.Int(-2)
)

// StartLink starts a registry, linked to self, with the options of
// Registry.start_link/1. Errors are those of supervisor.StartLink and
// ArgumentError for options that are wrong.
func StartLink(self *process.Process, options term.Term) (term.PID, error) {
	keys := option(options, "keys", term.Nil)
	if keys != term.Term(unique) && keys != term.Term(duplicate) {
		return term.PID{}, exception.ArgumentError("expected :keys to be given and be one of :unique or :duplicate, got: %s", text(keys)).
			In(in("start_link", 1, 325))
	}
	name, err := nameOption(options)
	if err != nil {
		return term.PID{}, err
	}
	partitions, ok := option(options, "partitions", term.Int(1)).(term.Int)
	if !ok || partitions < 1 {
		return term.PID{}, exception.ArgumentError("expected :partitions to be a positive integer, got: %s",
			text(option(options, "partitions", term.Nil))).In(in("start_link", 1, 350))
	}
	listeners := option(options, "listeners", term.Empty)
	if !areNames(listeners) {
		return term.PID{}, exception.ArgumentError("expected :listeners to be a list of named processes, got: %s", text(listeners)).
			In(in("start_link", 1, 357))
	}
	meta := option(options, "meta", term.Empty)
	if !isKeyword(meta) {
		return term.PID{}, exception.ArgumentError("expected :meta to be a keyword list, got: %s", text(meta)).In(in("start_link", 1, 344))
	}
	define(self.Node())
	rows, _ := term.Slice(meta)
	rows = append([]term.Term{
		term.Tuple{infoRow, term.Tuple{keys, partitions, term.Nil, term.Nil, listeners}},
		term.Tuple{keyInfoRow, term.Tuple{keys, partitions, term.Nil}},
	}, rows...)
	arg := term.Tuple{keys, name, partitions, listeners, term.List(rows...), option(options, "compressed", term.False)}
	return supervisor.StartLink(self, supervisorModule, arg, gen.Options{Name: term.Tuple{term.Atom("local"), name}})
}

// isKeyword reports whether a term is a list of pairs with atoms as keys.
func isKeyword(t term.Term) bool {
	list, proper := term.Slice(t)
	for _, element := range list {
		pair, _ := element.(term.Tuple)
		if len(pair) != 2 {
			return false
		}
		if _, ok := pair[0].(term.Atom); !ok {
			return false
		}
	}
	return proper
}

// areNames reports whether a term is a list of atoms.
func areNames(t term.Term) bool {
	list, ok := term.Slice(t)
	return ok && !slices.ContainsFunc(list, func(e term.Term) bool { _, isAtom := e.(term.Atom); return !isAtom })
}

func nameOption(options term.Term) (term.Atom, error) {
	given, there := term.KeywordGet(options, "name")
	if !there {
		return "", exception.ArgumentError("expected :name option to be present").In(in("start_link", 1, 338))
	}
	name, ok := given.(term.Atom)
	if !ok {
		return "", exception.ArgumentError("expected :name to be an atom, got: %s", text(given)).In(in("start_link", 1, 335))
	}
	return name, nil
}

func option(options term.Term, key term.Atom, otherwise term.Term) term.Term {
	if value, ok := term.KeywordGet(options, key); ok {
		return value
	}
	return otherwise
}

func text(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }

// in is a frame of Registry.
func in(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: registryModule, Function: function, Arity: arity, File: "lib/registry.ex", Line: line}
}

// Registry is a registry that runs. It is good for the call at hand only.
type Registry struct {
	Name term.Atom
	// Kind is :unique or :duplicate.
	Kind      term.Atom
	self      *process.Process // who has found it
	meta      *ets.Table
	parts     []part
	listeners term.Term
}

// Unknown is the error of a registry that is not there, without frames.
func Unknown(name term.Term) *exception.Error {
	return exception.ArgumentError("unknown registry: %s", text(name))
}

// Absent is Unknown in the words of the functions about metadata.
func Absent(name term.Term) *exception.Error {
	return exception.ArgumentError("unknown registry: %s. Either the registry name is invalid or the registry is not running, "+
		"possibly because its application isn't started", text(name))
}

// Unique reports whether a key has one process at most.
func (r *Registry) Unique() bool { return r.Kind == unique }

// Asker is the process that has found the registry.
func (r *Registry) Asker() term.PID { return r.self.PID() }

// tell tells the listeners about a change. A name that nobody has is an error of
// the function that made the change, which stays.
func (r *Registry) tell(self *process.Process, message term.Tuple, place change) error {
	for listener := range term.Elements(r.listeners) {
		name, ok := listener.(term.Atom)
		if ok && !self.SendName(name, message) {
			return exception.BadArg("erlang", "send", name, message).In(
				exception.Frame{Module: registryModule, Function: place.fun, Arity: place.arity, File: "lib/registry.ex", Line: place.line},
				exception.Frame{Module: "Elixir.Enum", Function: "-reduce/3-lists^foldl/2-0-", Arity: 3, File: "lib/enum.ex", Line: 2468},
				in(place.function, place.arguments, place.line-1))
		}
	}
	return nil
}

// change is a function that tells listeners, and the one inside that sends.
type change struct {
	function, fun          string
	arguments, arity, line int
}

var (
	registering       = change{"register", "-register/3-fun-0-", 3, 6, 1005}
	unregistering     = change{"unregister", "-unregister/2-fun-0-", 2, 5, 848}
	unregisteringSome = change{"unregister_match", "-unregister_match/4-fun-0-", 4, 5, 921}
)

// Register registers self under a key and returns the process that will
// forget it. If the key is unique and taken, it returns who has it and false.
func (r *Registry) Register(self *process.Process, key, value term.Term) (term.PID, bool, error) {
	keys, mine := r.tables(key, self.PID())
	if err := self.Link(mine.server); err != nil {
		return term.PID{}, false, err
	}
	object := term.Tuple{key, term.Tuple{self.PID(), value}}
	row := term.Tuple{self.PID(), key, keys.ID}
	if r.Unique() && !keys.InsertNew(object) {
		if taken, _, ok := r.owner(key); ok {
			r.unlinkUnused(self, mine)
			return taken, false, nil
		}
		keys.Take(key)
		keys.Insert(object)
	} else if !r.Unique() {
		keys.Insert(object)
	}
	mine.pids.Insert(row)
	err := r.tell(self, term.Tuple{term.Atom("register"), r.Name, key, self.PID(), value}, registering)
	return mine.server, true, err
}

// owner returns the live process that has a unique key, and its value.
func (r *Registry) owner(key term.Term) (term.PID, term.Term, bool) {
	objects := r.home(key).keys.Lookup(key)
	if len(objects) == 0 {
		return term.PID{}, nil, false
	}
	pid, value := entryOf(objects[0])
	return pid, value, process.Lookup(pid) != nil
}

// entryOf returns pid and value of an object {key, {pid, value}}.
func entryOf(object term.Tuple) (term.PID, term.Term) {
	entry := object[1].(term.Tuple)
	return entry[0].(term.PID), entry[1]
}

// Whereis returns the process that has a unique key.
func (r *Registry) Whereis(key term.Term) (term.PID, bool) {
	pid, _, ok := r.owner(key)
	return pid, ok
}

// Lookup returns {pid, value} of each process with a key: partition by
// partition, oldest first.
func (r *Registry) Lookup(key term.Term) []term.Term { return slices.Concat(r.Partitioned(key)...) }

// Partitioned is Lookup with a list for each partition that may have the key.
func (r *Registry) Partitioned(key term.Term) [][]term.Term {
	lists := make([][]term.Term, 0, len(r.parts))
	for _, p := range r.holders(key) {
		var entries []term.Term
		for _, object := range p.keys.Lookup(key) {
			if pid, _ := entryOf(object); r.Unique() && process.Lookup(pid) == nil {
				continue
			}
			entries = append(entries, object[1])
		}
		lists = append(lists, entries)
	}
	return lists
}

// Unregister forgets a key of self.
func (r *Registry) Unregister(self *process.Process, key term.Term) error {
	return r.unregister(self, key, unregistering, func(term.Term) bool { return true })
}

// UnregisterMatch forgets a key of self where its value matches a pattern of
// ets with guards.
func (r *Registry) UnregisterMatch(self *process.Process, key, pattern, guards term.Term) (bool, error) {
	spec, ok := r.valueSpec(pattern, guards)
	if !ok {
		return false, nil
	}
	return true, r.unregister(self, key, unregisteringSome, func(value term.Term) bool {
		_, matches := spec.Run(term.Tuple{key, term.Tuple{self.PID(), value}})
		return matches
	})
}

func (r *Registry) unregister(self *process.Process, key term.Term, place change, matches func(value term.Term) bool) error {
	keys, mine := r.tables(key, self.PID())
	row := term.Tuple{self.PID(), key, keys.ID}
	removed, kept := 0, 0
	for _, object := range keys.Lookup(key) {
		pid, value := entryOf(object)
		switch {
		case pid != self.PID():
		case matches(value):
			keys.Remove(object)
			removed++
		default:
			kept++
		}
	}
	if kept > 0 {
		if removed > 0 {
			mine.pids.Remove(row)
			for range kept {
				mine.pids.Insert(row)
			}
		}
		return nil
	}
	// Listeners are told when nothing is left of the key, also if nothing was there.
	mine.pids.Remove(row)
	r.unlinkUnused(self, mine)
	return r.tell(self, term.Tuple{term.Atom("unregister"), r.Name, key, self.PID()}, place)
}

// Keys returns the keys of a process, as often as it registered them, the
// newest first.
func (r *Registry) Keys(pid term.PID) []term.Term {
	var keys []term.Term
	for _, row := range r.home(pid).pids.Lookup(pid) {
		keys = append(keys, row[1])
	}
	slices.Reverse(keys)
	return keys
}

// Values returns the values of a key that a process registered.
func (r *Registry) Values(key term.Term, pid term.PID) []term.Term {
	var values []term.Term
	keys, _ := r.tables(key, pid)
	for _, object := range keys.Lookup(key) {
		if owner, value := entryOf(object); owner == pid {
			values = append(values, value)
		}
	}
	return values
}

// Count returns the number of registrations.
func (r *Registry) Count() int {
	n := 0
	for _, p := range r.parts {
		n += p.keys.Len()
	}
	return n
}

// UpdateValue replaces the value of a unique key of self by what callback
// returns for it, and returns the new and the old one; false if the key is not
// that of self.
func (r *Registry) UpdateValue(self *process.Process, key, callback term.Term) (next, old term.Term, ok bool, err error) {
	pid, old, ok := r.owner(key)
	if !ok || pid != self.PID() {
		return nil, nil, false, nil
	}
	if next, err = code.Call(self, callback, old); err != nil {
		return nil, nil, false, err
	}
	r.home(key).keys.Insert(term.Tuple{key, term.Tuple{pid, next}})
	return next, old, true, nil
}

// valueSpec is the match specification for {key, {pid, value}} with a pattern
// for the value.
func (r *Registry) valueSpec(pattern, guards term.Term) (ets.Spec, bool) {
	any := term.Atom("_")
	return ets.ParseSpec(r.self, term.List(term.Tuple{term.Tuple{any, term.Tuple{any, pattern}}, guards, term.List(term.True)}))
}

// Match returns {pid, value} of each registration of a key whose value matches
// a pattern of ets with guards. It reports false for guards that are none.
func (r *Registry) Match(key, pattern, guards term.Term) ([]term.Term, bool) {
	spec, ok := r.valueSpec(pattern, guards)
	var entries []term.Term
	for _, p := range r.holders(key) {
		for _, object := range p.keys.Lookup(key) {
			if _, matches := spec.Run(object); matches {
				entries = append(entries, object[1])
			}
		}
	}
	return entries, ok
}

// Select returns what a match specification makes of {key, pid, value} of all
// registrations. It reports false for what is no specification.
func (r *Registry) Select(spec term.Term) ([]term.Term, bool) {
	list, ok := term.Slice(spec)
	if !ok {
		return nil, false
	}
	clauses := make([]term.Term, len(list))
	for i, element := range list {
		c, ok := element.(term.Tuple)
		if !ok || len(c) != 3 {
			return nil, false
		}
		head, ok := c[0].(term.Tuple)
		if !ok || len(head) != 3 {
			return nil, false
		}
		clauses[i] = term.Tuple{term.Tuple{head[0], term.Tuple{head[1], head[2]}}, c[1], c[2]}
	}
	parsed, ok := ets.ParseSpec(r.self, term.List(clauses...))
	if !ok {
		return nil, false
	}
	var results []term.Term
	for _, p := range r.parts {
		results = append(results, p.keys.Select(parsed)...)
	}
	return results, true
}

// Meta returns what PutMeta stored under a key.
func (r *Registry) Meta(key term.Term) (term.Term, bool) {
	rows := r.meta.Lookup(key)
	if len(rows) == 0 {
		return nil, false
	}
	return rows[0][1], true
}

// PutMeta stores a value with the registry.
func (r *Registry) PutMeta(key, value term.Term) { r.meta.Insert(term.Tuple{key, value}) }

// DeleteMeta removes what PutMeta stored.
func (r *Registry) DeleteMeta(key term.Term) { r.meta.Take(key) }
