package lib

import (
	"math"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func kernelModule() Module {
	return Module{
		Name:      "Elixir.Kernel",
		Doc:       "What can be called without the name of a module: processes, messages, tests of kinds, numbers, tuples, lists.",
		Functions: slices.Concat(kernelProcesses(), kernelTests(), kernelKeyTest(), kernelData(), kernelNumbers(), kernelPaths()),
	}
}

func kernelTests() []Function {
	return []Function{
		{"is_atom", "term", "Whether `term` is an atom.", test(func(t term.Term) bool { _, ok := t.(term.Atom); return ok })},
		{"is_binary", "term", "Whether `term` is a binary, which strings are.", test(isBinary)},
		{"is_bitstring", "term", "Whether `term` is a bitstring, which binaries are.", test(func(t term.Term) bool { _, bits := t.(*term.Bits); return bits || isBinary(t) })},
		{"is_boolean", "term", "Whether `term` is true or false.", test(func(t term.Term) bool { return t == term.Term(term.True) || t == term.Term(term.False) })},
		{"is_exception", "term", "Whether `term` is an exception.", test(exception.IsException)},
		{"is_float", "term", "Whether `term` is a float.", test(func(t term.Term) bool { _, ok := t.(term.Float); return ok })},
		{"is_function", "term", "Whether `term` is a function.", test(func(t term.Term) bool { _, ok := t.(*term.Fun); return ok })},
		{"is_function", "term, arity", "Whether `term` is a function of so many arguments.", kernelIsFunction},
		{"is_integer", "term", "Whether `term` is an integer.", test(term.IsInteger)},
		{"is_list", "term", "Whether `term` is a list.", test(term.IsList)},
		{"is_map", "term", "Whether `term` is a map, which structs are.", test(func(t term.Term) bool { _, ok := term.AsMap(t); return ok })},
		{"is_nil", "term", "Whether `term` is nil.", test(func(t term.Term) bool { return t == term.Term(term.Nil) })},
		{"is_number", "term", "Whether `term` is an integer or a float.", test(isNumber)},
		{"is_pid", "term", "Whether `term` is a pid.", test(func(t term.Term) bool { _, ok := t.(term.PID); return ok })},
		{"is_port", "term", "Whether `term` is a port; gex has none.", test(func(term.Term) bool { return false })},
		{"is_reference", "term", "Whether `term` is a reference.", test(func(t term.Term) bool { _, ok := t.(term.Ref); return ok })},
		{"is_struct", "term", "Whether `term` is a struct.", test(func(t term.Term) bool { m, ok := term.AsMap(t); return ok && hasStructName(m) })},
		{"is_struct", "term, name", "Whether `term` is a struct of the module.", kernelIsStruct},
		{"is_tuple", "term", "Whether `term` is a tuple.", test(func(t term.Term) bool { _, ok := t.(term.Tuple); return ok })},
	}
}

// kernelKeyTest is a test whose arguments are the other way round in Erlang.
func kernelKeyTest() []Function {
	return []Function{
		{"is_map_key", "map, key", "Whether `key` is in the map.", kernelIsMapKey},
	}
}

func isBinary(t term.Term) bool { _, ok := t.(term.Binary); return ok }

func isNumber(t term.Term) bool { _, float := t.(term.Float); return float || term.IsInteger(t) }

func hasStructName(m *term.Map) bool { _, ok := structName(m); return ok }

func kernelIsFunction(_ *process.Process, a []term.Term) (term.Term, error) {
	arity, ok := intAt(a, 1)
	if !ok || arity < 0 {
		return nil, badarg("erlang", "is_function", a...)
	}
	return term.Bool(isFun(a[0], arity)), nil
}

func kernelIsMapKey(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, badmap(a[0]).In(borderFrame("erlang", "is_map_key", args{a[1], a[0]}))
	}
	return term.Bool(inMap(m, a[1])), nil
}

func kernelIsStruct(_ *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[1].(term.Atom)
	if !ok {
		return nil, exception.ArgumentError("argument error")
	}
	_, is := isStruct(a[0], name)
	return term.Bool(is), nil
}

