package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// libraryProtocol is a protocol that the library implements itself.
type libraryProtocol struct {
	name, doc string
	// file and line are where Elixir defines it.
	file string
	line int
	// functions are those that an implementation has.
	functions []term.Pair
	more      []Function
}

var libraryProtocols = []libraryProtocol{
	{"Enumerable", "The protocol of what can be gone through, on which `Enum` and `Stream` rest.", "enum.ex", 1,
		[]term.Pair{arityOf("count", 1), arityOf("member?", 2), arityOf("reduce", 3), arityOf("slice", 1)}, enumerableFunctions()},
	{"Collectable", "The protocol of what takes elements, as `into:` of a comprehension and `Enum.into/2` give them.", "collectable.ex", 1,
		[]term.Pair{arityOf("into", 1)}, collectableFunctions()},
	{"String.Chars", "The protocol by which terms become strings.", "string/chars.ex", 3,
		[]term.Pair{arityOf("to_string", 1)}, stringCharsFunctions},
	{"List.Chars", "The protocol by which terms become lists of characters.", "list/chars.ex", 1,
		[]term.Pair{arityOf("to_charlist", 1)}, listCharsFunctions},
	{"Inspect", "The protocol by which terms are shown.", "inspect.ex", 1, []term.Pair{arityOf("inspect", 2)}, inspectImplementations()},
}

func arityOf(name string, arity int) term.Pair { return pair(name, term.Int(arity)) }

// protocolModules are the tables of the protocols of the library.
func protocolModules() []Module {
	var modules []Module
	for _, p := range libraryProtocols {
		modules = append(modules, Module{Name: term.Alias(p.name), Doc: p.doc, Functions: append([]Function{
			{"impl_for", "data", "The module that implements the protocol for a term, or nil.", p.implFor},
			{"impl_for!", "data", "The module that implements the protocol for a term; raises `Protocol.UndefinedError` if there is none.", p.mustImplFor},
			{"__protocol__", "what", "What is known of the protocol: `:module`, `:functions`, `:consolidated?` or `:impls`.", p.reflection},
		}, p.more...)})
	}
	return modules
}

func (p libraryProtocol) implFor(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := p.implementation(self, a[0]); ok {
		return impl, nil
	}
	return term.Nil, nil
}

func (p libraryProtocol) mustImplFor(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := p.implementation(self, a[0]); ok {
		return impl, nil
	}
	return nil, noProtocol(p.name, a[0]).In(at(p.name, "impl_for!", 1, p.file, p.line))
}

func (p libraryProtocol) reflection(_ *process.Process, a []term.Term) (term.Term, error) {
	switch a[0] {
	case term.Term(term.Atom("module")):
		return term.Alias(p.name), nil
	case term.Term(term.Atom("functions")):
		return term.Keyword(p.functions...), nil
	case term.Term(term.Atom("consolidated?")):
		return term.False, nil
	case term.Term(term.Atom("impls")):
		return term.Atom("not_consolidated"), nil
	}
	return nil, errClause
}

// implementation finds the module that implements the protocol for a term:
// one of the library, or one that defimpl made. Every struct can be shown.
func (p libraryProtocol) implementation(self *process.Process, t term.Term) (term.Atom, bool) {
	protocol := term.Alias(p.name)
	if impl := implName(protocol, typeModule(t)); implemented(self, impl) {
		return impl, true
	}
	return implName(protocol, "Elixir.Any"), p.name == "Inspect"
}

func implemented(self *process.Process, impl term.Atom) bool {
	return knownNames()[impl] != nil || code.Of(self.Node()).Module(impl) != nil
}

// implName is the module of an implementation: Enumerable.List.
func implName(protocol, of term.Atom) term.Atom { return protocol + "." + of[len("Elixir."):] }

// ownImpl finds what defimpl made for a struct.
func ownImpl(self *process.Process, protocol string, t term.Term) (term.Atom, bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return "", false
	}
	of, ok := structName(m)
	if !ok || len(of) <= len("Elixir.") {
		return "", false
	}
	impl := implName(term.Alias(protocol), of)
	made := code.Of(self.Node()).Module(impl)
	return impl, made != nil && made.Language != code.Builtin
}

