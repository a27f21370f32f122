package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// missingEnvironment is the exception of a key that an application's
// environment has not. Only the applications of the system are loaded.
func missingEnvironment(a args) error {
	name, _ := a[0].(term.Atom)
	why := "because the application was not loaded nor configured"
	for _, app := range applications {
		if app.name == string(name) {
			why = "because configuration at " + show(a[1]) + " was not set"
		}
	}
	return exception.ArgumentError("could not fetch application environment %s for application %s %s", show(a[1]), show(a[0]), why).
		In(at("Application", "fetch_env!", 2, "application.ex", 730))
}

// The environment of applications, which in gex is what put_env has put.

type environmentKey struct{}

func environmentOf(self *process.Process) *term.Map {
	if m, ok := self.Node().Value(environmentKey{}).(*term.Map); ok {
		return m
	}
	return term.NewMap()
}

var applicationEnvironment = []Function{
	{"get_env", `app, key, default \\ nil`, "The value of `key` in the environment of an application.", applicationGet},
	{"fetch_env", "app, key", "`{:ok, value}`, or `:error`.", applicationFetch},
	{"fetch_env!", "app, key", "The value; raises `ArgumentError` if there is none.", applicationMustFetch},
	{"put_env", `app, key, value, opts \\ []`, "Sets `key` in the environment of an application.", func(self *process.Process, a []term.Term) (term.Term, error) {
		self.Node().SetValue(environmentKey{}, environmentOf(self).Put(term.Tuple{a[0], a[1]}, a[2]))
		return term.OK, nil
	}},
	{"delete_env", `app, key, opts \\ []`, "Removes `key` from the environment of an application.", func(self *process.Process, a []term.Term) (term.Term, error) {
		self.Node().SetValue(environmentKey{}, environmentOf(self).Delete(term.Tuple{a[0], a[1]}))
		return term.OK, nil
	}},
}

func applicationGet(self *process.Process, a []term.Term) (term.Term, error) {
	if value, ok := environmentOf(self).Get(term.Tuple{a[0], a[1]}); ok {
		return value, nil
	}
	return a[2], nil
}

func applicationFetch(self *process.Process, a []term.Term) (term.Term, error) {
	if value, ok := environmentOf(self).Get(term.Tuple{a[0], a[1]}); ok {
		return okTuple(value), nil
	}
	return term.ErrorAtom, nil
}

func applicationMustFetch(self *process.Process, a []term.Term) (term.Term, error) {
	value, ok := environmentOf(self).Get(term.Tuple{a[0], a[1]})
	if !ok {
		return nil, missingEnvironment(a)
	}
	return value, nil
}
