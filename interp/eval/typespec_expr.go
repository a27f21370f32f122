package eval

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// erlangTypes are the types that Erlang knows.
var erlangTypes = typeNames(`any/0 arity/0 atom/0 binary/0 bitstring/0 bool/0 boolean/0 byte/0 char/0 float/0 function/0 identifier/0 integer/0
	iodata/0 iolist/0 list/0 list/1 map/0 maybe_improper_list/0 maybe_improper_list/2 mfa/0 module/0 neg_integer/0 nil/0 no_return/0 node/0
	non_neg_integer/0 none/0 nonempty_binary/0 nonempty_bitstring/0 nonempty_improper_list/2 nonempty_list/0 nonempty_list/1
	nonempty_maybe_improper_list/0 nonempty_maybe_improper_list/2 nonempty_string/0 number/0 pid/0 port/0 pos_integer/0 reference/0 string/0
	term/0 timeout/0 tuple/0`)

// moreTypes are those that Elixir adds.
var moreTypes = typeNames("char_list/0 charlist/0 as_boolean/1 struct/0 nonempty_charlist/0 keyword/0 keyword/1 var/0")

func typeNames(list string) map[code.Key]bool {
	names := make(map[code.Key]bool)
	for _, word := range strings.Fields(list) {
		name, arity, _ := strings.Cut(word, "/")
		names[code.Key{Name: name, Arity: int(arity[0] - '0')}] = true
	}
	return names
}

// typespec checks a type expression. vars are the names that are variables.
func (t *typeChecker) typespec(expr term.Term, vars []string) {
	switch expr := expr.(type) {
	case term.Atom, term.Int, *term.Big:
	case *term.Cons:
		t.listType(expr, vars)
	case term.Tuple:
		switch len(expr) {
		case 2:
			t.each(expr, 768, vars)
			return
		case 3:
			t.typeForm(expr, vars)
			return
		}
		t.unexpected(expr)
	default:
		if expr != term.Empty {
			t.unexpected(expr)
		}
	}
}

func (t *typeChecker) unexpected(expr term.Term) {
	t.fail("unexpected expression in typespec: %s", quotedText(expr))
}

// typeForm checks {name, meta, args}.
func (t *typeChecker) typeForm(form term.Tuple, vars []string) {
	name, named := form[0].(term.Atom)
	if !named {
		t.remoteType(form, vars)
		return
	}
	args, isCall := term.Slice(form[2])
	if check := typeForms[name]; check != nil && (isCall || name == "map" || name == "__MODULE__") && check(t, form, args, vars) {
		return
	}
	if isCall {
		t.namedType(string(name), args, vars)
		return
	}
	for _, v := range vars {
		if v == string(name) {
			t.count(v)
			return
		}
	}
	t.typeForm(term.Tuple{name, form[1], term.Empty}, vars)
}

// namedType checks a type by its name.
func (t *typeChecker) namedType(name string, args []term.Term, vars []string) {
	t.each(args, 845, vars)
	key := code.Key{Name: name, Arity: len(args)}
	if erlangTypes[key] || t.protocol && key == (code.Key{Name: "t"}) {
		return
	}
	if _, ok := t.defined[key]; !ok && !t.lenient {
		t.fail("type %s undefined (no such type in %s)", keyText(key), aliasText(t.c.module.name))
	}
	t.used[key] = true
}

// typeForms are the constructs of types by name. They return false for what is
// a type by that name all the same.
var typeForms map[term.Atom]func(t *typeChecker, form term.Tuple, args []term.Term, vars []string) bool

func init() {
	typeForms = map[term.Atom]func(t *typeChecker, form term.Tuple, args []term.Term, vars []string) bool{
		"|": (*typeChecker).unionType, "<<>>": (*typeChecker).binaryType, "map": plainType, "%{}": (*typeChecker).mapType,
		"%": (*typeChecker).structType, "record": (*typeChecker).recordType, "..": (*typeChecker).rangeType,
		"__MODULE__": plainType, "__aliases__": plainType, "::": (*typeChecker).annotatedType, "+": signedType, "-": signedType,
		"tuple": plainType, "{}": (*typeChecker).tupleType, "__block__": (*typeChecker).blockType,
		"string": (*typeChecker).discouragedType, "nonempty_string": (*typeChecker).discouragedType,
		"charlist": (*typeChecker).charlistType, "char_list": (*typeChecker).charlistType, "nonempty_charlist": plainType, "struct": plainType,
		"as_boolean": (*typeChecker).elixirType, "keyword": (*typeChecker).elixirType, "fun": (*typeChecker).funType,
	}
}

