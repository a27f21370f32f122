package otp

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/registry"
	"gex/runtime/task"
	"gex/runtime/term"
)

// RegistryModule is the module Registry: processes by keys of any kind.
type RegistryModule struct{ api *API }

// Registry returns the module Registry.
func (a *API) Registry() RegistryModule { return RegistryModule{a} }

// StartLink starts a registry, linked to the caller; keys is "unique" or
// "duplicate".
func (m RegistryModule) StartLink(keys string, name Term) (PID, error) {
	m.api.defineRegistry()
	options := term.Keyword(
		term.Pair{Key: term.Atom("keys"), Value: term.Atom(keys)}, term.Pair{Key: term.Atom("name"), Value: moduleTerm(name)})
	pid, err := registry.StartLink(m.api.self(), options)
	return PID{pid}, asError(err, m.api)
}

// Via is the name under which a server is found and started by a key:
// Name(Registry.Via(reg, key)).
func (m RegistryModule) Via(reg, key Term) Term {
	return T("via", Atom(registryName), T(moduleTerm(reg), key))
}

// Register registers the caller under a key. The error is {:already_registered,
// pid} for a unique key that is taken.
func (m RegistryModule) Register(reg, key, value Term) error {
	owner, ok, err := m.find(reg).Register(m.api.self(), ToTerm(key), ToTerm(value))
	must(err)
	if !ok {
		return Error(T("already_registered", PID{owner}))
	}
	return nil
}

// Unregister forgets a key of the caller.
func (m RegistryModule) Unregister(reg, key Term) {
	must(m.find(reg).Unregister(m.api.self(), ToTerm(key)))
}

// Lookup returns {pid, value} of each process with a key, oldest first.
func (m RegistryModule) Lookup(reg, key Term) []Term {
	return m.api.fromTerms(m.find(reg).Lookup(ToTerm(key)))
}

// Dispatch calls f with what Lookup returns, if that is not empty; with several
// partitions once for each that has the key, the last first.
func (m RegistryModule) Dispatch(reg, key Term, f func(entries []Term)) {
	for _, entries := range slices.Backward(m.find(reg).Partitioned(ToTerm(key))) {
		if len(entries) > 0 {
			f(m.api.fromTerms(entries))
		}
	}
}

// Keys returns the keys of a process.
func (m RegistryModule) Keys(reg Term, pid PID) []Term {
	return m.api.fromTerms(m.find(reg).Keys(pid.pid))
}

// Values returns the values of a key that a process registered.
func (m RegistryModule) Values(reg, key Term, pid PID) []Term {
	return m.api.fromTerms(m.find(reg).Values(ToTerm(key), pid.pid))
}

// Count returns the number of registrations.
func (m RegistryModule) Count(reg Term) int { return m.find(reg).Count() }

// UpdateValue replaces the value of a unique key of the caller by what f makes
// of it; false if the key is not the caller's.
func (m RegistryModule) UpdateValue(reg, key Term, f any) (next, old Term, ok bool) {
	newValue, oldValue, ok, err := m.find(reg).UpdateValue(m.api.self(), ToTerm(key), ToTerm(f))
	must(err)
	if !ok {
		return nil, nil, false
	}
	return m.api.FromTerm(newValue), m.api.FromTerm(oldValue), true
}

// Match returns {pid, value} of a key where the value matches a pattern of ETS.
func (m RegistryModule) Match(reg, key, pattern Term) []Term {
	entries, _ := m.find(reg).Match(ToTerm(key), ToTerm(pattern), term.Empty)
	return m.api.fromTerms(entries)
}

// Select returns what a match specification makes of {key, pid, value}.
func (m RegistryModule) Select(reg, spec Term) []Term {
	results, ok := m.find(reg).Select(ToTerm(spec))
	if !ok {
		panic(badArgument("%s is no match specification", Inspect(spec)))
	}
	return m.api.fromTerms(results)
}

// PutMeta stores a value with the registry.
func (m RegistryModule) PutMeta(reg, key, value Term) {
	m.find(reg).PutMeta(ToTerm(key), ToTerm(value))
}

// Meta returns what PutMeta stored, and false if it did not.
func (m RegistryModule) Meta(reg, key Term) (Term, bool) {
	value, ok := m.find(reg).Meta(ToTerm(key))
	if !ok {
		return nil, false
	}
	return m.api.FromTerm(value), true
}

func (m RegistryModule) find(reg Term) *registry.Registry {
	name := moduleTerm(reg)
	r, ok := registry.Find(m.api.self(), name)
	if !ok {
		panic(registry.Unknown(name))
	}
	return r
}

const registryName = term.Atom("Elixir.Registry")

// defineRegistry gives a node without the library, that of a compiled program,
// the functions by which names {:via, Registry, _} work.
func (a *API) defineRegistry() {
	if a.table().Module(registryName) != nil {
		return
	}
	via := func(f func(self *process.Process, r *registry.Registry, key term.Term, args []term.Term) (term.Term, error)) process.Func {
		return func(self *process.Process, args []term.Term) (term.Term, error) {
			name, ok := args[0].(term.Tuple)
			if !ok || len(name) != 2 {
				return nil, exception.Raise(term.Atom("function_clause"))
			}
			r, ok := registry.Find(self, name[0])
			if !ok {
				return nil, registry.Unknown(name[0])
			}
			return f(self, r, name[1], args)
		}
	}
	a.table().Define(code.NewModule(registryName, code.Builtin,
		&code.Function{Name: "whereis_name", Arity: 1, Call: via(whereisName)},
		&code.Function{Name: "register_name", Arity: 2, Call: via(registerName)},
		&code.Function{Name: "unregister_name", Arity: 1, Call: via(unregisterName)},
		&code.Function{Name: "send", Arity: 2, Call: via(sendName)}))
}

func whereisName(_ *process.Process, r *registry.Registry, key term.Term, _ []term.Term) (term.Term, error) {
	if pid, ok := r.Whereis(key); ok {
		return pid, nil
	}
	return term.Undefined, nil
}

func registerName(self *process.Process, r *registry.Registry, key term.Term, _ []term.Term) (term.Term, error) {
	_, ok, err := r.Register(self, key, term.Nil)
	if !ok {
		return term.Atom("no"), err
	}
	return term.Atom("yes"), err
}

func unregisterName(self *process.Process, r *registry.Registry, key term.Term, _ []term.Term) (term.Term, error) {
	return term.OK, r.Unregister(self, key)
}

func sendName(self *process.Process, r *registry.Registry, key term.Term, args []term.Term) (term.Term, error) {
	pid, ok := r.Whereis(key)
	if !ok {
		return nil, exception.BadArg("Elixir.Registry", "send", args...)
	}
	self.Send(pid, args[1])
	return args[1], nil
}

// defineTaskSupervisor gives a node without the library the callback module of
// Task.Supervisor.
func (a *API) defineTaskSupervisor() {
	if a.table().Module(task.SupervisorModule) == nil {
		a.table().Define(code.NewModule(task.SupervisorModule, code.Builtin,
			&code.Function{Name: "init", Arity: 1, Hidden: true, Call: func(self *process.Process, args []term.Term) (term.Term, error) {
				return task.SupervisorInit(self, args[0])
			}}))
	}
}
