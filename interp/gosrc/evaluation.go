package gosrc

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// evaluation goes through the expressions of one statement in the order in which
// they are evaluated. The language orders calls, receives and logical operators
// only; the compiler takes these first, from left to right, and reads variables,
// fields and elements after them, which is when a nil pointer or an index fails.
// The interpreter reads everything in its turn.
//
// The first way through finds whether that makes a difference: whether something
// is read before a later call that might change it or print, or fails before what
// should have failed first. If so, a second way puts what the compiler takes first
// into variables.
type evaluation struct {
	*program
	pending int  // what has been met and is read late
	faults  int  // what of that can fail
	needed  bool // a call comes after that
	kept    ast.Expr
	hoist   bool
	before  []ast.Stmt
}

// expr visits the expression in a slot, in which something else may stand then.
func (v *evaluation) expr(slot *ast.Expr) {
	switch e := (*slot).(type) {
	case *ast.Ident:
		v.variable(v.readsMemory(e))
	case *ast.ParenExpr:
		v.expr(&e.X)
	case *ast.SelectorExpr:
		v.selector(e)
	case *ast.StarExpr:
		if !v.info.Types[e].IsType() {
			v.expr(&e.X)
			v.read(true)
		}
	case *ast.IndexExpr:
		v.index(slot, e)
	case *ast.SliceExpr:
		v.unit(slot, func() {
			for _, part := range []*ast.Expr{&e.X, &e.Low, &e.High, &e.Max} {
				v.optional(part)
			}
		})
	case *ast.TypeAssertExpr:
		v.assertion(slot, e)
	case *ast.UnaryExpr:
		v.unary(slot, e)
	case *ast.BinaryExpr:
		v.binary(slot, e)
	case *ast.CompositeLit:
		v.literal(slot, e)
	case *ast.CallExpr:
		v.call(slot, e)
	}
}

func (v *evaluation) optional(slot *ast.Expr) {
	if *slot != nil {
		v.expr(slot)
	}
}

func (v *evaluation) exprs(list []ast.Expr) {
	for i := range list {
		v.expr(&list[i])
	}
}

// read notes something that is read late, and can fail then.
func (v *evaluation) read(late bool) {
	if late {
		v.pending++
		v.faults++
	}
}

// variable notes a variable that is read late.
func (v *evaluation) variable(late bool) {
	if late {
		v.pending++
	}
}

// converted visits a value that becomes one of a type. What the compiler makes an
// interface value by way of an address, and has none, is copied in its turn.
func (v *evaluation) converted(slot *ast.Expr, to types.Type) {
	from := v.typeOf(*slot)
	if from == nil || to == nil || !isInterface(to) || isInterface(from) || isNil(from) || !byAddress(types.Default(from)) || v.isAddressable(*slot) {
		v.expr(slot)
		return
	}
	v.unit(slot, func() { v.expr(slot) })
}

// byAddress reports whether the compiler needs the address of a value to make it
// an interface value: of all but strings, slices, and what is a number of two, four or
// eight bytes in memory.
func byAddress(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return false
	case *types.Basic:
		if u.Info()&types.IsString != 0 {
			return false
		}
	}
	switch size := sizes.Sizeof(t); size {
	case 2, 4, 8:
		return sizes.Alignof(t) != size || holdsPointers(t)
	}
	return true
}

// holdsPointers reports whether there are pointers in values of a type.
func holdsPointers(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0 || t.Kind() == types.UnsafePointer
	case *types.Array:
		return t.Len() > 0 && holdsPointers(t.Elem())
	case *types.Struct:
		return slices.ContainsFunc(madeOf(t), holdsPointers)
	}
	return true
}

func (v *evaluation) isAddressable(e ast.Expr) bool { return v.info.Types[e].Addressable() }

// sizes are those for which order is copied.
var sizes = types.SizesFor("gc", "amd64")

// unit visits something that is evaluated in its turn, with what is in it.
func (v *evaluation) unit(slot *ast.Expr, inner func()) {
	e, pending, faults := *slot, v.pending, v.faults
	inner()
	early := pending > 0 && v.hasEffect(e) || faults > 0 && v.failsInTurn(e)
	v.needed = v.needed || early
	v.pending, v.faults = pending, faults
	if *slot != e {
		return // a conversion of what has been put into a variable
	}
	t := v.typeOf(e)
	_, tuple := t.(*types.Tuple)
	if !v.hoist || tuple || t == nil || v.info.Types[e].IsVoid() || v.info.Types[e].Value != nil || e == v.kept && !early {
		return
	}
	first := v.fresh("first")
	v.before = append(v.before, define(first, e))
	*slot = v.keep(ast.NewIdent(first.Name), e)
}

