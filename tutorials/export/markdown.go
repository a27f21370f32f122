package export

import (
	"fmt"
	"html"
	"strings"

	"gex/runtime/late"
)

var (
	commentMark  = late.Regexp(`(?s)<!--.*?-->[ \t]*\n?`)
	headingMark  = late.Regexp(`^(#{1,6})[ \t]+(.*?)[ \t#]*$`)
	itemMark     = late.Regexp(`^([-*+]|\d+[.)])[ \t]+(.*)$`)
	tableRule    = late.Regexp(`^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?$`)
	codeSpan     = late.Regexp("``?([^`]+)``?")
	linkSpan     = late.Regexp(`\[([^\]]+)\]\(([^)\s]+)\)`)
	strongSpan   = late.Regexp(`\*\*([^*]+)\*\*`)
	emphasisSpan = late.Regexp(`\*([^*\s][^*]*)\*`)
)

// withoutDirectives is prose as a reader of Markdown sees it.
func withoutDirectives(markdown string) string {
	return commentMark().ReplaceAllString(markdown, "")
}

// htmlOf renders the Markdown that lessons are written in: headings, paragraphs,
// lists, tables and quotes.
func htmlOf(markdown string) string {
	var b strings.Builder
	for _, block := range strings.Split(strings.TrimSpace(withoutDirectives(markdown)), "\n\n") {
		if block = strings.Trim(block, "\n"); block != "" {
			b.WriteString(htmlBlock(block))
		}
	}
	return b.String()
}

func htmlBlock(block string) string {
	first, rest, _ := strings.Cut(block, "\n")
	second, _, _ := strings.Cut(rest, "\n")
	switch m := headingMark().FindStringSubmatch(first); {
	case m != nil:
		heading := fmt.Sprintf("<h%d id=\"%s\">%s</h%[1]d>\n", len(m[1]), anchor(m[2]), spans(m[2]))
		return heading + htmlOf(rest)
	case itemMark().MatchString(first):
		return list(strings.Split(block, "\n"))
	case strings.HasPrefix(first, "|") && tableRule().MatchString(second):
		return table(strings.Split(block, "\n"))
	case strings.HasPrefix(first, "> "):
		return "<blockquote>\n" + htmlOf(strings.ReplaceAll(block[2:], "\n> ", "\n")) + "</blockquote>\n"
	}
	return "<p>" + spans(block) + "</p>\n"
}

// list renders items with the lines that go on with them.
func list(lines []string) string {
	tag := "ul"
	if m := itemMark().FindStringSubmatch(lines[0]); !strings.Contains("-*+", m[1]) {
		tag = "ol"
	}
	var items []string
	for _, line := range lines {
		if m := itemMark().FindStringSubmatch(line); m != nil {
			items = append(items, m[2])
		} else {
			items[len(items)-1] += "\n" + strings.TrimSpace(line)
		}
	}
	for i, item := range items {
		items[i] = "<li>" + spans(item) + "</li>"
	}
	return fmt.Sprintf("<%s>\n%s\n</%[1]s>\n", tag, strings.Join(items, "\n"))
}

func table(lines []string) string {
	var b strings.Builder
	b.WriteString("<table>\n")
	for i, line := range lines {
		if i == 1 {
			continue
		}
		tag := "td"
		if i == 0 {
			tag = "th"
		}
		b.WriteString("<tr>")
		for _, cell := range strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|") {
			fmt.Fprintf(&b, "<%s>%s</%[1]s>", tag, spans(strings.TrimSpace(cell)))
		}
		b.WriteString("</tr>\n")
	}
	return b.String() + "</table>\n"
}

// spans renders what is marked within a text.
func spans(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range codeSpan().FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(marked(text[at:m[0]]))
		b.WriteString("<code>" + html.EscapeString(text[m[2]:m[3]]) + "</code>")
		at = m[1]
	}
	return b.String() + marked(text[at:])
}

func marked(text string) string {
	text = html.EscapeString(text)
	text = linkSpan().ReplaceAllStringFunc(text, func(link string) string {
		m := linkSpan().FindStringSubmatch(link)
		if !safeLink(m[2]) {
			return m[1]
		}
		return `<a href="` + m[2] + `">` + m[1] + "</a>"
	})
	text = strongSpan().ReplaceAllString(text, "<strong>$1</strong>")
	return emphasisSpan().ReplaceAllString(text, "<em>$1</em>")
}

// safeLink reports whether a link goes to a page and runs nothing.
func safeLink(target string) bool {
	scheme, _, found := strings.Cut(target, ":")
	return !found || scheme == "http" || scheme == "https" || strings.Contains(scheme, "/")
}

var noAnchor = late.Regexp(`[^a-z0-9]+`)

// anchor is the name of a heading in links.
func anchor(title string) string {
	return strings.Trim(noAnchor().ReplaceAllString(strings.ToLower(title), "-"), "-")
}
