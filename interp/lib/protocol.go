package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func protocolTable() Module {
	return Module{
		Name: "Elixir.Protocol",
		Doc:  "Questions about protocols and their implementations.",
		Functions: []Function{
			{"assert_protocol!", "module", "`:ok` if the module is a protocol; raises otherwise.", protocolAssert},
			{"assert_impl!", "protocol, for", "`:ok` if the protocol is implemented for a type; raises otherwise.", protocolAssertImpl},
			{"consolidated?", "protocol", "Whether the protocol is fixed to the implementations it has: no protocol of the prompt is.", protocolConsolidated},
			{"derive", `protocol, module, options \\ []`, "Has the struct of a module implement a protocol as `@derive` in the module does.", protocolDerive},
		},
		Macros: []code.Key{{Name: "derive", Arity: 2}, {Name: "derive", Arity: 3}},
	}
}

func protocolFrame(name string, arity, line int) exception.Frame {
	return at("Protocol", name, arity, "protocol.ex", line)
}

func protocolAssert(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	if code.Of(self.Node()).Module(name) == nil {
		return nil, exception.ArgumentError("could not load module %s due to reason :nofile", shown(self, name)).In(protocolFrame("assert_protocol!", 2, 323))
	}
	if !code.Of(self.Node()).Exports(name, "__protocol__", 1) {
		return nil, exception.ArgumentError("%s is not a protocol", shown(self, name)).In(protocolFrame("assert_protocol!", 2, 330))
	}
	return term.OK, nil
}

func protocolAssertImpl(self *process.Process, a []term.Term) (term.Term, error) {
	if _, err := protocolAssert(self, a[:1]); err != nil {
		return nil, err
	}
	of, ok := a[1].(term.Atom)
	if !ok || len(of) <= len("Elixir.") {
		return nil, errClause
	}
	impl := implName(a[0].(term.Atom), of)
	if !implemented(self, impl) {
		return nil, exception.ArgumentError("could not load module %s due to reason :nofile", shown(self, impl)).In(protocolFrame("assert_impl!", 3, 354))
	}
	return term.OK, nil
}

func protocolConsolidated(self *process.Process, a []term.Term) (term.Term, error) {
	if _, err := protocolAssert(self, a); err != nil {
		return nil, err
	}
	return term.False, nil
}

// protocolDerive notes the protocol with the struct, where @derive would have.
func protocolDerive(self *process.Process, a []term.Term) (term.Term, error) {
	if _, err := protocolAssert(self, a[:1]); err != nil {
		return nil, err
	}
	of, _ := a[1].(term.Atom)
	made := code.Of(self.Node()).Module(of)
	if made == nil || made.Struct == nil {
		text := shown(self, a[1])
		return nil, exception.Raise(exception.Struct("CompileError", pair("file", term.Nil), pair("line", term.Nil),
			pair("description", term.Binary(text+".__struct__/0 is undefined, cannot expand struct "+text+". Make sure the struct name is "+
				"correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code")))).
			In(exception.Frame{Module: of, Function: "__struct__", File: "expanding struct"})
	}
	protocol := a[0].(term.Atom)
	if any := implName(protocol, "Elixir.Any"); protocol != "Elixir.Inspect" && !implemented(self, any) {
		return nil, exception.ArgumentError("could not load module %s due to reason :nofile, cannot derive %s for %s", shown(self, any), shown(self, protocol), shown(self, of)).
			In(protocolFrame("assert_impl!", 3, 354), protocolFrame("derive", 5, 1006))
	}
	derived := pair("derive", term.List(term.Tuple{protocol, a[2]}))
	made.Attributes = append([]term.Pair{derived}, made.Attributes...)
	return term.OK, nil
}
