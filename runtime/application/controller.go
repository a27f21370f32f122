package application

import (
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

// Application is one loaded application.
type Application struct {
	Name term.Atom
	keys map[term.Atom]term.Term
	// master is its process, nil while it does not run or has no callback module.
	master *process.Process
}

// Finder makes the specification of an application that is not loaded, as
// Load takes it.
type Finder func(self *process.Process, name term.Atom) (spec term.Term, ok bool)

// controller is what a node knows of applications.
type controller struct {
	find    Finder
	loaded  []*Application // the newest first
	running []*Application // the newest first
	env     *term.Map      // {application, key} => value
}

type controllerKey struct{}

func of(node *process.Node) *controller {
	if c, ok := node.Value(controllerKey{}).(*controller); ok {
		return c
	}
	c := &controller{env: term.NewMap()}
	for _, s := range system {
		a := &Application{Name: s.name, keys: defaultKeys()}
		a.keys["description"], a.keys["vsn"] = term.Charlist(s.description), term.Charlist(s.version)
		c.loaded = append(c.loaded, a)
	}
	c.running = slices.Clone(c.loaded)
	node.SetValue(controllerKey{}, c)
	return c
}

type systemApplication struct {
	name                 term.Atom
	description, version string
}

// system are the applications that run in IEx 1.14 on OTP 25.
var system = []systemApplication{
	{"logger", "logger", "1.14.0"},
	{"iex", "iex", "1.14.0"},
	{"elixir", "elixir", "1.14.0"},
	{"compiler", "ERTS  CXC 138 10", "8.2.3"},
	{"stdlib", "ERTS  CXC 138 10", "4.2"},
	{"kernel", "ERTS  CXC 138 10", "8.5.3"},
}

// SetFinder has f make the specifications of applications that are not loaded.
func SetFinder(node *process.Node, f Finder) { of(node).find = f }

func named(list []*Application, name term.Atom) *Application {
	i := slices.IndexFunc(list, func(a *Application) bool { return a.Name == name })
	if i < 0 {
		return nil
	}
	return list[i]
}

// order is the order in which Elixir shows the keys of a specification.
var order = []term.Atom{"description", "id", "vsn", "modules", "maxP", "maxT", "registered", "included_applications",
	"optional_applications", "applications", "mod", "start_phases"}

func defaultKeys() map[term.Atom]term.Term {
	return map[term.Atom]term.Term{
		"description": term.Empty, "id": term.Empty, "vsn": term.Empty, "modules": term.Empty,
		"maxP": term.Infinity, "maxT": term.Infinity, "registered": term.Empty, "included_applications": term.Empty,
		"optional_applications": term.Empty, "applications": term.Empty, "mod": term.Empty, "start_phases": term.Undefined,
	}
}

func failure(reason term.Term) term.Term { return term.Tuple{term.ErrorAtom, reason} }

// pairs calls f for each pair of a keyword list.
func pairs(list term.Term, f func(key term.Atom, value term.Term)) {
	for e := range term.Elements(list) {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 {
			continue
		}
		if key, ok := pair[0].(term.Atom); ok {
			f(key, pair[1])
		}
	}
}

// Load makes an application known: spec is {:application, name, keys}. It
// returns :ok or {:error, reason}.
func Load(node *process.Node, spec term.Term) term.Term {
	if term.Tag(spec, 3) != "application" {
		return failure(term.Tuple{term.Atom("bad_application"), spec})
	}
	t := spec.(term.Tuple)
	name, ok := t[1].(term.Atom)
	switch {
	case !ok:
		return failure(term.Tuple{term.Atom("bad_application"), spec})
	case !term.IsList(t[2]):
		return failure(term.Tuple{term.Atom("invalid_options"), t[2]})
	}
	c := of(node)
	if named(c.loaded, name) != nil {
		return failure(term.Tuple{term.Atom("already_loaded"), spec})
	}
	a := &Application{Name: name, keys: defaultKeys()}
	pairs(t[2], func(key term.Atom, value term.Term) {
		if key == "env" {
			pairs(value, func(key term.Atom, value term.Term) {
				if _, set := c.env.Get(term.Tuple{name, key}); !set {
					c.env = c.env.Put(term.Tuple{name, key}, value)
				}
			})
			return
		}
		a.keys[key] = value
	})
	c.loaded = append([]*Application{a}, c.loaded...)
	return term.OK
}

// loadedOrFound returns an application, which the finder may have to load.
func loadedOrFound(self *process.Process, name term.Atom) (*Application, term.Term) {
	c := of(self.Node())
	if a := named(c.loaded, name); a != nil {
		return a, nil
	}
	if c.find != nil {
		if spec, ok := c.find(self, name); ok {
			if answer := Load(self.Node(), spec); answer != term.Term(term.OK) {
				return nil, answer
			}
			return named(c.loaded, name), nil
		}
	}
	return nil, failure(term.Tuple{term.Charlist("no such file or directory"), term.Charlist(string(name) + ".app")})
}

// LoadNamed is load/1 with the name of an application.
func LoadNamed(self *process.Process, name term.Atom) term.Term {
	if named(of(self.Node()).loaded, name) != nil {
		return failure(term.Tuple{term.Atom("already_loaded"), name})
	}
	if _, problem := loadedOrFound(self, name); problem != nil {
		return problem
	}
	return term.OK
}

// Unload forgets an application that does not run, and its environment.
func Unload(node *process.Node, name term.Atom) term.Term {
	c := of(node)
	switch {
	case named(c.running, name) != nil:
		return failure(term.Tuple{term.Atom("running"), name})
	case named(c.loaded, name) == nil:
		return failure(term.Tuple{term.Atom("not_loaded"), name})
	}
	c.loaded = slices.DeleteFunc(c.loaded, func(a *Application) bool { return a.Name == name })
	for _, p := range c.env.Pairs() {
		if p.Key.(term.Tuple)[0] == term.Term(name) {
			c.env = c.env.Delete(p.Key)
		}
	}
	return term.OK
}

// Running returns {name, description, version} of the applications that run,
// the newest first; Loaded those that are loaded.
func Running(node *process.Node) term.Term { return shown(of(node).running) }

// Loaded is Running for the applications that are loaded.
func Loaded(node *process.Node) term.Term { return shown(of(node).loaded) }

func shown(list []*Application) term.Term {
	terms := make([]term.Term, len(list))
	for i, a := range list {
		terms[i] = term.Tuple{a.Name, a.keys["description"], a.keys["vsn"]}
	}
	return term.List(terms...)
}

// IsRunning reports whether an application runs, IsLoaded whether it is loaded.
func IsRunning(node *process.Node, name term.Atom) bool { return named(of(node).running, name) != nil }

// IsLoaded reports whether an application is loaded.
func IsLoaded(node *process.Node, name term.Atom) bool { return named(of(node).loaded, name) != nil }

// Key returns a key of the specification of a loaded application.
func Key(node *process.Node, name, key term.Atom) (term.Term, bool) {
	a := named(of(node).loaded, name)
	if a == nil {
		return nil, false
	}
	if key == "modules" {
		return a.modules(node), true
	}
	value, ok := a.keys[key]
	return value, ok
}

// Spec returns the specification of a loaded application as a keyword list.
func Spec(node *process.Node, name term.Atom) (term.Term, bool) {
	a := named(of(node).loaded, name)
	if a == nil {
		return nil, false
	}
	list := make([]term.Term, len(order))
	for i, key := range order {
		list[i] = term.Tuple{key, a.keys[key]}
		if key == "modules" {
			list[i] = term.Tuple{key, a.modules(node)}
		}
	}
	return term.List(list...), true
}
