package lib

import (
	"gex/runtime/application"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the environment of applications.

// missingEnvironment is the exception of a key that an application's
// environment has not.
func missingEnvironment(self *process.Process, a args) error {
	name, _ := a[0].(term.Atom)
	why := "because the application was not loaded nor configured"
	if application.IsLoaded(self.Node(), name) {
		why = "because configuration at " + shown(self, a[1]) + " was not set"
	}
	return exception.ArgumentError("could not fetch application environment %s for application %s %s", shown(self, a[1]), shown(self, a[0]), why).
		In(at("Application", "fetch_env!", 2, "application.ex", 730))
}

func applicationEnvironment() []Function {
	return []Function{
		{"get_env", `app, key, default \\ nil`, "The value of `key` in the environment of an application.", applicationGet},
		{"fetch_env", "app, key", "`{:ok, value}`, or `:error`.", applicationFetch},
		{"fetch_env!", "app, key", "The value; raises `ArgumentError` if there is none.", applicationMustFetch},
		{"get_all_env", "app", "The environment of an application as a keyword list.", applicationAll},
		{"put_env", `app, key, value, opts \\ []`, "Sets `key` in the environment of an application.", applicationPut},
		{"put_all_env", `config, opts \\ []`, "Sets keys of several applications: `[app: [key: value]]`.", applicationPutAll},
		{"delete_env", `app, key, opts \\ []`, "Removes `key` from the environment of an application.", applicationDelete},
	}
}

func applicationGet(self *process.Process, a []term.Term) (term.Term, error) {
	if value, ok := application.Env(self.Node(), a[0], a[1]); ok {
		return value, nil
	}
	return a[2], nil
}

func applicationFetch(self *process.Process, a []term.Term) (term.Term, error) {
	if value, ok := application.Env(self.Node(), a[0], a[1]); ok {
		return okTuple(value), nil
	}
	return term.ErrorAtom, nil
}

func applicationMustFetch(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok := application.Env(self.Node(), a[0], a[1])
	if !ok {
		return nil, missingEnvironment(self, a)
	}
	return value, nil
}

func applicationAll(self *process.Process, a []term.Term) (term.Term, error) {
	return application.AllEnv(self.Node(), a[0]), nil
}

func applicationPut(self *process.Process, a []term.Term) (term.Term, error) {
	application.PutEnv(self.Node(), a[0], a[1], a[2])
	return term.OK, nil
}

func applicationPutAll(self *process.Process, a []term.Term) (term.Term, error) {
	for app := range term.Elements(a[0]) {
		pair, ok := app.(term.Tuple)
		if !ok || len(pair) != 2 || !configure(self, pair[0], pair[1]) {
			return nil, errClause
		}
	}
	return term.OK, nil
}

// configure sets the keys of an application's environment, merging keyword
// lists that are there already when merge says so.
func configure(self *process.Process, app, keys term.Term) bool {
	for e := range term.Elements(keys) {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 {
			return false
		}
		application.PutEnv(self.Node(), app, pair[0], pair[1])
	}
	return term.IsList(keys)
}

func applicationDelete(self *process.Process, a []term.Term) (term.Term, error) {
	application.DeleteEnv(self.Node(), a[0], a[1])
	return term.OK, nil
}

// configTable is what config/config.exs of a project calls.
func configTable() Module {
	return Module{
		Name: "Elixir.Config",
		Doc:  "The configuration of applications: `import Config`, then `config :app, key: value`. It is read with `Application.get_env/2`.",
		Functions: []Function{
			{"config", "root_key, opts", "Sets keys in the environment of an application.", func(self *process.Process, a []term.Term) (term.Term, error) {
				if _, ok := a[0].(term.Atom); !ok || !configure(self, a[0], a[1]) {
					return nil, errClause
				}
				return term.OK, nil
			}},
			{"config", "root_key, key, opts", "Sets one key in the environment of an application; keyword lists are merged.", configKey},
			{"config_env", "", "The environment of the project, `:dev`.", func(*process.Process, []term.Term) (term.Term, error) { return term.Atom("dev"), nil }},
			{"config_target", "", "What the project is built for, `:host`.", func(*process.Process, []term.Term) (term.Term, error) { return term.Atom("host"), nil }},
		},
	}
}

func configKey(self *process.Process, a []term.Term) (term.Term, error) {
	value := a[2]
	if old, ok := application.Env(self.Node(), a[0], a[1]); ok && isKeyword(old) && isKeyword(value) {
		for e := range term.Elements(value) {
			old = replacePair(old, e.(term.Tuple))
		}
		value = old
	}
	application.PutEnv(self.Node(), a[0], a[1], value)
	return term.OK, nil
}

// replacePair replaces the pair of a key, or adds it at the end.
func replacePair(list term.Term, pair term.Tuple) term.Term {
	var kept []term.Term
	for e := range term.Elements(list) {
		if e.(term.Tuple)[0] != pair[0] {
			kept = append(kept, e)
		}
	}
	return term.List(append(kept, pair)...)
}