// failsInTurn reports whether a unit can fail by itself.
func (v *evaluation) failsInTurn(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.CallExpr: // a conversion of a slice
		_, array := coreType(v.typeOf(e)).(*types.Array)
		return array && v.info.Types[e.Fun].IsType()
	case *ast.SliceExpr:
		return e.Low != nil || e.High != nil
	case *ast.TypeAssertExpr:
		return true
	}
	return false
}

// readsLate reports whether the compiler reads something of an expression only after
// the calls of its statement.
func (p *program) readsLate(e ast.Expr) bool {
	v := &evaluation{program: p}
	v.expr(&e)
	return v.pending > 0
}

// hasEffect reports whether the evaluation of a unit can run code of the
// learner's, or change variables of it.
func (v *evaluation) hasEffect(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			found = found || v.callsLearner(n) || v.lends(n)
		}
		return !found
	})
	return found
}

// lends reports whether a call gives away memory of the learner's, which may be
// changed then, or values with methods of the learner's.
func (v *evaluation) lends(call *ast.CallExpr) bool {
	if tv := v.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() && !v.writes(call) {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		t := v.typeOf(arg)
		_, basic := coreType(t).(*types.Basic)
		return t != nil && (!basic || v.ours(t))
	})
}

// writes reports whether a call of a builtin writes to what it is given.
func (v *evaluation) writes(call *ast.CallExpr) bool {
	return v.isBuiltin(call.Fun, "copy") || v.isBuiltin(call.Fun, "append")
}

func isSlice(t types.Type) bool {
	_, ok := coreType(t).(*types.Slice)
	return ok
}

func (v *evaluation) selector(e *ast.SelectorExpr) {
	s := v.info.Selections[e]
	if s == nil {
		return // a name of a package
	}
	v.expr(&e.X)
	v.read(s.Kind() == types.FieldVal && (s.Indirect() || isPointer(v.typeOf(e.X))))
}

func isPointer(t types.Type) bool {
	_, ok := coreType(t).(*types.Pointer)
	return ok
}

// index visits an element. The compiler takes the entry of a map in its turn where
// the key is a string that it would have to make first.
func (v *evaluation) index(slot *ast.Expr, e *ast.IndexExpr) {
	if tv := v.info.Types[e.Index]; tv.IsType() {
		return // an instance of a generic function
	}
	parts := func() {
		v.expr(&e.X)
		v.expr(&e.Index)
	}
	if isMap(v.typeOf(e.X)) && v.makesString(e.Index) {
		v.unit(slot, parts)
		return
	}
	parts()
	_, array := coreType(v.typeOf(e.X)).(*types.Array)
	v.read(!array || v.info.Types[e.Index].Value == nil)
}

// makesString reports whether an expression is a string made of bytes or runes, or a
// literal with such.
func (v *evaluation) makesString(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return v.isStringOf(e)
	case *ast.CompositeLit:
		return slices.ContainsFunc(e.Elts, func(element ast.Expr) bool {
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				element = kv.Value
			}
			return v.makesString(element)
		})
	}
	return false
}

// isStringOf reports whether a call is a conversion of bytes or runes to a string.
func (v *evaluation) isStringOf(e *ast.CallExpr) bool {
	return v.info.Types[e.Fun].IsType() && v.isString(e) && isSlice(v.typeOf(e.Args[0]))
}

// assertion visits a type assertion. The compiler finds what an interface value holds as a
// pointer late.
func (v *evaluation) assertion(slot *ast.Expr, e *ast.TypeAssertExpr) {
	if t := v.typeOf(e.Type); t != nil && isDirect(t) {
		v.expr(&e.X)
		v.read(true)
		return
	}
	v.unit(slot, func() { v.expr(&e.X) })
}

// isDirect reports whether an interface value holds a value of the type itself, as it is
// one pointer, and not the address of it.
func isDirect(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Pointer, *types.Chan, *types.Map, *types.Signature:
		return true
	case *types.Struct:
		return t.NumFields() == 1 && isDirect(t.Field(0).Type())
	case *types.Array:
		return t.Len() == 1 && isDirect(t.Elem())
	}
	return false
}

func (v *evaluation) unary(slot *ast.Expr, e *ast.UnaryExpr) {
	switch e.Op {
	case token.ARROW:
		v.unit(slot, func() { v.expr(&e.X) })
	case token.AND:
		v.target(e.X, false)
	default:
		v.expr(&e.X)
	}
}

func (v *evaluation) binary(slot *ast.Expr, e *ast.BinaryExpr) {
	if e.Op == token.LAND || e.Op == token.LOR {
		v.unit(slot, func() {}) // the right side is not always evaluated
		return
	}
	v.operand(&e.X)
	v.operand(&e.Y)
	fails := e.Op == token.QUO || e.Op == token.REM || e.Op == token.SHL || e.Op == token.SHR
	v.read(fails && v.info.Types[e.Y].Value == nil && v.isInteger(e))
}

