package gosrc

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// kind of a declaration.
type kind uint8

const (
	kindImport kind = iota
	kindType
	kindMethod
	kindFunc
	kindVar
	kindConst
)

// declaration is one live declaration with its text as typed. Names lists what
// it declares; for a method that is Type.Method.
type declaration struct {
	kind  kind
	names []string
	text  string
	doc   string // its comment, with the line end
	at    token.Position
	// keyword is what text begins with if the declaration was taken out of a
	// group; its position is then that of what follows.
	keyword  string
	order    int // when its first name was declared
	mentions mentions
}

// key is the declaration's identity in the store.
func (d *declaration) key() string {
	if d.kind == kindImport {
		return "import " + d.names[0]
	}
	if d.isInit() {
		return fmt.Sprintf("init %d", d.order)
	}
	return strings.Join(d.names, ",")
}

// method is the name of a method without its type.
func (d *declaration) method() string {
	_, name, _ := strings.Cut(d.names[0], ".")
	return name
}

// receiver is the type of a method, and "" for other declarations.
func (d *declaration) receiver() string {
	if d.kind != kindMethod {
		return ""
	}
	name, _, _ := strings.Cut(d.names[0], ".")
	return name
}

// isInit reports whether the declaration is a func init, of which there may be
// several.
func (d *declaration) isInit() bool { return d.kind == kindFunc && d.names[0] == initFunction }

const initFunction = "init"

func hasInit(all []*declaration) bool { return slices.ContainsFunc(all, (*declaration).isInit) }

// store holds the latest source of each live declaration. It is a value:
// with returns a new one, so that a refused input changes nothing.
type store struct {
	declarations map[string]*declaration
	next         int
}

func newStore() store { return store{declarations: map[string]*declaration{}} }

// with returns the store in which the declarations replace those of the same
// names. Functions init replace all those of earlier inputs.
func (s store) with(added []*declaration) store {
	n := store{maps.Clone(s.declarations), s.next}
	if hasInit(added) {
		maps.DeleteFunc(n.declarations, func(_ string, d *declaration) bool { return d.isInit() })
	}
	for _, d := range added {
		d.order = n.next
		n.next++
		if d.isInit() {
			n.declarations[d.key()] = d
			continue
		}
		for _, old := range n.sharing(d) {
			n.replace(old, d)
		}
		n.declarations[d.key()] = d
	}
	return n
}

// sharing returns the declarations that declare a name of d too, oldest first.
func (s store) sharing(d *declaration) []*declaration {
	var found []*declaration
	for _, old := range s.declarations {
		sameSort := (old.kind == kindImport) == (d.kind == kindImport)
		if sameSort && slices.ContainsFunc(old.names, func(n string) bool { return n != "_" && slices.Contains(d.names, n) }) {
			found = append(found, old)
		}
	}
	slices.SortFunc(found, func(a, b *declaration) int { return a.order - b.order })
	return found
}

// replace removes old, or, if it declares more than d replaces, blanks out
// the replaced names in it.
func (s store) replace(old, d *declaration) {
	delete(s.declarations, old.key())
	if old.key() == d.key() {
		d.order = old.order
	}
	rest := *old
	rest.names = slices.Clone(old.names)
	live := false
	for i, name := range rest.names {
		switch {
		case slices.Contains(d.names, name):
			rest.text = blank(rest.text, name)
			rest.names[i] = "_"
		case name != "_":
			live = true
		}
	}
	if live {
		s.declarations[rest.key()] = &rest
	}
	if old.kind == kindType && d.kind != kindType {
		s.dropMethods(old.names[0])
	}
}

// dropMethods forgets the methods of a type that is none any more.
func (s store) dropMethods(typeName string) {
	for key, d := range s.declarations {
		if d.kind == kindMethod && strings.HasPrefix(d.names[0], typeName+".") {
			delete(s.declarations, key)
		}
	}
}

// sorted returns the declarations in the order in which they were first made.
func (s store) sorted() []*declaration {
	all := slices.Collect(maps.Values(s.declarations))
	slices.SortFunc(all, func(a, b *declaration) int { return a.order - b.order })
	return all
}

