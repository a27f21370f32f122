package tutorials

import (
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"gex/runtime/late"
)

// painter renders Markdown for a terminal. Without colour it keeps the marks
// of code, so that nothing is lost.
type painter struct {
	width int
	head  *color.Color
	code  *color.Color
	faint *color.Color
	good  *color.Color
	bad   *color.Color
	plain bool
}

func newPainter(t Terminal) *painter {
	p := &painter{width: t.Width, plain: !t.Color}
	if p.width <= 0 || p.width > 80 {
		p.width = 80
	}
	p.head, p.code = color.New(color.Bold), color.New(color.FgCyan)
	p.faint, p.good, p.bad = color.New(color.Faint), color.New(color.FgGreen), color.New(color.FgRed)
	for _, c := range []*color.Color{p.head, p.code, p.faint, p.good, p.bad} {
		if t.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
	}
	return p
}

var (
	comment   = late.Regexp(`(?s)<!--.*?-->\n?`)
	linkMark  = late.Regexp(`\[([^\]]+)\]\(([^)\s]+)\)`)
	strong    = late.Regexp(`\*\*([^*]+)\*\*`)
	emphasis  = late.Regexp(`\*([^*\s][^*]*)\*`)
	codeMark  = late.Regexp("`([^`]+)`")
	listMark  = late.Regexp(`^(\s*(?:[-*]|\d+\.)\s+)(.*)$`)
	blankRuns = late.Regexp(`\n{3,}`)
)

// prose renders paragraphs, headings and lists, and leaves out comments.
func (p *painter) prose(markdown string) string {
	var out strings.Builder
	for _, paragraph := range strings.Split(strings.TrimSpace(comment().ReplaceAllString(markdown, "")), "\n\n") {
		if text := p.paragraph(strings.Trim(paragraph, "\n")); text != "" {
			out.WriteString(text + "\n\n")
		}
	}
	return blankRuns().ReplaceAllString(out.String(), "\n\n")
}

// paragraph renders one block of lines: items of a list stay apart.
func (p *painter) paragraph(text string) string {
	var items []string // each a logical line
	for line := range strings.SplitSeq(text, "\n") {
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(trimmed, "#"):
			items = append(items, line, "")
		case len(items) == 0 || listMark().MatchString(line) || items[len(items)-1] == "":
			items = append(items, line)
		default:
			items[len(items)-1] += " " + trimmed
		}
	}
	var lines []string
	for _, item := range items {
		if item != "" {
			lines = append(lines, p.item(item))
		}
	}
	return strings.Join(lines, "\n")
}

func (p *painter) item(text string) string {
	if title := strings.TrimLeft(text, "# "); strings.HasPrefix(text, "#") {
		return p.head.Sprint(p.spans(title))
	}
	lead := ""
	if m := listMark().FindStringSubmatch(text); m != nil {
		lead, text = m[1], m[2]
	}
	return p.wrap(text, lead)
}

// wrap breaks text at the width, under a hanging lead.
func (p *painter) wrap(text, lead string) string {
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	var lines []string
	line, used := lead, 0
	for _, word := range words(strings.TrimSpace(linkMark().ReplaceAllString(text, "$1 ($2)"))) {
		n := utf8.RuneCountInString(word)
		if !strings.Contains(word, "`") {
			n -= strings.Count(word, "*")
		}
		if used > 0 && len(indent)+used+1+n > p.width {
			lines = append(lines, line)
			line, used = indent, 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += n
	}
	return p.spans(strings.Join(append(lines, line), "\n"))
}

// lines breaks plain text at the width.
func (p *painter) lines(text string) string {
	var all []string
	for line := range strings.SplitSeq(text, "\n") {
		for len(line) > p.width {
			at := strings.LastIndexByte(line[:p.width+1], ' ')
			if at <= 0 {
				break
			}
			all, line = append(all, line[:at]), line[at+1:]
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

// words splits text at blanks, but not within code.
func words(text string) []string {
	var all []string
	for field := range strings.FieldsSeq(text) {
		if n := len(all); n > 0 && strings.Count(all[n-1], "`")%2 == 1 {
			all[n-1] += " " + field
			continue
		}
		all = append(all, field)
	}
	return all
}

// spans renders what is marked within a line.
func (p *painter) spans(text string) string {
	var out strings.Builder
	at := 0
	for _, m := range codeMark().FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(p.marked(text[at:m[0]]))
		if p.plain {
			out.WriteString(text[m[0]:m[1]])
		} else {
			out.WriteString(p.code.Sprint(text[m[2]:m[3]]))
		}
		at = m[1]
	}
	out.WriteString(p.marked(text[at:]))
	return out.String()
}

func (p *painter) marked(text string) string {
	text = strong().ReplaceAllStringFunc(text, func(s string) string { return p.head.Sprint(strings.Trim(s, "*")) })
	return emphasis().ReplaceAllString(text, "$1")
}

// block renders code to be looked at.
func (p *painter) block(text string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if line != "" {
			line = "    " + p.faint.Sprint(strings.ReplaceAll(line, "\t", "    "))
		}
		out.WriteString(line + "\n")
	}
	return out.String() + "\n"
}