func kernelData() []Function {
	return []Function{
		{"apply", "fun, args", "Calls `fun` with the list of arguments.", kernelApply},
		{"apply", "module, function_name, args", "Calls a function of a module by its name.", kernelApply3},
		{"hd", "list", "The head of a list: its first element.", kernelHd},
		{"tl", "list", "The tail of a list: all but its first element.", kernelTl},
		{"length", "list", "The number of elements of a list.", kernelLength},
		{"elem", "tuple, index", "The element at `index`, from 0.", kernelElem},
		{"put_elem", "tuple, index, value", "The tuple with the element at `index` replaced.", kernelPutElem},
		{"tuple_size", "tuple", "The number of elements of a tuple.", onTuple("tuple_size", func(t term.Tuple) term.Term { return term.Int(len(t)) })},
		{"map_size", "map", "The number of pairs of a map.", kernelMapSize},
		{"byte_size", "bitstring", "The number of bytes.", bitsSize("byte_size", func(bits int) int { return (bits + 7) / 8 })},
		{"bit_size", "bitstring", "The number of bits.", bitsSize("bit_size", func(bits int) int { return bits })},
		{"binary_part", "binary, start, size", "`size` bytes from `start` on; a negative size goes backwards.", kernelBinaryPart},
		{"inspect", `term, opts \\ []`, "The term as text, as the prompt shows it. Options are those of `Inspect.Opts`: `:limit`, `:width`, `:pretty`, `:base`, `:charlists`, `:binaries`, `:structs`.", kernelInspect},
		{"to_string", "term", "The term as a string, by the protocol `String.Chars`.", kernelToString},
		{"to_charlist", "term", "The term as a charlist.", kernelToCharlist},
		{"struct", `struct, fields \\ []`, "The struct with the fields set; unknown fields are left out.", kernelStruct},
		{"struct!", `struct, fields \\ []`, "The struct with the fields set; raises `KeyError` for unknown fields.", kernelMustStruct},
		{"throw", "term", "Throws `term`, which `catch` can catch.", func(_ *process.Process, a []term.Term) (term.Term, error) { return nil, exception.Throw(a[0]) }},
		{"tap", "value, fun", "Calls `fun` with `value` and returns `value`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			_, err := code.Call(self, a[1], a[0])
			return a[0], err
		}},
		{"then", "value, fun", "What `fun` returns for `value`.", func(self *process.Process, a []term.Term) (term.Term, error) { return code.Call(self, a[1], a[0]) }},
		{"function_exported?", "module, function, arity", "Whether the module has such a function.", kernelExported},
		{"macro_exported?", "module, macro, arity", "Whether the module has such a macro.", kernelMacroExported},
		{"++", "left, right", "The elements of `left`, then those of `right`.", kernelAppend},
		{"--", "left, right", "`left` without one of each element of `right`.", kernelSubtract},
		{"sigil_r", "term, modifiers", "The regular expression of `~r`.", kernelSigilR},
		{"sigil_R", "term, modifiers", "The regular expression of `~R`, without escapes.", kernelSigilR},
		{"=~", "left, right", "Whether the text contains a string or matches a regular expression.", kernelMatches},
	}
}

func kernelMacroExported(self *process.Process, a []term.Term) (term.Term, error) {
	module, okModule := a[0].(term.Atom)
	name, okName := a[1].(term.Atom)
	arity, okArity := intAt(a, 2)
	if !okModule || !okName || !okArity {
		return nil, noClause(self, "Elixir.Kernel", "macro_exported?", a)
	}
	made := code.Of(self.Node()).Module(module)
	return term.Bool(made != nil && made.Macros[code.Key{Name: string(name), Arity: arity}]), nil
}

func pure3(t term.Term) process.Func {
	return func(*process.Process, []term.Term) (term.Term, error) { return t, nil }
}

func kernelApply(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, badarg("erlang", "apply", a...)
	}
	return code.Call(self, a[0], list...)
}

func kernelApply3(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	list, ok3 := term.Slice(a[2])
	if !ok1 || !ok2 || !ok3 {
		return nil, badarg("erlang", "apply", a...)
	}
	return code.Apply(self, module, string(name), list...)
}

func kernelHd(_ *process.Process, a []term.Term) (term.Term, error) {
	if cell, ok := a[0].(*term.Cons); ok {
		return cell.Head, nil
	}
	return nil, badarg("erlang", "hd", a...)
}

func kernelTl(_ *process.Process, a []term.Term) (term.Term, error) {
	if cell, ok := a[0].(*term.Cons); ok {
		return cell.Tail, nil
	}
	return nil, badarg("erlang", "tl", a...)
}

