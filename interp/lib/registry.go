package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/registry"
	"gex/runtime/term"
)

const registryModule = term.Atom("Elixir.Registry")

func registryTable() Module {
	return Module{
		Name: registryModule,
		Doc: "Processes by keys. `Registry.start_link(keys: :unique, name: MyRegistry)` starts a registry; " +
			"servers are named by `{:via, Registry, {MyRegistry, key}}`.",
		Functions: []Function{
			{"start_link", "options", "Starts a registry. The options `:keys` (`:unique` or `:duplicate`) and `:name` are required.", registryStart},
			{"start_link", `keys, name, options \\ []`, "The old way to start a registry.", registryStartOld},
			{"child_spec", "options", "The specification of the registry as a child of a supervisor.", supervisorSpec(registryModule)},
			{"register", "registry, key, value", "Registers the caller under a key: `{:ok, owner}` or `{:error, {:already_registered, pid}}`.", inRegistry("register", infoFrames(989), registryRegister)},
			{"unregister", "registry, key", "Forgets a key of the caller.", inRegistry("unregister", infoFrames(834), func(self *process.Process, r *registry.Registry, a args) (term.Term, error) {
				return term.OK, r.Unregister(self, a[1])
			})},
			{"unregister_match", `registry, key, pattern, guards \\ []`, "Forgets a key of the caller where its value matches a pattern.", inRegistry("unregister_match", infoFrames(897), registryUnregisterMatch)},
			{"lookup", "registry, key", "`{pid, value}` of each process with a key.", inRegistry("lookup", keyFrames(580), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				return term.List(r.Lookup(a[1])...), nil
			})},
			{"keys", "registry, pid", "The keys of a process.", inRegistry("keys", infoFrames(702), registryKeys)},
			{"values", "registry, key, pid", "The values of a key that a process registered.", inRegistry("values", keyFrames(778), registryValues)},
			{"count", "registry", "The number of registrations.", inRegistry("count", keyFrames(1165), func(_ *process.Process, r *registry.Registry, _ args) (term.Term, error) {
				return term.Int(r.Count()), nil
			})},
			{"dispatch", `registry, key, mfa_or_fun, opts \\ []`, "Calls a function with the list of `{pid, value}` of a key, if there are any.", inRegistry("dispatch", keyFrames(468), registryDispatch)},
			{"update_value", "registry, key, callback", "Changes the value of a unique key of the caller: `{new, old}` or `:error`.", inRegistry("update_value", keyFrames(422), registryUpdate)},
			{"match", `registry, key, pattern, guards \\ []`, "`{pid, value}` of a key where the value matches a pattern.", inRegistry("match", keyFrames(652), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				entries, ok := r.Match(a[1], a[2], a[3])
				return term.List(entries...), badGuards(ok, r, "match", a)
			})},
			{"count_match", `registry, key, pattern, guards \\ []`, "How many registrations of a key match.", inRegistry("count_match", keyFrames(1234), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				entries, ok := r.Match(a[1], a[2], a[3])
				return term.Int(len(entries)), badGuards(ok, r, "count_match", a)
			})},
			{"select", "registry, spec", "What a match specification makes of `{key, pid, value}` of all registrations.", inRegistry("select", keyFrames(1304), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				results, ok := r.Select(a[1])
				return term.List(results...), badSelect(ok, "select", a[1], 1302)
			})},
			{"count_select", "registry, spec", "For how many registrations the result is true.", inRegistry("count_select", keyFrames(1335), registryCountSelect)},
			{"meta", "registry, key", "What `put_meta/3` stored: `{:ok, value}` or `:error`.", inRegistry("meta", ownFrame(1068), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				if value, ok := r.Meta(a[1]); ok {
					return okTuple(value), nil
				}
				return term.ErrorAtom, nil
			})},
			{"put_meta", "registry, key, value", "Stores a value with the registry.", inRegistry("put_meta", ownFrame(1103), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				if !isMetaKey(a[1]) {
					return nil, errClause
				}
				r.PutMeta(a[1], a[2])
				return term.OK, nil
			})},
			{"delete_meta", "registry, key", "Removes a value stored with the registry.", inRegistry("delete_meta", ownFrame(1131), func(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
				r.DeleteMeta(a[1])
				return term.OK, nil
			})},
			{"whereis_name", "registry_and_key", "The process with a key, or `:undefined`; for `{:via, Registry, ...}`.", registryWhereis},
			{"register_name", "registry_and_key, pid", "Registers the caller: `:yes` or `:no`; for `{:via, Registry, ...}`.", registryRegisterName},
			{"unregister_name", "registry_and_key", "Forgets a key of the caller; for `{:via, Registry, ...}`.", registryUnregisterName},
			{"send", "registry_and_key, msg", "Sends a message to the process with a key.", registrySend},
		},
	}
}

