package eval

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what Erlang's compiler remarks on the functions of a module,
// when all of them are known: values that nothing takes, calls that can only
// fail, guards that never hold and clauses that come too late.

// remark is one that waits for the end of the module.
type remark struct {
	pos     syntax.Pos
	message string
}

// remark keeps a remark on the function that is being compiled.
func (c *compiler) remark(pos syntax.Pos, format string, args ...any) {
	if c.module != nil && c.define != nil {
		c.module.remarks = append(c.module.remarks, remark{pos, fmt.Sprintf(format, args...)})
	}
}

// reportRemarks reports them in the order of their lines.
func (c *compiler) reportRemarks() {
	remarks := c.module.remarks
	slices.SortStableFunc(remarks, func(a, b remark) int { return cmp.Compare(a.pos.Line, b.pos.Line) })
	for _, r := range remarks {
		c.warnHere(r.pos, r.message)
	}
}

// The built-in functions that never fail and have no effect, and those whose
// value is their only effect.
var (
	withoutEffect = names("is_atom is_binary is_bitstring is_boolean is_float is_function/1 is_integer is_list is_map is_number is_pid " +
		"is_port is_reference is_tuple self node/0 make_ref max min")
	onlyValue = names("abs binary_part bit_size byte_size ceil div elem floor hd is_function/2 length node/1 put_elem rem round tl trunc tuple_size")
)

// erlangsName is what Erlang calls a function of Kernel or of a module of
// Elixir that its compiler puts in its place.
var erlangsName = map[string]string{
	"elem": "element", "put_elem": "setelement", "Atom.to_string": "atom_to_binary", "Atom.to_charlist": "atom_to_list",
	"Integer.to_string": "integer_to_binary", "Integer.to_charlist": "integer_to_list", "Float.to_charlist": "float_to_list",
	"List.to_tuple": "list_to_tuple", "List.to_atom": "list_to_atom", "List.to_integer": "list_to_integer", "List.to_float": "list_to_float",
	"String.to_integer": "binary_to_integer", "String.to_float": "binary_to_float", "Tuple.to_list": "tuple_to_list",
	"String.to_existing_atom": "binary_to_existing_atom", "List.to_existing_atom": "list_to_existing_atom",
}

func names(text string) map[string]bool {
	set := make(map[string]bool)
	for _, name := range strings.Fields(text) {
		set[name] = true
	}
	return set
}

// remarkIgnored remarks on an expression of a block whose value nothing takes.
func (c *compiler) remarkIgnored(n syntax.Node) {
	n = inParens(n)
	switch n := n.(type) {
	case *syntax.Binary:
		c.remarkOperator(n.Pos, n.Op, 2)
		if n.Op == "in" && singleton(n.Right) {
			c.remarkOperator(n.Pos, "===", 2)
		}
	case *syntax.Unary:
		c.remarkOperator(n.Pos, n.Op, 1)
	case *syntax.Call:
		if !c.remarkBodies(n) {
			c.remarkCall(n)
		}
	case *syntax.Block:
		if len(n.Exprs) > 1 {
			c.remarkIgnored(n.Exprs[len(n.Exprs)-1])
		}
	}
}

// remarkBodies does so for the last expressions of a construct that has bodies.
func (c *compiler) remarkBodies(n *syntax.Call) bool {
	switch n.Name {
	case "case", "cond", "if", "unless", "for":
	default:
		return false
	}
	if n.Target != nil {
		return false
	}
	_, sections := syntax.Sections(n.Args, n.Do)
	for _, s := range sections {
		stab, ok := s.Body.(*syntax.Stab)
		if !ok {
			c.remarkIgnored(s.Body)
			continue
		}
		for _, clause := range stab.Clauses {
			c.remarkIgnored(clause.Body)
		}
	}
	return len(sections) > 0
}

func inParens(n syntax.Node) syntax.Node {
	for {
		block, ok := n.(*syntax.Block)
		if !ok || len(block.Exprs) != 1 {
			return n
		}
		n = block.Exprs[0]
	}
}

