package lib

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// macroTable is the part of Macro that needs no compiler: walks over quoted
// expressions and words about them.
func macroTable() Module {
	return Module{
		Name: "Elixir.Macro",
		Doc:  "Quoted expressions: tuples `{name, meta, arguments}`, and whatever stands for itself.",
		Functions: []Function{
			{"var", "name, context", "The quoted expression of a variable.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return term.Tuple{a[0], term.Empty, a[1]}, nil
			}},
			{"unique_var", "name, context", "A variable that no other has the name of.", macroUniqueVar},
			{"generate_arguments", "amount, context", "So many variables: `arg1`, `arg2` and so on.", macroArguments(false)},
			{"generate_unique_arguments", "amount, context", "So many variables that no other has the names of.", macroArguments(true)},
			{"prewalk", "ast, fun", "The expression changed by `fun`, each node before its parts.", macroWalk(true)},
			{"prewalk", "ast, acc, fun", "As `prewalk/2`, with an accumulator.", macroWalkWith(true)},
			{"postwalk", "ast, fun", "The expression changed by `fun`, each node after its parts.", macroWalk(false)},
			{"postwalk", "ast, acc, fun", "As `postwalk/2`, with an accumulator.", macroWalkWith(false)},
			{"traverse", "ast, acc, pre, post", "Calls `pre` before the parts of each node and `post` after them.", macroTraverse},
			{"prewalker", "ast", "The nodes as an enumerable, each before its parts.", macroWalker("prewalker/1", 1, true)},
			{"postwalker", "ast", "The nodes as an enumerable, each after its parts.", macroWalker("postwalker/1", 0, false)},
			{"path", "ast, fun", "The first node for which `fun` is true with those around it, from the inside out; nil if there is none.", macroPath},
			{"decompose_call", "ast", "`{name, arguments}` or `{receiver, name, arguments}` of a call, or `:error`.", macroDecompose},
			{"pipe", "expr, call_args, position", "The call with `expr` put among its arguments.", macroPipe},
			{"unpipe", "expr", "The steps of a pipe, each with the position of its argument.", macroUnpipe},
			{"validate", "expr", "`:ok`, or `{:error, what}` with what is no quoted expression.", macroValidate},
			{"update_meta", "quoted, fun", "The node with its meta data changed by `fun`.", macroUpdateMeta},
			{"quoted_literal?", "term", "Whether the quoted expression is made of literals alone.", test(quotedLiteral)},
			{"operator?", "name, arity", "Whether the name is an operator of so many operands.", macroOperator},
			{"special_form?", "name, arity", "Whether the name is a special form.", macroSpecialForm},
			{"camelize", "string", "`foo_bar` as `FooBar`.", textFunction(camelize)},
			{"underscore", "module_or_string", "`FooBar.Baz` as `foo_bar/baz`.", macroUnderscore},
			{"classify_atom", "atom", "How an atom is written: `:alias`, `:identifier`, `:unquoted` or `:quoted`.", macroClassify},
			{"inspect_atom", "source_format, atom", "The atom as a literal, as a key or as the name of a call.", macroInspectAtom},
		},
	}
}

// firstUnique is the first unique integer of a node.
const firstUnique = -576460752303423488

// uniqueVarKey counts the variables that unique_var makes.
type uniqueVarKey struct{}

func macroUniqueVar(self *process.Process, a []term.Term) (term.Term, error) {
	n, _ := self.Node().Value(uniqueVarKey{}).(int)
	self.Node().SetValue(uniqueVarKey{}, n+1)
	meta := term.Keyword(term.Pair{Key: term.Atom("counter"), Value: term.Int(firstUnique + n)})
	return term.Tuple{a[0], meta, a[1]}, nil
}

func macroArguments(unique bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		n, ok := a[0].(term.Int)
		if !ok || n < 0 {
			return nil, errClause
		}
		var vars []term.Term
		for i := range int(n) {
			v := term.Term(term.Tuple{term.Atom("arg" + strconv.Itoa(i+1)), term.Empty, a[1]})
			if unique {
				v, _ = macroUniqueVar(self, args{v.(term.Tuple)[0], a[1]})
			}
			vars = append(vars, v)
		}
		return term.List(vars...), nil
	}
}

