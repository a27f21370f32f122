package bridge

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// block writes statements as an expression of Elixir. With ok the value of a
// block without return is :ok, as that of a function without results.
func (f *elixirFunction) block(body []ast.Stmt, ok bool) string {
	var lines []string
	for i, s := range body {
		rest := body[i+1:]
		if line, done := f.nested(s, rest, ok); done {
			return strings.Join(append(lines, line), "\n")
		}
		if line := f.statement(s, ok); line != "" {
			lines = append(lines, line)
		}
		if _, isReturn := s.(*ast.ReturnStmt); isReturn {
			return strings.Join(lines, "\n")
		}
	}
	if ok && !f.endsWithOK(body) {
		lines = append(lines, ":ok")
	}
	if len(lines) == 0 {
		return "nil"
	}
	return strings.Join(lines, "\n")
}

// voids are the functions of otp whose Elixir twins return :ok.
var voids = map[string]bool{
	"GenServer.Cast": true, "GenServer.Reply": true, "GenServer.Stop": true, "GenEvent.Notify": true, "GenEvent.SyncNotify": true,
	"GenEvent.AckNotify": true, "GenEvent.Stop": true, "Agent.Update": true, "Agent.Cast": true, "Agent.Stop": true,
	"IO.Puts": true, "IO.Write": true, "Process.Sleep": true, "Timer.Sleep": true, "Exit": true, "Raise": true, "Throw": true,
	"ProcLib.InitAck": true, "Sys.Suspend": true, "Sys.Resume": true,
}

// endsWithOK reports whether the last statement's value is :ok anyway, or
// nobody sees it.
func (f *elixirFunction) endsWithOK(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && (voids[f.sourceOf(call.Fun)] || f.ownMethod(call) != nil)
	case *ast.ForStmt:
		return s.Cond == nil
	}
	return false
}

// nested writes a statement that has the rest of the block inside of it.
func (f *elixirFunction) nested(s ast.Stmt, rest []ast.Stmt, ok bool) (string, bool) {
	switch s := s.(type) {
	case *ast.IfStmt:
		return f.nestedIf(s, rest, ok)
	case *ast.SwitchStmt:
		if s.Tag == nil && s.Init == nil {
			return f.nestedSwitch(s, rest, ok)
		}
	case *ast.AssignStmt:
		return f.nestedError(s, rest, ok)
	}
	return "", false
}

func (f *elixirFunction) nestedIf(s *ast.IfStmt, rest []ast.Stmt, ok bool) (string, bool) {
	if s.Init != nil {
		return f.ifFound(s, rest, ok)
	}
	if text, done := f.ifMatch(s, rest, ok); done {
		return text, true
	}
	otherwise := rest
	if e, isBlock := s.Else.(*ast.BlockStmt); isBlock {
		if !returns(e.List) && len(rest) > 0 || !returns(s.Body.List) {
			return "", false
		}
		otherwise = append(e.List[:len(e.List):len(e.List)], rest...)
	} else if s.Else != nil {
		return "", false
	}
	if !returns(s.Body.List) {
		return "", false
	}
	return "if " + f.expr(s.Cond) + " do\n" + f.block(s.Body.List, ok) + "\nelse\n" + f.block(otherwise, ok) + "\nend", true
}

// ifMatch writes an if on Match, whose variables its block or the rest uses.
func (f *elixirFunction) ifMatch(s *ast.IfStmt, rest []ast.Stmt, ok bool) (string, bool) {
	condition, negated := s.Cond, false
	if not, isNot := condition.(*ast.UnaryExpr); isNot && not.Op == token.NOT {
		condition, negated = not.X, true
	}
	call, isCall := condition.(*ast.CallExpr)
	if !isCall || f.sourceOf(call.Fun) != "Match" || s.Else != nil {
		return "", false
	}
	subject, pattern, _ := f.matched(call)
	if negated && len(s.Body.List) == 1 && strings.HasPrefix(f.sourceOf(s.Body.List[0]), `Raise(T("badmatch"`) {
		return pattern + " = " + f.expr(subject) + "\n" + f.block(rest, ok), true
	}
	if !returns(s.Body.List) {
		return "", false
	}
	yes, no := s.Body.List, rest
	if negated {
		yes, no = no, yes
	}
	return "case " + f.expr(subject) + " do\n" + pattern + " ->\n" + f.block(yes, ok) + "\n_ ->\n" + f.block(no, ok) + "\nend", true
}

