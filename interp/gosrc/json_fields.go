package gosrc

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// jsonField is a field of a struct, or of one embedded in it, as encoding/json
// sees it.
type jsonField struct {
	name    string
	options []string
	index   []int    // the way to it through embedded structs
	through []string // the names of these
	typ     types.Type
	tagged  bool
}

// has reports whether the tag of a field has an option.
func (f jsonField) has(option string) bool { return slices.Contains(f.options, option) }

// jsonFields are the fields of a struct with those of embedded ones, in order.
// Of several with one name it has the one that encoding/json takes: the least
// deep one, and of those the one with a tag, if it is the only one.
func jsonFields(s *types.Struct) []jsonField {
	all := collectFields(s, nil, nil, map[*types.Struct]bool{})
	byName := map[string][]jsonField{}
	for _, f := range all {
		byName[f.name] = append(byName[f.name], f)
	}
	return slices.DeleteFunc(all, func(f jsonField) bool {
		taken, ok := dominant(byName[f.name])
		return !ok || !slices.Equal(taken.index, f.index)
	})
}

func dominant(fields []jsonField) (jsonField, bool) {
	order := func(a, b jsonField) int {
		return cmp.Or(cmp.Compare(len(a.index), len(b.index)), -compareBools(a.tagged, b.tagged))
	}
	sorted := slices.Clone(fields)
	slices.SortStableFunc(sorted, order)
	return sorted[0], len(sorted) == 1 || order(sorted[0], sorted[1]) != 0
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func collectFields(s *types.Struct, index []int, through []string, seen map[*types.Struct]bool) (fields []jsonField) {
	if seen[s] {
		return nil
	}
	seen[s] = true
	defer delete(seen, s)
	for i := range s.NumFields() {
		f := s.Field(i)
		tag := reflect.StructTag(s.Tag(i)).Get("json")
		name, options, _ := strings.Cut(tag, ",")
		here := append(slices.Clone(index), i)
		if embedded, ok := deref(f.Type()).Underlying().(*types.Struct); ok && f.Embedded() && name == "" {
			fields = append(fields, collectFields(embedded, here, append(slices.Clone(through), f.Name()), seen)...)
			continue
		}
		if !f.Exported() || tag == "-" {
			continue
		}
		fields = append(fields, jsonField{
			name: cmp.Or(name, f.Name()), options: strings.Split(options, ","), index: here, through: through, typ: f.Type(), tagged: name != "",
		})
	}
	return fields
}

// fieldAt goes the way to a field of v. It makes the structs of nil pointers on
// the way, or returns no value if it must not.
func fieldAt(v reflect.Value, index []int, make bool) reflect.Value {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !make {
					return reflect.Value{}
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = learnerFields(v)[i]
	}
	return v
}