// walker goes through a quoted expression.
type walker struct {
	pre, post func(t term.Term) (term.Term, error)
	depth     int // of the part of the expression that it is in
}

// maxWalkDepth bounds the nesting of an expression that is walked through: a
// function that makes its argument larger each time never comes to an end.
const maxWalkDepth = 100_000

func (w *walker) walk(t term.Term) (term.Term, error) {
	if w.depth >= maxWalkDepth {
		return nil, exception.New("SystemLimitError",
			"a system limit has been reached: the expression is nested too deep. A function that walks through it must come to an end")
	}
	w.depth++
	defer func() { w.depth-- }()
	t, err := w.pre(t)
	if err != nil {
		return nil, err
	}
	if t, err = w.parts(t); err != nil {
		return nil, err
	}
	return w.post(t)
}

func (w *walker) parts(t term.Term) (term.Term, error) {
	switch t := t.(type) {
	case term.Tuple:
		return w.tuple(t)
	case *term.Cons:
		elements, tail := term.SliceWithTail(t)
		for i, e := range elements {
			changed, err := w.walk(e)
			if err != nil {
				return nil, err
			}
			elements[i] = changed
		}
		return term.ListWithTail(elements, tail), nil
	}
	return t, nil
}

func (w *walker) tuple(t term.Tuple) (term.Term, error) {
	out := slices.Clone(t)
	var err error
	switch len(t) {
	case 2:
		if out[0], err = w.walk(t[0]); err == nil {
			out[1], err = w.walk(t[1])
		}
	case 3:
		if _, named := t[0].(term.Atom); !named {
			if out[0], err = w.walk(t[0]); err != nil {
				return nil, err
			}
		}
		if _, isAtom := t[2].(term.Atom); !isAtom {
			out[2], err = w.parts(t[2])
		}
	}
	return out, err
}

func keepTerm(t term.Term) (term.Term, error) { return t, nil }

func macroWalk(pre bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		change := func(t term.Term) (term.Term, error) { return code.Call(self, a[1], t) }
		if pre {
			return (&walker{pre: change, post: keepTerm}).walk(a[0])
		}
		return (&walker{pre: keepTerm, post: change}).walk(a[0])
	}
}

// accumulating is a change that passes an accumulator on.
func accumulating(self *process.Process, fun term.Term, acc *term.Term) func(term.Term) (term.Term, error) {
	return func(t term.Term) (term.Term, error) {
		result, err := code.Call(self, fun, t, *acc)
		if err != nil {
			return nil, err
		}
		pair, ok := result.(term.Tuple)
		if !ok || len(pair) != 2 {
			return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), result})
		}
		*acc = pair[1]
		return pair[0], nil
	}
}

func macroWalkWith(pre bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		acc := a[1]
		w := &walker{pre: accumulating(self, a[2], &acc), post: keepTerm}
		if !pre {
			w.pre, w.post = w.post, w.pre
		}
		walked, err := w.walk(a[0])
		return term.Tuple{orNil(walked), acc}, err
	}
}

func macroTraverse(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[1]
	w := &walker{pre: accumulating(self, a[2], &acc), post: accumulating(self, a[3], &acc)}
	walked, err := w.walk(a[0])
	return term.Tuple{orNil(walked), acc}, err
}

// quotedCall takes {name or dot, meta, args} apart.
func quotedCall(t term.Term) (fun term.Term, arguments []term.Term, ok bool) {
	form, isTuple := t.(term.Tuple)
	if !isTuple || len(form) != 3 {
		return nil, nil, false
	}
	if _, variable := form[2].(term.Atom); variable {
		return form[0], nil, true
	}
	arguments, ok = term.Slice(form[2])
	return form[0], arguments, ok
}

