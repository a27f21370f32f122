package gosrc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// Hint returns what to write instead of a Go statement or expression, and
// false if src is none.
func Hint(src string) (string, bool) { return statementHint(src) }

// HintForWord is Hint for an input that can be read as notation but begins with a
// word that means something in Go only, as return and len do.
func HintForWord(src string) (string, bool) {
	word := strings.TrimSpace(src)
	if i := strings.IndexAny(word, " \t\n({"); i >= 0 {
		word = word[:i]
	}
	if token.IsKeyword(word) || builtinHints[word] != "" {
		return statementHint(src)
	}
	return "", false
}

// intoFunction is what helps with every statement.
const intoFunction = "; or put it into a function: func f() { ... }"

// statementHint recognises Go statements and expressions, for which the
// prompt has the notation, and says how to write them.
func statementHint(src string) (string, bool) {
	fset := token.NewFileSet()
	text := "package main\nfunc _() {\n" + src + "\n}\n"
	f, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if err != nil || len(f.Decls) != 1 {
		return "", false
	}
	body := f.Decls[0].(*ast.FuncDecl).Body.List
	if len(body) == 0 {
		return "", false
	}
	of := func(n ast.Node) string {
		return text[fset.Position(n.Pos()).Offset:fset.Position(n.End()).Offset]
	}
	switch s := body[0].(type) {
	case *ast.AssignStmt:
		return assignHint(s, of) + intoFunctionUnlessShort(s), true
	case *ast.ExprStmt:
		return expressionHint(s.X, of), true
	case *ast.IncDecStmt:
		return fmt.Sprintf("this is a Go statement; at the prompt write %s = %s %s 1", of(s.X), of(s.X), s.Tok.String()[:1]) + intoFunction, true
	}
	if words := statementWords(body[0]); words != "" {
		return "this is a Go statement; " + words + intoFunction, true
	}
	return "this is a Go statement; Go typed at the prompt consists of declarations (type, func, var, const, import): put it into a function", true
}

// statementWords says what the notation has for a kind of statement.
func statementWords(s ast.Stmt) string {
	switch s.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return "at the prompt loops are for i <- 1..3, do: ... or Enum.each(list, fn x -> ... end)"
	case *ast.IfStmt:
		return "at the prompt write if condition do ... else ... end"
	case *ast.SwitchStmt, *ast.TypeSwitchStmt:
		return "at the prompt write case value do pattern -> ... end"
	case *ast.SelectStmt:
		return "at the prompt write receive do pattern -> ... end"
	case *ast.ReturnStmt:
		return "at the prompt there is nothing to return from: the value of what is typed is shown"
	case *ast.GoStmt:
		return "at the prompt write spawn(fn -> ... end)"
	case *ast.DeferStmt:
		return "at the prompt write try do ... after ... end"
	case *ast.SendStmt:
		return "at the prompt write send(pid, message)"
	}
	return ""
}

func intoFunctionUnlessShort(s *ast.AssignStmt) string {
	if s.Tok == token.DEFINE && len(s.Lhs) == 1 {
		return ""
	}
	return intoFunction
}

func assignHint(s *ast.AssignStmt, of func(ast.Node) string) string {
	switch {
	case s.Tok == token.DEFINE && len(s.Lhs) == 1 && len(s.Rhs) == 1:
		return fmt.Sprintf("this is a Go statement; at the prompt write %s = %s, or declare it: var %s = %s",
			of(s.Lhs[0]), of(s.Rhs[0]), of(s.Lhs[0]), of(s.Rhs[0]))
	case len(s.Lhs) == 2 && len(s.Rhs) == 1:
		return fmt.Sprintf("this is a Go statement; a function that returns a value and an error or a bool gives {:ok, value} at the prompt: write {:ok, %s} = %s",
			of(s.Lhs[0]), of(s.Rhs[0]))
	case s.Tok != token.ASSIGN && s.Tok != token.DEFINE && len(s.Lhs) == 1:
		return fmt.Sprintf("this is a Go statement; at the prompt write %s = %s %s %s",
			of(s.Lhs[0]), of(s.Lhs[0]), strings.TrimSuffix(s.Tok.String(), "="), of(s.Rhs[0]))
	}
	return "this is a Go statement; at the prompt a list is [1, 2], a map %{key => value}, a struct %Name{field: value}"
}

// builtinHints are the notation for builtin functions.
var builtinHints = map[string]string{
	"len":     "length(list), String.length(text), map_size(map) or tuple_size(tuple)",
	"cap":     "length(list)",
	"append":  "list ++ [value]",
	"make":    "[] or %{}: lists and maps grow by themselves",
	"new":     "%Name{}",
	"delete":  "Map.delete(map, key)",
	"copy":    "other = list: values do not change",
	"panic":   "raise \"message\"",
	"recover": "try do ... rescue e -> ... end",
	"print":   "IO.write(value)",
	"println": "IO.puts(value)",
}

func expressionHint(e ast.Expr, of func(ast.Node) string) string {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return fmt.Sprintf("this is a Go expression; Go typed at the prompt consists of declarations: write it in the notation, "+
			"or put it into a function: func f() any { return %s }", of(e))
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		if words := builtinHints[f.Name]; words != "" {
			return "this is Go; at the prompt write " + words
		}
	case *ast.SelectorExpr:
		if of(f.X) == "fmt" && strings.HasPrefix(f.Sel.Name, "Print") && len(call.Args) == 1 {
			return "this is Go; at the prompt write IO.puts(" + of(call.Args[0]) + ")" + intoFunction
		}
	}
	return fmt.Sprintf("this is a Go expression; Go typed at the prompt consists of declarations: write it in the notation, "+
		"or put it into a function: func f() any { return %s }", of(e))
}