// plainType is a type without arguments, or a name.
func plainType(_ *typeChecker, form term.Tuple, args []term.Term, _ []string) bool {
	return len(args) == 0 || form[0] == term.Term(term.Atom("__aliases__"))
}

// signedType is +1 or -1.
func signedType(_ *typeChecker, _ term.Tuple, args []term.Term, _ []string) bool {
	return len(args) == 1 && term.IsInteger(args[0])
}

func (t *typeChecker) unionType(form term.Tuple, args []term.Term, vars []string) bool {
	var all []term.Term
	var rest term.Term = form
	for {
		left, right, ok := twoArguments(rest, "|")
		if !ok {
			break
		}
		all, rest = append(all, left), right
	}
	t.each(append(all, rest), 464, vars)
	return true
}

// binaryType checks <<_::size, _::_*unit>>, of which each part may be missing.
func (t *typeChecker) binaryType(_ term.Tuple, args []term.Term, _ []string) bool {
	parts := args
	if len(parts) > 0 && isSizePart(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) > 0 && isUnitPart(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) > 0 {
		t.fail("invalid binary specification, expected <<_::size>>, <<_::_*unit>>, or <<_::size, _::_*unit>> with size being " +
			"non-negative integers, and unit being an integer between 1 and 256")
	}
	return true
}

func isAny(t term.Term) bool {
	name, ok := typeVariable(t)
	return ok && name == "_"
}

func isSizePart(part term.Term) bool {
	left, right, ok := twoArguments(part, "::")
	size, isInt := right.(term.Int)
	return ok && isAny(left) && isInt && size >= 0
}

func isUnitPart(part term.Term) bool {
	left, right, ok := twoArguments(part, "::")
	if !ok || !isAny(left) {
		return false
	}
	any, unit, ok := twoArguments(right, "*")
	n, isInt := unit.(term.Int)
	return ok && isAny(any) && isInt && n >= 1 && n <= 256
}

// mapType checks the fields of a map.
func (t *typeChecker) mapType(form term.Tuple, fields []term.Term, vars []string) bool {
	t.under("typespec", 4, 551, func() {
		for i, field := range fields {
			t.folded(i, func() { t.mapField(form, field, vars) })
		}
	})
	return true
}

func (t *typeChecker) mapField(form term.Tuple, field term.Term, vars []string) {
	pair, ok := field.(term.Tuple)
	if !ok || len(pair) != 2 {
		if _, _, ok := twoArguments(field, "|"); ok {
			t.fail("invalid map specification. When using the | operator in the map key, make sure to wrap the key type in parentheses: %s", quotedText(form))
		}
		t.fail("invalid map specification: %s", quotedText(form))
	}
	key, line := pair[0], 536
	if name, args, ok := typeHead(key); ok && len(args) == 1 {
		switch name {
		case "required":
			key, line = args[0], 526
		case "optional":
			key, line = args[0], 531
		}
	}
	const function, arity = "-typespec/4-fun-1-", 6
	t.under(function, arity, line, func() { t.typespec(key, vars) })
	t.under(function, arity, line+1, func() { t.typespec(pair[1], vars) })
}

// structType checks %Name{field: type}.
func (t *typeChecker) structType(_ term.Tuple, args []term.Term, vars []string) bool {
	if len(args) != 2 || !isForm(args[1], "%{}") {
		return false
	}
	module, _ := t.expandRemote(args[0])
	fields, known := t.c.fieldsOf(module)
	if !known {
		t.c.noStruct(&syntax.Struct{Pos: t.pos}, module, 0)
	}
	given, ok := keywordOf(args[1].(term.Tuple)[2])
	if !ok {
		t.fail("expected key-value pairs in struct %s", quotedText(args[0]))
	}
	types := make(map[term.Term]term.Term)
	for _, p := range given {
		types[p.Key] = p.Value
		if !slices.ContainsFunc(fields, func(f term.Pair) bool { return f.Key == p.Key }) {
			t.under("typespec", 4, 586, func() {
				t.folded(0, func() { t.fail("undefined field %s on struct %s", show(p.Key), aliasText(module)) })
			})
		}
	}
	t.under("typespec", 4, 551, func() {
		sorted := slices.SortedFunc(slices.Values(fields), func(a, b term.Pair) int { return term.Compare(a.Key, b.Key) })
		for i, f := range sorted {
			if of, ok := types[f.Key]; ok {
				t.folded(i+1, func() { t.under("-typespec/4-fun-1-", 6, 537, func() { t.typespec(of, vars) }) })
			}
		}
	})
	return true
}

