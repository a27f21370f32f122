package eval

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// addExceptionDefaults adds exception/1 and message/1.
func (mod *module) addExceptionDefaults(ev *Evaluator, line int) {
	empty := mod.emptyStruct()
	_, hasMessage := empty.Get(term.Atom("message"))
	mod.addDefault("exception", 1, func(self *process.Process, args []term.Term) (term.Term, error) {
		if text, ok := args[0].(term.Binary); ok && hasMessage {
			return empty.Put(term.Atom("message"), text), nil
		}
		pairs, ok := term.Slice(args[0])
		if !ok {
			return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{Module: mod.name, Function: "exception",
				Arity: 1, Args: args, HasArgs: true, File: mod.file, Line: line})
		}
		return mod.raised(ev, self, empty, pairs, line)
	})
	if hasMessage {
		mod.addDefault("message", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			m, ok := args[0].(*term.Map)
			if !ok {
				return nil, exception.Raise(term.Tuple{term.Atom("badmap"), args[0]})
			}
			message, _ := m.Get(term.Atom("message"))
			return message, nil
		})
	}
}

// raised sets the fields of an exception; those that it does not have are left
// out with a warning.
func (mod *module) raised(ev *Evaluator, self *process.Process, empty *term.Map, pairs []term.Term, line int) (term.Term, error) {
	result := empty
	var unknown []term.Term
	for _, e := range pairs {
		pair, ok := e.(term.Tuple)
		switch {
		case !ok || len(pair) != 2:
			return nil, exception.Raise(term.Atom("function_clause")).In(anonymous(mod.name, "exception", 1, 1, e), foldFrame)
		case has(empty, pair[0]):
			result = result.Put(pair[0], pair[1])
		default:
			unknown = append(unknown, e)
		}
	}
	if len(unknown) > 0 && ev.options.Warn != nil {
		ev.options.Warn(self, Warning{File: mod.file, Line: line, Place: aliasText(mod.name) + ".exception/1",
			Message: exception.UnknownFields(mod.name, term.List(unknown...))})
	}
	return result, nil
}

// anonymous is the frame of the first function inside of a function that was
// given arguments no clause of it takes.
func anonymous(module term.Atom, name string, arity, inner int, args ...term.Term) exception.Frame {
	return exception.Frame{Module: module, Function: "-" + name + "/" + show(term.Int(arity)) + "-fun-0-", Arity: inner,
		Args: args, HasArgs: len(args) > 0}
}

// foldFrame is the loop of Enum.reduce/3 over a list.
var foldFrame = exception.Frame{Module: term.Alias("Enum"), Function: "-reduce/3-lists^foldl/2-0-", Arity: 3, File: "lib/enum.ex", Line: 2468}

func (mod *module) addDefault(name string, arity int, call process.Func) {
	mod.defaults[code.Key{Name: name, Arity: arity}] = &code.Function{Name: name, Arity: arity, Call: call}
}

// filled is __struct__/1 of the module: the struct with fields set from pairs,
// all of which it must have, and the enforced ones among them.
func (mod *module) filled(ev *Evaluator, self *process.Process, pairs term.Term) (term.Term, error) {
	result := mod.emptyStruct()
	missing := slices.Clone(mod.enforced)
	err := ev.eachPair(self, pairs, func(e term.Term) error {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 {
			return exception.Raise(term.Atom("function_clause")).In(anonymous(mod.name, "__struct__", 1, 2, e, result), foldFrame)
		}
		if !has(result, pair[0]) {
			return exception.Raise(term.Tuple{term.Atom("badkey"), pair[0]}).In(anonymous(mod.name, "__struct__", 1, 2), foldFrame)
		}
		result = result.Put(pair[0], pair[1])
		missing = slices.DeleteFunc(missing, func(key term.Atom) bool { return pair[0] == term.Term(key) })
		return nil
	})
	if err != nil && len(mod.enforced) > 0 { // the fold is then not the last call
		err = exception.In(err, exception.Frame{Module: mod.name, Function: "__struct__", Arity: 1})
	}
	if err == nil && len(missing) > 0 {
		keys := make([]term.Term, len(missing))
		for i, key := range missing {
			keys[i] = key
		}
		err = exception.ArgumentError("the following keys must also be given when building struct %s: %s",
			aliasText(mod.name), show(term.List(keys...))).In(exception.Frame{Module: mod.name, Function: "__struct__", Arity: 1})
	}
	return result, err
}

// eachPair goes through a list, a map or whatever the library can enumerate.
func (ev *Evaluator) eachPair(self *process.Process, pairs term.Term, f func(term.Term) error) error {
	if m, ok := pairs.(*term.Map); ok {
		if _, isStruct := structName(m); !isStruct {
			pairs = term.Keyword(m.Pairs()...)
		}
	}
	elements, ok := term.Slice(pairs)
	switch {
	case !ok && ev.options.Each != nil:
		err := ev.options.Each(self, pairs, f)
		return exception.In(err, framesOfReduce(err)...)
	case !ok:
		return noProtocol("Enumerable", pairs)
	}
	for _, e := range elements {
		if err := f(e); err != nil {
			return err
		}
	}
	return nil
}
