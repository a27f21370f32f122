package gosrc

import (
	"fmt"
	"go/types"
	"iter"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"gex/runtime/otp"
)

// This file is the compiled side of lowerBoxes and lowerAsserts.

// boxType returns the type with an id; there is one for all generations.
func (s *supportFunctions) boxType(id string) *otp.BoxType {
	if t, ok := s.types[id]; ok {
		return t
	}
	name, _, _ := strings.Cut(id, "#")
	t := &otp.BoxType{ID: id, Name: name, Methods: map[string]any{}, Format: s.format, JSON: s.encodeJSON}
	s.types[id] = t
	return t
}

// register makes a method of a type known to compiled code.
func (s *supportFunctions) register(id, method string, f any) {
	s.boxType(id).Methods[method] = f
}

func (s *supportFunctions) box(value any, id string) any {
	t := s.boxType(id)
	if t.Methods["Error"] != nil {
		return otp.ErrorBox{Type: t, Value: value}
	}
	return otp.Box{Type: t, Value: value}
}

func (s *supportFunctions) boxError(value any, id string) error {
	return otp.ErrorBox{Type: s.boxType(id), Value: value}
}

func (s *supportFunctions) boxStringer(value any, id string) fmt.Stringer {
	return otp.StringerBox{Type: s.boxType(id), Value: value}
}

// typeOf returns the id of the type of a box, "" for other values.
func typeOf(value any) string {
	if b, ok := value.(otp.Boxed); ok {
		t, _ := b.Unbox()
		return t.ID
	}
	return ""
}

func is(value any, id string) bool { return typeOf(value) == id }

// equal is == of interface values. What Go cannot compare fails as in Go.
func equal(a, b any) bool {
	x, ok := a.(otp.Boxed)
	if !ok {
		if a != nil && b != nil && nests(reflect.TypeOf(a)) {
			checkNested(a)
			return same(a, b)
		}
		return a == b
	}
	y, ok := b.(otp.Boxed)
	if !ok {
		return false
	}
	tx, vx := x.Unbox()
	ty, vy := y.Unbox()
	if tx == ty && vx != nil && !reflect.TypeOf(vx).Comparable() {
		panic(otp.RuntimeError("comparing uncomparable type " + tx.Name))
	}
	if tx != ty {
		return false
	}
	checkNested(vx)
	return same(vx, vy)
}

// same is == of values that may hold some of the learner's types, by the names of
// which a failure tells.
func same(a, b any) bool {
	defer func() {
		if r := recover(); r != nil {
			if name := uncomparable(a); name != "" {
				panic(otp.RuntimeError("comparing uncomparable type " + name))
			}
			panic(r)
		}
	}()
	return a == b
}

// implements reports whether a value has the methods, each given as its name
// and signature.
func (s *supportFunctions) implements(value any, methods ...string) bool {
	if value == nil {
		return false
	}
	if b, ok := value.(otp.Boxed); ok {
		t, _ := b.Unbox()
		return hasMethods(s.checked[t.ID], methods)
	}
	for _, m := range methods {
		name, signature, _ := strings.Cut(m, "(")
		found, ok := reflect.TypeOf(value).MethodByName(name)
		if !ok || signatureOf(found.Type) != "("+signature {
			return false
		}
	}
	return true
}

func hasMethods(t types.Type, methods []string) bool {
	if t == nil {
		return len(methods) == 0
	}
	set := types.NewMethodSet(t)
	found := map[string]bool{}
	for i := range set.Len() {
		m := set.At(i).Obj().(*types.Func)
		found[m.Name()+signatureText(m.Type())] = true
	}
	for _, m := range methods {
		if !found[m] {
			return false
		}
	}
	return true
}

// signatureOf is the signature of a compiled method, without its receiver.
func signatureOf(t reflect.Type) string {
	list := func(n int, at func(int) reflect.Type, from int) string {
		var texts []string
		for i := from; i < n; i++ {
			texts = append(texts, strings.ReplaceAll(at(i).String(), "interface {}", "any"))
		}
		return strings.Join(texts, ", ")
	}
	results := list(t.NumOut(), t.Out, 0)
	switch t.NumOut() {
	case 0:
		return "(" + list(t.NumIn(), t.In, 1) + ")"
	case 1:
		return "(" + list(t.NumIn(), t.In, 1) + ") " + results
	}
	return "(" + list(t.NumIn(), t.In, 1) + ") (" + results + ")"
}

// asError is a value that implements error as one.
func asError(value any) error {
	err, _ := value.(error)
	return err
}

// asStringer is a value that implements fmt.Stringer as one.
func asStringer(value any) fmt.Stringer {
	if b, ok := value.(otp.Boxed); ok {
		t, v := b.Unbox()
		return otp.StringerBox{Type: t, Value: v}
	}
	s, _ := value.(fmt.Stringer)
	return s
}

