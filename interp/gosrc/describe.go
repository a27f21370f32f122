package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/otp"
	"gex/runtime/term"
)

// signature is a function or method as it was typed, taken down before the
// passes change it.
type signature struct {
	name     string
	function string   // what it becomes, see lowerMethods and lowerMain
	path     []string // the embedded fields it is promoted through
	free     bool     // a method without receiver, see dropReceivers
	params   []string
	head     string
	file     string
	line     int
	order    int
}

// typeInfo is a type of the package that becomes a module.
type typeInfo struct {
	name     string
	methods  []signature
	uses     []term.Atom
	isStruct bool
	generic  bool
}

// describe takes down the signatures of all functions, by type; plain
// functions stand under "".
func (p *program) describe() {
	p.types = map[string]*typeInfo{"": {}}
	for _, name := range p.pkg.Scope().Names() {
		if o, ok := p.pkg.Scope().Lookup(name).(*types.TypeName); ok && !o.IsAlias() {
			p.types[name] = p.describeType(o)
		}
	}
	for _, d := range p.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Type.TypeParams != nil || f.Name.Name == initFunction {
			continue
		}
		receiver, name := "", f.Name.Name
		switch {
		case f.Recv != nil && !f.Name.IsExported():
			continue
		case f.Recv != nil:
			receiver = receiverName(f.Recv.List[0].Type)
			name = functionOf(receiver, name)
		case name == "main":
			name = mainName
		}
		if t := p.types[receiver]; t != nil {
			s := p.describeFunction(f)
			s.function = name
			t.methods = append(t.methods, s)
		}
	}
	for _, name := range p.pkg.Scope().Names() {
		if t := p.types[name]; t != nil && t.name != "" {
			p.describePromoted(t)
		}
	}
	for _, t := range p.types {
		slices.SortStableFunc(t.methods, func(a, b signature) int { return a.order - b.order })
	}
}

func (p *program) describeType(o *types.TypeName) *typeInfo {
	t := &typeInfo{name: o.Name()}
	if named, ok := o.Type().(*types.Named); ok {
		t.generic = named.TypeParams().Len() > 0
	}
	s, ok := o.Type().Underlying().(*types.Struct)
	if !ok {
		return t
	}
	t.isStruct = true
	t.uses = usesOf(s)
	return t
}

// usesOf returns the behaviours that a struct uses, itself or by what it embeds.
func usesOf(s *types.Struct) []term.Atom {
	var uses []term.Atom
	for f := range s.Fields() {
		if !f.Embedded() {
			continue
		}
		name, ofOTP := strings.CutPrefix(types.TypeString(f.Type(), nil), otpPath+".")
		if used, ok := otp.Used(name); ok && ofOTP {
			uses = append(uses, used)
		} else if inner, ok := f.Type().Underlying().(*types.Struct); ok {
			uses = append(uses, usesOf(inner)...)
		}
	}
	return uses
}

// describePromoted adds the methods that a type has from embedded types of the
// learner's.
func (p *program) describePromoted(t *typeInfo) {
	o := p.pkg.Scope().Lookup(t.name).Type()
	set := types.NewMethodSet(types.NewPointer(o))
	for i := range set.Len() {
		m := set.At(i)
		if len(m.Index()) < 2 || m.Obj().Pkg() != p.pkg || !m.Obj().Exported() {
			continue
		}
		path := embeddedPath(o, m.Index())
		owner := types.Unalias(o)
		for _, name := range path {
			// Through a pointer, which is nil in a module's value, a call would fail.
			if _, pointer := owner.(*types.Pointer); !pointer {
				owner = types.Unalias(structField(owner, name).Type())
			}
		}
		named, ok := owner.(*types.Named)
		if !ok || p.types[named.Obj().Name()] == nil {
			continue
		}
		for _, s := range p.types[named.Obj().Name()].methods {
			if s.name == m.Obj().Name() && len(s.path) == 0 {
				s.path, s.order = path, -1
				t.methods = append(t.methods, s)
			}
		}
	}
}

// redescribePromoted takes down anew what flatten has changed about promoted
// methods: those of instances of generic types.
func (p *program) redescribePromoted() {
	for _, t := range p.types {
		o := p.pkg.Scope().Lookup(t.name)
		for i, s := range t.methods {
			if len(s.path) == 0 || o == nil {
				continue
			}
			if m := types.NewMethodSet(types.NewPointer(o.Type())).Lookup(p.pkg, s.name); m != nil {
				t.methods[i].path = embeddedPath(o.Type(), m.Index())
				t.methods[i].function = methodName(m.Obj().(*types.Func))
			}
		}
	}
}

func (p *program) describeFunction(f *ast.FuncDecl) signature {
	at := p.position(f)
	s := signature{name: f.Name.Name, file: at.Filename, line: at.Line, order: int(f.Pos())}
	for _, field := range f.Type.Params.List {
		names := identNames(field.Names)
		if len(names) == 0 {
			names = []string{"_"}
		}
		for _, name := range names {
			s.params = append(s.params, strings.ToLower(name))
		}
	}
	end := f.Type.End()
	s.head = learnerWords(p.text[p.offset(f.Pos()):p.offset(end)])
	return s
}

func (p *program) offset(pos token.Pos) int { return p.fset.File(p.file.Pos()).Offset(pos) }

// isModule reports whether a type becomes a module: it has methods or uses a
// behaviour, or it is a struct with an exported name.
func (t *typeInfo) isModule() bool {
	exported := token.IsExported(t.name)
	return !t.generic && exported && (len(t.methods) > 0 || len(t.uses) > 0 || t.isStruct)
}

// imports returns the import paths of the program.
func (p *program) imports() map[string]bool {
	paths := map[string]bool{}
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			for _, s := range g.Specs {
				path, _ := strconv.Unquote(s.(*ast.ImportSpec).Path.Value)
				paths[path] = true
			}
		}
	}
	return paths
}
