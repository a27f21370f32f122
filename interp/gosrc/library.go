package gosrc

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
)

// The generic packages of the standard library have no compiled values that
// could be given to the interpreter. Programs are checked against their real
// types; flatten then takes the instances from sources of the same functions,
// in data/generic. Those of iter leave
// the coroutine to compiled code.
var genericPackages = map[string]bool{"cmp": true, "iter": true, "maps": true, "slices": true}

// partlyGeneric are the packages of which only the generic functions and types
// are taken from there.
var partlyGeneric = map[string]bool{"errors": true, "sync": true, "sync/atomic": true}

// hasSource reports whether the instances of a package come from data/generic.
func hasSource(path string) bool { return genericPackages[path] || partlyGeneric[path] }

//go:embed data/generic
var genericSources embed.FS

// library is a checked generic package. Its positions are those of the
// program that uses it.
type library struct {
	info *types.Info
	pkg  *types.Package
	declared
}

// declared are the declarations of a package by what they declare; those of
// methods also by the name of the type.
type declared struct {
	decls   map[types.Object]*ast.FuncDecl
	specs   map[types.Object]*ast.TypeSpec
	methods map[string][]*ast.FuncDecl
}

func newDeclared() declared {
	return declared{map[types.Object]*ast.FuncDecl{}, map[types.Object]*ast.TypeSpec{}, map[string][]*ast.FuncDecl{}}
}

// collect takes the declarations of a checked file down.
func (d declared) collect(f *ast.File, info *types.Info) {
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Recv != nil && len(decl.Recv.List) > 0 {
				name := receiverName(decl.Recv.List[0].Type)
				d.methods[name] = append(d.methods[name], decl)
			}
			d.decls[info.Defs[decl.Name]] = decl
		case *ast.GenDecl:
			for _, s := range decl.Specs {
				if s, ok := s.(*ast.TypeSpec); ok {
					d.specs[info.Defs[s.Name]] = s
				}
			}
		}
	}
}

// loadLibrary parses and checks a generic package.
func loadLibrary(path string, fset *token.FileSet, imp types.Importer) (*library, error) {
	source, err := genericSources.ReadFile("data/generic/" + packageName(path) + ".go.txt")
	if err != nil {
		return nil, fmt.Errorf("package %s: %w", path, err)
	}
	f, err := parser.ParseFile(fset, path+".go", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	l := &library{info: newInfo(0), declared: newDeclared()}
	config := types.Config{Importer: imp}
	if l.pkg, err = config.Check(path, fset, []*ast.File{f}, l.info); err != nil {
		return nil, err
	}
	l.collect(f, l.info)
	return l, nil
}
