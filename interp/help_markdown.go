package interp

import (
	"strings"
	"unicode/utf8"

	"gex/runtime/late"
)

// The colours of IEx for documentation.
const (
	sgrTitle   = "\x1b[7m\x1b[33m"
	sgrHeading = "\x1b[33m"
	sgrCode    = "\x1b[36m"
	sgrBold    = "\x1b[1m"
	sgrEmph    = "\x1b[4m"
	sgrInfo    = "\x1b[22m"
)

// document is a text in Markdown as it is printed.
type document struct {
	strings.Builder
	color bool
	width int // of lines
}

// document returns an empty document for the present terminal.
func (s *Session) document() document {
	return document{color: s.options.Color, width: s.width()}
}

// styled writes text in a colour, if there are any.
func (d *document) styled(sgr, text string) {
	if d.color {
		text = sgr + text + sgrReset
	}
	d.WriteString(text)
}

// gap ends a block: an empty line, at which colours end.
func (d *document) gap() {
	if d.color {
		d.WriteString(sgrReset)
	}
	d.WriteString("\n")
}

// title writes a heading in the middle of the line.
func (d *document) title(text string) {
	missing := max(d.width-utf8.RuneCountInString(text), 0)
	left := strings.Repeat(" ", missing/2)
	d.gap()
	if d.color {
		text += strings.Repeat(" ", missing-missing/2)
	}
	d.styled(sgrTitle, left+text)
	d.WriteString("\n")
	d.gap()
}

// markdown writes blocks of Markdown, each with an empty line behind it.
func (d *document) markdown(text string) {
	lines := strings.Split(strings.TrimRight(text, "\n \t"), "\n")
	for i := 0; i < len(lines); {
		switch line := lines[i]; {
		case strings.TrimSpace(line) == "":
			i++
		case codeLine(line):
			i = d.code(lines, i)
		case strings.HasPrefix(line, "#"):
			d.styled(sgrHeading, line)
			d.WriteString("\n")
			d.gap()
			i++
		case listItem().MatchString(line):
			i = d.list(lines, i)
		default:
			i = d.paragraph(lines, i)
		}
	}
}

func codeLine(line string) bool {
	return strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")
}

// code writes an indented block, empty lines in it included.
func (d *document) code(lines []string, from int) (next int) {
	end := from
	for i := from; i < len(lines) && (codeLine(lines[i]) || strings.TrimSpace(lines[i]) == ""); i++ {
		if codeLine(lines[i]) {
			end = i + 1
		}
	}
	block := make([]string, 0, end-from)
	for _, line := range lines[from:end] {
		line = strings.Replace(line, "\t", "    ", 1)
		if line == "" {
			line = "    "
		}
		block = append(block, line)
	}
	d.styled(sgrCode, strings.Join(block, "\n"))
	d.WriteString("\n")
	d.gap()
	return end
}

// listItem matches the mark of an item: a bullet or a number.
var listItem = late.Regexp(`^ {0,3}([*+-]|\d+\.) +`)

// list writes the items of a list, all with bullets or all with numbers,
// without empty lines between them.
func (d *document) list(lines []string, from int) (next int) {
	i, kind := from, len(listItem().FindStringSubmatch(lines[from])[1])
	item := func(i int) bool {
		return i < len(lines) && listItem().MatchString(lines[i]) && min(len(listItem().FindStringSubmatch(lines[i])[1]), 2) == min(kind, 2)
	}
	for item(i) {
		mark := listItem().FindStringSubmatch(lines[i])
		words := strings.Fields(lines[i][len(mark[0]):])
		for i++; i < len(lines) && strings.HasPrefix(lines[i], "  ") && !listItem().MatchString(lines[i]); i++ {
			words = append(words, strings.Fields(lines[i])...)
		}
		bullet := mark[1]
		if len(bullet) == 1 {
			bullet = "*"
			if d.color {
				bullet = "•"
			}
		}
		indent := utf8.RuneCountInString(bullet) + 3
		d.WriteString("  " + bullet + " ")
		d.wrapAt(2*indent, strings.Repeat(" ", indent), words) // IEx counts the mark twice
		for i+1 < len(lines) && strings.TrimSpace(lines[i]) == "" && item(i+1) {
			i++
		}
	}
	d.gap()
	return i
}

func (d *document) paragraph(lines []string, from int) (next int) {
	var words []string
	i := from
	for i < len(lines) && strings.TrimSpace(lines[i]) != "" && !listItem().MatchString(lines[i]) {
		words = append(words, strings.Fields(lines[i])...)
		i++
	}
	d.wrapAt(0, "", words)
	d.gap()
	return i
}

// wrapAt writes words in lines of the width, from a column of the first line
// on; rest begins the others.
func (d *document) wrapAt(column int, rest string, words []string) {
	text := d.inline(strings.Join(words, " "))
	start := column
	for _, word := range strings.Split(text, " ") {
		width := utf8.RuneCountInString(escapes().ReplaceAllString(word, ""))
		switch {
		case column > start && column+1+width > d.width:
			d.WriteString("\n" + rest)
			column = utf8.RuneCountInString(rest)
			start = column
		case column > start:
			d.WriteString(" ")
			column++
		}
		d.WriteString(word)
		column += width
	}
	d.WriteString("\n")
}

var (
	escapes = late.Regexp("\x1b\\[[0-9;]*m")
	links   = late.Regexp(`\[([^\]]*)\]\((https?:[^)]*)\)`)
	marks   = late.Regexp("`[^`]+`|\\*\\*[^* ][^*]*\\*\\*|\\*[^* ][^*]*\\*")
)

// inline writes out links and, in colour, takes the marks of code and
// emphasis for colours.
func (d *document) inline(text string) string {
	text = links().ReplaceAllString(text, "$1 ($2)")
	if !d.color {
		return text
	}
	return marks().ReplaceAllStringFunc(text, func(m string) string {
		switch {
		case m[0] == '`':
			return sgrCode + m[1:len(m)-1] + sgrReset
		case strings.HasPrefix(m, "**"):
			return sgrBold + m[2:len(m)-2] + sgrReset
		}
		return sgrEmph + m[1:len(m)-1] + sgrReset
	})
}
