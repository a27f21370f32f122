package gosrc

import (
	"fmt"
	"go/ast"
)

// mainName is the function that main becomes: the interpreter would call main
// whenever it loads a program.
const mainName = "main_gex"

// initName is the function that the i-th func init becomes, see runInits.
func initName(i int) string { return fmt.Sprintf("init%d_gex", i) }

// lowerMain renames func main, and func init, which the interpreter would call
// at every load as well.
//
//	func main() { f() }  =>  func main_gex() { f() }
//	func init() { f() }  =>  func init1_gex() { f() }
func lowerMain(p *program) {
	for _, d := range p.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == initFunction {
			p.inits++
			f.Name.Name = initName(p.inits)
		}
	}
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
