package supervisor

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	supervisorModule = term.Atom("supervisor")
	elixirModule     = term.Atom("Elixir.Supervisor")
	// defaultModule is the callback module of supervisors that are started
	// with a list of children: its init returns its argument.
	defaultModule = term.Atom("Elixir.Supervisor.Default")
)

// define puts the callbacks of a module into the module table, beside the
// functions that it has there already.
func define(node *process.Node, name term.Atom, functions []*code.Function) {
	table := code.Of(node)
	old := table.Module(name)
	if old != nil && table.Exports(name, functions[0].Name, functions[0].Arity) {
		return
	}
	m := code.NewModule(name, code.Builtin)
	if old != nil {
		*m = *old
		m.Functions = make(map[code.Key]*code.Function, len(old.Functions))
		for key, f := range old.Functions {
			m.Functions[key] = f
		}
	}
	for _, f := range functions {
		if m.Functions[code.Key{Name: f.Name, Arity: f.Arity}] == nil {
			m.Add(f)
		}
	}
	table.Define(m)
}

// StartLink starts a supervisor with a callback module, linked to self, and
// blocks until its children have started. Of the options only the name counts.
// The error is a *gen.StartError, gen.ErrIgnore, or an exception of the caller.
func StartLink(self *process.Process, module, args term.Term, o gen.Options) (term.PID, error) {
	define(self.Node(), supervisorModule, callbacks())
	name := o.Name
	if name == nil {
		name = term.Atom("self")
	}
	return genserver.StartLink(self, supervisorModule, term.Tuple{name, module, args}, gen.Options{Name: o.Name})
}

// StartLinkChildren is StartLink for what Init returned: {:ok, {flags,
// children}}.
func StartLinkChildren(self *process.Process, setup term.Term, o gen.Options) (term.PID, error) {
	defineDefault(self.Node())
	return StartLink(self, defaultModule, setup, o)
}

// defineDefault puts Supervisor.Default into the module table.
func defineDefault(node *process.Node) {
	define(node, defaultModule, []*code.Function{{Name: "init", Arity: 1, Hidden: true,
		Call: func(_ *process.Process, args []term.Term) (term.Term, error) { return args[0], nil }}})
}

// Init returns {:ok, {flags, children}} for a list of children in any of the
// forms of ChildSpec, as Supervisor.init/2.
func Init(self *process.Process, children, options term.Term) (term.Term, error) {
	strategy, ok := term.KeywordGet(options, "strategy")
	if !ok {
		return nil, exception.ArgumentError("expected :strategy option to be given").In(ex("init", 2, 671))
	}
	list, proper := term.Slice(children)
	if !proper {
		return nil, exception.Raise(term.Atom("function_clause"))
	}
	specs := make([]term.Term, len(list))
	for i, c := range list {
		spec, err := initChild(self, c)
		if err != nil {
			return nil, exception.In(err, exception.Frame{Module: "Elixir.Enum", Function: "-map/2-lists^map/1-0-", Arity: 2,
				File: "lib/enum.ex", Line: 1658}, ex("init", 2, 687))
		}
		specs[i] = spec
	}
	pairs := []term.Pair{
		{Key: term.Atom("strategy"), Value: strategy},
		{Key: term.Atom("intensity"), Value: optionOr(options, "max_restarts", term.Int(3))},
		{Key: term.Atom("period"), Value: optionOr(options, "max_seconds", term.Int(5))},
	}
	return term.Tuple{term.OK, term.Tuple{term.NewMap(pairs...), term.List(specs...)}}, nil
}

func optionOr(options term.Term, key term.Atom, otherwise term.Term) term.Term {
	if value, ok := term.KeywordGet(options, key); ok {
		return value
	}
	return otherwise
}

// ex is a function of Supervisor.
func ex(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: elixirModule, Function: function, Arity: arity, File: "lib/supervisor.ex", Line: line}
}

// Request asks a supervisor, with Elixir's exits, and blocks until it has
// answered; children may take as long as they want. The requests are
// :which_children, :count_children and {what, id}, see Erlang's supervisor.
func Request(self *process.Process, supervisor, request term.Term) (term.Term, error) {
	return genserver.Call(self, supervisor, request, term.Infinity)
}

// ErlangRequest is Request with Erlang's exits.
func ErlangRequest(self *process.Process, supervisor, request term.Term) (term.Term, error) {
	return genserver.ErlangCall(self, supervisor, request, term.Infinity)
}

// CheckSpecs returns :ok or {:error, reason} for a list of child
// specifications, as supervisor:check_childspecs/2 with the auto_shutdown of
// the supervisor that would have them, undefined if that is not known.
func CheckSpecs(specs, autoShutdown term.Term) term.Term {
	auto, known := oneOf(autoShutdown, term.Undefined, never, "any_significant", "all_significant")
	switch {
	case !term.IsList(specs):
		return failure(problem("badarg", specs))
	case !known:
		return failure(problem("badarg", autoShutdown))
	}
	if _, wrong := checkSpecs(specs, auto); wrong != nil {
		return failure(wrong)
	}
	return term.OK
}

// Counts turns the answer to :count_children into a map.
func Counts(answer term.Term) term.Term {
	list, _ := term.Slice(answer)
	var pairs []term.Pair
	for _, element := range list {
		if pair, ok := element.(term.Tuple); ok && len(pair) == 2 {
			pairs = append(pairs, term.Pair{Key: pair[0], Value: pair[1]})
		}
	}
	return term.NewMap(pairs...)
}
