package code

import (
	"maps"
	"slices"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Table holds the modules of a node. Like the node it belongs to one
// goroutine at a time.
type Table struct {
	modules map[term.Atom]*Module
	later   map[term.Atom]func() *Module // those that nobody has asked for yet
	atoms   map[term.Atom]struct{}
	version uint64
}

type tableKey struct{}

// Of returns the table of the node.
func Of(node *process.Node) *Table {
	if t, ok := node.Value(tableKey{}).(*Table); ok {
		return t
	}
	t := &Table{
		modules: make(map[term.Atom]*Module), later: make(map[term.Atom]func() *Module), atoms: make(map[term.Atom]struct{}),
	}
	node.SetValue(tableKey{}, t)
	return t
}

// Define makes m the module of its name and returns the one it replaces, or nil.
func (t *Table) Define(m *Module) (replaced *Module) {
	replaced = t.Module(m.Name)
	t.modules[m.Name] = m
	t.version++
	return replaced
}

// DefineLater is Define of a module that is made when it is first asked for.
func (t *Table) DefineLater(name term.Atom, module func() *Module) {
	delete(t.modules, name)
	t.later[name] = module
	t.version++
}

// Amend replaces a module by a copy of it that amend has changed: modules may be
// shared with other nodes. One that is still to be made is changed when it is made.
// It does nothing if there is no such module.
func (t *Table) Amend(name term.Atom, amend func(m *Module)) {
	amended := func(m *Module) *Module {
		m = m.clone()
		amend(m)
		return m
	}
	if module := t.later[name]; module != nil {
		t.DefineLater(name, func() *Module { return amended(module()) })
	} else if m := t.modules[name]; m != nil {
		t.Define(amended(m))
	}
}

// Delete removes a module and reports whether it was there.
func (t *Table) Delete(name term.Atom) bool {
	ok := t.modules[name] != nil || t.later[name] != nil
	delete(t.modules, name)
	delete(t.later, name)
	t.version++
	return ok
}

// Module returns the module of that name, or nil.
func (t *Table) Module(name term.Atom) *Module {
	if m := t.modules[name]; m != nil {
		return m
	}
	module := t.later[name]
	if module == nil {
		return nil
	}
	delete(t.later, name)
	m := module()
	t.modules[name] = m
	return m
}

// Modules returns all modules by name.
func (t *Table) Modules() []*Module {
	modules := t.all()
	list := make([]*Module, 0, len(modules))
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		list = append(list, modules[name])
	}
	return list
}

// all returns the modules, none of which is still to be made.
func (t *Table) all() map[term.Atom]*Module {
	for name := range t.later {
		t.Module(name)
	}
	return t.modules
}

// Function returns an exported function, or nil.
func (t *Table) Function(module term.Atom, name string, arity int) *Function {
	m := t.Module(module)
	if m == nil {
		return nil
	}
	f := m.Functions[Key{name, arity}]
	if f == nil || f.Private {
		return nil
	}
	return f
}

// Exports reports whether module:name/arity can be called.
func (t *Table) Exports(module term.Atom, name string, arity int) bool {
	return t.Function(module, name, arity) != nil
}

// Apply calls module:name(args...) in self and blocks as long as that does. A
// function that is not there raises undef with the call as its frame.
func Apply(self *process.Process, module term.Atom, name string, args ...term.Term) (term.Term, error) {
	f := Of(self.Node()).Function(module, name, len(args))
	if f == nil {
		return nil, Missing(self, module, name, args)
	}
	value, err := f.Call(self, args)
	if err != nil && module == kernel {
		err = inKernel(err, Key{Name: name, Arity: len(args)})
	}
	return value, err
}

// absentKey is where a node has what knows of functions that are not there.
type absentKey struct{}

// SetAbsent has f asked what a call of a function that is not there raises; nil
// is that it is undefined.
func SetAbsent(node *process.Node, f func(self *process.Process, module term.Atom, name string, args []term.Term) error) {
	node.SetValue(absentKey{}, f)
}

// Missing is the exception of a call of a function that is not there, or the one
// that it would raise if it were.
func Missing(self *process.Process, module term.Atom, name string, args []term.Term) error {
	absent, ok := self.Node().Value(absentKey{}).(func(*process.Process, term.Atom, string, []term.Term) error)
	if ok {
		if err := absent(self, module, name, args); err != nil {
			return err
		}
	}
	return Undef(module, name, args)
}

// Undef is the exception of a call to a function that is not there.
func Undef(module term.Atom, name string, args []term.Term) error {
	frame := exception.Frame{Module: module, Function: name, Arity: len(args), Args: args, HasArgs: true}
	return exception.Raise(term.Atom("undef")).In(frame)
}

// Call calls a function value. What is no function raises {:badfun, value}, a
// wrong number of arguments {:badarity, {fun, args}}.
func Call(self *process.Process, fun term.Term, args ...term.Term) (term.Term, error) {
	f, ok := fun.(*term.Fun)
	if !ok {
		return nil, exception.Raise(term.Tuple{term.Atom("badfun"), fun})
	}
	if f.Arity != len(args) {
		return nil, exception.Raise(term.Tuple{term.Atom("badarity"), term.Tuple{f, term.List(args...)}})
	}
	value, err := called(self, f, args)
	if err != nil {
		exception.Leave(err)
	}
	return value, err
}

func called(self *process.Process, f *term.Fun, args []term.Term) (term.Term, error) {
	if call, ok := f.Code.(process.Func); ok {
		return call(self, args)
	}
	return Apply(self, f.Module, f.Name, args...)
}

// Entry is a function that is called again and again by name.
type Entry struct {
	Module term.Atom
	Name   string
	Arity  int

	table   *Table
	version uint64
	found   *Function
}

// Function returns the function as it is now, or nil if it is not exported.
func (e *Entry) Function(node *process.Node) *Function {
	if e.found == nil || e.version != e.table.version {
		e.look(node)
	}
	return e.found
}

func (e *Entry) look(node *process.Node) {
	if e.table == nil {
		e.table = Of(node)
	}
	e.found, e.version = e.table.Function(e.Module, e.Name, e.Arity), e.table.version
}

// Call calls the function as it is now, guarded against interrupts; see
// process.Guard.
func (e *Entry) Call(self *process.Process, args ...term.Term) (result term.Term, err error) {
	f := e.Function(self.Node())
	if f == nil {
		return nil, Missing(self, e.Module, e.Name, args)
	}
	self.Checkpoint()
	defer process.CatchInterrupt(&err)
	return f.Call(self, args)
}

// CallResult is Call for callbacks; see Result. Args is memory of the caller
// that it may use again afterwards.
func (e *Entry) CallResult(self *process.Process, args []term.Term, result *Result) (err error) {
	defer process.CatchInterrupt(&err)
	return e.CallUnguarded(self, args, result)
}

// CallUnguarded is CallResult for a caller that guards many calls at once.
func (e *Entry) CallUnguarded(self *process.Process, args []term.Term, result *Result) error {
	result.Tag, result.First, result.Second = "", nil, nil
	f := e.Function(self.Node())
	if f == nil {
		return Undef(e.Module, e.Name, slices.Clone(args))
	}
	self.Checkpoint()
	if f.CallResult != nil {
		return f.CallResult(self, args, result)
	}
	value, err := f.Call(self, slices.Clone(args))
	if err == nil {
		*result = ResultOf(value)
	}
	return err
}
