package eval

import (
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// This file follows Kernel.Typespec: the types and specifications of a module
// are kept as quoted expressions and checked when its body has run.

// typed is what @type, @spec or @callback and their kin said.
type typed struct {
	kind string
	// expr is the quoted expression.
	expr term.Term
	pos  syntax.Pos
}

// signature is the name and arity that is declared.
func (t typed) signature() (code.Key, bool) {
	expr := t.expr
	if spec, _, ok := twoArguments(expr, "when"); ok && !typeKinds[t.kind] {
		expr = spec
	}
	head, _, ok := twoArguments(expr, "::")
	if !ok {
		return code.Key{}, false
	}
	name, args, ok := typeHead(head)
	return code.Key{Name: name, Arity: len(args)}, ok
}

// typeKinds are the attributes that declare types.
var typeKinds = map[string]bool{"type": true, "opaque": true, "typep": true}

// typeHead takes name(args) apart; a bare name has none.
func typeHead(t term.Term) (name string, args []term.Term, ok bool) {
	head, ok := t.(term.Tuple)
	if !ok || len(head) != 3 {
		return "", nil, false
	}
	atom, ok := head[0].(term.Atom)
	args, _ = term.Slice(head[2])
	return string(atom), args, ok && atom != "::"
}

// twoArguments returns the arguments of a quoted call with two of them.
func twoArguments(t term.Term, name term.Atom) (left, right term.Term, ok bool) {
	if !isForm(t, name) {
		return nil, nil, false
	}
	args, _ := term.Slice(t.(term.Tuple)[2])
	if len(args) != 2 {
		return nil, nil, false
	}
	return args[0], args[1], true
}

// declare keeps a type or specification. A declared callback takes the @doc
// before it, a type the @typedoc.
func (c *compiler) declare(t typed) error {
	mod := c.module
	key, ok := t.signature()
	switch t.kind {
	case "typep":
		c.discardTypeDoc(key, ok)
	case "type", "opaque":
		mod.pendingTypeDoc = false
	case "callback", "macrocallback":
		mod.pendingDoc = nil
		if ok {
			mod.callbacks = append(mod.callbacks, Callback{Key: key, Macro: t.kind == "macrocallback"})
		}
	}
	if typeKinds[t.kind] && (key == code.Key{Name: "required", Arity: 1} || key == code.Key{Name: "optional", Arity: 1}) {
		return exception.In(c.compileError(t.pos, "type "+keyText(key)+" is a reserved type and it cannot be defined"), typespecFrame("compile_error", 2, 936))
	}
	mod.types = append(mod.types, t)
	return nil
}

// typeChecker goes through the declarations of a module as the compiler does
// when it translates them. It keeps account of the frames of that, since an
// error shows them.
type typeChecker struct {
	c       *compiler
	pos     syntax.Pos // of the declaration at hand
	defined map[code.Key]syntax.Pos
	used    map[code.Key]bool
	// locals counts the type variables of the declaration, in names.
	locals map[string]int
	names  []string
	// lenient says that names need not be defined.
	lenient bool
	// protocol says that the module is one, which has a type t of its own.
	protocol bool
	trail    []exception.Frame
}

// hidden stands in the trail for a frame of Erlang's lists, which is counted
// and not shown.
var hidden = exception.Frame{Module: "lists"}

func typespecFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "Elixir.Kernel.Typespec", Function: function, Arity: arity, File: "lib/kernel/typespec.ex", Line: line}
}

// under runs f below a call at that line.
func (t *typeChecker) under(function string, arity, line int, f func()) {
	t.trail = append(t.trail, typespecFrame(function, arity, line))
	f()
	t.trail = t.trail[:len(t.trail)-1]
}

// folded runs f below the fold that has come to element i of a list.
func (t *typeChecker) folded(i int, f func()) {
	frames := min(i+1, 2) // equal frames in a row are one
	for range frames {
		t.trail = append(t.trail, hidden)
	}
	f()
	t.trail = t.trail[:len(t.trail)-frames]
}

// each checks the elements of a list below a line of typespec/4.
func (t *typeChecker) each(list []term.Term, line int, vars []string) {
	t.under("typespec", 4, line, func() { t.elements(list, vars) })
}

func (t *typeChecker) elements(list []term.Term, vars []string) {
	for i, e := range list {
		t.folded(i, func() { t.typespec(e, vars) })
	}
}

// fail ends the compilation with the frames that Erlang would keep.
func (t *typeChecker) fail(format string, args ...any) {
	err := t.c.compileError(t.pos, fmt.Sprintf(format, args...))
	t.raise(err, typespecFrame("compile_error", 2, 936))
}

