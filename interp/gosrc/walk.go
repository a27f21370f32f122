package gosrc

import "go/ast"

// This file walks syntax trees that are rewritten on the way. It is what
// astutil.Apply does, without the reflection that makes it slow: the passes
// together may visit every node a hundred times.

// cursor is a node on the way.
type cursor struct {
	Node, Parent ast.Node
	Role         role
	before       []ast.Node
}

// role says which part of its parent a node is.
type role uint8

const (
	atPart   role = iota
	inList        // other nodes can be put before this one
	atName        // a name that declares, the name of a field, or a label
	inNames       // one of a list of such
	atType        // the type of a function
	atPost        // what follows an iteration
	atCallee      // the function of a call
)

// InList reports whether nodes can be put before this one.
func (c *cursor) InList() bool { return c.Role == inList || c.Role == inNames }

// IsName reports whether the node is an identifier that stands for itself.
func (c *cursor) IsName() bool { return c.Role == atName || c.Role == inNames }

// Replace puts another node in the place. It is not visited.
func (c *cursor) Replace(n ast.Node) { c.Node = n }

// InsertBefore puts a node before this one, which is in a list. It is not
// visited.
func (c *cursor) InsertBefore(n ast.Node) { c.before = append(c.before, n) }

// walk visits the nodes under root: enter before what is in a node, which is
// left out with leave if it returns false, and leave after. Both may be nil. The
// root itself cannot be replaced.
func walk(root ast.Node, enter func(*cursor) bool, leave func(*cursor)) {
	w := walker{enter: enter, leave: leave}
	w.visit(root, nil, atPart)
}

type walker struct {
	enter func(*cursor) bool
	leave func(*cursor)
	c     cursor // one for all nodes, so that none is made for each
}

// visit visits a node; w.c says afterwards what stands in its place.
func (w *walker) visit(n, parent ast.Node, at role) {
	if w.enter != nil {
		w.c.Node, w.c.Parent, w.c.Role = n, parent, at
		if !w.enter(&w.c) {
			return
		}
	}
	w.children(n)
	w.c.Node, w.c.Parent, w.c.Role = n, parent, at
	if w.leave != nil {
		w.leave(&w.c)
	}
}

type node interface {
	comparable
	ast.Node
}

// part visits what is in a field of a node.
func part[N node](w *walker, parent ast.Node, at role, field *N) {
	var none N
	old := *field
	if old == none {
		return
	}
	w.visit(old, parent, at)
	if w.c.Node != ast.Node(old) {
		*field = w.c.Node.(N)
	}
}

// parts visits the nodes of a list.
func parts[N node](w *walker, parent ast.Node, at role, list *[]N) {
	nodes := *list
	var made []N // from where something has been put in
	for i, old := range nodes {
		w.visit(old, parent, at)
		if w.c.Node != ast.Node(old) {
			nodes[i] = w.c.Node.(N)
		}
		if made == nil && len(w.c.before) > 0 {
			made = append(made, nodes[:i]...)
		}
		for _, n := range w.c.before {
			made = append(made, n.(N))
		}
		w.c.before = nil
		if made != nil {
			made = append(made, nodes[i])
		}
	}
	if made != nil {
		*list = made
	}
}

// children visits what is in a node. Comments are left out.
func (w *walker) children(n ast.Node) {
	switch n := n.(type) {
	case *ast.Ident, *ast.BasicLit: // half of all nodes
	case *ast.File:
		part(w, n, atName, &n.Name)
		parts(w, n, inList, &n.Decls)
	case *ast.FieldList:
		parts(w, n, inList, &n.List)
	case *ast.Field:
		parts(w, n, inNames, &n.Names)
		part(w, n, atPart, &n.Type)
		part(w, n, atPart, &n.Tag)
	case ast.Expr:
		w.exprChildren(n)
	case ast.Stmt:
		w.stmtChildren(n)
	case *ast.FuncDecl:
		part(w, n, atPart, &n.Recv)
		part(w, n, atName, &n.Name)
		part(w, n, atType, &n.Type)
		part(w, n, atPart, &n.Body)
	case *ast.GenDecl:
		parts(w, n, inList, &n.Specs)
	case *ast.ImportSpec:
		part(w, n, atName, &n.Name)
		part(w, n, atPart, &n.Path)
	case *ast.TypeSpec:
		part(w, n, atName, &n.Name)
		part(w, n, atPart, &n.TypeParams)
		part(w, n, atPart, &n.Type)
	case *ast.ValueSpec:
		parts(w, n, inNames, &n.Names)
		part(w, n, atPart, &n.Type)
		parts(w, n, inList, &n.Values)
	}
}

