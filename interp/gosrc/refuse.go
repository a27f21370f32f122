package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// refuse returns an error for the first construct of a checked program that
// cannot be run as the compiler would run it.
func (p *program) refuse() (err error) {
	ast.Inspect(p.file, func(n ast.Node) bool {
		for _, r := range refusals {
			if n != nil && err == nil && r.is(p, n) {
				err = errorAt(p.position(n), "%s cannot be used at the prompt: %s", r.construct, r.instead)
			}
		}
		return err == nil
	})
	return err
}

// refusal is a construct that is refused, with the way round it.
type refusal struct {
	construct, instead string
	is                 func(*program, ast.Node) bool
}

var refusals = []refusal{
	{"print and println", "use IO.Puts, or Println of package fmt, which print where the process prints", isPrint},
	{"a deferred call, or a go statement, of which the arguments are the results of one call", "assign the results to variables first", isMultiValue},
	{"a type assertion to this interface type", "assert the concrete type, error, fmt.Stringer or an interface declared at the prompt", isOddAssertion},
	{"io.Pipe", "send []byte through a channel, or write to a bytes.Buffer and read from it", isPipe},
	{"fmt.Scan, Scanf and Scanln", "the keyboard belongs to the prompt: give a function what it needs as arguments", isScan},
	{"an import with a dot", "import the package, and write its name before the names that are taken from it", isDotImport},
	{"a type that contains itself other than by a field of a declared struct", "give it a struct: type Tree struct{ kids map[string]Tree }", isSelfContaining},
	{"a bool, byte, pointer or struct as an interface value beside the call of a function literal that changes it", "call the function in a statement of its own", isReadBeside},
	{"goto in a range over a function", "put the body into a function of its own", isOddRangeFunc},
}

// Refusals returns what is refused, as pairs of construct and way round, for
// the documentation.
func Refusals() [][2]string {
	var list [][2]string
	for _, r := range refusals {
		list = append(list, [2]string{r.construct, r.instead})
	}
	return list
}

// difference is something that runs otherwise than compiled, with a program that
// shows it, what that prints compiled, and what it prints here.
type difference struct {
	what                    string
	program, compiled, here string
}

var differences = []difference{{
	"What cap says of a slice is the compiler's own choice: it may differ where the compiler writes a function into its caller.",
	"func grow(s []int) []int { return append(s, 1) }\nfunc F() int {\n\tvar s []int\n\ts = grow(s)\n\treturn cap(s)\n}", "4", "1",
}}

// Differences returns what runs otherwise than compiled, for the documentation.
func Differences() []string {
	var list []string
	for _, d := range differences {
		list = append(list, d.what)
	}
	return list
}

// isSelfContaining reports types that lead back to themselves, as maps of themselves do,
// of which the interpreter would make types without end. Structs may, and functions, see
// lowerFunctions.
func isSelfContaining(p *program, n ast.Node) bool {
	spec, ok := n.(*ast.TypeSpec)
	if !ok || spec.Assign.IsValid() {
		return false
	}
	named, ok := p.info.Defs[spec.Name].Type().(*types.Named)
	return ok && leadsBack(named.Underlying(), named, map[*types.Named]bool{}, true)
}

// leadsBack reports whether a type leads to a named one by elements, and by functions
// that have no name and are not outermost.
func leadsBack(t types.Type, to *types.Named, seen map[*types.Named]bool, outermost bool) bool {
	switch u := types.Unalias(t).(type) {
	case *types.Named:
		if u.Origin() == to {
			return true
		}
		switch u.Underlying().(type) {
		case *types.Signature, *types.Struct:
			return false
		}
		if seen[u] {
			return false
		}
		seen[u] = true
		return leadsBack(u.Underlying(), to, seen, false)
	case *types.Signature, *types.Struct:
		if outermost {
			return false
		}
	}
	return slices.ContainsFunc(madeOf(t), func(part types.Type) bool { return leadsBack(part, to, seen, false) })
}

func isPrint(p *program, n ast.Node) bool {
	e, ok := n.(*ast.Ident)
	return ok && (p.isBuiltin(e, "println") || p.isBuiltin(e, "print"))
}

// isMultiValue reports deferred calls and go statements that take a call with
// several results.
func isMultiValue(p *program, n ast.Node) bool {
	switch n := n.(type) {
	case *ast.DeferStmt:
		return p.tuple(n.Call.Args) != nil
	case *ast.GoStmt:
		return p.tuple(n.Call.Args) != nil
	}
	return false
}

// isOddAssertion reports assertions to interfaces of the standard library, which
// boxes do not implement.
func isOddAssertion(p *program, n ast.Node) bool {
	bad := func(e ast.Expr) bool {
		t := p.typeOf(e)
		if t == nil || !isInterface(t) || t.Underlying().(*types.Interface).NumMethods() == 0 || p.erased(t) {
			return false
		}
		name := types.TypeString(t, nil)
		return name != "error" && name != "fmt.Stringer" && name != "runtime.Error" && !p.isStandard(t)
	}
	switch n := n.(type) {
	case *ast.TypeAssertExpr:
		return n.Type != nil && bad(n.Type)
	case *ast.TypeSwitchStmt:
		for _, c := range n.Body.List {
			for _, e := range c.(*ast.CaseClause).List {
				if bad(e) {
					return true
				}
			}
		}
	}
	return false
}

// isDotImport reports imports that declare the names of a package in the program.
func isDotImport(_ *program, n ast.Node) bool {
	spec, ok := n.(*ast.ImportSpec)
	return ok && spec.Name != nil && spec.Name.Name == "."
}

// isPipe reports the use of io.Pipe, whose ends wait for each other where nobody
// sees it.
func isPipe(p *program, n ast.Node) bool {
	e, ok := n.(*ast.SelectorExpr)
	return ok && p.isFunction(e, "io", "Pipe")
}

// isScan reports the functions that read what the process of gex is given.
func isScan(p *program, n ast.Node) bool {
	e, ok := n.(*ast.SelectorExpr)
	return ok && (p.isFunction(e, "fmt", "Scan") || p.isFunction(e, "fmt", "Scanf") || p.isFunction(e, "fmt", "Scanln"))
}

// isOddRangeFunc reports a range over a function of which the body is left in a
// way that lowerRangeFunc does not know.
func isOddRangeFunc(p *program, n ast.Node) bool {
	r, ok := n.(*ast.RangeStmt)
	if !ok {
		return false
	}
	if _, ok := coreType(p.typeOf(r.X)).(*types.Signature); !ok {
		return false
	}
	found := false
	ast.Inspect(r.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.GOTO
		}
		return true
	})
	return found
}