func (t *typeChecker) raise(err *exception.Error, frames ...exception.Frame) {
	for _, f := range slices.Backward(t.trail) {
		frames = append(frames, f)
	}
	frames = frames[:min(len(frames), exception.MaxDepth)]
	err.Stack = slices.DeleteFunc(frames, func(f exception.Frame) bool { return f.Module == hidden.Module })
	passExit(t.c.self)
	panic(bail{err: err})
}

// checkTypes checks all declarations of the module, types first.
func (c *compiler) checkTypes() {
	t := &typeChecker{c: c, defined: make(map[code.Key]syntax.Pos), used: make(map[code.Key]bool)}
	if c.module.protocol != nil { // whose type stands for all that implements it
		t.protocol = true
	}
	of := func(kinds ...string) []typed {
		var list []typed
		for _, kind := range kinds {
			for _, d := range c.module.types {
				if d.kind == kind {
					list = append(list, d)
				}
			}
		}
		return list
	}
	types := of("type", "opaque", "typep")
	t.under("translate_typespecs_for_module", 2, 226, func() { t.folded(0, func() { t.define(types) }) })
	for _, phase := range []struct {
		line  int
		list  []typed
		check func(typed)
	}{{235, types, t.typeDefinition}, {236, of("spec"), t.specification}, {237, of("callback"), t.specification}, {240, of("macrocallback"), t.specification}} {
		t.under("translate_typespecs_for_module", 2, phase.line, func() {
			for i, d := range phase.list {
				t.pos, t.locals, t.names = d.pos, make(map[string]int), nil
				t.folded(i, func() { phase.check(d) })
			}
		})
	}
	for _, d := range of("typep") {
		if key, _ := d.signature(); !t.used[key] {
			c.warnHere(d.pos, "type "+keyText(key)+" is unused")
		}
	}
	c.checkSpecs(of("spec"))
	c.checkOptionalCallbacks()
}

// define gathers the names of the types.
func (t *typeChecker) define(types []typed) {
	for _, d := range types {
		t.pos = d.pos
		key, ok := d.signature()
		if !ok {
			t.fail("invalid type specification: %s", quotedText(d.expr))
		}
		if moreTypes[key] || erlangTypes[key] {
			t.fail("type %s is a built-in type and it cannot be redefined", keyText(key))
		}
		if first, twice := t.defined[key]; twice {
			t.fail("type %s is already defined in %s:%d", keyText(key), t.c.file, first.Line)
		}
		t.defined[key] = d.pos
	}
}

// quotedText renders a quoted expression for a message.
func quotedText(quoted term.Term) string {
	tree, err := Tree(quoted)
	if err != nil {
		return show(quoted)
	}
	return syntaxText(tree)
}

// typeDefinition checks name(args) :: definition.
func (t *typeChecker) typeDefinition(d typed) {
	head, definition, _ := twoArguments(d.expr, "::")
	name, args, _ := typeHead(head)
	var vars, invalid []string
	for _, arg := range args {
		if v, ok := typeVariable(arg); ok {
			vars = append(vars, v)
			t.count(v)
		} else {
			invalid = append(invalid, quotedText(arg))
		}
	}
	t.under("translate_type", 2, 307, func() { t.typespec(definition, vars) })
	if slices.Contains(vars, "_") {
		t.under("translate_type", 2, 311, func() { t.fail("type variable '_' is invalid") })
	}
	t.under("translate_type", 2, 312, t.unusedVariables)
	if len(invalid) > 0 {
		t.fail("@type definitions expect all arguments to be variables. The type %s/%d has an invalid argument(s): %s",
			name, len(args), strings.Join(invalid, ", "))
	}
	if d.kind == "opaque" && len(args) == 0 {
		if of, none, ok := typeHead(definition); ok && len(none) == 0 && (of == "any" || of == "term") {
			t.c.warnHere(d.pos, "@opaque type "+name+"/0 is underspecified and therefore meaningless")
		}
	}
}

// typeVariable is the name if t is a variable.
func typeVariable(t term.Term) (string, bool) {
	v, ok := t.(term.Tuple)
	if !ok || len(v) != 3 || !isAtom(v[0]) || !isAtom(v[2]) || v[2] == term.Term(term.Empty) {
		return "", false
	}
	return string(v[0].(term.Atom)), true
}

// count notes a use of a type variable.
func (t *typeChecker) count(name string) {
	if t.locals[name]++; t.locals[name] == 1 {
		t.names = append(t.names, name)
	}
}

// unusedVariables fails for a variable that is mentioned once.
func (t *typeChecker) unusedVariables() {
	slices.Sort(t.names)
	for _, name := range t.names {
		underscored, once := strings.HasPrefix(name, "_"), t.locals[name] == 1
		switch {
		case underscored && !once:
			t.c.warnHere(t.pos, "the underscored type variable \""+name+"\" is used more than once in the type specification. "+
				"A leading underscore indicates that the value of the variable should be ignored. If this is intended please rename "+
				"the variable to remove the underscore")
		case !underscored && once:
			t.folded(0, func() {
				t.fail("type variable %s is used only once. Type variables in typespecs must be referenced at least twice, "+
					"otherwise it is equivalent to term()", name)
			})
		}
	}
}

