package bridge

import (
	"go/ast"
	"strings"
)

// constructors are the results of callbacks: %1 is the first argument.
var constructors = map[string]string{
	"OK": "{:ok, %1}", "NoReply": "{:noreply, %1}", "Remove": ":remove_handler", "Ignore": ":ignore",
	"Swap": "{:swap_handler, %1, %2, %3, %4}", "BadCall": ":erlang.error(:function_clause)",
}

// functions are those of otp that are written in another way in Elixir.
var functions = map[string]string{
	"Send": "send(%1, %2)", "Self": "self()", "MakeRef": "make_ref()", "Exit": "exit(%1)", "Throw": "throw(%1)",
	"Inspect": "inspect(%1)", "Text": "to_string(%1)", "Equal": "%1 === %2", "Spawn": "spawn(%1)", "SpawnLink": "spawn_link(%1)",
	"SpawnMonitor": "spawn_monitor(%1)", "len": "length(%1)", "Reason": "%1", "Error": "%1", "ToTerm": "%1",
	"Name": "name: %1", "StartTimeout": "timeout: %1", "Term": "%1", "int": "%1", "string": "%1", "float64": "%1",
	"Sys.DebugOptions": ":sys.debug_options([%*])",
}

// mapMethods are the methods of Map; Len is map_size.
var mapMethods = map[string]string{
	"Get": "Map.get", "Put": "Map.put", "Delete": "Map.delete", "Fetch": "Map.fetch", "HasKey": "Map.has_key?",
	"Pop": "Map.pop", "Keys": "Map.keys", "Values": "Map.values", "Len": "map_size",
}

// predicates are the functions of otp's modules that end with ? in Elixir.
var predicates = map[string]bool{"Process.Alive": true}

// modulesOf are the modules of otp and their names in Elixir.
var modulesOf = map[string]string{
	"GenServer": "GenServer", "GenEvent": "GenEvent", "Agent": "Agent", "Process": "Process", "IO": "IO",
	"Sys": ":sys", "ProcLib": ":proc_lib", "Timer": ":timer",
}

func (f *elixirFunction) filled(template string, args []ast.Expr) string {
	text := strings.ReplaceAll(template, "%*", f.list(args))
	for i, a := range args {
		text = strings.ReplaceAll(text, "%"+string(rune('1'+i)), f.operand(a))
	}
	return text
}

// call writes a call.
func (f *elixirFunction) call(e *ast.CallExpr) string {
	name := f.sourceOf(e.Fun)
	if template, ok := functions[name]; ok {
		return f.filled(template, e.Args)
	}
	if template, ok := constructors[name]; ok {
		return f.filled(template, e.Args)
	}
	switch name {
	case "T":
		return f.tuple(e.Args)
	case "Atom":
		if text, ok := stringLiteral(e.Args[0]); ok {
			return atomText(text)
		}
	case "Alias":
		if text, ok := stringLiteral(e.Args[0]); ok {
			return text
		}
	case "NewMap":
		return f.newMap(e.Args)
	case "append":
		return f.appended(e)
	case "Reply":
		return f.reply(e.Args)
	case "Stop":
		return "{:stop, " + f.list(e.Args) + "}"
	case "Raise", "panic":
		return f.raised(e.Args[0])
	case "Apply":
		return f.applied(e.Args)
	case "Call":
		return f.expr(e.Args[0]) + ".(" + f.list(e.Args[1:]) + ")"
	case "Receive":
		return f.receive(e.Args)
	case "Match":
		if text, ok := stringLiteral(e.Args[1]); ok && len(e.Args) == 2 {
			return "match?(" + text + ", " + f.expr(e.Args[0]) + ")"
		}
		return "(" + f.untranslated(e) + ")"
	case "Process.TrapExit":
		return "Process.flag(:trap_exit, " + f.list(e.Args) + ")"
	}
	return f.method(e)
}

func (f *elixirFunction) tuple(args []ast.Expr) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = f.expr(a)
		if text, ok := stringLiteral(a); ok && i == 0 {
			words[i] = atomText(text)
		}
	}
	return "{" + strings.Join(words, ", ") + "}"
}

func atomText(name string) string {
	for i, r := range name {
		if r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9') {
			return ":" + elixirString(name)
		}
	}
	return ":" + name
}

func (f *elixirFunction) newMap(args []ast.Expr) string {
	var pairs []string
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, f.expr(args[i])+" => "+f.expr(args[i+1]))
	}
	return "%{" + strings.Join(pairs, ", ") + "}"
}

// appended writes append([]Term{x}, list...) and append(list, x).
func (f *elixirFunction) appended(e *ast.CallExpr) string {
	if !e.Ellipsis.IsValid() {
		return f.operand(e.Args[0]) + " ++ [" + f.list(e.Args[1:]) + "]"
	}
	if l, ok := e.Args[0].(*ast.CompositeLit); ok {
		if len(l.Elts) == 0 {
			return f.expr(e.Args[1])
		}
		return "[" + f.list(l.Elts) + " | " + f.expr(e.Args[1]) + "]"
	}
	return f.operand(e.Args[0]) + " ++ " + f.operand(e.Args[1])
}

// reply is Reply(v, s), which servers and event handlers write differently.
func (f *elixirFunction) reply(args []ast.Expr) string {
	if f.w.uses[f.module] == "GenServer" || len(f.params) == 3 {
		return "{:reply, " + f.list(args) + "}"
	}
	return "{:ok, " + f.list(args) + "}"
}

func (f *elixirFunction) raised(reason ast.Expr) string {
	if f.isText(reason) {
		return "raise " + f.expr(reason)
	}
	return ":erlang.error(" + f.expr(reason) + ")"
}