// ifFound writes if v, ok := m.Fetch(k); ok { ... }.
func (f *elixirFunction) ifFound(s *ast.IfStmt, rest []ast.Stmt, ok bool) (string, bool) {
	init, isAssign := s.Init.(*ast.AssignStmt)
	flag, isFlag := s.Cond.(*ast.Ident)
	if !isAssign || !isFlag || len(init.Lhs) != 2 || len(init.Rhs) != 1 || f.sourceOf(init.Lhs[1]) != flag.Name || !returns(s.Body.List) || s.Else != nil {
		return "", false
	}
	return "case " + f.expr(init.Rhs[0]) + " do\n{:ok, " + f.expr(init.Lhs[0]) + "} ->\n" + f.block(s.Body.List, ok) +
		"\n:error ->\n" + f.block(rest, ok) + "\nend", true
}

// nestedSwitch writes a switch without a tag, all of whose branches return.
func (f *elixirFunction) nestedSwitch(s *ast.SwitchStmt, rest []ast.Stmt, ok bool) (string, bool) {
	if text, done := f.switchMatch(s, rest, ok); done {
		return text, true
	}
	var b strings.Builder
	b.WriteString("cond do\n")
	last := rest
	for _, c := range s.Body.List {
		cc := c.(*ast.CaseClause)
		if !returns(cc.Body) && len(rest) > 0 || len(cc.List) > 1 {
			return "", false
		}
		if cc.List == nil {
			last = cc.Body
			continue
		}
		b.WriteString(f.expr(cc.List[0]) + " ->\n" + f.block(cc.Body, ok) + "\n")
	}
	if len(last) > 0 && !f.refuses(last) {
		b.WriteString("true ->\n" + f.block(last, ok) + "\n")
	}
	return b.String() + "end", true
}

// switchMatch writes a switch whose cases are Match on one subject, as case.
func (f *elixirFunction) switchMatch(s *ast.SwitchStmt, rest []ast.Stmt, ok bool) (string, bool) {
	value := ""
	var b strings.Builder
	last := rest
	for _, c := range s.Body.List {
		cc := c.(*ast.CaseClause)
		if !returns(cc.Body) && len(rest) > 0 || len(cc.List) > 1 {
			return "", false
		}
		if cc.List == nil {
			last = cc.Body
			continue
		}
		subject, pattern, matched := f.matched(cc.List[0])
		if !matched || value != "" && value != f.sourceOf(subject) {
			return "", false
		}
		value = f.sourceOf(subject)
		b.WriteString(pattern + " ->\n" + f.block(cc.Body, ok) + "\n")
	}
	if value == "" {
		return "", false
	}
	if !f.refuses(last) {
		b.WriteString("_ ->\n" + f.block(last, ok) + "\n")
	}
	return "case " + f.name(value) + " do\n" + b.String() + "end", true
}

// nestedError writes v, err := f() with the if err != nil that follows.
func (f *elixirFunction) nestedError(s *ast.AssignStmt, rest []ast.Stmt, ok bool) (string, bool) {
	if len(s.Lhs) != 2 || len(s.Rhs) != 1 || len(rest) == 0 {
		return "", false
	}
	check, isIf := rest[0].(*ast.IfStmt)
	name := f.sourceOf(s.Lhs[1])
	if !isIf || check.Init != nil || check.Else != nil || f.sourceOf(check.Cond) != name+" != nil" {
		return "", false
	}
	value := f.expr(s.Lhs[0])
	if len(check.Body.List) == 1 && strings.HasPrefix(f.sourceOf(check.Body.List[0]), `Raise(T("badmatch"`) {
		text := "{:ok, " + value + "} = " + f.expr(s.Rhs[0]) + "\n" + f.block(rest[1:], ok)
		return text, true
	}
	if !returns(check.Body.List) {
		return "", false
	}
	return "case " + f.expr(s.Rhs[0]) + " do\n{:ok, " + value + "} ->\n" + f.block(rest[1:], ok) +
		"\n{:error, " + f.expr(s.Lhs[1]) + "} ->\n" + f.block(check.Body.List, ok) + "\nend", true
}