// typeModule is the module that stands for the type of a term in protocols.
func typeModule(t term.Term) term.Atom {
	switch t := t.(type) {
	case term.Atom:
		return "Elixir.Atom"
	case term.Int, *term.Big:
		return "Elixir.Integer"
	case term.Float:
		return "Elixir.Float"
	case term.Binary, *term.Bits:
		return "Elixir.BitString"
	case term.Tuple:
		return "Elixir.Tuple"
	case term.EmptyList, *term.Cons:
		return "Elixir.List"
	case term.PID:
		return "Elixir.PID"
	case term.Ref:
		return "Elixir.Reference"
	case *term.Fun:
		return "Elixir.Function"
	case *term.Map:
		if name, ok := structName(t); ok && len(name) > len("Elixir.") {
			return name
		}
		return "Elixir.Map"
	}
	return "Elixir.Any"
}

func enumerableFunctions() []Function {
	return []Function{
		{"count", "enumerable", "`{:ok, count}` if the number of elements is known without going through them, else `{:error, module}`.", enumerableCount},
		{"member?", "enumerable, element", "`{:ok, boolean}` if that is known without going through the elements, else `{:error, module}`.", enumerableMember},
		{"reduce", "enumerable, acc, fun", "Goes through the elements: `acc` is `{:cont, acc}` or `{:halt, acc}`, and so is what `fun` returns.", enumerableReduce},
		{"slice", "enumerable", "`{:ok, count, fun}` if a part is known without going through the elements, `fun.(start, length)` being the part, else `{:error, module}`.", enumerableSlice},
	}
}

// enumerable finds the implementations of the protocol Enumerable.
var enumerable = libraryProtocol{name: "Enumerable", file: "enum.ex", line: 1}

// countKnown reports whether the number of elements is known without going through
// them, and whether an element is in there.
func countKnown(t term.Term) bool {
	m, ok := t.(*term.Map)
	if !ok {
		return false
	}
	name, isStruct := structName(m)
	return !isStruct || name == rangeModule || name == mapSetModule
}

func enumerableCount(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := ownImpl(self, "Enumerable", a[0]); ok {
		return code.Apply(self, impl, "count", a...)
	}
	impl, err := enumerable.mustImplFor(self, a)
	if err != nil {
		return nil, exception.In(err, at("Enumerable", "count", 1, "enum.ex", 178))
	}
	if !countKnown(a[0]) {
		return term.Tuple{term.ErrorAtom, impl}, nil
	}
	n, err := size(self, a[0])
	return okTuple(term.Int(n)), err
}

func enumerableMember(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := ownImpl(self, "Enumerable", a[0]); ok {
		return code.Apply(self, impl, "member?", a...)
	}
	impl, err := enumerable.mustImplFor(self, a[:1])
	if err != nil {
		return nil, exception.In(err, at("Enumerable", "member?", 2, "enum.ex", 194))
	}
	if !countKnown(a[0]) {
		return term.Tuple{term.ErrorAtom, impl}, nil
	}
	member, err := enumMember(self, a)
	return okTuple(member), err
}

func enumerableReduce(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := ownImpl(self, "Enumerable", a[0]); ok {
		return code.Apply(self, impl, "reduce", a...)
	}
	if _, err := enumerable.mustImplFor(self, a[:1]); err != nil {
		return nil, exception.In(err, at("Enumerable", "reduce", 3, "enum.ex", 166))
	}
	if term.IsList(a[0]) || countKnown(a[0]) {
		elements, err := collect(self, a[0])
		if err != nil {
			return nil, err
		}
		return reduceList(self, term.List(elements...), a[1], a[2])
	}
	step, ok := a[1].(term.Tuple)
	if !ok || len(step) != 2 {
		return nil, errClause
	}
	if step[0] == term.Term(haltTag) {
		return term.Tuple{term.Atom("halted"), step[1]}, nil
	}
	ended := term.Atom("done")
	acc := step[1]
	err := until(self, a[0], func(x term.Term, stop error) error {
		result, err := code.Call(self, a[2], x, acc)
		if err != nil {
			return err
		}
		switch term.Tag(result, 2) {
		case contTag:
			acc = result.(term.Tuple)[1]
			return nil
		case haltTag:
			ended, acc = "halted", result.(term.Tuple)[1]
			return stop
		}
		return errClause
	})
	return term.Tuple{ended, acc}, err
}
