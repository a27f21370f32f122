package transcript

import (
	"go/ast"
	goparser "go/parser"
	gotoken "go/token"
)

// A Declaration is a type or a function that Go source declares.
type Declaration struct {
	Receiver string // the type that a method is of, without a star
	Name     string
	Type     bool // a type, not a function
}

// Declared lists the types and functions that Go source without a package
// clause declares, in order. Of source that has errors it lists what can be
// read.
func Declared(source string) []Declaration {
	file, _ := goparser.ParseFile(gotoken.NewFileSet(), "", "package p\n"+source, goparser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	var all []Declaration
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			all = append(all, Declaration{Receiver: receiver(d), Name: d.Name.Name})
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					all = append(all, Declaration{Name: t.Name.Name, Type: true})
				}
			}
		}
	}
	return all
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return ""
	}
	t := f.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if name, ok := t.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}
