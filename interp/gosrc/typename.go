package gosrc

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/types"
	"strconv"
	"strings"
)

// typeNames are the names that the learner knows of types which flatten has
// given others: instances of generic types and local types.
type typeNames map[string]string

// of returns the name of a type as fmt prints it for %T.
func (names typeNames) of(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return names.named(t)
	case *types.Pointer:
		return "*" + names.of(t.Elem())
	case *types.Slice:
		return "[]" + names.of(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), names.of(t.Elem()))
	case *types.Map:
		return "map[" + names.of(t.Key()) + "]" + names.of(t.Elem())
	case *types.Chan:
		return names.channel(t)
	case *types.Signature:
		return "func" + names.signature(t)
	case *types.Struct:
		return names.structure(t)
	case *types.Interface:
		return names.iface(t)
	case *types.Basic:
		return basicName(t)
	}
	return types.TypeString(t, mainQualifier)
}

// basicName is the name of a basic type, int32 also for a rune.
func basicName(t *types.Basic) string {
	if t.Info()&types.IsUntyped == 0 && t.Kind() < types.UnsafePointer {
		return types.Typ[t.Kind()].Name()
	}
	return t.Name()
}

func (names typeNames) named(t *types.Named) string {
	o := t.Obj()
	if o.Pkg() == nil {
		return o.Name()
	}
	name := o.Name()
	if shown, ok := names[o.Name()]; ok {
		name = shown
	}
	if t.TypeArgs().Len() > 0 {
		var args []string
		for a := range t.TypeArgs().Types() {
			args = append(args, names.of(a))
		}
		name += "[" + strings.Join(args, ",") + "]"
	}
	return withPackage(o.Pkg().Name(), name)
}

func (names typeNames) channel(t *types.Chan) string {
	element := names.of(t.Elem())
	switch t.Dir() {
	case types.SendOnly:
		return "chan<- " + element
	case types.RecvOnly:
		return "<-chan " + element
	}
	if strings.HasPrefix(element, "<-") {
		return "chan (" + element + ")"
	}
	return "chan " + element
}

func (names typeNames) signature(t *types.Signature) string {
	list := func(vars *types.Tuple, variadic bool) string {
		var texts []string
		for i := range vars.Len() {
			if variadic && i == vars.Len()-1 {
				texts = append(texts, "..."+names.of(vars.At(i).Type().(*types.Slice).Elem()))
				continue
			}
			texts = append(texts, names.of(vars.At(i).Type()))
		}
		return strings.Join(texts, ", ")
	}
	params := "(" + list(t.Params(), t.Variadic()) + ")"
	switch t.Results().Len() {
	case 0:
		return params
	case 1:
		return params + " " + list(t.Results(), false)
	}
	return params + " (" + list(t.Results(), false) + ")"
}

func (names typeNames) structure(t *types.Struct) string {
	if t.NumFields() == 0 {
		return "struct {}"
	}
	var fields []string
	for i := range t.NumFields() {
		f := t.Field(i)
		text := names.of(f.Type())
		if !f.Embedded() {
			text = f.Name() + " " + text
		}
		if t.Tag(i) != "" {
			text += " " + strconv.Quote(t.Tag(i))
		}
		fields = append(fields, text)
	}
	return "struct { " + strings.Join(fields, "; ") + " }"
}

func (names typeNames) iface(t *types.Interface) string {
	if t.NumMethods() == 0 {
		return "interface {}"
	}
	var methods []string
	for m := range t.Methods() {
		methods = append(methods, m.Name()+names.signature(m.Signature()))
	}
	return "interface { " + strings.Join(methods, "; ") + " }"
}

// typeID names a type for its boxes: by its name as Go prints it, and by what
// its named types are made of, so that a type that is declared anew with
// other fields is another type.
func (p *program) typeID(t types.Type) string {
	name := p.labels.of(t)
	digest := sha256.New()
	for n := range p.namedIn(t, map[*types.Named]bool{}) {
		if _, local := p.labels[n.Obj().Name()]; local {
			digest.Write([]byte(n.Obj().Name()))
		}
		digest.Write([]byte(p.layout(n)))
	}
	id := name + "#" + hex.EncodeToString(digest.Sum(nil)[:4])
	if p.boxed == nil {
		p.boxed = map[string]types.Type{}
	}
	p.boxed[id] = t
	return id
}

// layout is the text of what a named type is made of.
func (p *program) layout(n *types.Named) string {
	text, ok := p.layouts[n]
	if !ok {
		if p.layouts == nil {
			p.layouts = map[*types.Named]string{}
		}
		text = types.TypeString(n.Underlying(), nil)
		p.layouts[n] = text
	}
	return text
}

// namedIn ranges over the named types that the outermost layer of t mentions.
func (p *program) namedIn(t types.Type, seen map[*types.Named]bool) map[*types.Named]bool {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if t.Obj().Pkg() == p.pkg {
			seen[t] = true
		}
	case *types.Pointer:
		p.namedIn(t.Elem(), seen)
	case *types.Slice:
		p.namedIn(t.Elem(), seen)
	}
	return seen
}