func (w *walker) exprChildren(n ast.Expr) {
	switch n := n.(type) {
	case *ast.ParenExpr:
		part(w, n, atPart, &n.X)
	case *ast.SelectorExpr:
		part(w, n, atPart, &n.X)
		part(w, n, atName, &n.Sel)
	case *ast.IndexExpr:
		part(w, n, atPart, &n.X)
		part(w, n, atPart, &n.Index)
	case *ast.IndexListExpr:
		part(w, n, atPart, &n.X)
		parts(w, n, inList, &n.Indices)
	case *ast.SliceExpr:
		part(w, n, atPart, &n.X)
		part(w, n, atPart, &n.Low)
		part(w, n, atPart, &n.High)
		part(w, n, atPart, &n.Max)
	case *ast.TypeAssertExpr:
		part(w, n, atPart, &n.X)
		part(w, n, atPart, &n.Type)
	case *ast.CallExpr:
		part(w, n, atCallee, &n.Fun)
		parts(w, n, inList, &n.Args)
	case *ast.StarExpr:
		part(w, n, atPart, &n.X)
	case *ast.UnaryExpr:
		part(w, n, atPart, &n.X)
	case *ast.BinaryExpr:
		part(w, n, atPart, &n.X)
		part(w, n, atPart, &n.Y)
	case *ast.KeyValueExpr:
		part(w, n, atPart, &n.Key)
		part(w, n, atPart, &n.Value)
	case *ast.Ellipsis:
		part(w, n, atPart, &n.Elt)
	case *ast.FuncLit:
		part(w, n, atType, &n.Type)
		part(w, n, atPart, &n.Body)
	case *ast.CompositeLit:
		part(w, n, atPart, &n.Type)
		parts(w, n, inList, &n.Elts)
	default:
		w.typeChildren(n)
	}
}

func (w *walker) typeChildren(n ast.Expr) {
	switch n := n.(type) {
	case *ast.ArrayType:
		part(w, n, atPart, &n.Len)
		part(w, n, atPart, &n.Elt)
	case *ast.StructType:
		part(w, n, atPart, &n.Fields)
	case *ast.FuncType:
		part(w, n, atPart, &n.TypeParams)
		part(w, n, atPart, &n.Params)
		part(w, n, atPart, &n.Results)
	case *ast.InterfaceType:
		part(w, n, atPart, &n.Methods)
	case *ast.MapType:
		part(w, n, atPart, &n.Key)
		part(w, n, atPart, &n.Value)
	case *ast.ChanType:
		part(w, n, atPart, &n.Value)
	}
}

func (w *walker) stmtChildren(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.DeclStmt:
		part(w, n, atPart, &n.Decl)
	case *ast.LabeledStmt:
		part(w, n, atName, &n.Label)
		part(w, n, atPart, &n.Stmt)
	case *ast.ExprStmt:
		part(w, n, atPart, &n.X)
	case *ast.SendStmt:
		part(w, n, atPart, &n.Chan)
		part(w, n, atPart, &n.Value)
	case *ast.IncDecStmt:
		part(w, n, atPart, &n.X)
	case *ast.AssignStmt:
		parts(w, n, inList, &n.Lhs)
		parts(w, n, inList, &n.Rhs)
	case *ast.GoStmt:
		part(w, n, atPart, &n.Call)
	case *ast.DeferStmt:
		part(w, n, atPart, &n.Call)
	case *ast.ReturnStmt:
		parts(w, n, inList, &n.Results)
	case *ast.BranchStmt:
		part(w, n, atName, &n.Label)
	case *ast.BlockStmt:
		parts(w, n, inList, &n.List)
	default:
		w.controlChildren(n)
	}
}

func (w *walker) controlChildren(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.IfStmt:
		part(w, n, atPart, &n.Init)
		part(w, n, atPart, &n.Cond)
		part(w, n, atPart, &n.Body)
		part(w, n, atPart, &n.Else)
	case *ast.CaseClause:
		parts(w, n, inList, &n.List)
		parts(w, n, inList, &n.Body)
	case *ast.SwitchStmt:
		part(w, n, atPart, &n.Init)
		part(w, n, atPart, &n.Tag)
		part(w, n, atPart, &n.Body)
	case *ast.TypeSwitchStmt:
		part(w, n, atPart, &n.Init)
		part(w, n, atPart, &n.Assign)
		part(w, n, atPart, &n.Body)
	case *ast.CommClause:
		part(w, n, atPart, &n.Comm)
		parts(w, n, inList, &n.Body)
	case *ast.SelectStmt:
		part(w, n, atPart, &n.Body)
	case *ast.ForStmt:
		part(w, n, atPart, &n.Init)
		part(w, n, atPart, &n.Cond)
		part(w, n, atPost, &n.Post)
		part(w, n, atPart, &n.Body)
	case *ast.RangeStmt:
		part(w, n, atPart, &n.Key)
		part(w, n, atPart, &n.Value)
		part(w, n, atPart, &n.X)
		part(w, n, atPart, &n.Body)
	}
}