// statement writes a statement by itself.
func (f *elixirFunction) statement(s ast.Stmt, ok bool) string {
	switch s := s.(type) {
	case *ast.ReturnStmt:
		return f.returned(s, ok)
	case *ast.ExprStmt:
		return f.expr(s.X)
	case *ast.AssignStmt:
		return f.assignment(s)
	case *ast.DeclStmt:
		if isVarDecl(s) {
			return ""
		}
		if name, value := f.initialized(s); value != nil {
			return f.assigned(ast.NewIdent(name), value)
		}
	case *ast.IfStmt:
		if text, fine := f.ifStatement(s); fine {
			return text
		}
	case *ast.RangeStmt:
		if text, fine := f.ranged(s); fine {
			return text
		}
	case *ast.ForStmt:
		if text, fine := f.forever(s); fine {
			return text
		}
	}
	return f.untranslated(s)
}

// untranslated is what stands for Go without a counterpart: it fails when it
// is reached.
func (f *elixirFunction) untranslated(n ast.Node) string {
	return "raise " + strconv.Quote("not translated from Go: "+strings.ReplaceAll(f.sourceOf(n), "#{", "# {"))
}

func (f *elixirFunction) returned(s *ast.ReturnStmt, ok bool) string {
	switch len(s.Results) {
	case 0:
		if ok {
			return ":ok"
		}
		return "nil"
	case 1:
		return f.expr(s.Results[0])
	}
	first, last := f.expr(s.Results[0]), s.Results[len(s.Results)-1]
	results := f.decl.Type.Results.List
	switch kind := typeText(results[len(results)-1].Type); {
	case kind == "error" && f.sourceOf(last) == "nil", kind == "bool" && f.sourceOf(last) == "true":
		return "{:ok, " + first + "}"
	case kind == "error":
		return "{:error, " + f.expr(last) + "}"
	case kind == "bool" && f.sourceOf(last) == "false":
		return ":error"
	}
	return "{" + f.list(s.Results) + "}"
}

func (f *elixirFunction) assignment(s *ast.AssignStmt) string {
	if field, ok := s.Lhs[0].(*ast.SelectorExpr); ok && len(s.Lhs) == len(s.Rhs) {
		return f.fieldUpdate(field, s)
	}
	op := strings.TrimSuffix(s.Tok.String(), "=")
	switch {
	case s.Tok != token.ASSIGN && s.Tok != token.DEFINE:
		return f.expr(s.Lhs[0]) + " = " + f.expr(s.Lhs[0]) + " " + op + " " + f.expr(s.Rhs[0])
	case len(s.Lhs) == 1 && f.sourceOf(s.Lhs[0]) == "_":
		return f.expr(s.Rhs[0])
	case len(s.Lhs) == 1:
		return f.assigned(s.Lhs[0], s.Rhs[0])
	case len(s.Rhs) == 1:
		return "{" + f.list(s.Lhs) + "} = " + f.expr(s.Rhs[0])
	}
	return "{" + f.list(s.Lhs) + "} = {" + f.list(s.Rhs) + "}"
}

func (f *elixirFunction) assigned(left, right ast.Expr) string {
	if call, ok := right.(*ast.CallExpr); ok && f.sourceOf(call.Fun) == "Sys.HandleSystemMsg" {
		return f.expr(right)
	}
	return f.expr(left) + " = " + f.expr(right)
}

// fieldUpdate writes r.a, r.b = x, y.
func (f *elixirFunction) fieldUpdate(field *ast.SelectorExpr, s *ast.AssignStmt) string {
	base := f.expr(field.X)
	var pairs []string
	for i, left := range s.Lhs {
		sel, ok := left.(*ast.SelectorExpr)
		if !ok || f.expr(sel.X) != base {
			return f.untranslated(s)
		}
		value := f.expr(s.Rhs[i])
		if s.Tok != token.ASSIGN {
			value = f.expr(left) + " " + strings.TrimSuffix(s.Tok.String(), "=") + " " + value
		}
		pairs = append(pairs, elixirName(sel.Sel.Name)+": "+value)
	}
	return base + " = %{" + base + " | " + strings.Join(pairs, ", ") + "}"
}

