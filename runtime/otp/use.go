package otp

import (
	"reflect"

	"gex/runtime/code"
	"gex/runtime/genevent"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

// UseGenEvent is "use GenEvent": the module of a type that embeds it has all
// callbacks of an event handler, and the type's own methods replace them.
// Without it, an absent callback is undefined.
type UseGenEvent struct{}

// UseGenServer is "use GenServer": the module of a type that embeds it has all
// callbacks of a server, and child_spec/1, with which a supervisor starts it by
// its StartLink. The type's own methods replace them.
type UseGenServer struct{}

// UseAgent is "use Agent": the module has child_spec/1.
type UseAgent struct{}

// UseTask is "use Task": the module has child_spec/1, of a child that is not
// started again.
type UseTask struct{}

// UseSupervisor is "use Supervisor": the module has child_spec/1, of a child
// that is a supervisor.
type UseSupervisor struct{}

// UseDynamicSupervisor is "use DynamicSupervisor", as [UseSupervisor].
type UseDynamicSupervisor struct{}

// UseApplication is "use Application": the module's Start starts an
// application, and Stop may be left out.
type UseApplication struct{}

// usable are the types that are embedded for use.
var usable = map[reflect.Type]term.Atom{
	reflect.TypeFor[UseGenEvent]():          term.Alias("GenEvent"),
	reflect.TypeFor[UseGenServer]():         term.Alias("GenServer"),
	reflect.TypeFor[UseAgent]():             term.Alias("Agent"),
	reflect.TypeFor[UseTask]():              term.Alias("Task"),
	reflect.TypeFor[UseSupervisor]():        term.Alias("Supervisor"),
	reflect.TypeFor[UseDynamicSupervisor](): term.Alias("DynamicSupervisor"),
	reflect.TypeFor[UseApplication]():       term.Alias("Application"),
}

// Used returns what the type of a name, as UseGenServer, uses.
func Used(name string) (term.Atom, bool) {
	for t, behaviour := range usable {
		if t.Name() == name {
			return behaviour, true
		}
	}
	return "", false
}

// isUse reports whether a type is one of those that are embedded for use.
func isUse(t reflect.Type) bool {
	_, ok := usable[t]
	return ok
}

// defaults are the functions that a module has from what it uses.
func defaults(used, module term.Atom) []*code.Function {
	switch used {
	case term.Alias("GenEvent"):
		return genevent.Defaults(module)
	case term.Alias("GenServer"):
		return append(genserver.Defaults(module), supervisor.UseChildSpec(module, term.Empty))
	case term.Alias("Agent"):
		return []*code.Function{supervisor.UseChildSpec(module, term.Empty)}
	case term.Alias("Task"):
		return []*code.Function{supervisor.UseChildSpec(module, term.Empty, supervisor.Temporary)}
	case term.Alias("Application"):
		return []*code.Function{{Name: "stop", Arity: 1, Params: []string{"state"},
			Call: func(*process.Process, []term.Term) (term.Term, error) { return term.OK, nil }}}
	}
	return []*code.Function{supervisor.UseChildSpec(module, term.Empty, supervisor.Supervising)}
}

// behavioural are the uses that are behaviours of their modules.
func behavioural(uses []term.Atom) []term.Atom {
	var list []term.Atom
	for _, used := range uses {
		if used != term.Alias("Agent") && used != term.Alias("Task") {
			list = append(list, used)
		}
	}
	return list
}