// operand visits one of two operands. Structs and arrays that have no address are copied in
// their turn.
func (v *evaluation) operand(slot *ast.Expr) {
	switch coreType(v.typeOf(*slot)).(type) {
	case *types.Struct, *types.Array:
		if !v.isAddressable(*slot) {
			v.unit(slot, func() { v.expr(slot) })
			return
		}
	}
	v.expr(slot)
}

func (p *program) isInteger(e ast.Expr) bool {
	b, ok := coreType(p.typeOf(e)).(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

func (v *evaluation) literal(slot *ast.Expr, e *ast.CompositeLit) {
	inner := func() {
		for i, element := range e.Elts {
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				v.converted(&kv.Value, v.typeOfElement(e, i))
			} else {
				v.converted(&e.Elts[i], v.typeOfElement(e, i))
			}
		}
	}
	if isMap(v.typeOf(e)) {
		v.unit(slot, func() {}) // which is filled entry by entry
		return
	}
	inner()
}

// typeOfElement is the type of the element or field that an element of a literal
// gives.
func (v *evaluation) typeOfElement(e *ast.CompositeLit, i int) types.Type {
	switch t := coreType(v.typeOf(e)).(type) {
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	case *types.Struct:
		kv, ok := e.Elts[i].(*ast.KeyValueExpr)
		if !ok {
			return t.Field(i).Type()
		}
		if o := v.info.Uses[kv.Key.(*ast.Ident)]; o != nil {
			return o.Type()
		}
	}
	return nil
}

// arguments visits those of a call.
func (v *evaluation) arguments(e *ast.CallExpr) {
	s, ok := coreType(v.typeOf(e.Fun)).(*types.Signature)
	for i := range e.Args {
		var to types.Type
		switch {
		case !ok:
		case s.Variadic() && i >= s.Params().Len()-1:
			if list, ok := s.Params().At(s.Params().Len() - 1).Type().(*types.Slice); ok && !e.Ellipsis.IsValid() {
				to = list.Elem()
			}
		case i < s.Params().Len():
			to = s.Params().At(i).Type()
		}
		v.converted(&e.Args[i], to)
	}
}

func (v *evaluation) call(slot *ast.Expr, e *ast.CallExpr) {
	tv := v.info.Types[e.Fun]
	switch {
	case tv.IsType():
		if isSlice(tv.Type) && v.isString(e.Args[0]) {
			v.unit(slot, func() { v.expr(&e.Args[0]) })
			return
		}
		made := v.isStringOf(e)
		v.converted(&e.Args[0], tv.Type)
		v.variable(made)
	case tv.IsBuiltin():
		v.unit(slot, func() {
			for i := range e.Args {
				if !v.info.Types[e.Args[i]].IsType() {
					v.expr(&e.Args[i])
				}
			}
		})
	default:
		v.unit(slot, func() {
			v.function(e.Fun)
			v.arguments(e)
		})
	}
}

// function visits what is called: the receiver of a method is its first argument.
func (v *evaluation) function(f ast.Expr) {
	switch f := ast.Unparen(f).(type) {
	case *ast.SelectorExpr:
		s := v.info.Selections[f]
		switch {
		case s == nil:
		case s.Kind() == types.MethodVal && !isPointer(v.typeOf(f.X)) && isPointer(s.Obj().(*types.Func).Signature().Recv().Type()):
			v.target(f.X, false)
		default:
			v.expr(&f.X)
		}
	case *ast.CallExpr, *ast.IndexExpr:
		v.expr(&f)
	}
}

// target visits what is assigned to, or of which the address is taken. What
// operators change is read, too.
func (v *evaluation) target(e ast.Expr, read bool) {
	switch e := e.(type) {
	case *ast.Ident:
		v.variable(read && v.readsMemory(e))
	case *ast.ParenExpr:
		v.target(e.X, read)
	case *ast.SelectorExpr:
		switch {
		case v.info.Selections[e] == nil:
		case isPointer(v.typeOf(e.X)):
			v.expr(&e.X)
			v.read(true)
		default:
			v.target(e.X, read)
		}
	case *ast.StarExpr:
		v.expr(&e.X)
		v.read(true)
	case *ast.IndexExpr:
		v.element(e, read)
	case *ast.CompositeLit:
		var literal ast.Expr = e
		v.literal(&literal, e)
	}
}

func (v *evaluation) element(e *ast.IndexExpr, read bool) {
	if _, array := coreType(v.typeOf(e.X)).(*types.Array); array {
		v.target(e.X, read)
	} else {
		v.expr(&e.X)
	}
	v.expr(&e.Index)
	v.read(read || !isMap(v.typeOf(e.X)))
}