// isMetaKey reports whether a term may be the key of metadata: an atom or a
// tuple.
func isMetaKey(t term.Term) bool {
	switch t.(type) {
	case term.Atom, term.Tuple:
		return true
	}
	return false
}

// registryStartOld is start_link with the kind and the name in front.
func registryStartOld(self *process.Process, a []term.Term) (term.Term, error) {
	_, named := a[1].(term.Atom)
	if !named || a[0] != term.Term(term.Atom("unique")) && a[0] != term.Term(term.Atom("duplicate")) {
		return nil, errClause
	}
	options, _ := term.Slice(a[2])
	return registryStart(self, args{term.List(append([]term.Term{
		term.Tuple{term.Atom("keys"), a[0]}, term.Tuple{term.Atom("name"), a[1]}}, options...)...)})
}

func registryStart(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	pid, err := registry.StartLink(self, a[0])
	return gen.StartResult(pid, term.Ref{}, err)
}

// registryFrames are where a function notices that its registry is not there.
type registryFrames struct {
	inner []exception.Frame
	line  int
}

// ownFrame is for functions that look themselves.
func ownFrame(line int) registryFrames { return registryFrames{nil, line} }

func infoFrames(line int) registryFrames {
	return registryFrames{[]exception.Frame{at("Registry", "info!", 1, "registry.ex", 1373)}, line}
}

func keyFrames(line int) registryFrames {
	return registryFrames{[]exception.Frame{at("Registry", "key_info!", 1, "registry.ex", 1382)}, line}
}

// inRegistry is a function whose first argument is the name of a registry.
func inRegistry(function string, f registryFrames, call func(*process.Process, *registry.Registry, args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if _, ok := a[0].(term.Atom); !ok && function != "unregister_match" {
			return nil, errClause
		}
		r, ok := registry.Find(self, a[0])
		if !ok {
			if function == "meta" {
				return nil, registry.Absent(a[0]).In(at("Registry", function, len(a), "registry.ex", f.line))
			}
			return nil, registry.Unknown(a[0]).In(f.inner...).In(at("Registry", function, len(a), "registry.ex", f.line))
		}
		return call(self, r, a)
	}
}

// badSelect is the error of what is no match specification.
func badSelect(ok bool, function string, spec term.Term, line int) error {
	switch {
	case ok:
		return nil
	case !term.IsList(spec):
		return errClause
	}
	return exception.ArgumentError("invalid match specification in Registry.select/2: %s", show(spec)).In(
		at("Registry", "-group_match_headers/2-fun-0-", 5, "registry.ex", 1354),
		at("Enum", "-reduce/3-lists^foldl/2-0-", 3, "enum.ex", 2468),
		at("Registry", "group_match_headers", 2, "registry.ex", 1348),
		at("Registry", function, 2, "registry.ex", line))
}

func registryRegister(self *process.Process, r *registry.Registry, a args) (term.Term, error) {
	pid, ok, err := r.Register(self, a[1], a[2])
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return errorTuple(term.Tuple{term.Atom("already_registered"), pid}), nil
	}
	return okTuple(pid), nil
}

