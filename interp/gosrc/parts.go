package gosrc

import (
	"go/ast"
	"reflect"
	"slices"

	"gex/runtime/otp"
)

// This file finds the part of a store that an input concerns. Only that part
// is compiled; the modules of the rest stay as they are, with the interpreters
// behind them. See "Parts" in doc.go for the reasons of the rules.

// mentions are the names in a declaration. They are taken from the syntax
// alone: names of fields and of local variables are among them, so that
// declarations may seem connected that are not, and never the other way.
type mentions struct {
	names    map[string]bool
	embedded []string // the types of embedded fields, "" for one of a package
	generic  bool     // it is a type with type parameters
	alias    bool     // it is another name for a type
}

// mentionsOf returns what a declaration mentions. The name of a function is
// none: those who mention the same name in another way would seem to use it.
func mentionsOf(n ast.Node) mentions {
	m := mentions{names: map[string]bool{}}
	if f, ok := n.(*ast.FuncDecl); ok {
		if f.Recv != nil {
			m.collect(f.Recv)
		}
		m.collect(f.Type)
		if f.Body != nil {
			m.collect(f.Body)
		}
	} else {
		m.collect(n)
	}
	delete(m.names, "_")
	return m
}

func (m *mentions) collect(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			m.names[n.Name] = true
		case *ast.StructType:
			for _, f := range n.Fields.List {
				if len(f.Names) == 0 {
					m.embedded = append(m.embedded, embeddedType(f.Type))
				}
			}
		case *ast.TypeSpec:
			m.generic = m.generic || n.TypeParams != nil
			m.alias = m.alias || n.Assign.IsValid()
		}
		return true
	})
}

// embeddedType is the name of the type of an embedded field, or "" for one that
// is not simply a name.
func embeddedType(e ast.Expr) string {
	if pointer, ok := e.(*ast.StarExpr); ok {
		e = pointer.X
	}
	if id, ok := e.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// declares are the names by which other declarations mention this one.
func (d *declaration) declares() []string {
	if d.kind == kindMethod {
		return []string{d.method()}
	}
	return d.names
}

// concerned returns the part of the store that has to be compiled where the
// store before was in use: what has changed, all that uses that, and what these
// need.
func (s store) concerned(before store) store {
	if s.isWhole() {
		return s
	}
	c := s.concern()
	for key, d := range s.declarations {
		if before.declarations[key] != d {
			c.change(d)
		}
	}
	for key, d := range before.declarations {
		if s.declarations[key] == nil {
			c.changeUsers(d)
		}
	}
	return store{c.part, s.next}
}

// isWhole reports whether all declarations have to be compiled together, because
// one may depend on another without mentioning it: where calls of methods by
// way of interfaces find the types that have them by methods that these have
// from embedded fields or under another name, by instances of generic types, or by
// interfaces of the standard library.
func (s store) isWhole() bool {
	methods := map[string]bool{}
	for _, d := range s.declarations {
		if d.kind == kindMethod {
			methods[d.method()] = true
			if t := s.declarations[d.receiver()]; t == nil || t.mentions.generic || t.mentions.alias {
				return true
			}
		}
		for _, name := range d.mentions.embedded {
			_, used := otp.Used(name)
			if !used || s.declarations[name] != nil {
				return true
			}
		}
	}
	return slices.ContainsFunc(adaptedMethods, func(names []string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !methods[name] })
	})
}

// adaptedMethods are the names of the methods of each interface that has an
// adapter.
var adaptedMethods = func() [][]string {
	var all [][]string
	for _, adapter := range adapters {
		made := reflect.TypeOf(adapter).Out(0)
		var names []string
		for i := range made.NumMethod() {
			names = append(names, made.Method(i).Name)
		}
		all = append(all, names)
	}
	return all
}()

// concern collects the part of a store that an input concerns.
type concern struct {
	store
	declaring, mentioning map[string][]*declaration // by name
	methods               map[string][]*declaration // by type
	part                  map[string]*declaration
	stale                 map[*declaration]bool // their earlier code must not run any more
}

func (s store) concern() *concern {
	c := &concern{store: s, declaring: map[string][]*declaration{}, mentioning: map[string][]*declaration{},
		methods: map[string][]*declaration{}, part: map[string]*declaration{}, stale: map[*declaration]bool{}}
	for _, d := range s.declarations {
		for _, name := range d.declares() {
			c.declaring[name] = append(c.declaring[name], d)
		}
		if d.kind == kindMethod {
			c.methods[d.receiver()] = append(c.methods[d.receiver()], d)
		}
	}
	for _, d := range s.declarations {
		for name := range d.mentions.names {
			c.mentioning[name] = append(c.mentioning[name], d)
		}
	}
	return c
}

// change adds a declaration that is another one now, or uses one that is.
func (c *concern) change(d *declaration) {
	if c.stale[d] {
		return
	}
	c.stale[d] = true
	c.need(d)
	c.changeUsers(d)
}

// changeUsers changes what uses a declaration. The type of a method is another
// one with it.
func (c *concern) changeUsers(d *declaration) {
	for _, name := range d.declares() {
		for _, user := range c.mentioning[name] {
			c.change(user)
		}
	}
	if t := c.declarations[d.receiver()]; t != nil {
		c.change(t)
	}
}

// need adds a declaration and what it needs: what it mentions, and a type's
// methods. Of a variable there is one only, so what uses it has to use the new
// one.
func (c *concern) need(d *declaration) {
	if c.part[d.key()] != nil {
		return
	}
	c.part[d.key()] = d
	for name := range d.mentions.names {
		for _, used := range c.declaring[name] {
			c.need(used)
		}
	}
	switch d.kind {
	case kindVar:
		c.change(d)
	case kindType:
		for _, m := range c.methods[d.names[0]] {
			c.need(m)
		}
	}
}
