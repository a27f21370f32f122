package gosrc

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

// Error is what is wrong with a Go input: the position in what was typed and
// a sentence in the words of the Go compiler.
type Error struct {
	File      string
	Line, Col int
	Message   string
	// Rest holds the errors after the first, one a line, each after a newline.
	Rest string
	// Hint is what gex says beside the words of the compiler about the first
	// error, a clause without a full stop; "" for nothing.
	Hint string
}

// Error returns the position and the message, iex:2:31: undefined: Reslt.
func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s%s", e.File, e.Line, e.Col, e.Message, e.Rest)
}

func errorAt(p token.Position, format string, args ...any) *Error {
	return &Error{File: p.Filename, Line: p.Line, Col: p.Column, Message: fmt.Sprintf(format, args...)}
}

// header is what is put before a source: the package clause, unless it has
// one, as a file has, and a line directive that gives the text its own
// positions.
func header(src, file string, line int) string {
	position := fmt.Sprintf("//line %s:%d:1\n", file, line)
	if isFile(src) {
		return position
	}
	return "package main\n" + position
}

// isFile reports whether src begins with a package clause.
func isFile(src string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly)
	return err == nil
}

// parse parses what was typed as the declarations of a file.
func parse(src, file string, line int) (*token.FileSet, *ast.File, error) {
	fset := token.NewFileSet()
	text := header(src, file, line) + src
	f, err := parser.ParseFile(fset, "", text, parser.ParseComments|parser.SkipObjectResolution)
	if err == nil {
		return fset, f, checkNesting(fset, f)
	}
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return nil, nil, err
	}
	first := list[0]
	if hint, ok := statementHint(src); ok {
		return nil, nil, errorAt(first.Pos, "%s", hint)
	}
	return nil, nil, errorAt(first.Pos, "syntax error: %s", first.Msg)
}

// maxNesting is how deep expressions, types and statements may be nested in each
// other: what goes through them takes a time that grows with the square of it.
const maxNesting = 1000

// checkNesting refuses what is nested too deep.
func checkNesting(fset *token.FileSet, f *ast.File) (err error) {
	depth := 0
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			depth--
			return true
		}
		if depth++; depth > maxNesting && err == nil {
			err = errorAt(fset.Position(n.Pos()), "more than %d expressions, types or statements are nested in each other here: take it apart", maxNesting)
		}
		return true
	})
	return err
}

// WellFormed reports whether src can be parsed as Go declarations.
func WellFormed(src string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", header(src, "", 1)+src, parser.SkipObjectResolution)
	return err == nil
}

// Incomplete reports whether src is the beginning of Go declarations that
// goes on: its first error is that it ends.
func Incomplete(src string) bool {
	if strings.TrimSpace(src) == "" {
		return false
	}
	fset := token.NewFileSet()
	text := header(src, "", 1) + src
	_, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return strings.HasSuffix(strings.TrimRight(src, " \t"), "\\")
	}
	first := list[0]
	switch {
	case strings.HasSuffix(first.Msg, "not terminated"):
		return !strings.HasPrefix(first.Msg, "string literal") && !strings.HasPrefix(first.Msg, "rune literal")
	case strings.Contains(first.Msg, "found 'EOF'"):
		return true
	}
	return first.Pos.Offset >= len(strings.TrimRight(text, " \t\r\n"))
}
