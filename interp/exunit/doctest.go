package exunit

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// exampleMacro checks one example of a documentation: the code, what it must
// be, and the text of both.
const exampleMacro = "__example__"

// example is one input of a documentation with what it prints.
type example struct {
	input, expected string
	line            int
}

// doctest is doctest/1,2: the examples in the documentation of a module become
// tests, one for each group of examples without an empty line in between.
func (u *Unit) doctest(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	pos := call.Node.Pos
	name, ok := call.Alias(call.Args[0])
	if !ok {
		call.Fail("doctest expects a module")
	}
	m := u.table.Module(name)
	if m == nil {
		call.Fail("module %s is not loaded and could not be found", shown(name))
	}
	var exprs []syntax.Node
	for _, d := range documented(m) {
		for _, group := range examples(d.doc) {
			title := fmt.Sprintf("doctest %s (%d)", d.title, len(exprs)/2+1)
			body, err := checks(pos, group)
			if err != nil {
				call.Fail("doctest %s: %s", d.title, err)
			}
			id := atom(pos, title)
			exprs = append(exprs, u.note(call, "", id, atom(pos, "doctest")), define(pos, id, &syntax.Var{Pos: pos, Name: "_"},
				[]syntax.Section{{Pos: pos, Name: "do", Body: &syntax.Block{Pos: pos, Exprs: body}}}))
		}
	}
	if len(exprs) == 0 {
		call.Fail("module %s has no examples in its documentation", shown(name))
	}
	return &syntax.Block{Pos: pos, Exprs: exprs}, nil, nil
}

type documentation struct{ title, doc string }

// documented are the texts of a module: its own, then those of its functions
// by name.
func documented(m *code.Module) []documentation {
	name := strings.TrimPrefix(string(m.Name), "Elixir.")
	list := []documentation{{"module " + name, m.Doc}}
	functions := m.Exports()
	slices.SortStableFunc(functions, func(a, b *code.Function) int {
		if order := strings.Compare(a.Name, b.Name); order != 0 {
			return order
		}
		return a.Arity - b.Arity
	})
	for _, f := range functions {
		list = append(list, documentation{fmt.Sprintf("%s.%s/%d", name, f.Name, f.Arity), f.Doc})
	}
	return list
}

// examples finds the groups of examples of a text.
func examples(doc string) [][]example {
	var groups [][]example
	var group []example
	open := false // whether the lines of an input or its value go on
	for i, line := range strings.Split(doc, "\n") {
		line = strings.TrimSpace(line)
		input, first := prompted(line, "iex")
		more, next := prompted(line, "...")
		switch {
		case first:
			group, open = append(group, example{input: input, line: i + 1}), true
		case next && open:
			group[len(group)-1].input += "\n" + more
		case line == "" && open:
			groups, group, open = append(groups, group), nil, false
		case open:
			group[len(group)-1].expected += line + "\n"
		}
	}
	if len(group) > 0 {
		groups = append(groups, group)
	}
	return groups
}

// prompted takes the prompt off a line: iex> or iex(1)>, and ...> likewise.
func prompted(line, prompt string) (string, bool) {
	rest, ok := strings.CutPrefix(line, prompt)
	if !ok {
		return "", false
	}
	if strings.HasPrefix(rest, "(") {
		_, rest, ok = strings.Cut(rest, ")")
	}
	rest, found := strings.CutPrefix(rest, ">")
	return strings.TrimPrefix(rest, " "), ok && found
}

// checks are the expressions that check a group of examples.
func checks(pos syntax.Pos, group []example) ([]syntax.Node, error) {
	var list []syntax.Node
	for _, e := range group {
		input, err := syntax.Parse(e.input, syntax.Options{Line: pos.Line})
		if err != nil {
			return nil, err
		}
		if e.expected == "" {
			list = append(list, input.Body)
			continue
		}
		expected := text(pos, e.expected)
		if !strings.HasPrefix(e.expected, "** (") {
			file, err := syntax.Parse(e.expected, syntax.Options{Line: pos.Line})
			if err != nil {
				return nil, err
			}
			expected = file.Body
		}
		list = append(list, &syntax.Call{Pos: pos, Name: exampleMacro, Parens: true,
			Args: []syntax.Node{input.Body, expected, text(pos, e.input+"\n"+e.expected)}})
	}
	return list, nil
}

// example compiles the check of one example.
func (u *Unit) example(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	code := strings.TrimSpace(syntax.Source(call.Args[0]))
	literal, _ := call.Literal(call.Args[2])
	whole, _ := literal.(term.Binary)
	value := call.Expr(call.Args[0])
	wanted := call.Expr(call.Args[1])
	fails, _ := call.Literal(call.Args[1])
	banner, _ := fails.(term.Binary)
	raises := strings.HasPrefix(string(banner), "** (")
	return nil, func(r *eval.Runtime) (term.Term, error) {
		v, err := value(r)
		if raises {
			return term.OK, u.raised(err, string(banner), code)
		}
		if err != nil {
			return nil, err
		}
		w, err := wanted(r)
		if err != nil || term.Same(v, w) {
			return v, err
		}
		return nil, exception.AssertionError("Doctest failed\ndoctest:\n  "+
			strings.ReplaceAll(strings.TrimRight("iex> "+string(whole), "\n"), "\n", "\n  "),
			field("expr", term.Binary(code+" === "+strings.TrimSpace(syntax.Source(call.Args[1])))), field("left", v), field("right", w))
	}, nil
}

// raised compares the error of an example with the banner that it shows.
func (u *Unit) raised(err error, banner, code string) error {
	banner = strings.TrimSpace(banner)
	if err == nil {
		return exception.AssertionError("Doctest failed: expected exception but got none\nexpected:\n  "+banner, field("expr", term.Binary(code)))
	}
	x := exception.As(err)
	if got := exception.FormatBanner(x, u.config.Exception()); got != banner {
		return exception.AssertionError("Doctest failed: wrong exception\nexpected:\n  "+banner+"\nactual:\n  "+got, field("expr", term.Binary(code)))
	}
	return nil
}