// notAsserted is the panic of a type assertion that does not hold: of a value
// of the interface type static to the type want, which has these methods if it
// is an interface.
func (s *supportFunctions) notAsserted(value any, static, want, methods string, line int) {
	text := fmt.Sprintf("interface conversion: %s is nil, not %s", static, want)
	switch {
	case value == nil && methods != "":
		text = fmt.Sprintf("interface conversion: interface is nil, not %s", want)
	case value == nil:
	case methods != "":
		text = fmt.Sprintf("interface conversion: %s is not %s: missing method %s", typeName(value), want, s.missing(value, methods))
	default:
		text = fmt.Sprintf("interface conversion: %s is %s, not %s", static, typeName(value), want)
	}
	panic(otp.Fault{Value: fmt.Errorf("%s", text), Line: line})
}

// missing is the first of the methods that a value does not have.
func (s *supportFunctions) missing(value any, methods string) string {
	for _, name := range strings.Fields(methods) {
		if b, ok := value.(otp.Boxed); ok {
			t, _ := b.Unbox()
			if checked := s.checked[t.ID]; checked != nil && types.NewMethodSet(checked).Lookup(nil, name) == nil {
				return name
			}
		} else if _, ok := reflect.TypeOf(value).MethodByName(name); !ok {
			return name
		}
	}
	first, _, _ := strings.Cut(methods, " ")
	return first
}

// typeName is what %T prints.
func typeName(value any) string {
	switch value := value.(type) {
	case otp.Boxed:
		t, _ := value.Unbox()
		return t.Name
	case otp.PlainError:
		return "runtime.plainError"
	case runtime.Error:
		if name := reflect.TypeOf(value).String(); strings.HasPrefix(strings.TrimPrefix(name, "*"), "runtime.") {
			return name
		}
		for text, name := range runtimeErrors {
			if strings.HasPrefix(value.Error(), text) {
				return name
			}
		}
		return "runtime.errorString"
	}
	return reflect.TypeOf(value).String()
}

// runtimeErrors are the types of what Go fails with, by how their texts begin.
var runtimeErrors = map[string]string{
	"interface conversion: ":                   "*runtime.TypeAssertionError",
	"runtime error: index out of range":        "runtime.boundsError",
	"runtime error: slice bounds out of range": "runtime.boundsError",
	"runtime error: cannot convert slice":      "runtime.boundsError",
}

// hasOwnName reports whether %T prints another name than that of the type at run
// time.
func hasOwnName(value any) bool {
	switch value.(type) {
	case otp.Boxed, runtime.Error:
		return true
	}
	return false
}

// notNil fails if an interface value, of which a method is taken, is nil.
func notNil(value any) {
	if value == nil {
		panic(errNilDereference)
	}
}

// methodOf returns the method of a compiled value as a function.
func methodOf(value any, name string) any {
	if value == nil {
		panic(errNilDereference)
	}
	m := reflect.ValueOf(value).MethodByName(name)
	if !m.IsValid() {
		panic(fmt.Errorf("%s has no method %s any more", typeName(value), name))
	}
	return m.Interface()
}

var errNilDereference = otp.RuntimeError("invalid memory address or nil pointer dereference")

// errorsAs is errors.As with a function that takes an error if it is one of
// the type wanted.
func errorsAs(err error, take func(error) bool) bool {
	for err != nil {
		if take(err) {
			return true
		}
		if b, ok := err.(otp.ErrorBox); ok {
			if unwrap, ok := b.Type.Methods["Unwrap"].(func(any) []error); ok {
				return slices.ContainsFunc(unwrap(b), func(inner error) bool { return errorsAs(inner, take) })
			}
		}
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				if errorsAs(inner, take) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// asksAs asks the method As of an error, if it has one, to fill target.
func asksAs(err error, target any) bool {
	if b, ok := err.(otp.ErrorBox); ok {
		as, ok := b.Type.Methods["As"].(func(any, any) bool)
		return ok && as(b, target)
	}
	return false
}

// boxStruct puts a bare struct of the learner's into its box. It comes from
// where no box is needed: results and typed parameters.
func (s *supportFunctions) boxStruct(value any) any {
	t := reflect.TypeOf(value)
	if id, ok := s.tagged[t]; ok {
		return s.box(value, id)
	}
	return value
}

// coroutine runs each, and stops it at every yield until the next step.
func coroutine(each func(yield func() bool)) (step func() bool, stop func()) {
	next, stop := iter.Pull(func(yield func(struct{}) bool) {
		each(func() bool { return yield(struct{}{}) })
	})
	step = func() bool {
		_, more := next()
		return more
	}
	return step, stop
}
