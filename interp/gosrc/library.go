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

//go:embed data/generic
var genericSources embed.FS

// library is a checked generic package. Its positions are those of the
// program that uses it.
type library struct {
	info  *types.Info
	pkg   *types.Package
	decls map[types.Object]*ast.FuncDecl
}

// loadLibrary parses and checks a generic package.
func loadLibrary(path string, fset *token.FileSet, imp types.Importer) (*library, error) {
	source, err := genericSources.ReadFile("data/generic/" + path + ".go.txt")
	if err != nil {
		return nil, fmt.Errorf("package %s: %w", path, err)
	}
	f, err := parser.ParseFile(fset, path+".go", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	l := &library{info: newInfo(), decls: map[types.Object]*ast.FuncDecl{}}
	config := types.Config{Importer: imp}
	if l.pkg, err = config.Check(path, fset, []*ast.File{f}, l.info); err != nil {
		return nil, err
	}
	for _, d := range f.Decls {
		if d, ok := d.(*ast.FuncDecl); ok {
			l.decls[l.info.Defs[d.Name]] = d
		}
	}
	return l, nil
}