func (t *typeChecker) recordType(_ term.Tuple, args []term.Term, _ []string) bool {
	switch {
	case len(args) == 0 || len(args) > 2:
		return false
	case !isAtom(args[0]) || len(args) == 2 && !term.IsList(args[1]):
		t.fail("invalid record specification, expected the record name to be an atom literal")
	}
	tag := args[0].(term.Atom)
	if !t.c.ev.knowsRecord(t.c.module.name, tag) {
		t.fail("unknown record %s", show(tag))
	}
	return true
}

// knowsRecord reports whether a module defines the macro of a record.
func (ev *Evaluator) knowsRecord(module, tag term.Atom) bool {
	for arity := range 3 {
		if ev.macros[module][code.Key{Name: string(tag), Arity: arity}] != nil {
			return true
		}
	}
	mod := ev.defining[module]
	return mod != nil && mod.macros[code.Key{Name: string(tag), Arity: 1}] != nil
}

func (t *typeChecker) rangeType(_ term.Tuple, args []term.Term, vars []string) bool {
	if len(args) != 2 {
		return false
	}
	for i, side := range args {
		t.under("typespec", 4, 634+i, func() { t.typespec(side, vars) })
	}
	first, isFirst := integerType(args[0])
	last, isLast := integerType(args[1])
	if !isFirst || !isLast || term.Compare(first, last) >= 0 {
		t.under("typespec", 4, 636, func() {
			t.fail("invalid range specification, expected both sides to be integers, with the left side lower than the right side")
		})
	}
	return true
}

// integerType is the value of a number that may have a minus sign.
func integerType(t term.Term) (term.Term, bool) {
	if isForm(t, "-") {
		args, _ := term.Slice(t.(term.Tuple)[2])
		if n, ok := args[0].(term.Int); ok && len(args) == 1 {
			return -n, true
		}
	}
	return t, term.IsInteger(t)
}

// annotatedType checks name :: type.
func (t *typeChecker) annotatedType(form term.Tuple, args []term.Term, vars []string) bool {
	if len(args) != 2 {
		return false
	}
	if _, ok := typeVariable(args[0]); !ok {
		t.wrongAnnotation(args[0], args[1], vars)
		return true
	}
	t.under("typespec", 4, 665, func() { t.typespec(args[1], vars) })
	if _, _, nested := twoArguments(args[1], "::"); nested {
		t.c.warnHere(t.pos, "invalid type annotation. Type annotations cannot be nested: "+quotedText(form))
		t.typespec(args[1], vars)
	}
	return true
}

func (t *typeChecker) wrongAnnotation(left, right term.Term, vars []string) {
	message := "invalid type annotation. The left side of :: must be a variable, got: " + quotedText(left)
	if isForm(left, "|") {
		message += `. Note "left | right :: ann" is the same as "(left | right) :: ann". To solve this, use parentheses around the union operands: "left | (right :: ann)"`
	}
	t.c.warnHere(t.pos, message)
	t.lenient = true
	t.under("typespec", 4, 706, func() { t.typespec(left, vars) })
	t.lenient = false
	t.under("typespec", 4, 708, func() { t.typespec(right, vars) })
}

func (t *typeChecker) tupleType(_ term.Tuple, args []term.Term, vars []string) bool {
	t.each(args, 768, vars)
	return true
}

func (t *typeChecker) blockType(_ term.Tuple, args []term.Term, vars []string) bool {
	if len(args) != 1 {
		return false
	}
	t.typespec(args[0], vars)
	return true
}

// discouragedType warns of string(), which is no string of Elixir's.
func (t *typeChecker) discouragedType(form term.Tuple, args []term.Term, vars []string) bool {
	name, lists, instead := form[0].(term.Atom), "character lists", "charlist()"
	if name == "nonempty_string" {
		lists, instead = "non-empty character lists", "nonempty_charlist()"
	}
	t.c.warnHere(t.pos, string(name)+"() type use is discouraged. For "+lists+", use "+instead+" type, for strings, String.t()\n    "+
		fmt.Sprintf("%s:%d: %s (module)\n", t.c.file, t.pos.Line, aliasText(t.c.module.name)))
	t.elements(args, vars)
	return true
}

