package gosrc

import (
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
// the plain functions. It does not define them yet.
func (u *Unit) publish(p *program, e engine, s store) ([]*code.Module, error) {
	var modules []*code.Module
	for _, name := range slices.Sorted(maps.Keys(p.types)) {
		t := p.types[name]
		var m *code.Module
		var err error
		switch {
		case name == "" && len(t.methods) > 0:
			m, err = u.publishFunctions(t, e)
		case name != "" && t.isModule():
			m, err = u.publishType(t, e)
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		m.File = "iex"
		m.Source = s.sourceOf(m.Name)
		modules = append(modules, m)
	}
	return modules, nil
}

func (s store) sourceOf(module term.Atom) string {
	source := ""
	for _, d := range s.sorted() {
		if d.kind != kindImport && d.module() == module {
			source += d.doc + d.text + "\n"
		}
	}
	return source
}

func (u *Unit) publishType(t *typeInfo, e engine) (*code.Module, error) {
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

func (u *Unit) publishFunctions(t *typeInfo, e engine) (*code.Module, error) {
	m := code.NewModule(FunctionsModule, code.Go)
	for _, s := range t.methods {
		name := s.name
		if name == "main" {
			name = mainName
		}
		f, err := e.function(name)
		if err != nil {
			return nil, cannotRun(fmt.Errorf("%s: %w", s.name, err))
		}
		for _, published := range u.api.Functions(m.Name, s.callable(f)) {
			m.Add(published)
		}
	}
	return m, nil
}

// method is a method with a fresh zero value as receiver.
func (s signature) method(typeName string, e engine) (otp.Callable, error) {
	f, err := e.function(s.function)
	if err != nil {
		return otp.Callable{}, err
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
	_, method, _ := strings.Cut(d.names[0], ".")
	switch {
	case d.kind == kindMethod && token.IsExported(method):
		last = functionValue(m, method)
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