// ifStatement writes an if that goes on behind it. Variables that it changes
// are its value.
func (f *elixirFunction) ifStatement(s *ast.IfStmt) (string, bool) {
	if s.Init != nil || hasReturn(s) {
		return "", false
	}
	var no []ast.Stmt
	if e, ok := s.Else.(*ast.BlockStmt); ok {
		no = e.List
	} else if s.Else != nil {
		return "", false
	}
	changed := changedIn(s)
	if len(changed) == 0 {
		text := "if " + f.expr(s.Cond) + " do\n" + f.block(s.Body.List, false)
		if no != nil {
			text += "\nelse\n" + f.block(no, false)
		}
		return text + "\nend", true
	}
	for i, name := range changed {
		changed[i] = f.name(name)
	}
	value := strings.Join(changed, ", ")
	if len(changed) > 1 {
		value = "{" + value + "}"
	}
	if subject, pattern, ok := f.matched(s.Cond); ok {
		yes := f.block(s.Body.List, false) + "\n" + value
		return value + " =\ncase " + f.expr(subject) + " do\n" + pattern + " ->\n" + yes +
			"\n_ ->\n" + f.before(no) + value + "\nend", true
	}
	return value + " =\nif " + f.expr(s.Cond) + " do\n" + f.block(s.Body.List, false) + "\n" + value +
		"\nelse\n" + f.before(no) + value + "\nend", true
}

func (f *elixirFunction) before(body []ast.Stmt) string {
	if len(body) == 0 {
		return ""
	}
	return f.block(body, false) + "\n"
}

func hasReturn(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		case *ast.FuncLit:
			return false
		}
		return true
	})
	return found
}

// changedIn are the variables that a statement assigns to and does not declare.
func changedIn(n ast.Node) []string {
	var names []string
	seen := make(map[string]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for _, left := range a.Lhs {
			if sel, ok := left.(*ast.SelectorExpr); ok {
				left = sel.X
			}
			id, ok := left.(*ast.Ident)
			if !ok || seen[id.Name] || id.Name == "_" {
				continue
			}
			seen[id.Name] = true
			if a.Tok != token.DEFINE {
				names = append(names, id.Name)
			}
		}
		return true
	})
	return names
}

// ranged writes a range loop that changes no variable.
func (f *elixirFunction) ranged(s *ast.RangeStmt) (string, bool) {
	if len(changedIn(s.Body)) > 0 || hasReturn(s.Body) {
		return "", false
	}
	element := s.Value
	if element == nil {
		element = s.Key
	} else if f.sourceOf(s.Key) != "_" {
		return "", false
	}
	return "for " + f.expr(element) + " <- " + f.expr(s.X) + " do\n" + f.block(s.Body.List, false) + "\nend", true
}

// forever writes for { Receive(...) } as a receive and a call of the function
// by itself.
func (f *elixirFunction) forever(s *ast.ForStmt) (string, bool) {
	if s.Cond != nil || s.Init != nil || s.Post != nil || hasReturn(s.Body) {
		return "", false
	}
	var plain []string
	for _, name := range changedIn(s.Body) {
		if !f.onlyBySystem(s.Body, name) {
			plain = append(plain, name)
		}
	}
	if len(plain) > 0 {
		return "", false
	}
	var args []string
	for _, p := range f.params {
		args = append(args, elixirVar(p))
	}
	return f.block(s.Body.List, false) + "\n" + f.functionName(f.decl) + "(" + strings.Join(args, ", ") + ")", true
}

// onlyBySystem reports whether a variable is changed by Sys.HandleSystemMsg
// only, which in Elixir does not return.
func (f *elixirFunction) onlyBySystem(n ast.Node, name string) bool {
	only := true
	ast.Inspect(n, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if ok && f.sourceOf(a.Lhs[0]) == name && !strings.HasPrefix(f.sourceOf(a.Rhs[0]), "Sys.HandleSystemMsg(") {
			only = false
		}
		return true
	})
	return only
}
