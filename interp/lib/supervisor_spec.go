package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// supervisorSpecTable is the module with which the guides before Elixir 1.5
// wrote child specifications.
func supervisorSpecTable() Module {
	return Module{
		Name: "Elixir.Supervisor.Spec",
		Doc: "Child specifications as they were written before Elixir 1.5; today `{module, argument}` and `Supervisor.init/2` say it.\n\n" +
			"`use Supervisor` imports these functions. Options of a child are `:id`, `:function`, `:restart`, `:shutdown` and `:modules`.",
		Functions: []Function{
			{"worker", `module, args, options \\ []`, "A child that is a worker: `module.start_link` called with `args`.", oldSpec("worker", term.Int(5000))},
			{"supervisor", `module, args, options \\ []`, "A child that is a supervisor itself.", oldSpec("supervisor", term.Infinity)},
			{"supervise", "children, options", "What `init/1` of a supervisor's module returns. `:strategy` is needed; `:simple_one_for_one` takes one child, started by `Supervisor.start_child/2` with a list of more arguments.", supervise},
		},
	}
}

// oldSpec makes a child specification as a tuple.
func oldSpec(kind term.Atom, shutdown term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if !term.IsList(a[2]) {
			return nil, errClause
		}
		modules := term.Term(term.List(a[0]))
		if a[0] == term.Term(term.Alias("GenEvent")) {
			modules = term.Atom("dynamic")
		}
		get := func(key term.Atom, otherwise term.Term) term.Term {
			if value, ok := option(a[2], key); ok {
				return value
			}
			return otherwise
		}
		start := term.Tuple{a[0], get("function", term.Atom("start_link")), a[1]}
		return term.Tuple{get("id", a[0]), start, get("restart", term.Atom("permanent")), get("shutdown", shutdown), kind, get("modules", modules)}, nil
	}
}

// supervise checks the options as Elixir does; the supervisor checks the rest.
func supervise(self *process.Process, a []term.Term) (term.Term, error) {
	frame := func(line int) exception.Frame {
		return at("Supervisor.Spec", "supervise", 2, "supervisor/spec.ex", line)
	}
	strategy, ok, err := accessGets.lookup(self, a[1], term.Atom("strategy"))
	if err != nil {
		return nil, exception.In(err, frame(171))
	}
	if !ok || strategy == term.Term(term.Nil) {
		return nil, exception.ArgumentError("expected :strategy option to be given").In(frame(172))
	}
	if err := uniqueIDs(a[0]); err != nil {
		return nil, exception.In(err, frame(178))
	}
	restarts, _ := optionOr(a[1], "max_restarts", term.Int(3))
	seconds, _ := optionOr(a[1], "max_seconds", term.Int(5))
	return okTuple(term.Tuple{term.Tuple{strategy, restarts, seconds}, a[0]}), nil
}

// optionOr is an option with its default.
func optionOr(options term.Term, key term.Atom, otherwise term.Term) (term.Term, bool) {
	if value, ok := option(options, key); ok {
		return value, true
	}
	return otherwise, false
}

// uniqueIDs refuses children that share an id.
func uniqueIDs(children term.Term) error {
	var ids []term.Term
	for child := range term.Elements(children) {
		spec, ok := child.(term.Tuple)
		if !ok || len(spec) == 0 {
			continue
		}
		if slices.ContainsFunc(ids, func(id term.Term) bool { return term.Same(id, spec[0]) }) {
			return exception.ArgumentError("duplicated ID %s found in the supervisor specification, "+
				"please explicitly pass the :id option when defining this worker/supervisor", show(spec[0])).
				In(at("Supervisor.Spec", "assert_unique_ids", 1, "supervisor/spec.ex", 196))
		}
		ids = append(ids, spec[0])
	}
	return nil
}
