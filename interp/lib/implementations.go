package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// implementationModules are the modules of the protocols of the library for
// its own types, as Enumerable.List: implementations for structs call them.
func implementationModules() []Module {
	var modules []Module
	for _, of := range []struct {
		protocol  string
		types     []string
		functions []Function
	}{
		{"Enumerable", []string{"List", "Map", "Function", "Range", "MapSet", "Stream", "Date.Range"}, enumerableFunctions()},
		{"Collectable", []string{"List", "Map", "BitString", "MapSet"}, collectableFunctions()},
		{"String.Chars", []string{"Atom", "BitString", "Integer", "Float", "List"}, stringCharsFunctions},
		{"List.Chars", []string{"Atom", "BitString", "Integer", "Float", "List"}, listCharsFunctions},
		{"Inspect", []string{"Atom", "BitString", "Integer", "Float", "List", "Map", "Tuple", "Function", "PID", "Reference", "Range",
			"MapSet", "Regex", "Date", "Time", "DateTime", "NaiveDateTime", "Stream"}, inspectImplementations()},
		{"Inspect", []string{"Any"}, []Function{{"inspect", "struct, opts", "The document of a struct as its declaration has it.", inspectAny}}},
	} {
		for _, t := range of.types {
			modules = append(modules, Module{
				Name: term.Alias(of.protocol + "." + t), Doc: "The protocol `" + of.protocol + "` for the type `" + t + "`.",
				Functions: append(slices.Clone(of.functions), Function{"__impl__", "what", "The type (`:for`), the protocol, or the module itself (`:target`).",
					implementationOf(term.Alias(of.protocol), term.Alias(t))}),
			})
		}
	}
	return modules
}

// implementationOf is __impl__/1 of an implementation.
func implementationOf(protocol, of term.Atom) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		switch a[0] {
		case term.Term(term.Atom("for")):
			return of, nil
		case term.Term(term.Atom("protocol")):
			return protocol, nil
		case term.Term(term.Atom("target")):
			return implName(protocol, of), nil
		}
		return nil, errClause
	}
}

var stringCharsFunctions = []Function{{"to_string", "term", "The term as a string.", kernelToString}}
var listCharsFunctions = []Function{{"to_charlist", "term", "The term as a list of characters.", kernelToCharlist}}

func collectableFunctions() []Function {
	return []Function{
		{"into", "collectable", "`{acc, fun}`: `fun.(acc, {:cont, element})` adds an element, `fun.(acc, :done)` returns the collection.", collectableInto},
	}
}

// inspectAny is Inspect.Any.inspect/2, which passes implementations over.
func inspectAny(self *process.Process, a []term.Term) (term.Term, error) {
	opts, ok := isStruct(a[1], "Elixir.Inspect.Opts")
	m, isMap := a[0].(*term.Map)
	if !ok || !isMap {
		return nil, errClause
	}
	doc, err := inspect.AnyDoc(m, optionsOf(self, opts))
	return doc, inspectFailure(err)
}

// collectableInto is Collectable.into/1. The accumulator of what the library
// collects into is the list of the elements, the last first, but for maps,
// whose accumulator is the map.
func collectableInto(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := ownImpl(self, "Collectable", a[0]); ok {
		return code.Apply(self, impl, "into", a[0])
	}
	into := a[0]
	if _, err := Collector(self, into); err != nil {
		return nil, err
	}
	collect := func(elements term.Term) (term.Term, error) {
		c, err := Collector(self, into)
		if err != nil {
			return nil, err
		}
		list, _ := term.Slice(elements)
		for _, x := range slices.Backward(list) {
			if err := c.Put(x); err != nil {
				return nil, err
			}
		}
		return c.Done()
	}
	return term.Tuple{term.Empty, native(2, func(_ *process.Process, a []term.Term) (term.Term, error) {
		if command, ok := a[1].(term.Tuple); ok && len(command) == 2 && command[0] == term.Term(contTag) {
			return &term.Cons{Head: command[1], Tail: a[0]}, nil
		}
		switch a[1] {
		case term.Term(term.Atom("done")):
			return collect(a[0])
		case term.Term(haltTag):
			return term.OK, nil
		}
		return nil, errClause
	})}, nil
}

// ownAnswer asks the implementation that defimpl made for a struct for its
// count, or whether it has an element: {:ok, answer}, or {:error, module} if
// that is to be found by going through the elements.
func ownAnswer(self *process.Process, question string, line int, a []term.Term) (answer term.Term, known bool, err error) {
	impl, ok := ownImpl(self, "Enumerable", a[0])
	if !ok {
		return nil, false, nil
	}
	reply, err := code.Apply(self, impl, question, a...)
	if err != nil {
		return nil, false, err
	}
	name := question
	switch term.Tag(reply, 2) {
	case term.OK:
		return reply.(term.Tuple)[1], true, nil
	case term.ErrorAtom:
		if _, ok := reply.(term.Tuple)[1].(term.Atom); ok {
			return nil, false, nil
		}
	}
	return nil, false, exception.Raise(term.Tuple{term.Atom("case_clause"), reply}).In(at("Enum", name, len(a), "enum.ex", line))
}

// enumerableSlice is Enumerable.slice/1.
func enumerableSlice(self *process.Process, a []term.Term) (term.Term, error) {
	if impl, ok := ownImpl(self, "Enumerable", a[0]); ok {
		return code.Apply(self, impl, "slice", a[0])
	}
	impl, err := enumerable.mustImplFor(self, a)
	if err != nil {
		return nil, exception.In(err, at("Enumerable", "slice", 1, "enum.ex", 230))
	}
	if !countKnown(a[0]) {
		return term.Tuple{term.ErrorAtom, impl}, nil
	}
	n, err := size(self, a[0])
	if err != nil {
		return nil, err
	}
	return term.Tuple{term.OK, term.Int(n), native(2, func(self *process.Process, part []term.Term) (term.Term, error) {
		return enumSlice(self, args{a[0], part[0], part[1]})
	})}, nil
}

// reduceList is Enumerable.reduce/3 of a list, which can be suspended.
func reduceList(self *process.Process, list, command term.Term, fun term.Term) (term.Term, error) {
	for {
		step, ok := command.(term.Tuple)
		if !ok || len(step) != 2 {
			return nil, noClause(self, "Elixir.Enumerable.List", "reduce", args{list, command, fun})
		}
		switch step[0] {
		case term.Term(haltTag):
			return term.Tuple{term.Atom("halted"), step[1]}, nil
		case term.Term(suspendTag):
			rest := list
			return term.Tuple{term.Atom("suspended"), step[1], native(1, func(self *process.Process, a []term.Term) (term.Term, error) {
				return reduceList(self, rest, a[0], fun)
			})}, nil
		}
		cell, ok := list.(*term.Cons)
		switch {
		case list == term.Term(term.Empty):
			return term.Tuple{term.Atom("done"), step[1]}, nil
		case !ok:
			return nil, noClause(self, "Elixir.Enumerable.List", "reduce", args{list, command, fun})
		}
		self.Checkpoint()
		var err error
		if command, err = code.Call(self, fun, cell.Head, step[1]); err != nil {
			return nil, exception.In(err, at("Enumerable.List", "reduce", 3, "enum.ex", 4751))
		}
		list = cell.Tail
	}
}