func kernelLength(_ *process.Process, a []term.Term) (term.Term, error) {
	n := 0
	t := a[0]
	for {
		cell, ok := t.(*term.Cons)
		if !ok {
			break
		}
		n++
		t = cell.Tail
	}
	if _, ok := t.(term.EmptyList); !ok {
		return nil, badarg("erlang", "length", a...)
	}
	return term.Int(n), nil
}

func kernelElem(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := a[0].(term.Tuple)
	i, isInt := intAt(a, 1)
	if !isInt {
		return nil, badarith("+", a[1], term.Int(1))
	}
	if !ok || i < 0 || i >= len(t) {
		return nil, badarg("erlang", "element", term.Int(i+1), a[0])
	}
	return t[i], nil
}

func kernelPutElem(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := a[0].(term.Tuple)
	i, isInt := intAt(a, 1)
	if !isInt {
		return nil, badarith("+", a[1], term.Int(1))
	}
	if !ok || i < 0 || i >= len(t) {
		return nil, badarg("erlang", "setelement", term.Int(i+1), a[0], a[2])
	}
	t = slices.Clone(t)
	t[i] = a[2]
	return t, nil
}

func kernelMapSize(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok {
		return nil, badmap(a[0]).In(borderFrame("erlang", "map_size", a))
	}
	return term.Int(m.Len()), nil
}

func bitsSize(builtin string, f func(bits int) int) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		switch t := a[0].(type) {
		case term.Binary:
			return term.Int(f(8 * len(t))), nil
		case *term.Bits:
			return term.Int(f(t.Size)), nil
		}
		return nil, badarg("erlang", builtin, a...)
	}
}

func kernelBinaryPart(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	start, ok1 := intAt(a, 1)
	n, ok2 := intAt(a, 2)
	if n < 0 {
		start, n = start+n, -n
	}
	if !ok || !ok1 || !ok2 || start < 0 || start+n > len(s) {
		return nil, badarg("erlang", "binary_part", a...)
	}
	return s[start : start+n], nil
}

func kernelToString(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := stringOf(self, a[0])
	return term.Binary(text), err
}

func kernelToCharlist(self *process.Process, a []term.Term) (term.Term, error) {
	if term.IsList(a[0]) {
		return a[0], nil
	}
	if impl, ok := ownImpl(self, "List.Chars", a[0]); ok {
		return code.Apply(self, impl, "to_charlist", a[0])
	}
	text, err := ToString(a[0])
	if _, isMap := a[0].(*term.Map); isMap || isNoProtocol(err, "String.Chars") {
		err = noProtocol("List.Chars", a[0]).In(at("List.Chars", "impl_for!", 1, "list/chars.ex", 1), at("List.Chars", "to_charlist", 1, "list/chars.ex", 17))
	}
	return term.Charlist(text), err
}

func kernelExported(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	arity, ok3 := intAt(a, 2)
	if !ok1 || !ok2 || !ok3 {
		return nil, badarg("erlang", "function_exported", a...)
	}
	table := code.Of(self.Node())
	made := table.Module(module)
	return term.Bool(table.Exports(module, string(name), arity) && !made.Macros[code.Key{Name: string(name), Arity: arity}]), nil
}

func kernelAppend(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "erlang", Function: "++", Args: a, HasArgs: true})
	}
	return term.ListWithTail(list, a[1]), nil
}

func kernelSubtract(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := term.Slice(a[0])
	right, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "erlang", Function: "--", Args: a, HasArgs: true})
	}
	rest := slices.Clone(left)
	for _, x := range right {
		if i := slices.IndexFunc(rest, func(y term.Term) bool { return term.Same(x, y) }); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		}
	}
	return term.List(rest...), nil
}

func kernelMatches(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	if a[1] == term.Term(term.Binary("")) {
		return term.True, nil
	}
	find, err := pattern(a[1])
	if err != nil {
		return nil, err
	}
	_, _, found := find(string(s), 0)
	return term.Bool(found), nil
}