func macroDecompose(_ *process.Process, a []term.Term) (term.Term, error) {
	fun, arguments, ok := quotedCall(a[0])
	if !ok {
		return term.ErrorAtom, nil
	}
	if name, ok := fun.(term.Atom); ok && name != "{}" && name != "%{}" && name != "__aliases__" {
		return term.Tuple{name, term.List(arguments...)}, nil
	}
	if dot, parts, ok := quotedCall(fun); ok && dot == term.Term(term.Atom(".")) && len(parts) == 2 {
		return term.Tuple{parts[0], parts[1], term.List(arguments...)}, nil
	}
	return term.ErrorAtom, nil
}

func macroPipe(_ *process.Process, a []term.Term) (term.Term, error) {
	position, ok := a[2].(term.Int)
	_, arguments, isCall := quotedCall(a[1])
	if !ok {
		return nil, errClause
	}
	if !isCall {
		return nil, exception.ArgumentError("cannot pipe %s into %s, can only pipe into local calls foo(), remote calls Foo.bar() or "+
			"anonymous function calls foo.()", show(a[0]), show(a[1])).In(at("Macro", "pipe", 3, "macro.ex", 333))
	}
	call := a[1].(term.Tuple)
	if position < 0 {
		position += term.Int(len(arguments) + 1)
	}
	index := min(max(int(position), 0), len(arguments))
	return term.Tuple{call[0], call[1], term.List(slices.Insert(arguments, index, a[0])...)}, nil
}

func macroUnpipe(_ *process.Process, a []term.Term) (term.Term, error) {
	var steps []term.Term
	at := a[0]
	for {
		fun, arguments, ok := quotedCall(at)
		if !ok || fun != term.Term(term.Atom("|>")) || len(arguments) != 2 {
			break
		}
		steps = append(steps, term.Tuple{arguments[1], term.Int(0)})
		at = arguments[0]
	}
	steps = append(steps, term.Tuple{at, term.Int(0)})
	slices.Reverse(steps)
	return term.List(steps...), nil
}

func macroValidate(_ *process.Process, a []term.Term) (term.Term, error) {
	if wrong, found := notQuoted(a[0]); found {
		return term.Tuple{term.ErrorAtom, wrong}, nil
	}
	return term.OK, nil
}

// notQuoted finds what is no quoted expression in t.
func notQuoted(t term.Term) (wrong term.Term, found bool) {
	switch t := t.(type) {
	case term.Atom, term.Int, *term.Big, term.Float, term.Binary, term.PID, term.EmptyList:
		return nil, false
	case *term.Cons:
		elements, proper := term.Slice(t)
		if !proper {
			return t, true
		}
		return firstNotQuoted(elements)
	case term.Tuple:
		return tupleNotQuoted(t)
	case *term.Fun:
		if t.Place == "" {
			return nil, false
		}
	}
	return t, true
}

func firstNotQuoted(elements []term.Term) (term.Term, bool) {
	for _, e := range elements {
		if wrong, found := notQuoted(e); found {
			return wrong, true
		}
	}
	return nil, false
}

func tupleNotQuoted(t term.Tuple) (term.Term, bool) {
	switch {
	case len(t) == 2:
		return firstNotQuoted(t)
	case len(t) != 3 || !term.IsList(t[1]):
		return t, true
	}
	_, named := t[0].(term.Atom)
	if _, variable := t[2].(term.Atom); variable && named {
		return nil, false
	}
	arguments, ok := term.Slice(t[2])
	if !ok {
		return t, true
	}
	if !named {
		arguments = append([]term.Term{t[0]}, arguments...)
	}
	return firstNotQuoted(arguments)
}

func macroUpdateMeta(self *process.Process, a []term.Term) (term.Term, error) {
	form, ok := a[0].(term.Tuple)
	if !ok || len(form) != 3 || !term.IsList(form[1]) {
		return a[0], nil
	}
	meta, err := code.Call(self, a[1], form[1])
	if err != nil {
		return nil, err
	}
	return term.Tuple{form[0], meta, form[2]}, nil
}

