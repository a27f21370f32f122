package gosrc

import (
	"go/ast"
	"go/types"
)

// maxTypeSize is how large a value of one type may be. What is larger would be
// made before its size can be checked.
const maxTypeSize = 16 << 20

// checkSizes refuses types that are too large for a value of theirs to be made.
func (p *program) checkSizes() error {
	var first error
	ast.Inspect(p.file, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if first != nil || !ok {
			return first == nil
		}
		if tv := p.info.Types[e]; tv.IsType() && tooLarge(tv.Type) {
			first = errorAt(p.position(e), "type %s is too large for the prompt, where a value may take 16 MiB: use a slice, and make", learnerWords(types.TypeString(tv.Type, mainQualifier)))
		}
		return first == nil
	})
	return first
}

// tooLarge reports whether values of a type are too large. Sizes beyond what can
// be counted are negative.
func tooLarge(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Array:
		if !hasSize(u) {
			return false
		}
		element := targetSizes.Sizeof(u.Elem())
		return tooLarge(u.Elem()) || element > 0 && u.Len() > maxTypeSize/element
	case *types.Struct:
		var sum int64
		for f := range u.Fields() {
			if !hasSize(f.Type()) {
				return false
			}
			if tooLarge(f.Type()) {
				return true
			}
			sum += targetSizes.Sizeof(f.Type())
		}
		return sum > maxTypeSize
	}
	return false
}

// hasSize reports whether the size of a type is known: it depends on no type
// parameter.
func hasSize(t types.Type) bool {
	switch u := types.Unalias(t).(type) {
	case *types.TypeParam:
		return false
	case *types.Array:
		return hasSize(u.Elem())
	case *types.Named:
		if u.TypeParams().Len() > u.TypeArgs().Len() {
			return false
		}
		return hasSize(u.Underlying())
	case *types.Struct:
		for f := range u.Fields() {
			if !hasSize(f.Type()) {
				return false
			}
		}
	}
	return true
}
