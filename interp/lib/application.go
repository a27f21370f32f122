package lib

import (
	"gex/runtime/application"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const applicationDoc = "Applications: bundles of modules that are started and stopped together.\n\n" +
	"An application is known when a module with `use Mix.Project` or with `use Application` was defined, " +
	"the latter under its own name: `KV` and `KV.Application` are `:kv`."

func applicationTable() Module {
	return Module{
		Name: "application",
		Doc:  applicationDoc,
		Functions: []Function{
			{"which_applications", "", "The applications that run, with description and version.", applicationsRunning},
			{"which_applications", "timeout", "As `which_applications/0`, with a limit for the answer.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if _, ok := timeoutOf(a[0]); !ok {
					return nil, errClause
				}
				return applicationsRunning(self, nil)
			}},
			{"loaded_applications", "", "The applications that are loaded.", applicationsLoaded},
			{"load", "spec", "Makes an application known: `{:application, name, keys}`, or the name of one that can be found.", applicationLoad},
			{"unload", "application", "Forgets an application.", byName(func(self *process.Process, name term.Atom) term.Term { return application.Unload(self.Node(), name) })},
			{"start", `application, type \\ :temporary`, "Starts an application whose needs run already.", applicationStart},
			{"stop", "application", "Stops an application.", byName(application.Stop)},
			{"ensure_all_started", `application, type \\ :temporary`, "Starts an application and all that it needs: `{:ok, started}`.", applicationEnsureAll},
			{"ensure_started", `application, type \\ :temporary`, "Starts an application unless it runs.", applicationEnsure},
			{"get_env", "application, key", "`{:ok, value}` of `key` in the environment, or `:undefined`.", erlangGetEnv},
			{"get_env", "application, key, default", "The value of `key` in the environment.", applicationGet},
			{"get_all_env", "application", "The environment as a keyword list.", applicationAll},
			{"set_env", "application, key, value", "Sets `key` in the environment.", applicationPut},
			{"unset_env", "application, key", "Removes `key` from the environment.", applicationDelete},
			{"info", "", "What is loaded and what runs.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return application.Info(self.Node()), nil
			}},
			{"get_application", "", "`{:ok, application}` of the process that asks.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return erlangApplicationOf(self, args{self.PID()})
			}},
			{"get_application", "pid_or_module", "`{:ok, application}` of a process or module, or `:undefined`.", erlangApplicationOf},
			{"get_key", "application, key", "`{:ok, value}` of a key of the specification, or `:undefined`.", applicationKey},
		},
	}
}

func elixirApplicationTable() Module {
	return Module{
		Name: "Elixir.Application",
		Doc:  applicationDoc,
		Functions: []Function{
			{"app_dir", "app", "The directory of an application. Those of gex are in no files, so that none is known.", applicationDir},
			{"app_dir", "app, path", "A path in the directory of an application.", applicationDir},
			{"started_applications", `timeout \\ 5000`, "The applications that run, with description and version.", applicationsRunning},
			{"loaded_applications", "", "The applications that are loaded.", applicationsLoaded},
			{"load", "app", "Makes an application known.", byName(application.LoadNamed)},
			{"ensure_loaded", "app", "Makes an application known unless it is.", byName(ensureLoaded)},
			{"unload", "app", "Forgets an application.", byName(func(self *process.Process, name term.Atom) term.Term { return application.Unload(self.Node(), name) })},
			{"start", `app, type \\ :temporary`, "Starts an application whose needs run already.", applicationStart},
			{"stop", "app", "Stops an application.", byName(application.Stop)},
			{"ensure_all_started", `app, type \\ :temporary`, "Starts an application and all that it needs: `{:ok, started}`.", applicationEnsureAll},
			{"ensure_started", `app, type \\ :temporary`, "Starts an application unless it runs.", applicationEnsure},
			{"get_application", "module", "The application that a module belongs to, or nil.", applicationOf},
			{"spec", "app", "The specification of an application, or nil.", applicationSpec},
			{"spec", "app, key", "A key of the specification of an application, or nil.", applicationSpecKey},
			{"format_error", "reason", "In words, why an application did not start.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return term.Binary(exception.FormatApplicationError(a[0], exception.Options{})), nil
			}},
		},
	}
}

func applicationsRunning(self *process.Process, _ []term.Term) (term.Term, error) {
	return application.Running(self.Node()), nil
}