// specification checks name(args) :: result when constraints.
func (t *typeChecker) specification(d typed) {
	expr, guard := d.expr, term.Empty
	if spec, when, ok := twoArguments(expr, "when"); ok {
		expr, guard = spec, when
	}
	head, result, ok := twoArguments(expr, "::")
	_, args, named := typeHead(head)
	if !ok || !named {
		if _, _, bare := typeHead(expr); bare {
			t.fail("type specification missing return type: %s", quotedText(expr))
		}
		t.fail("invalid type specification: %s", quotedText(expr))
	}
	t.noDefaults(args)
	pairs, ok := keywordOf(guard)
	if !ok {
		t.fail("expected keywords as guard in type specification, got: %s", quotedText(guard))
	}
	var vars []string
	for _, p := range pairs {
		vars = append(vars, string(p.Key.(term.Atom)))
	}
	const function, arity = "translate_spec", 8
	t.under(function, arity, 390, func() { t.function(args, result, vars) })
	t.under(function, arity, 394, func() { t.constraints(pairs, vars) })
	t.under(function, arity, 399, t.unusedVariables)
}

// noDefaults fails for an argument with a default.
func (t *typeChecker) noDefaults(args []term.Term) {
	for _, arg := range args {
		sides := []term.Term{arg}
		if left, right, ok := twoArguments(arg, "::"); ok {
			sides = []term.Term{left, right}
		}
		for i, side := range sides {
			if _, _, ok := twoArguments(side, `\\`); ok {
				line := 424
				if len(sides) == 2 {
					line = 419 + i
				}
				t.under("translate_spec", 8, 380, func() {
					t.folded(0, func() {
						t.raise(exception.ArgumentError(`default arguments \\ not supported in typespecs`), typespecFrame("ensure_not_default", 1, 432),
							typespecFrame("-ensure_no_defaults!/1-fun-0-", 1, line))
					})
				})
			}
		}
	}
}

// function checks the arguments and the result of a function.
func (t *typeChecker) function(args []term.Term, result term.Term, vars []string) {
	t.under("fn_args", 6, 974, func() {
		if len(args) == 1 && isEllipsis(args[0]) {
			return
		}
		t.under("fn_args", 5, 988, func() { t.elements(args, vars) })
	})
	t.under("fn_args", 6, 975, func() { t.typespec(result, vars) })
}

// constraints checks what stands behind when.
func (t *typeChecker) constraints(pairs []term.Pair, vars []string) {
	t.under("guard_to_constraints", 5, 451, func() {
		for _, p := range pairs {
			if name, ok := typeVariable(p.Value); ok && name == "var" {
				continue
			}
			t.folded(0, func() {
				t.under("-guard_to_constraints/5-fun-0-", 5, 445, func() { t.typespec(p.Value, vars) })
			})
			t.count(string(p.Key.(term.Atom)))
		}
	})
}

// checkSpecs fails for a specification of a function that is not defined.
func (c *compiler) checkSpecs(specs []typed) {
	for _, spec := range specs {
		key, _ := spec.signature()
		made := code.Key{Name: macroName(key.Name), Arity: key.Arity + 1}
		if c.module.clauses[key] == nil && c.module.defaults[key] == nil && c.module.clauses[made] == nil {
			passExit(c.self)
			panic(bail{err: c.compileError(spec.pos, "spec for undefined function "+keyText(key))})
		}
	}
}

// checkOptionalCallbacks fails for an optional callback that is none.
func (c *compiler) checkOptionalCallbacks() {
	a := c.module.attributes["optional_callbacks"]
	if a == nil {
		return
	}
	for _, e := range term.Wrap(a.value) {
		key, ok := keyOf(e)
		if !ok {
			c.failModule("invalid optional callback %s. @optional_callbacks expects a keyword list of callback names and arities", show(e))
		}
		if !slices.ContainsFunc(c.module.callbacks, func(cb Callback) bool { return cb.Key == key }) {
			c.failModule("unknown callback %s given as optional callback", keyText(key))
		}
	}
}

// keywordOf are the pairs of a keyword list.
func keywordOf(t term.Term) ([]term.Pair, bool) {
	list, ok := term.Slice(t)
	var pairs []term.Pair
	for _, e := range list {
		pair, isPair := e.(term.Tuple)
		if !isPair || len(pair) != 2 || !isAtom(pair[0]) {
			return nil, false
		}
		pairs = append(pairs, term.Pair{Key: pair[0], Value: pair[1]})
	}
	return pairs, ok
}