func (f *elixirFunction) applied(args []ast.Expr) string {
	name, ok := stringLiteral(args[1])
	if !ok {
		return "apply(" + f.list(args[:2]) + ", [" + f.list(args[2:]) + "])"
	}
	module := f.expr(args[0])
	switch {
	case module == ":erlang" && len(args) == 4 && strings.ContainsAny(name, "+-*/"):
		return f.operand(args[2]) + " " + name + " " + f.operand(args[3])
	case module == "Kernel":
		return name + "(" + f.list(args[2:]) + ")"
	}
	return module + "." + name + "(" + f.list(args[2:]) + ")"
}

// method writes a call of a method: of a module of otp, of a typed module, of
// a map, or what adds to the result of a callback.
func (f *elixirFunction) method(e *ast.CallExpr) string {
	sel, ok := e.Fun.(*ast.SelectorExpr)
	if !ok {
		if id, isName := e.Fun.(*ast.Ident); isName && f.param(id) >= 0 {
			return f.expr(id) + ".(" + f.list(e.Args) + ")"
		}
		return "(" + f.untranslated(e) + ")"
	}
	if id, ok := sel.X.(*ast.Ident); ok && modulesOf[id.Name] != "" {
		return f.otpCall(modulesOf[id.Name], id.Name+"."+sel.Sel.Name, sel.Sel.Name, e.Args)
	}
	if own := f.ownMethod(e); own != nil {
		return f.functionName(own) + "(" + f.list(e.Args) + ")"
	}
	if l, ok := sel.X.(*ast.CompositeLit); ok {
		return f.expr(l) + "." + elixirName(sel.Sel.Name) + "(" + f.list(e.Args) + ")"
	}
	if text, ok := f.extended(sel, e.Args); ok {
		return text
	}
	if function, ok := mapMethods[sel.Sel.Name]; ok {
		return function + "(" + f.list(append([]ast.Expr{sel.X}, e.Args...)) + ")"
	}
	if sel.Sel.Name == "At" && len(e.Args) == 1 {
		return "elem(" + f.expr(sel.X) + ", " + f.expr(e.Args[0]) + ")"
	}
	return "(" + f.untranslated(e) + ")"
}

// ownMethod is the method of the same module that a call means, nil for others.
func (f *elixirFunction) ownMethod(e *ast.CallExpr) *ast.FuncDecl {
	sel, ok := e.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	receiver := f.sourceOf(sel.X)
	if receiver != f.module+"{}" && (receiver != f.self || f.self == "") {
		return nil
	}
	for _, m := range f.w.methods[f.module] {
		if m.Name.Name == sel.Sel.Name {
			return m
		}
	}
	return nil
}

// otpCall is a call of a module of otp. Those of proc_lib take their arguments
// as a list, and handlers and servers that are modules have their names.
func (f *elixirFunction) otpCall(module, goName, method string, args []ast.Expr) string {
	name := elixirName(method)
	if predicates[goName] {
		name += "?"
	}
	if module == ":proc_lib" && len(args) >= 2 && (method == "StartLink" || method == "SpawnLink") {
		function, ok := stringLiteral(args[1])
		if ok {
			return ":proc_lib." + name + "(" + f.expr(args[0]) + ", " + atomText(function) + ", [" + f.list(args[2:]) + "])"
		}
	}
	return module + "." + name + "(" + f.list(args) + ")"
}

// extended is .Hibernate(), .After(d), .Continue(x) and .Reply(v) on a result.
func (f *elixirFunction) extended(sel *ast.SelectorExpr, args []ast.Expr) (string, bool) {
	call, ok := sel.X.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	result := f.call(call)
	open, isTuple := strings.CutSuffix(result, "}")
	switch sel.Sel.Name {
	case "Hibernate":
		return open + ", :hibernate}", isTuple
	case "After":
		return open + ", " + f.list(args) + "}", isTuple
	case "Continue":
		return open + ", {:continue, " + f.list(args) + "}}", isTuple
	case "Reply":
		if result == ":remove_handler" {
			return "{:remove_handler, " + f.list(args) + "}", true
		}
		if strings.HasPrefix(result, "{:stop, ") && len(call.Args) == 2 {
			return "{:stop, " + f.expr(call.Args[0]) + ", " + f.list(args) + ", " + f.expr(call.Args[1]) + "}", true
		}
	}
	return "", false
}

// receive writes Receive with its On and After.
func (f *elixirFunction) receive(clauses []ast.Expr) string {
	var b strings.Builder
	b.WriteString("receive do\n")
	after := ""
	for _, c := range clauses {
		call, ok := c.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return "(" + f.untranslated(c) + ")"
		}
		handler, ok := call.Args[1].(*ast.FuncLit)
		if !ok {
			return "(" + f.untranslated(c) + ")"
		}
		if f.sourceOf(call.Fun) == "After" {
			after = "after\n" + f.expr(call.Args[0]) + " ->\n" + f.handler(handler) + "\n"
			continue
		}
		pattern, ok := stringLiteral(call.Args[0])
		if !ok {
			return "(" + f.untranslated(c) + ")"
		}
		var params []ast.Expr
		for _, field := range handler.Type.Params.List {
			for _, n := range field.Names {
				params = append(params, &ast.UnaryExpr{X: n})
			}
		}
		b.WriteString(f.renamed(pattern, params) + " ->\n" + f.handler(handler) + "\n")
	}
	return b.String() + after + "end"
}

func (f *elixirFunction) handler(e *ast.FuncLit) string {
	inner := *f
	inner.decl = &ast.FuncDecl{Recv: f.decl.Recv, Name: f.decl.Name, Type: e.Type, Body: e.Body}
	if e.Type.Results == nil {
		inner.decl.Type = &ast.FuncType{Params: e.Type.Params, Results: &ast.FieldList{}}
	}
	return inner.block(e.Body.List, false)
}
