package eval

import (
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

const recordModule = term.Atom("Elixir.Record")

// recordForm compiles the macros of Record: those that define the macros of a
// record, and the questions whether a value is one.
func (c *compiler) recordForm(n *syntax.Call, tail bool) thunk {
	switch {
	case (n.Name == "defrecord" || n.Name == "defrecordp") && (len(n.Args) == 2 || len(n.Args) == 3):
		return c.defineRecord(n, tail)
	case n.Name == "is_record" && len(n.Args) == 1:
		return callOne(c.expr(n.Args[0], false), func(v term.Term) (term.Term, error) { return truth(isRecord(v, nil)), nil }, n.Line)
	case n.Name == "is_record" && len(n.Args) == 2:
		value, kind := c.two(n.Args[0], n.Args[1])
		return callTwo(value, kind,
			func(v, tag term.Term) (term.Term, error) { return truth(isRecord(v, tag)), nil }, n.Line)
	}
	return nil
}

// isRecord reports whether a value is a tuple that begins with an atom: with
// that one, if it is not nil.
func isRecord(v, tag term.Term) bool {
	t, ok := v.(term.Tuple)
	return ok && len(t) > 0 && isAtom(t[0]) && (tag == nil || t[0] == tag)
}

// recordDefinition defines the macros of a record; what they expand to is made
// by functions of Record. KIND, NAME, TAG and FIELDS are put in.
const recordDefinition = `
record__name = NAME
record__tag = TAG
record__fields = Record.__fields__(FIELDS)
KIND(unquote(record__name)(args \\ [])) do
  Record.__access__(unquote(record__tag), unquote(Macro.escape(record__fields)), args, __CALLER__)
end
KIND(unquote(record__name)(record, args)) do
  Record.__access__(unquote(record__tag), unquote(Macro.escape(record__fields)), record, args, __CALLER__)
end`

// defineRecord compiles defrecord and defrecordp.
func (c *compiler) defineRecord(n *syntax.Call, tail bool) thunk {
	kind := strings.Replace(n.Name, "record", "macro", 1)
	if c.module == nil {
		defer func() {
			b, _ := recover().(bail)
			b.err = exception.In(b.err, expandingMacro(recordModule, n.Name, len(n.Args)), c.here(n.Pos))
			panic(b)
		}()
		c.outsideModule(&syntax.Call{Pos: n.Pos, Name: kind, Args: n.Args[:2]}, 2)
	}
	name, tag, fields := n.Args[0], n.Args[0], n.Args[len(n.Args)-1]
	if len(n.Args) == 3 {
		tag = n.Args[1]
	}
	file, err := syntax.Parse(strings.ReplaceAll(recordDefinition, "KIND", kind), syntax.Options{})
	if err != nil {
		panic(err) // the text is a constant
	}
	put := map[string]syntax.Node{"NAME": name, "TAG": tag, "FIELDS": fields}
	syntax.Visit(file.Body, func(node syntax.Node) {
		switch node := node.(type) {
		case *syntax.Var:
			if strings.HasPrefix(node.Name, "record__") {
				node.Name += hygieneMark + "Record"
			}
		case *syntax.Binary:
			if alias, ok := node.Right.(*syntax.Alias); ok && put[alias.Names[0]] != nil {
				node.Right = put[alias.Names[0]]
			}
		case *syntax.Call:
			if node.Name == "__fields__" {
				node.Args = []syntax.Node{fields}
			}
		}
	})
	if literal, ok := name.(*syntax.Atom); ok {
		c.recordUsed(literal.Name)
	}
	return c.expr(file.Body, tail)
}

// recordUsed says that the macros of a record are not to be reported as unused.
func (c *compiler) recordUsed(name string) {
	if c.module.expanded == nil {
		c.module.expanded = make(map[code.Key]bool)
	}
	for arity := range 3 {
		c.module.expanded[code.Key{Name: name, Arity: arity}] = true
	}
}