func (t *typeChecker) charlistType(form term.Tuple, args []term.Term, _ []string) bool {
	if len(args) > 0 {
		return false
	}
	if form[0] == term.Term(term.Atom("char_list")) {
		t.c.warnHere(t.pos, "the char_list() type is deprecated, use charlist()")
	}
	return true
}

// elixirType is one that Elixir's own module of types has.
func (t *typeChecker) elixirType(form term.Tuple, args []term.Term, vars []string) bool {
	if len(args) > 1 || len(args) == 0 && form[0] == term.Term(term.Atom("as_boolean")) {
		return false
	}
	t.under("remote_type", 4, 940, func() { t.elements(args, vars) })
	return true
}

func (t *typeChecker) funType(_ term.Tuple, args []term.Term, vars []string) bool {
	t.each(args, 840, vars)
	return true
}

// remoteType checks Module.type(args).
func (t *typeChecker) remoteType(form term.Tuple, vars []string) {
	target, name, ok := twoArguments(form[0], ".")
	args, _ := term.Slice(form[2])
	if !ok {
		t.unexpected(form)
	}
	module, isModule := t.attributeModule(form, target)
	if !isModule {
		module, isModule = t.expandRemote(target)
	}
	if !isModule {
		t.fail("invalid remote in typespec: %s", quotedText(form))
	}
	if module == t.c.module.name {
		t.typeForm(term.Tuple{name, form[1], form[2]}, vars)
		return
	}
	t.under("remote_type", 4, 940, func() { t.elements(args, vars) })
}

// attributeModule is the module that @name in a type stands for.
func (t *typeChecker) attributeModule(form term.Tuple, target term.Term) (term.Atom, bool) {
	if !isForm(target, "@") {
		return "", false
	}
	name, _, _ := typeHead(firstOf(target.(term.Tuple)[2]))
	value, _ := t.c.module.get(name)
	module, ok := value.(term.Atom)
	if !ok || module == term.Nil {
		t.fail("invalid remote in typespec: %s (@%s is %s)", quotedText(form), name, show(value))
	}
	return module, true
}

// expandRemote is the module that an alias or atom stands for.
func (t *typeChecker) expandRemote(target term.Term) (term.Atom, bool) {
	if atom, ok := target.(term.Atom); ok {
		return atom, true
	}
	tree, err := Tree(target)
	if err != nil {
		return "", false
	}
	if call, ok := tree.(*syntax.Var); ok && call.Name == "__MODULE__" {
		return t.c.module.name, true
	}
	return t.c.constantAlias(tree)
}

// listType checks [type], [type, ...], [key: type] and (args -> result).
func (t *typeChecker) listType(list *term.Cons, vars []string) {
	elements, ok := term.Slice(list)
	if !ok {
		t.unexpected(list)
	}
	if args, result, ok := twoArguments(elements[0], "->"); ok && len(elements) == 1 {
		if list, ok := term.Slice(args); ok {
			t.under("typespec", 4, 653, func() { t.function(list, result, vars) })
			return
		}
	}
	n := len(elements)
	switch {
	case n == 1 && isEllipsis(elements[0]):
	case n == 1 || n == 2 && isEllipsis(elements[1]):
		t.each(elements[:1], 845, vars)
	default:
		t.keywordType(list, elements, vars)
	}
}

// isEllipsis reports whether t is ..., as a name or a call.
func isEllipsis(t term.Term) bool {
	name, args, ok := typeHead(t)
	return ok && name == "..." && len(args) == 0
}

// keywordType checks a list of more than one type, which must be pairs.
func (t *typeChecker) keywordType(list term.Term, elements []term.Term, vars []string) {
	union := term.Term(nil)
	for i := len(elements) - 1; i >= 0; i-- {
		pair, ok := elements[i].(term.Tuple)
		if ok = ok && len(pair) == 2 && isAtom(pair[0]); !ok {
			t.unexpectedList(list, i == len(elements)-1)
		}
		if union == nil {
			union = pair
		} else {
			union = term.Tuple{term.Atom("|"), term.Empty, term.List(pair, union)}
		}
	}
	t.each([]term.Term{union}, 845, vars)
}

func (t *typeChecker) unexpectedList(list term.Term, last bool) {
	text := quotedText(list)
	if last {
		t.under("typespec", 4, 903, func() { t.fail("unexpected list in typespec: %s", text) })
	}
	t.under("typespec", 4, 901, func() {
		t.folded(0, func() {
			t.under("-typespec/4-fun-8-", 4, 902, func() { t.fail("unexpected list in typespec: %s", text) })
		})
	})
}