func singleton(n syntax.Node) bool {
	list, ok := n.(*syntax.List)
	return ok && len(list.Elems) == 1
}

const ignored = " is ignored (suppress the warning by assigning the expression to the _ variable)"

func (c *compiler) remarkOperator(pos syntax.Pos, op string, arity int) {
	if c.definesLocal(code.Key{Name: op, Arity: arity}) {
		return
	}
	switch op {
	case "+", "-", "*", "/", "++", "--", "not", "div", "rem":
		c.remark(pos, "the result of evaluating operator '%s'/%d%s", op, arity, ignored)
	case "<", ">", "<=", ">=", "==", "!=", "===", "!==":
		c.remark(pos, "use of operator %s has no effect", op)
	}
}

func (c *compiler) remarkCall(n *syntax.Call) {
	name, arity := n.Name, len(n.Args)
	key := code.Key{Name: name, Arity: arity}
	if alias, ok := n.Target.(*syntax.Alias); ok && n.Do == nil {
		if erlang := erlangsName[joinNames(alias.Names)+"."+name]; erlang != "" && arity == 1 {
			c.remark(n.Pos, "the result of calling %s/1%s", erlang, ignored)
		}
		return
	}
	if n.Target != nil || n.Do != nil || c.definesLocal(key) || !c.inKernel(key) {
		return
	}
	switch {
	case name == "div" || name == "rem":
		c.remarkOperator(n.Pos, name, arity)
	case name == "is_nil" && arity == 1:
		c.remarkOperator(n.Pos, "==", 2)
	case withoutEffect[name] || withoutEffect[keyText(key)]:
		c.remark(n.Pos, "the call to %s has no effect", keyText(key))
	case onlyValue[name] || onlyValue[keyText(key)]:
		if erlang := erlangsName[name]; erlang != "" {
			key.Name = erlang
		}
		c.remark(n.Pos, "the result of calling %s%s", keyText(key), ignored)
	}
}

// earlier are clauses without a guard, with their lines.
type earlier struct {
	args []syntax.Node
	line int
}

// remarkLate remarks on a clause whose arguments one before it takes that has
// no guard, and returns the clauses with this one.
func (c *compiler) remarkLate(before []earlier, pos syntax.Pos, args []syntax.Node, guard syntax.Node) []earlier {
	for _, e := range before {
		if c.allSubsume(e.args, args) {
			c.remark(pos, "this clause cannot match because a previous clause at line %d always matches", e.line)
			return before
		}
	}
	if guard != nil || !distinct(args) {
		return before
	}
	return append(before, earlier{args, pos.Line})
}

// distinct reports whether no variable stands twice in patterns.
func distinct(args []syntax.Node) bool {
	seen, ok := make(map[string]bool), true
	for _, arg := range args {
		syntax.Visit(arg, func(n syntax.Node) {
			if v, is := n.(*syntax.Var); is && v.Name != "_" {
				ok = ok && !seen[v.Name]
				seen[v.Name] = true
			}
		})
	}
	return ok
}

func (c *compiler) allSubsume(a, b []syntax.Node) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !c.subsumes(a[i], b[i]) {
			return false
		}
	}
	return true
}

// subsumes reports whether pattern a takes all that pattern b takes; false if
// that is not known, as of maps and bitstrings.
func (c *compiler) subsumes(a, b syntax.Node) bool {
	if match, ok := b.(*syntax.Binary); ok && match.Op == "=" {
		return c.subsumes(a, match.Left) || c.subsumes(a, match.Right)
	}
	switch a := a.(type) {
	case *syntax.Var:
		return a.Name != "__MODULE__"
	case *syntax.Tuple:
		b, ok := b.(*syntax.Tuple)
		return ok && c.allSubsume(a.Elems, b.Elems)
	case *syntax.List:
		if b, ok := b.(*syntax.List); ok {
			return c.subsumesList(a.Elems, a.Tail, b.Elems, b.Tail)
		}
	}
	x, literal := c.literal(a)
	y, other := c.literal(b)
	return literal && other && term.Same(x, y)
}

