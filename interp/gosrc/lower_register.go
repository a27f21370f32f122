package gosrc

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// This file is the part of lowerAsserts that tells compiled code of methods.

// registerMethods tells compiled code the methods of boxed types that it calls.
func (p *program) registerMethods() {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(p.boxed)) {
		t := p.boxed[id]
		if isInterface(t) || !p.expressible(t) {
			continue
		}
		methods := compiledMethodsOf(t)
		for _, m := range compiledMethods {
			found := methods[m.name]
			if found == nil || signatureText(found.Type()) != m.signature {
				continue
			}
			call := p.callText(found, "v", m.call)
			if strings.HasSuffix(m.params, ") ") {
				p.needed["fmt"] = true
			} else {
				call = "return " + call
			}
			fmt.Fprintf(&b, "gex_.Register(%q, %q, func(x any%s { v := %s\n%s })\n", id, m.name, m.params, p.unboxText("x", t), call)
		}
	}
	if b.Len() > 0 {
		b.WriteString("return true")
		p.declare(registerName, "", "bool", b.String())
		p.helpers = append(p.helpers, "var registered_gex = "+registerName+"()\n")
	}
}

// compiledMethodsOf are the methods of a type that have names of compiledMethods, which
// are all exported.
func compiledMethodsOf(t types.Type) map[string]*types.Selection {
	var found map[string]*types.Selection
	set := types.NewMethodSet(t)
	for i := range set.Len() {
		if name := set.At(i).Obj().Name(); isCompiledMethod[name] {
			if found == nil {
				found = map[string]*types.Selection{}
			}
			found[name] = set.At(i)
		}
	}
	return found
}

// isCompiledMethod are the names of compiledMethods.
var isCompiledMethod = func() map[string]bool {
	names := map[string]bool{}
	for _, m := range compiledMethods {
		names[m.name] = true
	}
	return names
}()

const registerName = "register_gex"

// compiledMethods are the methods that compiled code looks for in any value.
var compiledMethods = []struct{ name, signature, params, call string }{
	{"String", "() string", ") string", ""},
	{"Error", "() string", ") string", ""},
	{"Unwrap", "() error", ") error", ""},
	{"Unwrap", "() []error", ") []error", ""},
	{"MarshalJSON", "() ([]byte, error)", ") ([]byte, error)", ""},
	{"MarshalText", "() ([]byte, error)", ") ([]byte, error)", ""},
	{"UnmarshalJSON", "([]byte) error", ", data []byte) error", "data"},
	{"UnmarshalText", "([]byte) error", ", text []byte) error", "text"},
	{"IsZero", "() bool", ") bool", ""},
	{"Is", "(error) bool", ", target error) bool", "target"},
	{"As", "(any) bool", ", target any) bool", "target"},
	{"GoString", "() string", ") string", ""},
	{"Format", "(fmt.State, rune)", ", f fmt.State, verb rune) ", "f, verb"},
}
