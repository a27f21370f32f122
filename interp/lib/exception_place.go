package lib

import (
	"fmt"
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

// exceptionFileLine is Exception.format_file_line(file, line, suffix).
func exceptionFileLine(_ *process.Process, a []term.Term) (term.Term, error) {
	return fileLine(a[0], a[2], a[1:2])
}

// exceptionFileLineColumn is Exception.format_file_line_column(file, line, column, suffix).
func exceptionFileLineColumn(_ *process.Process, a []term.Term) (term.Term, error) {
	return fileLine(a[0], a[3], a[1:3])
}

// fileLine writes a file and the numbers that are there, each with a colon; a
// number after one that is not there is left out.
func fileLine(file, suffix term.Term, numbers []term.Term) (term.Term, error) {
	end, ok := suffix.(term.Binary)
	if !ok {
		return nil, errClause
	}
	if file == term.Term(term.Nil) {
		return term.Binary(""), nil
	}
	name, ok := file.(term.Binary)
	if !ok {
		return nil, errClause
	}
	text := string(name) + ":"
	for _, n := range numbers {
		number, ok := n.(term.Int)
		if !ok || number == 0 {
			break
		}
		text += fmt.Sprintf("%d:", number)
	}
	return term.Binary(text + string(end)), nil
}

// exceptionFormatFA is Exception.format_fa(fun, arity or arguments).
func exceptionFormatFA(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(*term.Fun); !ok {
		return nil, errClause
	}
	if arity, ok := intAt(a, 1); ok {
		return term.Binary(fmt.Sprintf("%s/%d", show(a[0]), arity)), nil
	}
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, errClause
	}
	texts := make([]string, len(list))
	for i, t := range list {
		texts[i] = show(t)
	}
	return term.Binary(show(a[0]) + "(" + strings.Join(texts, ", ") + ")"), nil
}