func applicationsLoaded(self *process.Process, _ []term.Term) (term.Term, error) {
	return application.Loaded(self.Node()), nil
}

// byName is a function of the name of an application.
func byName(f func(self *process.Process, name term.Atom) term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		name, ok := a[0].(term.Atom)
		if !ok {
			return nil, errClause
		}
		return f(self, name), nil
	}
}

func ensureLoaded(self *process.Process, name term.Atom) term.Term {
	if application.IsLoaded(self.Node(), name) {
		return term.OK
	}
	return application.LoadNamed(self, name)
}

// badType is the refusal of a restart type that is none.
func badType(t term.Term) term.Term {
	switch t {
	case term.Atom("temporary"), term.Atom("transient"), term.Atom("permanent"):
		return nil
	}
	return errorTuple(term.Tuple{term.Atom("invalid_restart_type"), t})
}

func applicationStart(self *process.Process, a []term.Term) (term.Term, error) {
	if refusal := badType(a[1]); refusal != nil {
		return refusal, nil
	}
	return byName(application.Start)(self, a)
}

func applicationEnsureAll(self *process.Process, a []term.Term) (term.Term, error) {
	return byName(application.EnsureAllStarted)(self, a)
}

func applicationEnsure(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if ok && application.IsRunning(self.Node(), name) {
		return term.OK, nil
	}
	return applicationStart(self, a)
}

// applicationLoad is load/1 of Erlang, which takes a specification or a name.
func applicationLoad(self *process.Process, a []term.Term) (term.Term, error) {
	if name, ok := a[0].(term.Atom); ok {
		return application.LoadNamed(self, name), nil
	}
	return application.Load(self.Node(), a[0]), nil
}

func erlangGetEnv(self *process.Process, a []term.Term) (term.Term, error) {
	if value, ok := application.Env(self.Node(), a[0], a[1]); ok {
		return okTuple(value), nil
	}
	return term.Undefined, nil
}

func applicationKey(self *process.Process, a []term.Term) (term.Term, error) {
	name, _ := a[0].(term.Atom)
	key, _ := a[1].(term.Atom)
	if value, ok := application.Key(self.Node(), name, key); ok {
		return okTuple(value), nil
	}
	return term.Undefined, nil
}

func erlangApplicationOf(self *process.Process, a []term.Term) (term.Term, error) {
	var name term.Atom
	var ok bool
	switch t := a[0].(type) {
	case term.PID:
		if p := process.Lookup(t); p != nil {
			name, ok = application.OfProcess(self.Node(), p)
		}
	case term.Atom:
		name, ok = application.OfModule(self.Node(), t)
	default:
		return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{Module: "application",
			Function: "get_application", Args: a, HasArgs: true, File: "application.erl", Line: 459})
	}
	if !ok {
		return term.Undefined, nil
	}
	return okTuple(name), nil
}

func applicationOf(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	if name, ok := application.OfModule(self.Node(), module); ok {
		return name, nil
	}
	return term.Nil, nil
}

func applicationSpec(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	if spec, ok := application.Spec(self.Node(), name); ok {
		return spec, nil
	}
	return term.Nil, nil
}

func applicationSpecKey(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	key, keyOK := a[1].(term.Atom)
	if !ok || !keyOK {
		return nil, errClause
	}
	if value, ok := application.Key(self.Node(), name, key); ok {
		return value, nil
	}
	return term.Nil, nil
}

// mixTable is what mix.exs of a project calls.
func mixTable() Module {
	return Module{
		Name: "Elixir.Mix",
		Doc: "Mix builds projects; gex knows of it what the `mix.exs` of a project needs.\n\n" +
			"A module with `use Mix.Project` makes its application known, for `Application.start/1`.",
		Functions: []Function{
			{"env", "", "The environment that is built for, `:dev`.", func(*process.Process, []term.Term) (term.Term, error) { return term.Atom("dev"), nil }},
			{"target", "", "What is built for, `:host`.", func(*process.Process, []term.Term) (term.Term, error) { return term.Atom("host"), nil }},
		},
	}
}

func applicationDir(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Atom); !ok {
		return nil, errClause
	}
	if len(a) == 2 && !isBinary(a[1]) && !term.IsList(a[1]) {
		return nil, errClause
	}
	return nil, exception.ArgumentError("unknown application: %s", show(a[0])).In(at("Application", "app_dir", 1, "application.ex", 954))
}
