package gosrc

import "go/ast"

// mainName is the function that main becomes: the interpreter would call main
// whenever it loads a program.
const mainName = "main_gex"

// lowerMain renames func main.
//
//	func main() { f() }  =>  func main_gex() { f() }
func lowerMain(p *program) {
	object := p.pkg.Scope().Lookup("main")
	if object == nil {
		return
	}
	ast.Inspect(p.file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && (p.info.Defs[id] == object || p.info.Uses[id] == object) {
			id.Name = mainName
		}
		return true
	})
}
