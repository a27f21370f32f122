package transcript

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
)

// Errata are what an author would write into a file that is not to be touched:
// directives for its blocks and steps, and blocks of their own.
type Errata struct {
	doc    *Document
	orders []order
}

// order is a directive that speaks of a line of the other file.
type order struct {
	lines Lines
	items []string
	line  int    // of the errata
	block *Block // to be put there; nil if the items are for what is there
}

// Lines are lines of a file, from 1. The zero value is none.
type Lines struct{ From, To int }

// ParseErrata reads errata: a file in the format of transcripts, whose
// directives say with at=LINE what they speak of. At a fence that is the block,
// at an input the step. Right before a block of the errata at=LINE puts the
// block in front of that line, and at=LINE-LINE in the place of these lines. A
// block with file=NAME alone is there from the start.
func ParseErrata(name, text string) (*Errata, error) {
	e := &Errata{}
	p := &parser{doc: &Document{Name: name}, lines: splitLines(text), errata: e}
	if err := p.parse(); err != nil {
		return nil, err
	}
	e.doc = p.doc
	for _, b := range e.doc.Blocks() {
		switch {
		case b.Directives.At != Lines{} || b.Directives.File != "":
			e.orders = append(e.orders, order{lines: b.Directives.At, line: b.Line, block: b})
		case b.Use != Display && b.Use != Listing:
			return nil, fmt.Errorf("%s:%d: a block of errata needs at=LINE", name, b.Line)
		}
	}
	return e, nil
}

// ParseErrataFile reads errata of fsys.
func ParseErrataFile(fsys fs.FS, name string) (*Errata, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read errata: %w", err)
	}
	return ParseErrata(name, string(text))
}

// String returns the file of the errata, with the outputs that an update has
// written.
func (e *Errata) String() string { return e.doc.String() }

// Name is the name of the file.
func (e *Errata) Name() string { return e.doc.Name }

// Amend has the document run as the errata say. Its text stays what it is. It
// fails if there is nothing at a line that the errata speak of, and may be
// called once.
func (d *Document) Amend(e *Errata) error {
	d.amended = true
	for _, o := range e.orders {
		if err := d.amend(o); err != nil {
			return fmt.Errorf("%s:%d: %w", e.doc.Name, o.line, err)
		}
	}
	return nil
}

func (d *Document) amend(o order) error {
	if o.block != nil {
		return d.insert(o.block, o.lines)
	}
	for _, b := range d.Blocks() {
		if b.document == d && b.Line == o.lines.From {
			return b.told(o.items)
		}
		for _, s := range b.Steps {
			if b.document == d && s.Line == o.lines.From {
				return s.told(o.items)
			}
		}
	}
	return fmt.Errorf("no block and no input at %s:%d", d.Name, o.lines.From)
}

// told gives a block more directives.
func (b *Block) told(items []string) error {
	for _, text := range items {
		if err := b.Directives.apply(text); err != nil {
			return err
		}
	}
	if b.Directives.File != "" {
		b.Use = File
	}
	return nil
}

// told gives a step directives of its own.
func (s *Step) told(items []string) error {
	for _, text := range items {
		if err := s.own.apply(text); err != nil {
			return err
		}
	}
	can := Directives{At: s.own.At, Erratum: s.own.Erratum, Skip: s.own.Skip, Racy: s.own.Racy, Order: s.own.Order}
	if !reflect.DeepEqual(s.own, can) {
		return fmt.Errorf("directive: speaks of a block, and %s is an input", s.Place())
	}
	return nil
}

// Directives returns what holds for the step: what its block says, and what
// errata say of the step alone.
func (s *Step) Directives() Directives {
	d := s.Block.Directives
	if s.own.Erratum != "" {
		d.Erratum = s.own.Erratum
	}
	d.Skip = d.Skip || s.own.Skip
	d.Racy = d.Racy || s.own.Racy
	if s.own.Order != ByProcess {
		d.Order = s.own.Order
	}
	return d
}

// insert puts a block of the errata in front of a line, or in the place of
// lines. At line 0 it stands before all.
func (d *Document) insert(b *Block, at Lines) error {
	line := 1
	for _, s := range d.Sections {
		for i, p := range s.Parts {
			next := line + d.linesOf(p)
			if at.From >= next {
				line = next
				continue
			}
			if prose, ok := p.(*Prose); ok && at.From > line {
				before, after := prose.split(at.From - line)
				s.Parts = slices.Replace(s.Parts, i, i+1, Part(before), Part(after))
				i++
			}
			b.Section = s
			s.Parts = slices.Insert(s.Parts, i, Part(b))
			d.replace(at)
			return nil
		}
	}
	return fmt.Errorf("%s has no line %d", d.Name, at.From)
}

// split parts prose before its nth line.
func (p *Prose) split(n int) (before, after *Prose) {
	return &Prose{Line: p.Line, Lines: p.Lines[:n:n]}, &Prose{Line: p.Line + n, Lines: p.Lines[n:]}
}

// replace has the inputs of lines not run.
func (d *Document) replace(at Lines) {
	for _, s := range d.Steps() {
		if s.Block.document == d && at.From <= s.Line && s.Line <= at.To {
			s.own.Skip = true
		}
	}
}

// linesOf counts the lines of the document that a part takes.
func (d *Document) linesOf(p Part) int {
	if b, ok := p.(*Block); ok && b.document != d {
		return 0
	}
	var b strings.Builder
	p.write(&b)
	return len(splitLines(b.String()))
}