func quotedLiteral(t term.Term) bool {
	switch t := t.(type) {
	case term.Atom, term.Int, *term.Big, term.Float, term.Binary, term.EmptyList:
		return true
	case *term.Cons:
		elements, proper := term.Slice(t)
		return proper && !slices.ContainsFunc(elements, func(e term.Term) bool { return !quotedLiteral(e) })
	case term.Tuple:
		if len(t) == 2 {
			return quotedLiteral(t[0]) && quotedLiteral(t[1])
		}
		fun, arguments, ok := quotedCall(t)
		name, _ := fun.(term.Atom)
		literal := name == "{}" || name == "%{}" || name == "__aliases__" || name == "%"
		return ok && literal && !slices.ContainsFunc(arguments, func(e term.Term) bool { return !quotedLiteral(e) })
	}
	return false
}

const (
	unaryOperators  = " ! @ . .. + - ^ not & ~~~ "
	binaryOperators = " + - * / ++ -- +++ --- <> == != === !== < > <= >= && || and or in =~ |> .. = <- -> => | :: \\\\ when " +
		". ** ^^^ &&& ||| <<< >>> <<~ ~>> <~ ~> <~> <|> "
)

func macroOperator(_ *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	word := " " + string(name) + " "
	switch a[1] {
	case term.Term(term.Int(0)):
		return term.Bool(name == ".."), nil
	case term.Term(term.Int(1)):
		return term.Bool(name != ".." && name != "." && strings.Contains(unaryOperators, word)), nil
	case term.Term(term.Int(2)):
		return term.Bool(name != "=>" && name != "->" && strings.Contains(binaryOperators, word)), nil
	case term.Term(term.Int(3)):
		return term.Bool(name == "..//"), nil
	}
	return term.False, nil
}

// specialForms are the special forms by arity; -1 is every arity.
var specialForms = map[term.Atom]int{
	"%": 2, "%{}": -1, "&": 1, ".": 2, "::": 2, "<<>>": -1, "=": 2, "^": 1, "__CALLER__": 0, "__DIR__": 0, "__ENV__": 0,
	"__MODULE__": 0, "__STACKTRACE__": 0, "__aliases__": -1, "__block__": -1, "case": 2, "cond": 1, "fn": -1, "for": -1,
	"quote": 2, "receive": 1, "super": -1, "try": 1, "unquote": 1, "unquote_splicing": 1, "with": -1, "{}": -1,
}

func macroSpecialForm(_ *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	arity, isInt := a[1].(term.Int)
	if !ok || !isInt {
		return nil, errClause
	}
	if name == "alias" || name == "import" || name == "require" || name == "quote" {
		return term.Bool(arity == 1 || arity == 2), nil
	}
	want, known := specialForms[name]
	return term.Bool(known && (want < 0 || term.Int(want) == arity)), nil
}

func textFunction(f func(string) string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, ok := a[0].(term.Binary)
		if !ok {
			return nil, errClause
		}
		return term.Binary(f(string(text))), nil
	}
}

func macroUnderscore(_ *process.Process, a []term.Term) (term.Term, error) {
	switch name := a[0].(type) {
	case term.Atom:
		return term.Binary(underscore(strings.TrimPrefix(string(name), "Elixir."))), nil
	case term.Binary:
		return term.Binary(underscore(string(name))), nil
	}
	return nil, errClause
}

// underscore makes foo_bar of FooBar and foo/bar of Foo.Bar.
func underscore(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r == '.':
			b.WriteByte('/')
			continue
		case unicode.IsUpper(r) && i > 0 && runes[i-1] != '.' && runes[i-1] != '_':
			next := i+1 < len(runes) && !unicode.IsUpper(runes[i+1]) && runes[i+1] != '.'
			if !unicode.IsUpper(runes[i-1]) || next {
				b.WriteByte('_')
			}
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func macroInspectAtom(_ *process.Process, a []term.Term) (term.Term, error) {
	atom, ok := a[1].(term.Atom)
	if !ok {
		return nil, errClause
	}
	switch a[0] {
	case term.Term(term.Atom("literal")):
		return term.Binary(inspect.AtomText(atom)), nil
	case term.Term(term.Atom("key")):
		return term.Binary(inspect.KeyText(atom)), nil
	case term.Term(term.Atom("remote_call")):
		return term.Binary(inspect.CallText(atom)), nil
	}
	return nil, errClause
}