func kernelNumbers() []Function {
	return []Function{
		{"abs", "number", "The number without its sign.", numeric1("abs", term.Abs)},
		{"round", "number", "The nearest integer; halves go away from zero.", numeric1("round", truncating(math.Round))},
		{"trunc", "number", "The integer part.", numeric1("trunc", truncating(math.Trunc))},
		{"floor", "number", "The greatest integer that is not greater.", numeric1("floor", truncating(math.Floor))},
		{"ceil", "number", "The least integer that is not less.", numeric1("ceil", truncating(math.Ceil))},
		{"div", "dividend, divisor", "The quotient of integers, without the fraction.", arithmetic("div", term.IntDiv)},
		{"rem", "dividend, divisor", "The remainder, with the sign of the dividend.", arithmetic("rem", term.Rem)},
		{"max", "first, second", "The greater of two terms.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			if term.Compare(a[0], a[1]) >= 0 {
				return a[0], nil
			}
			return a[1], nil
		}},
		{"min", "first, second", "The lesser of two terms.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			if term.Compare(a[0], a[1]) <= 0 {
				return a[0], nil
			}
			return a[1], nil
		}},
		{"+", "left, right", "The sum.", arithmetic("+", term.Add)},
		{"-", "left, right", "The difference.", arithmetic("-", term.Sub)},
		{"*", "left, right", "The product.", arithmetic("*", term.Mul)},
		{"/", "left, right", "The quotient, always a float.", arithmetic("/", term.Div)},
		{"-", "value", "The number with the other sign.", numericOp("-", term.Neg)},
		{"+", "value", "The number.", numericOp("+", func(t term.Term) (term.Term, bool) { return t, isNumber(t) })},
		{"**", "left, right", "`left` to the power of `right`.", kernelPower},
		{"==", "left, right", "Whether both are equal; `1 == 1.0`.", comparison(term.Equal)},
		{"!=", "left, right", "Whether both differ.", comparison(func(a, b term.Term) bool { return !term.Equal(a, b) })},
		{"===", "left, right", "Whether both are the same; `1` is not `1.0`.", comparison(term.Same)},
		{"!==", "left, right", "Whether both are not the same.", comparison(func(a, b term.Term) bool { return !term.Same(a, b) })},
		{"<", "left, right", "Whether `left` comes before `right` in the order of terms.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) < 0 })},
		{">", "left, right", "Whether `left` comes after `right`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) > 0 })},
		{"<=", "left, right", "Whether `left` does not come after `right`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) <= 0 })},
		{">=", "left, right", "Whether `left` does not come before `right`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) >= 0 })},
		{"not", "value", "The opposite of a boolean.", kernelNot},
	}
}

func truncating(round func(float64) float64) func(term.Term) (term.Term, bool) {
	return func(t term.Term) (term.Term, bool) { return term.Truncated(t, round) }
}

func numeric1(builtin string, f func(term.Term) (term.Term, bool)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if value, ok := f(a[0]); ok {
			return value, nil
		}
		return nil, badarg("erlang", builtin, a...)
	}
}

func numericOp(op string, f func(term.Term) (term.Term, bool)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if value, ok := f(a[0]); ok {
			return value, nil
		}
		return nil, badarith(op, a...)
	}
}

func arithmetic(op string, f func(a, b term.Term) (term.Term, bool)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if value, ok := f(a[0], a[1]); ok {
			return value, nil
		}
		return nil, badarith(op, a...)
	}
}

func comparison(f func(a, b term.Term) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) { return term.Bool(f(a[0], a[1])), nil }
}

func kernelPower(_ *process.Process, a []term.Term) (term.Term, error) {
	base, whole := term.BigInt(a[0])
	if exponent, ok := a[1].(term.Int); ok && whole && exponent >= 0 {
		return power(base, exponent)
	}
	x, ok1 := term.ToFloat(a[0])
	y, ok2 := term.ToFloat(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	result := math.Pow(x, y)
	if math.IsInf(result, 0) || math.IsNaN(result) {
		return nil, exception.Raise(term.Atom("badarith")).In(
			exception.Frame{Module: "math", Function: "pow", Args: a, HasArgs: true}, at("Kernel", "**", 2, "kernel.ex", 4219))
	}
	return term.Float(result), nil
}

func kernelNot(_ *process.Process, a []term.Term) (term.Term, error) {
	switch a[0] {
	case term.Term(term.True):
		return term.False, nil
	case term.Term(term.False):
		return term.True, nil
	}
	return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "erlang", Function: "not", Args: a, HasArgs: true})
}

func kernelSigilR(_ *process.Process, a []term.Term) (term.Term, error) {
	source, ok := a[0].(term.Binary)
	modifiers, err := charsToString(nil, a[1])
	if !ok || err != nil {
		return nil, errClause
	}
	re, err := Regex(string(source), modifiers)
	if err != nil {
		return nil, regexError(string(source), err)
	}
	return re, nil
}
