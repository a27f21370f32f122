package eval

import (
	"cmp"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file compiles calls in patterns: <> and macros of patterns make sense
// there, and everything else fails as it does where Elixir has expanded it.

const (
	remoteInMatch = "cannot invoke remote function %s/%d inside a match"
	notInMatch    = "invalid pattern in match, %s is not allowed in matches"
)

// constructsNotInMatch are the special forms that are no patterns, with the
// number of their arguments or -1 for any.
var constructsNotInMatch = map[string]int{
	"case": 2, "cond": 1, "receive": 1, "try": 1, "for": -1, "with": -1, "import": -1, "alias": -1, "require": -1, "super": -1,
}

// refusedInMatch are the macros of Kernel that look at where they stand.
var refusedInMatch = map[code.Key]bool{
	{Name: "and", Arity: 2}: true, {Name: "or", Arity: 2}: true, {Name: "&&", Arity: 2}: true, {Name: "||", Arity: 2}: true,
	{Name: "!", Arity: 1}: true, {Name: "is_struct", Arity: 1}: true, {Name: "is_struct", Arity: 2}: true,
	{Name: "is_exception", Arity: 1}: true, {Name: "is_exception", Arity: 2}: true,
}

// remoteOfMacro are the macros of Kernel that stand for a call of a function.
var remoteOfMacro = map[code.Key]struct {
	function string
	arity    int
}{
	{Name: "is_nil", Arity: 1}:       {":erlang.==", 2},
	{Name: "to_string", Arity: 1}:    {"String.Chars.to_string", 1},
	{Name: "to_charlist", Arity: 1}:  {"List.Chars.to_charlist", 1},
	{Name: "to_char_list", Arity: 1}: {"List.Chars.to_charlist", 1},
	{Name: "destructure", Arity: 2}:  {"Kernel.Utils.destructure", 2},
	{Name: "defstruct", Arity: 1}:    {"Kernel.Utils.defstruct", 3},
	{Name: "dbg", Arity: 1}:          {"Macro.__dbg__", 3},
}

// constructOfMacro are the macros of Kernel that stand for a construct.
var constructOfMacro = map[code.Key]string{
	{Name: "if", Arity: 2}: "case", {Name: "match?", Arity: 2}: "case", {Name: "then", Arity: 2}: "anonymous call",
	{Name: "use", Arity: 1}: "require", {Name: "use", Arity: 2}: "require",
}

// notErlang are the functions of Kernel that are functions of erlang with other
// arguments: where they are refused their name is still that of Kernel.
var notErlang = map[string]bool{"elem": true, "put_elem": true, "is_map_key": true}

// call is a call in a pattern; source is what stands there for it.
func (p *patternScope) call(n *syntax.Call, source syntax.Node) pattern {
	if v, ok := p.c.plainVariable(n); ok {
		return p.compile(v)
	}
	if expanded, ok := p.c.expandMacro(n); ok {
		return p.compile(expanded)
	}
	if n.Target != nil {
		p.c.fail(n.Pos, remoteInMatch, syntaxText(n.Target)+"."+n.Name, len(n.Args))
	}
	key := code.Key{Name: n.Name, Arity: len(p.c.arguments(n))}
	if arity, ok := constructsNotInMatch[n.Name]; ok && (arity < 0 || arity == key.Arity) {
		p.c.fail(n.Pos, notInMatch, n.Name)
	}
	module, imported := p.c.imported(key)
	if imported && module != kernel && p.c.definesLocal(key) {
		imported = false
	}
	switch {
	case imported && module != kernel:
		p.c.fail(n.Pos, remoteInMatch, p.c.functionInMatch(module, key), key.Arity)
	case p.c.inKernel(key) && p.c.importsKernel(key):
		if compiled := p.kernelMacro(n, key); compiled != nil {
			return compiled
		}
		p.c.fail(n.Pos, remoteInMatch, p.c.functionInMatch(kernel, key), key.Arity)
	case p.c.define == nil:
		p.c.fail(n.Pos, "undefined function %s (there is no such import)", keyText(key))
	}
	p.c.fail(n.Pos, "cannot find or invoke local %s inside match. Only macros can be invoked in a match and they must be "+
		"defined before their invocation. Called as: %s", keyText(key), syntaxText(source))
	return nil
}

// functionInMatch names a function of a module as the error does that refuses it.
func (c *compiler) functionInMatch(module term.Atom, key code.Key) string {
	if module == kernel && !notErlang[key.Name] {
		b := intrinsics[key]
		switch {
		case erlangNames[key.Name] != "":
			return ":erlang." + erlangNames[key.Name]
		case b != nil && erlangBuiltins[key.Name]:
			return ":erlang." + cmp.Or(b.erlang, key.Name)
		case callsErlang[key] || key.Name == "throw":
			return ":erlang." + key.Name
		}
	}
	return aliasText(module) + "." + key.Name
}

// kernelMacro compiles a macro of Kernel in a pattern, nil if key is none.
func (p *patternScope) kernelMacro(n *syntax.Call, key code.Key) (compiled pattern) {
	expand := func(f func()) { p.c.expanding(n.Pos, key.Name, key.Arity, f) }
	remote, callsRemote := remoteOfMacro[key]
	construct := constructOfMacro[key]
	switch {
	case refusedInMatch[key]:
		expand(func() {
			panic(bail{err: exception.ArgumentError("invalid expression in match, %s is not allowed in patterns such as function "+
				"clauses, case clauses or on the left side of the = operator", key.Name).In(kernelFrame("invalid_match!", 1, 6401))})
		})
	case callsRemote:
		expand(func() { p.c.fail(n.Pos, remoteInMatch, remote.function, remote.arity) })
	case construct != "":
		expand(func() { p.c.fail(n.Pos, notInMatch, construct) })
	case key == code.Key{Name: "unless", Arity: 2}:
		expand(func() { p.c.expanding(n.Pos, "if", 2, func() { p.c.fail(n.Pos, notInMatch, "case") }) })
	case key.Name == "raise" || key.Name == "reraise":
		expand(func() { p.c.fail(n.Pos, remoteInMatch, p.c.raisedInMatch(n.Args[0])+".exception", 1) })
	case key == code.Key{Name: "|>", Arity: 2}:
		expand(func() {
			compiled = p.compile(p.c.piped(&syntax.Binary{Pos: n.Pos, Op: "|>", Left: n.Args[0], Right: n.Args[1]}))
		})
	case key == code.Key{Name: "in", Arity: 2}:
		expand(func() { compiled = p.member(n.Args[1]) })
	}
	return compiled
}

// raisedInMatch names the exception that raise makes of its first argument.
func (c *compiler) raisedInMatch(n syntax.Node) string {
	if module, ok := c.constantAlias(n); ok {
		return aliasText(module)
	}
	return "RuntimeError"
}

// member is left in right in a pattern: the comparisons that the macro makes are
// no patterns, but an empty list makes none.
func (p *patternScope) member(right syntax.Node) pattern {
	if r, ok := right.(*syntax.Range); ok && r.First != nil && p.c.isLiteral(r.First) && p.c.isLiteral(r.Last) {
		p.c.fail(right.Position(), remoteInMatch, ":erlang.is_integer", 1)
	}
	list, isList := right.(*syntax.List)
	value, constant := p.c.literal(p.c.spelled(right))
	_, isCons := value.(*term.Cons)
	switch {
	case constant && value == term.Term(term.Empty):
		return matchSame(term.False)
	case constant && isCons, isList && list.Tail == nil:
		p.c.fail(right.Position(), remoteInMatch, ":erlang.=:=", 2)
	}
	p.c.failMembers(right)
	return nil
}

func (c *compiler) isLiteral(n syntax.Node) bool {
	_, ok := c.literal(n)
	return ok
}

// failMembers ends the compilation at the right side of in, which must be known.
func (c *compiler) failMembers(n syntax.Node) {
	got := syntaxText(n)
	if r, ok := n.(*syntax.Range); ok && r.First != nil {
		got = "%{__struct__: Range, first: " + syntaxText(r.First) + ", last: " + syntaxText(r.Last) + "}"
	}
	panic(bail{err: exception.ArgumentError("invalid right argument for operator \"in\", it expects a compile-time proper list or "+
		"compile-time range on the right side when used in guard expressions, got: %s", got).In(
		kernelFrame("raise_on_invalid_args_in_2", 1, 4344))})
}

// operandOf is n, in parentheses or not, if it is a use of the operator.
func operandOf(n syntax.Node, op string) *syntax.Binary {
	if block, ok := n.(*syntax.Block); ok && len(block.Exprs) == 1 {
		n = block.Exprs[0]
	}
	if b, ok := n.(*syntax.Binary); ok && b.Op == op {
		return b
	}
	return nil
}

// interpolated fails for text with interpolations.
func (p *patternScope) interpolated(pos syntax.Pos) {
	p.c.expanding(pos, "to_string", 1, func() { p.c.fail(pos, remoteInMatch, "String.Chars.to_string", 1) })
}

// sigil compiles a sigil, which must not have interpolations.
func (p *patternScope) sigil(n *syntax.Sigil) pattern {
	p.refuseInterpolation(n)
	return matchSame(p.c.constantValue(n))
}

func (p *patternScope) refuseInterpolation(n *syntax.Sigil) {
	if !isConstant(n.Parts) {
		p.c.expanding(n.Pos, "sigil_"+string(n.Name), 2, func() { p.interpolated(n.Pos) })
	}
}

// concat compiles a chain of <>: all operands but the last are literal text. It
// is the pattern of a bitstring, which text before a variable has in short.
func (p *patternScope) concat(n *syntax.Binary) (compiled pattern) {
	p.c.expanding(n.Pos, "<>", 2, func() {
		operands := concatenated(n)
		last := len(operands) - 1
		var texts []string
		for i, operand := range operands {
			operands[i] = p.operand(operand, i, last)
			value, _ := p.c.literal(operands[i])
			if text, ok := value.(term.Binary); ok && i < last {
				texts = append(texts, string(text))
			}
		}
		_, isVar := operands[last].(*syntax.Var)
		if _, isPin := operands[last].(*syntax.Pin); len(texts) == last && (isVar || isPin) {
			compiled = matchPrefix(strings.Join(texts, ""), p.compile(operands[last]))
			return
		}
		whole := &syntax.Bitstring{Pos: n.Pos}
		for _, operand := range operands {
			switch operand := operand.(type) {
			case *syntax.String:
				if !p.c.isLiteral(operand) {
					p.interpolated(operand.Pos)
				}
				whole.Segments = append(whole.Segments, operand)
			case *syntax.Bitstring:
				whole.Segments = append(whole.Segments, operand.Segments...)
			default:
				p.c.newPattern().compile(operand) // fails for what is no pattern
				whole.Segments = append(whole.Segments, &syntax.Binary{Pos: n.Pos, Op: "::", Left: operand,
					Right: &syntax.Var{Pos: n.Pos, Name: "binary"}})
			}
		}
		compiled = p.bitstring(whole)
	})
	return compiled
}

// operand is what stands in the place of operand i of <>; it fails for literals that
// are no text, and for variables before the last operand.
func (p *patternScope) operand(n syntax.Node, i, last int) syntax.Node {
	p.c.refuseOperand(n, i, last+1)
	if sigil, ok := n.(*syntax.Sigil); ok && i < last && !isConstant(sigil.Parts) {
		p.interpolated(sigil.Pos) // <> itself expands what is not the last
	}
	n = p.spelled(n)
	switch n.(type) {
	case *syntax.Var, *syntax.Pin:
		if i == last {
			break
		}
		err := exception.ArgumentError("the left argument of <> operator inside a match should always be a literal binary because "+
			"its size can't be verified. Got: %s", syntaxText(n)).In(
			kernelFrame("invalid_concat_left_argument_error", 1, 1970), kernelFrame("wrap_concatenation", 3, 1942))
		panic(bail{err: throughChain(err, i+1, false)})
	}
	return n
}

// matchPrefix matches binaries that begin with text and go on with rest.
func matchPrefix(text string, rest pattern) pattern {
	return func(m *machine, value term.Term) bool {
		b, ok := value.(term.Binary)
		if !ok {
			return false
		}
		after, found := strings.CutPrefix(string(b), text)
		return found && rest(m, term.Binary(after))
	}
}
