package transcript

import (
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"strings"

	"gex/runtime/late"
)

// Parse reads a file. Its errors are those of directives, with their place;
// any other text is a document.
func Parse(name, text string) (*Document, error) {
	p := &parser{doc: &Document{Name: name}, lines: splitLines(text)}
	return p.doc, p.parse()
}

func (p *parser) parse() error {
	p.section()
	for p.at < len(p.lines) {
		if err := p.line(); err != nil {
			return fmt.Errorf("%s:%d: %w", p.doc.Name, p.at+1, err)
		}
	}
	if err := p.settle(); err != nil {
		return fmt.Errorf("%s:%d: %w", p.doc.Name, p.at, err)
	}
	p.flush()
	return nil
}

// ParseFile reads a file of fsys.
func ParseFile(fsys fs.FS, name string) (*Document, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read transcript: %w", err)
	}
	return Parse(name, string(text))
}

type parser struct {
	doc     *Document
	lines   []string // with their ends
	at      int      // index of the next line
	prose   *Prose   // being collected
	pending []string // directives that wait for their block
	errata  *Errata  // that are read; nil for a transcript
}

var (
	heading   = late.Regexp(`^(#{1,2})[ \t]+(.*?)[ \t#]*$`)
	fenceOpen = late.Regexp("^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*?)[ \t]*$")
	tagOpen   = late.Regexp(`^ {0,3}\{% *highlight +([^%]*?) *%\}[ \t]*$`)
	tagClosed = late.Regexp(`^ {0,3}\{% *endhighlight *%\}[ \t]*$`)
)

// opening reads the line that opens a block: a fence, or the tag that pages made
// with Jekyll have in its place. closing matches the line that ends the block.
func opening(text string) (info string, closing *regexp.Regexp, ok bool) {
	if m := fenceOpen().FindStringSubmatch(text); m != nil {
		return m[2], closingFence(m[1]), true
	}
	if m := tagOpen().FindStringSubmatch(text); m != nil {
		return m[1], tagClosed(), true
	}
	return "", nil, false
}

func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// splitEnd parts a line from its line end.
func splitEnd(line string) (text, end string) {
	text = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
	return text, line[len(text):]
}

func (p *parser) current() *Section { return p.doc.Sections[len(p.doc.Sections)-1] }

// section begins a section, to which holds what holds for the file.
func (p *parser) section() *Section {
	s := &Section{}
	if len(p.doc.Sections) > 0 {
		s.Directives = p.doc.Sections[0].Directives
	}
	p.doc.Sections = append(p.doc.Sections, s)
	return s
}

// flush ends the prose being collected.
func (p *parser) flush() {
	if p.prose != nil {
		s := p.current()
		s.Parts = append(s.Parts, p.prose)
		p.prose = nil
	}
}

// take adds the next n lines to the prose.
func (p *parser) take(n int) {
	if p.prose == nil {
		p.prose = &Prose{Line: p.at + 1}
	}
	p.prose.Lines = append(p.prose.Lines, p.lines[p.at:p.at+n]...)
	p.at += n
}

// line reads the next line and what belongs to it.
func (p *parser) line() error {
	text, _ := splitEnd(p.lines[p.at])
	if directiveStart().MatchString(text) {
		return p.directive()
	}
	if info, closing, ok := opening(text); ok {
		return p.block(info, closing)
	}
	if strings.TrimSpace(text) != "" {
		if p.awaitsQuiz() {
			return p.quiz()
		}
		if err := p.settle(); err != nil {
			return err
		}
	}
	if m := heading().FindStringSubmatch(text); m != nil {
		p.heading(len(m[1]), m[2])
	}
	p.take(1)
	return nil
}

func (p *parser) heading(level int, title string) {
	switch {
	case level == 2:
		p.flush()
		p.section().Title = title
	case p.doc.Title == "":
		p.doc.Title = title
	}
}

// directive reads a comment, which may run over several lines.
func (p *parser) directive() error {
	text := ""
	for n := p.at; n < len(p.lines); n++ {
		text += p.lines[n]
		before, _, ended := strings.Cut(text, "-->")
		if !ended {
			continue
		}
		_, items, _ := strings.Cut(before, "gex:")
		var check Directives
		if err := check.apply(items); err != nil {
			return err
		}
		if check.At != (Lines{}) && p.errata == nil {
			return fmt.Errorf("directive: at: is for errata, which speak of another file")
		}
		if check.At != (Lines{}) {
			if err := p.settle(); err != nil { // what stood before speaks of something else
				return err
			}
		}
		p.pending = append(p.pending, items)
		p.take(n + 1 - p.at)
		return nil
	}
	return fmt.Errorf("directive: comment does not end")
}