func (c *compiler) subsumesList(a []syntax.Node, tail syntax.Node, b []syntax.Node, end syntax.Node) bool {
	switch {
	case len(a) > 0:
		return len(b) > 0 && c.subsumes(a[0], b[0]) && c.subsumesList(a[1:], tail, b[1:], end)
	case tail == nil:
		return len(b) == 0 && end == nil
	case len(b) == 0 && end != nil:
		return c.subsumes(tail, end)
	}
	return c.subsumes(tail, &syntax.List{Elems: b, Tail: end})
}

// remarkGuard remarks on a guard of literals that does not hold.
func (c *compiler) remarkGuard(guard syntax.Node) {
	value, err, ok := c.constantCall(guard)
	if !ok || err != nil || value == trueTerm {
		return
	}
	for range 2 { // once for the guard, once for what it guards
		c.remark(guard.Position(), "this check/guard will always yield the same result")
	}
}

// remarkFailing remarks on a call with literals that can only fail.
func (c *compiler) remarkFailing(pos syntax.Pos, module term.Atom, name string, args []syntax.Node) {
	if c.module == nil || c.define == nil {
		return
	}
	values, ok := c.literals(args)
	if !ok {
		return
	}
	f := c.builtin(module, name, len(args))
	if f == nil {
		return
	}
	_, err := f(c.self, values)
	if err == nil {
		return
	}
	key := keyText(code.Key{Name: name, Arity: len(args)})
	kind := "ArgumentError"
	var x *exception.Error
	switch {
	case errors.As(err, &x) && x.Reason == term.Term(term.Atom("badarith")):
		kind = "ArithmeticError"
	case name == "element" || name == "setelement":
		key = ":erlang." + key
	case name == "atom_to_list":
		key = "Atom.to_charlist/1"
	}
	c.remark(pos, "the call to %s will fail with %s", key, kind)
}

// constantCall evaluates literals and the operators and tests of guards on them.
func (c *compiler) constantCall(n syntax.Node) (value term.Term, err error, ok bool) {
	n = inParens(n)
	if value, ok := c.literal(n); ok {
		return value, nil, true
	}
	name, nodes := "", []syntax.Node(nil)
	switch n := n.(type) {
	case *syntax.Binary:
		name, nodes = n.Op, []syntax.Node{n.Left, n.Right}
	case *syntax.Unary:
		name, nodes = n.Op, []syntax.Node{n.X}
	case *syntax.Call:
		if n.Target == nil && n.Do == nil {
			name, nodes = n.Name, n.Args
		}
	}
	f := c.builtin("erlang", cmp.Or(erlangNames[name], name), len(nodes))
	if len(nodes) == 0 || f == nil {
		return nil, nil, false
	}
	values := make([]term.Term, len(nodes))
	for i, n := range nodes {
		if values[i], err, ok = c.constantCall(n); !ok || err != nil {
			return nil, err, ok
		}
	}
	value, err = f(c.self, values)
	return value, err, true
}

// builtin returns a function of erlang, nil if it is none that can be called
// without an effect.
func (c *compiler) builtin(module term.Atom, name string, arity int) process.Func {
	m := c.ev.table.Module(module)
	if m == nil || !foldable[name] {
		return nil
	}
	f := m.Functions[code.Key{Name: name, Arity: arity}]
	if f == nil {
		return nil
	}
	return f.Call
}

// foldable are the functions that the compiler calls itself when all of their
// arguments are literals.
var foldable = names("+ - * / div rem abs < > =< >= == /= =:= =/= not and or xor hd tl length element setelement tuple_size map_size byte_size " +
	"bit_size round trunc ceil floor ++ -- is_atom is_binary is_bitstring is_boolean is_float is_function is_integer is_list is_map is_number " +
	"is_pid is_port is_reference is_tuple atom_to_list atom_to_binary list_to_atom integer_to_binary binary_to_integer list_to_tuple")
