package transcript

import "strings"

// Document is a parsed file. It owns its lines: writing a Document gives the
// file it was parsed from, byte by byte.
type Document struct {
	Name     string     // of the file, for positions
	Title    string     // of the H1
	Sections []*Section // the first one is what stands before the first H2
	// Beside are the other texts of the same book, which are read when an input names
	// a module that this one has not defined so far; of two versions the later one counts.
	// nil if the text stands alone.
	Beside func() []*Document

	amended bool // there are errata for it, since it is not to be touched
}

// Section is what stands under one H2.
type Section struct {
	Title      string
	Directives Directives
	Parts      []Part
}

// Part is a run of lines: *Prose, *Block or *Quiz.
type Part interface {
	write(b *strings.Builder)
}

// Prose is everything that is no fenced block of interest, directives
// included.
type Prose struct {
	Line  int // number of the first line
	Lines []string
}

// Use is what a block is for.
type Use uint8

// The uses of a block.
const (
	Display Use = iota // shown only
	Session            // inputs at the prompt and their outputs
	Program            // Go declarations: one input
	File               // a virtual file
	Listing            // Elixir modules that inputs may need
)

// Block is a fenced block that is run, loaded or shown as it is.
type Block struct {
	Use        Use
	Info       string // the info string after the fence
	Line       int    // number of the opening fence
	Section    *Section
	Directives Directives // of the block, over those of its section
	Steps      []*Step    // of a Session or Program

	document *Document
	listing  *listing // of a Listing
	numbered bool
	indent   string // before the first prompt
	open     string // the opening fence, as it stands
	head     []Line // before the first input
	body     []Line // of a block without inputs
	close    string // the closing fence; empty if the file ends before
}

// Line is one line of a block, in pieces.
type Line struct {
	Margin string // indentation and listing number
	Prompt string // with the blank after it; empty for outputs
	Text   string
	End    string // the line end; empty at the end of the file
}

// Step is one input with the output that is expected of it.
type Step struct {
	ID       string // the directive's, or the number of the line
	Block    *Block
	Line     int // number of the first input line
	Input    []Line
	Expected []Line // without blank lines at its ends
	rest     []Line // blank lines up to the next input

	lead []Line     // blank lines between input and output
	own  Directives // of errata
}

var (
	_ Part = (*Prose)(nil)
	_ Part = (*Block)(nil)
)

// Text returns the input as the learner would type it, without prompts.
func (s *Step) Text() string { return joinText(s.Input) }

// Output returns the expected output, without listing numbers.
func (s *Step) Output() string { return joinText(s.Expected) }

func joinText(lines []Line) string { return strings.Join(texts(lines), "\n") }

func texts(lines []Line) []string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	return texts
}

// Text returns the lines of the block between its fences, without listing
// numbers and prompts.
func (b *Block) Text() string {
	var out strings.Builder
	for _, l := range b.lines() {
		out.WriteString(l.Text + "\n")
	}
	return out.String()
}

// lines returns all lines between the fences in order.
func (b *Block) lines() []Line {
	all := append(append([]Line(nil), b.head...), b.body...)
	for _, s := range b.Steps {
		for _, part := range [][]Line{s.Input, s.lead, s.Expected, s.rest} {
			all = append(all, part...)
		}
	}
	return all
}

// Text returns the prose as it stands, directives included.
func (p *Prose) Text() string { return strings.Join(p.Lines, "") }

func (p *Prose) write(b *strings.Builder) {
	for _, l := range p.Lines {
		b.WriteString(l)
	}
}

func (b *Block) write(out *strings.Builder) {
	out.WriteString(b.open)
	for _, l := range b.lines() {
		out.WriteString(l.Margin + l.Prompt + l.Text + l.End)
	}
	out.WriteString(b.close)
}

// String returns the file.
func (d *Document) String() string {
	var b strings.Builder
	for _, s := range d.Sections {
		for _, p := range s.Parts {
			if block, ok := p.(*Block); !ok || block.document == d {
				p.write(&b)
			}
		}
	}
	return b.String()
}

// Blocks returns all blocks in order.
func (d *Document) Blocks() []*Block { return parts[*Block](d) }

// parts returns all parts of a kind in order.
func parts[P any](d *Document) []P {
	var all []P
	for _, s := range d.Sections {
		for _, p := range s.Parts {
			if one, ok := any(p).(P); ok {
				all = append(all, one)
			}
		}
	}
	return all
}

// Steps returns all steps that are to be run, in order.
func (d *Document) Steps() []*Step {
	var all []*Step
	for _, b := range d.Blocks() {
		all = append(all, b.Steps...)
	}
	return all
}

// Files returns the virtual files of the document by name; of several with a
// name the last one.
func (d *Document) Files() map[string]string {
	files := map[string]string{}
	for _, b := range d.Blocks() {
		if b.Use == File {
			files[b.Directives.File] = b.Text()
		}
	}
	return files
}

// fileAt returns the virtual file with a name as it is at a block: the last one
// before it, or the first one after it.
func (d *Document) fileAt(at *Block, name string) (text string, ok bool) {
	passed := false
	for _, b := range d.Blocks() {
		passed = passed || b == at
		if b.Use != File || b.Directives.File != name {
			continue
		}
		if !passed || !ok {
			text, ok = b.Text(), true
		}
		if passed {
			break
		}
	}
	return text, ok
}
