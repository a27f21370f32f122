package transcript

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
)

// Loader is a Shell that can be given modules without an input, as a project
// gives them to the shell that is started in it.
type Loader interface {
	// Load defines the modules of an Elixir source, which begins at a line of a file,
	// without a word and without a prompt. The error is what the compiler says.
	Load(ctx context.Context, file string, line int, source string) error
	// HasModule reports whether there is a module: "KV.Registry".
	HasModule(name string) bool
}

// listing is a block of Elixir that holds nothing but modules. Together the
// listings of a file are its project: what they define is there for the inputs
// below, but not before one of them needs it.
type listing struct {
	block   *Block
	at      int      // its place among the blocks of the document; negative in another one
	defines []string // modules, as KV.Registry, and implementations, as Size for Map
	names   []string // all modules that it speaks of
}

// provided is what the listings of a document and its inputs have defined in a
// session.
type provided struct {
	by     map[string]int // the place of the block that has defined a module
	broken []string       // why listings could not be loaded
}

// listings finds the listings of a document.
func (d *Document) listings() []*listing {
	var all []*listing
	for at, b := range d.Blocks() {
		if b.Use == Listing && !b.Directives.Skip {
			l := *b.listing
			l.at = at
			all = append(all, &l)
		}
	}
	return all
}

// chapters finds the listings of the other texts of the book.
func (d *Document) chapters() []*listing {
	if d.Beside == nil {
		return nil
	}
	var all []*listing
	for _, other := range d.Beside() {
		all = append(all, other.listings()...)
	}
	for i, l := range all {
		l.at = i - len(all)
	}
	return all
}

// newListing takes a block for a listing; nil if it is none.
func newListing(b *Block) *listing {
	file, err := syntax.Parse(b.Text(), syntax.Options{File: "listing"})
	if err != nil {
		return nil
	}
	l := &listing{block: b, names: modulesIn(file.Body)}
	for _, form := range forms(file.Body) {
		defines := definitions(form, "")
		if defines == nil {
			return nil
		}
		l.defines = append(l.defines, defines...)
	}
	if l.defines == nil {
		return nil
	}
	return l
}

// implementing stands between the names of a protocol and of what implements it.
const implementing = " for "

// definitions are the modules that a form defines, those inside of it
// included; none if it is no definition.
func definitions(form syntax.Node, inside string) []string {
	call, ok := form.(*syntax.Call)
	if !ok || call.Target != nil {
		return nil
	}
	args, sections := syntax.Sections(call.Args, call.Do)
	name := ""
	switch {
	case len(args) > 0 && (call.Name == "defmodule" || call.Name == "defprotocol"):
		name = moduleName(args[0])
	case len(args) == 2 && call.Name == "defimpl":
		if name = moduleName(args[0]); name != "" {
			return []string{name + implementing + implementedFor(args[1])}
		}
	}
	if name == "" || len(sections) == 0 {
		return nil
	}
	all := []string{inside + name}
	for _, inner := range forms(sections[0].Body) {
		all = append(all, definitions(inner, inside+name+".")...)
	}
	return all
}

// implementedFor is what follows for: in a defimpl.
func implementedFor(options syntax.Node) string {
	for _, pair := range syntax.KeywordPairs(options) {
		return strings.Join(modulesIn(pair.Value), ",")
	}
	return ""
}

// moduleName is an alias as it is written, "" for anything else.
func moduleName(n syntax.Node) string {
	if alias, ok := n.(*syntax.Alias); ok && alias.Base == nil {
		return strings.Join(alias.Names, ".")
	}
	return ""
}

// modulesIn are the modules that source speaks of, each once.
func modulesIn(source syntax.Node) []string {
	var names []string
	syntax.Visit(source, func(n syntax.Node) {
		if name := moduleName(n); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	return names
}

// forms are the expressions of a block one by one.
func forms(n syntax.Node) []syntax.Node {
	if block, ok := n.(*syntax.Block); ok {
		return block.Exprs
	}
	return []syntax.Node{n}
}

// Needed are the listings that inputs have needed so far, each behind what it needs;
// those of other texts of the book are among them.
func (s *Stage) Needed() []*Block { return slices.Clone(s.needed) }

// provide gives a session the modules that a step needs and that listings above
// it define, in their last version. What the session has got in another way is
// left alone, and so is what the step itself defines or is expected to find
// missing.
func (s *Stage) provide(ctx context.Context, in *session, step *Step) {
	loader, ok := in.shell.(Loader)
	if !ok || len(s.listings) == 0 && s.doc.Beside == nil || step.Block.Use != Session {
		return
	}
	file, err := syntax.Parse(step.Text(), syntax.Options{File: "iex"})
	if err != nil {
		return
	}
	at := slices.Index(s.doc.Blocks(), step.Block)
	for _, form := range forms(file.Body) {
		for _, defined := range definitions(form, "") {
			in.provided.by[defined] = at
		}
	}
	for _, name := range modulesIn(file.Body) {
		if !strings.Contains(step.Output(), "module "+name+" is not available") {
			s.provideModule(ctx, in, loader, at, name)
		}
	}
}

// provideModule loads the listings before a block that have the last version of
// a module, or of what implements it if it is a protocol, and before each what
// that needs.
func (s *Stage) provideModule(ctx context.Context, in *session, loader Loader, before int, name string) {
	listings := s.speakingOf(in, loader, before, name)
	last := map[string]*listing{}
	for _, l := range listings {
		for _, defined := range l.defines {
			if l.at < before && (defined == name || strings.HasPrefix(defined, name+implementing)) {
				last[defined] = l
			}
		}
	}
	for _, l := range listings {
		for _, defined := range l.defines {
			if last[defined] == l && !in.provides(defined, l, loader) {
				s.load(ctx, in, loader, before, l)
			}
		}
	}
}

// speakingOf are the listings that may have a module: those of the text or, if it
// has said nothing so far of a module that the session lacks, those of the whole book.
func (s *Stage) speakingOf(in *session, loader Loader, before int, name string) []*listing {
	own := func(l *listing) bool { return l.at < before && slices.Contains(l.defines, name) }
	if _, ok := in.provided.by[name]; ok || loader.HasModule(name) || slices.ContainsFunc(s.listings, own) {
		return s.listings
	}
	return append(s.chapters(), s.listings...)
}

// provides reports whether the session has a module in the version of a listing,
// a later one, or one that no listing has to do with.
func (in *session) provides(defined string, l *listing, loader Loader) bool {
	if at, ok := in.provided.by[defined]; ok {
		return at >= l.at
	}
	return loader.HasModule(strings.Replace(defined, implementing, ".", 1))
}

// load loads a listing after what it needs. Of a module that has a later version
// the later one stays.
func (s *Stage) load(ctx context.Context, in *session, loader Loader, before int, l *listing) {
	in.provided.note(l)
	for _, needed := range l.names {
		if !slices.Contains(l.defines, needed) {
			s.provideModule(ctx, in, loader, before, needed)
		}
	}
	if !slices.Contains(s.needed, l.block) {
		s.needed = append(s.needed, l.block)
	}
	file, line := l.block.document.Name, l.block.Line
	if err := loader.Load(ctx, file, line+1, l.block.Text()); err != nil {
		in.provided.broken = append(in.provided.broken, fmt.Sprintf("the listing at %s:%d was not loaded: %v", file, line, err))
	}
	in.provided.note(l)
	for _, defined := range l.defines {
		s.provideModule(ctx, in, loader, before, defined)
	}
}

func (p provided) note(l *listing) {
	for _, defined := range l.defines {
		p.by[defined] = l.at
	}
}
