package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"gex/runtime/otp"
)

// lowerTags gives every struct type an identity of its own at run time, where
// the interpreter knows structs by their fields only: a tag on the first field
// holds the type's name and the names of its fields as typed.
//
//	type Add struct{ N int }  =>  type Add struct { N int `gex:"Add N"` }
func lowerTags(p *program) {
	tagged := map[*ast.StructType]bool{}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if s, ok := n.(*ast.StructType); ok && !tagged[s] {
			nameBlanks(s.Fields.List)
		}
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		if s, ok := spec.Type.(*ast.StructType); ok && !spec.Assign.IsValid() {
			tagged[s] = true
			p.tagStruct(p.typeLabel(spec), s)
		}
		return true
	})
	p.keyLiterals()
}

// nameBlanks gives the blank fields of a struct names, of which there may be one
// each.
func nameBlanks(fields []*ast.Field) {
	blanks := 0
	for _, f := range fields {
		for i, id := range f.Names {
			if id.Name == "_" {
				blanks++
				f.Names[i] = ast.NewIdent(fmt.Sprintf("blank_gex%d", blanks))
			}
		}
	}
}

// typeLabel names a type for its tag.
func (p *program) typeLabel(spec *ast.TypeSpec) string {
	if label, ok := p.labels[spec.Name.Name]; ok {
		return strings.ReplaceAll(label, " ", "") + "@" + spec.Name.Name
	}
	return spec.Name.Name
}

func (p *program) tagStruct(label string, s *ast.StructType) {
	names := []string{label}
	typed := s.Fields.List
	if len(s.Fields.List) == 0 || len(s.Fields.List[0].Names) == 0 {
		blank := &ast.Field{Names: []*ast.Ident{ast.NewIdent("_")}, Type: &ast.StructType{Fields: &ast.FieldList{}}}
		s.Fields.List = append([]*ast.Field{blank}, s.Fields.List...)
	}
	for _, f := range s.Fields.List {
		if len(f.Names) == 0 {
			names = append(names, typedName(embeddedName(f.Type)))
		}
		names = append(names, identNames(f.Names)...)
	}
	nameBlanks(typed)
	first := s.Fields.List[0]
	if len(first.Names) > 1 {
		rest := *first
		rest.Names = first.Names[1:]
		first.Names = first.Names[:1]
		s.Fields.List = append([]*ast.Field{first, &rest}, s.Fields.List[1:]...)
	}
	hideUnexported(s)
	tag := otp.TypeTag + ":" + strconv.Quote(strings.Join(names, " "))
	if first.Tag != nil {
		old, _ := strconv.Unquote(first.Tag.Value)
		tag += " " + string(reflect.StructTag(old))
	}
	first.Tag = &ast.BasicLit{Kind: token.STRING, Value: "`" + tag + "`"}
}

// hideUnexported keeps unexported fields out of JSON, which the interpreter
// makes exported.
func hideUnexported(s *ast.StructType) {
	for _, f := range s.Fields.List {
		if len(f.Names) > 0 && !ast.IsExported(f.Names[0].Name) {
			f.Tag = &ast.BasicLit{Kind: token.STRING, Value: "`json:\"-\"`"}
		}
	}
}

func embeddedName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return embeddedName(e.X)
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.IndexExpr:
		return embeddedName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "_"
}

// keyLiterals names the fields in literals of structs, which the interpreter
// mixes up when the literal has fewer of them than the struct.
func (p *program) keyLiterals() {
	ast.Inspect(p.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || len(lit.Elts) == 0 || p.typeOf(lit) == nil {
			return true
		}
		s, ok := p.typeOf(lit).Underlying().(*types.Struct)
		if !ok || s.NumFields() < len(lit.Elts) {
			return true
		}
		for i, e := range lit.Elts {
			if _, keyed := e.(*ast.KeyValueExpr); !keyed && s.Field(i).Name() != "_" {
				lit.Elts[i] = &ast.KeyValueExpr{Key: ast.NewIdent(s.Field(i).Name()), Value: e}
			}
		}
		return true
	})
}
