package gosrc

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/otp"
	"gex/runtime/term"
)

// publish makes the modules of a generation: one for each type, and one for
// all plain functions that are live, which it returns too. It does not define
// them yet.
func (u *Unit) publish(p *program, e exports, part, live store) ([]*code.Module, map[string][]*code.Function, error) {
	functions, err := u.publishFunctions(p.types[""], e, part, live)
	if err != nil {
		return nil, nil, err
	}
	var modules []*code.Module
	if !maps.EqualFunc(functions, u.functions, func(a, b []*code.Function) bool { return &a[0] == &b[0] }) {
		modules = append(modules, functionsModule(functions, live))
	}
	for _, name := range slices.Sorted(maps.Keys(p.types)) {
		if t := p.types[name]; name != "" && t.isModule() {
			m, err := u.publishType(t, e)
			if err != nil {
				return nil, nil, err
			}
			modules = append(modules, m)
		}
	}
	sources := live.sources()
	for _, m := range modules {
		source := sources[m.Name]
		if source == nil {
			source = &moduleSource{}
		}
		m.File, m.Source = cmp.Or(source.file, "iex"), source.text.String()
	}
	return modules, functions, nil
}

// moduleSource is the text of a module, and the file in which its type was declared.
type moduleSource struct {
	file string
	text strings.Builder
}

// sources are those of all modules.
func (s store) sources() map[term.Atom]*moduleSource {
	sources := map[term.Atom]*moduleSource{}
	for _, d := range s.sorted() {
		if d.kind == kindImport {
			continue
		}
		module := d.module()
		source := sources[module]
		if source == nil {
			source = &moduleSource{}
			sources[module] = source
		}
		if d.kind == kindType {
			source.file = d.at.Filename
		}
		source.text.WriteString(d.doc + d.text + "\n")
	}
	return sources
}

func (u *Unit) publishType(t *typeInfo, e exports) (*code.Module, error) {
	var methods []otp.Callable
	for _, s := range t.methods {
		c, err := s.method(t.name, e)
		if err != nil {
			return nil, cannotRun(fmt.Errorf("%s.%s: %w", t.name, s.name, err))
		}
		methods = append(methods, c)
	}
	m := u.api.Module(t.name, t.uses, methods)
	if !t.isStruct {
		return m, nil
	}
	zero, err := e.zero(t.name)
	if err != nil {
		return nil, cannotRun(err)
	}
	u.support.tagged[zero.Type()] = u.support.ids["main."+t.name]
	u.support.tagged[reflect.PointerTo(zero.Type())] = u.support.ids["*main."+t.name]
	if len(t.uses) == 0 {
		m.Struct = u.api.DefineStruct(m.Name, zero)
	}
	return m, nil
}

// publishFunctions returns the plain functions that are live by their names:
// those of this generation, and the others as they have been published.
func (u *Unit) publishFunctions(t *typeInfo, e exports, part, live store) (map[string][]*code.Function, error) {
	functions := map[string][]*code.Function{}
	for name, published := range u.functions {
		if d := live.declarations[name]; d != nil && d.kind == kindFunc && part.declarations[name] == nil {
			functions[name] = published
		}
	}
	for _, s := range t.methods {
		f, err := e.value(s.function)
		if err != nil {
			return nil, cannotRun(fmt.Errorf("%s: %w", s.name, err))
		}
		functions[s.name] = u.api.Functions(FunctionsModule, s.callable(f))
	}
	return functions, nil
}

// functionsModule is the module of the plain functions, in the order in which
// they were first typed.
func functionsModule(functions map[string][]*code.Function, live store) *code.Module {
	m := code.NewModule(FunctionsModule, code.Go)
	for _, d := range live.sorted() {
		if d.kind == kindFunc {
			for _, f := range functions[d.names[0]] {
				m.Add(f)
			}
		}
	}
	return m
}

// method is a method with a fresh zero value as receiver.
func (s signature) method(typeName string, e exports) (otp.Callable, error) {
	f, err := e.value(s.function)
	if err != nil || s.free {
		return s.callable(f), err
	}
	receiver, err := e.zero(typeName)
	if err != nil {
		return otp.Callable{}, err
	}
	for _, name := range s.path {
		if receiver = fieldNamed(receiver, name); !receiver.IsValid() {
			return otp.Callable{}, fmt.Errorf("no field %s", name)
		}
	}
	if f.Type().In(0).Kind() == reflect.Pointer && receiver.Kind() != reflect.Pointer {
		receiver = receiver.Addr()
	}
	c := s.callable(f)
	c.Receiver = receiver
	return c, nil
}

// fieldNamed returns the field of a struct with the learner's name for it. The
// interpreter puts an X before unexported ones.
func fieldNamed(v reflect.Value, name string) reflect.Value {
	if f := v.FieldByName(name); f.IsValid() {
		return f
	}
	return v.FieldByName("X" + name)
}

func (s signature) callable(f reflect.Value) otp.Callable {
	return otp.Callable{Name: s.name, Func: f, Params: s.params, Head: s.head, File: s.file, Line: s.line}
}

// moduleValue is {:module, name, bytes, last}, what a definition of a module
// evaluates to when d was typed last.
func (u *Unit) moduleValue(m *code.Module, d *declaration) term.Term {
	var last term.Term = term.Nil
	switch {
	case d.kind == kindMethod && token.IsExported(d.method()):
		last = functionValue(m, d.method())
	case m.Last.Name != "":
		last = term.Tuple{term.Atom(m.Last.Name), term.Int(m.Last.Arity)}
	case m.Struct != nil:
		last = u.api.ZeroStruct(m.Name)
	}
	return term.Tuple{term.Atom("module"), m.Name, term.Binary(objectCode(m)), last}
}

// objectCode stands for the code of a module where Elixir shows the compiled
// bytes: it begins as these do and is a function of the source.
func objectCode(m *code.Module) []byte {
	size := 1024 + 4*len(m.Source)
	object := append([]byte("FOR1"), binary.BigEndian.AppendUint32(nil, uint32(size))...)
	object = append(object, "BEAMAtU8"...)
	digest := sha256.Sum256([]byte(string(m.Name) + "\x00" + m.Source))
	for len(object) < size+8 {
		object = append(object, digest[:]...)
		digest = sha256.Sum256(digest[:])
	}
	return object[:size+8]
}