// split cuts the declarations of an input apart. Groups of types, variables
// and imports become one declaration each; a group of constants stays whole,
// since iota counts in it.
func split(src, file string, line int) ([]*declaration, error) {
	fset, f, err := parse(src, file, line)
	if err != nil {
		return nil, err
	}
	offset := len(header(src, file, line))
	cut := func(from, to token.Pos) string {
		base := fset.File(f.Pos())
		return src[base.Offset(from)-offset : min(base.Offset(to)-offset, len(src))]
	}
	var all []*declaration
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Body == nil {
				return nil, errorAt(fset.Position(d.Name.Pos()), "missing function body")
			}
			one := function(d, cut(d.Pos(), d.End()), fset.Position(d.Pos()))
			one.doc, one.mentions = commentOf(d.Doc, cut), mentionsOf(d)
			all = append(all, one)
		case *ast.GenDecl:
			all = append(all, general(d, cut, fset)...)
		}
	}
	all = slices.DeleteFunc(all, func(d *declaration) bool {
		return d.kind == kindImport && d.names[0] == "." && strings.Contains(d.text, otpPath)
	})
	return all, validate(all)
}

// commentOf returns the comment of a declaration. The line directive of the
// header, which may stand right before it, is none.
func commentOf(doc *ast.CommentGroup, cut func(from, to token.Pos) string) string {
	if doc == nil {
		return ""
	}
	for _, c := range doc.List {
		if !strings.HasPrefix(c.Text, "//line ") {
			return cut(c.Pos(), doc.End()) + "\n"
		}
	}
	return ""
}

// validate refuses what only the whole of an input shows.
func validate(all []*declaration) error {
	seen := map[string]*declaration{}
	for _, d := range all {
		for _, name := range d.names {
			old := seen[name]
			if old != nil && name != "_" && !d.isInit() && d.kind != kindImport {
				return errorAt(d.at, "%s redeclared\n\t%s: other declaration of %s", name, old.at, name)
			}
			seen[name] = d
		}
	}
	return nil
}

func function(d *ast.FuncDecl, text string, at token.Position) *declaration {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return &declaration{kind: kindFunc, names: []string{d.Name.Name}, text: text, at: at}
	}
	name := receiverName(d.Recv.List[0].Type) + "." + d.Name.Name
	return &declaration{kind: kindMethod, names: []string{name}, text: text, at: at}
}

// receiverName returns the type of a receiver: T of (T), (*T), (T[P]).
func receiverName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiverName(e.X)
	case *ast.ParenExpr:
		return receiverName(e.X)
	case *ast.IndexExpr:
		return receiverName(e.X)
	case *ast.IndexListExpr:
		return receiverName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "?"
}

func general(d *ast.GenDecl, cut func(from, to token.Pos) string, fset *token.FileSet) []*declaration {
	if d.Tok == token.CONST {
		all := &declaration{kind: kindConst, text: cut(d.Pos(), d.End()), at: fset.Position(d.Pos()), mentions: mentionsOf(d)}
		for _, s := range d.Specs {
			all.names = append(all.names, identNames(s.(*ast.ValueSpec).Names)...)
		}
		return []*declaration{all}
	}
	var all []*declaration
	for _, s := range d.Specs {
		one := &declaration{text: cut(d.Pos(), d.End()), doc: commentOf(d.Doc, cut), at: fset.Position(d.Pos()), mentions: mentionsOf(s)}
		if d.Lparen != token.NoPos {
			one.keyword, one.at = d.Tok.String()+" ", fset.Position(s.Pos())
			one.text = one.keyword + cut(s.Pos(), s.End())
		}
		switch s := s.(type) {
		case *ast.ImportSpec:
			one.kind, one.names = kindImport, []string{importName(s)}
		case *ast.TypeSpec:
			one.kind, one.names = kindType, []string{s.Name.Name}
		case *ast.ValueSpec:
			one.kind, one.names = kindVar, identNames(s.Names)
		}
		all = append(all, one)
	}
	return all
}

func identNames(idents []*ast.Ident) []string {
	names := make([]string, len(idents))
	for i, id := range idents {
		names[i] = id.Name
	}
	return names
}

// importName is the name an import declares.
func importName(s *ast.ImportSpec) string {
	path, _ := strconv.Unquote(s.Path.Value)
	if s.Name != nil {
		return s.Name.Name
	}
	return packageName(path)
}

// blank replaces the declaring occurrence of a name in a group by _.
func blank(text, name string) string {
	fset, f, err := parse(text, "", 1)
	if err != nil {
		return text
	}
	offset := len(header(text, "", 1))
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for _, id := range v.Names {
				if id.Name == name {
					at := fset.File(f.Pos()).Offset(id.Pos()) - offset
					return text[:at] + "_" + text[at+len(name):]
				}
			}
		}
	}
	return text
}