// awaitsQuiz reports whether a waiting directive speaks of a quiz.
func (p *parser) awaitsQuiz() bool {
	var d Directives
	for _, items := range p.pending {
		_ = d.apply(items) // it has been read before
	}
	return d.Quiz
}

// settle gives directives that no block follows to what stands below them: the
// section, or in front of the first one the whole file.
func (p *parser) settle() error {
	if len(p.pending) == 0 {
		return nil
	}
	var given Directives
	for _, items := range p.pending {
		if err := given.apply(items); err != nil {
			return err
		}
	}
	if given.At != (Lines{}) && p.errata != nil {
		p.errata.orders = append(p.errata.orders, order{lines: given.At, items: p.pending, line: p.at})
		p.pending = nil
		return nil
	}
	if !reflect.DeepEqual(given, given.environment()) {
		return fmt.Errorf("directive: speaks of one block and does not stand right before it")
	}
	return p.apply(&p.current().Directives)
}

// apply adds the waiting directives to what holds already.
func (p *parser) apply(to *Directives) error {
	for _, items := range p.pending {
		if err := to.apply(items); err != nil {
			return err
		}
	}
	p.pending = nil
	return nil
}

// block reads a block up to the line that closes it or the end of the file.
func (p *parser) block(info string, closing *regexp.Regexp) error {
	d := p.current().Directives.environment()
	if err := p.apply(&d); err != nil {
		return err
	}
	if d.Quiz {
		return fmt.Errorf("quiz: wants a list and not a block")
	}
	p.flush()
	b := &Block{
		Info: info, Line: p.at + 1, Section: p.current(), Directives: d,
		document: p.doc, open: p.lines[p.at],
	}
	var body []string
	for p.at++; p.at < len(p.lines); p.at++ {
		if text, _ := splitEnd(p.lines[p.at]); closing.MatchString(text) {
			b.close = p.lines[p.at]
			p.at++
			break
		}
		body = append(body, p.lines[p.at])
	}
	b.fill(body)
	p.current().Parts = append(p.current().Parts, b)
	return nil
}

// fill decides what the block is for and reads its lines.
func (b *Block) fill(body []string) {
	language, _, _ := strings.Cut(b.Info, " ")
	switch {
	case b.Directives.File != "":
		b.Use = File
		b.plain(body)
	case isSession(language, body):
		b.Use = Session
		b.session(body)
	case language == "go":
		b.Use = Program
		b.program(body)
	default:
		b.plain(body)
		if language == "elixir" {
			b.listing = newListing(b)
		}
		if b.listing != nil {
			b.Use = Listing
		}
	}
}

func isSession(language string, body []string) bool {
	if strings.HasPrefix(language, "iex") {
		return true
	}
	for _, line := range body {
		text, _ := splitEnd(line)
		if strings.TrimSpace(text) == "" {
			continue
		}
		l, ok := splitPrompt(text)
		return ok && l.first()
	}
	return false
}

// plain reads a block without inputs. Listing numbers are no part of it.
func (b *Block) plain(body []string) {
	numbers := listingNumbers(body)
	for i, line := range body {
		text, end := splitEnd(line)
		l := Line{Text: text, End: end}
		if n := numbers[i]; n != 0 {
			l.Margin, l.Text, _ = splitNumber(text, n)
		}
		b.body = append(b.body, l)
	}
}

// listingNumbers finds the lines with listing numbers, if they count up from 1 and
// every line is either blank or has one.
func listingNumbers(body []string) map[int]int {
	numbers := map[int]int{}
	for i, line := range body {
		text, _ := splitEnd(line)
		if _, _, ok := splitNumber(text, len(numbers)+1); ok {
			numbers[i] = len(numbers) + 1
		} else if strings.TrimSpace(text) != "" {
			return nil
		}
	}
	return numbers
}

// program makes one step of a block of Go.
func (b *Block) program(body []string) {
	b.plain(body)
	step := &Step{Block: b, Line: b.Line + 1, Input: b.body}
	b.body = nil
	b.Steps = []*Step{step}
	b.name()
}

// closingFence matches the fence that ends a block.
func closingFence(opening string) *regexp.Regexp {
	return regexp.MustCompile("^ {0,3}" + regexp.QuoteMeta(opening) + opening[:1] + "*[ \t]*$")
}