func registryUnregisterMatch(self *process.Process, r *registry.Registry, a args) (term.Term, error) {
	ok, err := r.UnregisterMatch(self, a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	return term.OK, badGuards(ok, r, "unregister_match", a)
}

func registryKeys(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
	pid, ok := a[1].(term.PID)
	if !ok {
		return nil, errClause
	}
	return term.List(r.Keys(pid)...), nil
}

func registryValues(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
	pid, ok := a[2].(term.PID)
	if !ok {
		return nil, errClause
	}
	return term.List(r.Values(a[1], pid)...), nil
}

func registryUpdate(self *process.Process, r *registry.Registry, a args) (term.Term, error) {
	if !isFun(a[2], 1) {
		return nil, errClause
	}
	if !r.Unique() {
		return nil, exception.ArgumentError("Registry.update_value/3 is not supported for duplicate registries").
			In(at("Registry", "update_value", 3, "registry.ex", 441))
	}
	next, old, ok, err := r.UpdateValue(self, a[1], a[2])
	if !ok {
		return term.ErrorAtom, err
	}
	return term.Tuple{next, old}, nil
}

func registryCountSelect(_ *process.Process, r *registry.Registry, a args) (term.Term, error) {
	results, ok := r.Select(a[1])
	n := 0
	for _, result := range results {
		if result == term.Term(term.True) {
			n++
		}
	}
	return term.Int(n), badSelect(ok, "count_select", a[1], 1333)
}

// viaName reads {registry, key} or {registry, key, value}, the name behind
// {:via, Registry, ...}.
func viaName(self *process.Process, t term.Term) (r *registry.Registry, key, value term.Term, err error) {
	name, ok := t.(term.Tuple)
	if !ok || len(name) != 2 && len(name) != 3 {
		return nil, nil, nil, errClause
	}
	value = term.Nil
	if len(name) == 3 {
		value = name[2]
	}
	r, ok = registry.Find(self, name[0])
	if !ok {
		return nil, nil, nil, registry.Unknown(name[0])
	}
	return r, name[1], value, nil
}

func registryWhereis(self *process.Process, a []term.Term) (term.Term, error) {
	r, key, _, err := viaName(self, a[0])
	switch {
	case err == errClause:
		return nil, err
	case err != nil:
		return nil, exception.In(err, keyFrames(0).inner[0], at("Registry", "whereis_name", 2, "registry.ex", 227))
	case !r.Unique():
		return nil, exception.ArgumentError(":via is not supported for duplicate registries").In(at("Registry", "whereis_name", 2, "registry.ex", 240))
	}
	if pid, ok := r.Whereis(key); ok {
		return pid, nil
	}
	return term.Undefined, nil
}

func registryRegisterName(self *process.Process, a []term.Term) (term.Term, error) {
	if a[1] != term.Term(self.PID()) {
		return nil, errClause
	}
	r, key, value, err := viaName(self, a[0])
	if err != nil {
		if err != errClause {
			err = exception.In(err, infoFrames(0).inner[0], at("Registry", "register", 3, "registry.ex", 989), at("Registry", "register_name", 4, "registry.ex", 249))
		}
		return nil, err
	}
	_, ok, err := r.Register(self, key, value)
	if !ok {
		return term.Atom("no"), err
	}
	return term.Atom("yes"), err
}

func registryUnregisterName(self *process.Process, a []term.Term) (term.Term, error) {
	r, key, _, err := viaName(self, a[0])
	if err != nil {
		if err != errClause {
			err = exception.In(err, infoFrames(0).inner[0], at("Registry", "unregister", 2, "registry.ex", 834))
		}
		return nil, err
	}
	return term.OK, r.Unregister(self, key)
}

func registrySend(self *process.Process, a []term.Term) (term.Term, error) {
	r, key, _, err := viaName(self, a[0])
	if err != nil {
		if err != errClause {
			err = exception.In(err, keyFrames(0).inner[0], at("Registry", "lookup", 2, "registry.ex", 580), at("Registry", "send", 2, "registry.ex", 257))
		}
		return nil, err
	}
	entries := r.Lookup(key)
	switch {
	case len(entries) == 1:
		pid, _ := entries[0].(term.Tuple)[0].(term.PID)
		self.Send(pid, a[1])
		return a[1], nil
	case len(entries) > 1:
		return nil, exception.Raise(term.Tuple{term.Atom("case_clause"), term.List(entries...)}).In(at("Registry", "send", 2, "registry.ex", 257))
	}
	return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: registryModule, Function: "send", Args: a, HasArgs: true,
		File: "lib/registry.ex", Line: 259})
}
