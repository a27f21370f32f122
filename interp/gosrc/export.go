package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// exports are what a loaded program has handed out by its names: functions, a
// pointer to the zero value of each type that is a module, and pointers to its
// variables.
type exports map[string]reflect.Value

// exportName is the function that hands out what the interpreter does not hand out by
// itself. It hands out itself.
const exportName = "Export_gex"

// export gives the program a function that hands out what is published, but for types
// and functions with exported names, of which the interpreter knows.
//
//	func Export_gex() {
//		gex_.Export("sum", sum)
//		gex_.Export("count", &count)
//	}
func (p *program) export() {
	var b strings.Builder
	given := map[string]bool{}
	give := func(name, value string) {
		if !given[name] && !(value == name && token.IsExported(name)) {
			given[name] = true
			fmt.Fprintf(&b, "gex_.Export(%q, %s)\n", name, value)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.types)) {
		t := p.types[name]
		if name != "" && !t.isModule() {
			continue
		}
		for _, s := range t.methods {
			give(s.function, p.asTyped(s.function))
		}
	}
	for i := range p.inits {
		give(initName(i+1), initName(i+1))
	}
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, s := range g.Specs {
				for _, id := range s.(*ast.ValueSpec).Names {
					if id.Name != "_" {
						give(id.Name, "&"+id.Name)
					}
				}
			}
		}
	}
	if b.Len() > 0 {
		p.declare(exportName, "", "", b.String())
	}
}

// dropReceivers removes the first parameter of published methods that do not
// use their receivers and that no other code calls: without it they can be
// called as what they are, func(Term, Term) Result.
//
//	func H_HandleEvent_gex(_ H, e, s any) otp.Result  =>  func H_HandleEvent_gex(e, s any) otp.Result
func (p *program) dropReceivers() {
	unused := map[string]*ast.FuncType{}
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Type.Params.NumFields() > 0 && !p.called[f.Name.Name] {
			if names := f.Type.Params.List[0].Names; len(names) == 1 && names[0].Name == "_" {
				unused[f.Name.Name] = f.Type
			}
		}
	}
	dropped := map[*ast.FuncType]bool{}
	for name, t := range p.types {
		for i, s := range t.methods {
			f := unused[s.function]
			if f == nil || name == "" || !t.isModule() {
				continue
			}
			if t.methods[i].free = true; !dropped[f] {
				dropped[f] = true
				f.Params.List = f.Params.List[1:]
			}
		}
	}
}

// value returns what the program has exported by a name.
func (e exports) value(name string) (reflect.Value, error) {
	v, ok := e[name]
	if !ok {
		return v, fmt.Errorf("%s has not been exported", name)
	}
	return v, nil
}

// zero returns a fresh zero value of a type.
func (e exports) zero(typeName string) (reflect.Value, error) {
	pointer, err := e.value(typeName)
	if err != nil {
		return pointer, err
	}
	return reflect.New(pointer.Type().Elem()).Elem(), nil
}
