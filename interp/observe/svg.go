package observe

import (
	_ "embed"
	"fmt"
	"html"
	"strings"
)

// SVGOptions say how a chart becomes a picture.
type SVGOptions struct {
	// Title is what the picture is called for those who cannot see it.
	Title string
	// Inline leaves the style out: the page that the picture stands in has
	// SVGStyle once.
	Inline bool
}

// SVGStyle is the style sheet of the pictures, for light and dark screens and
// for paper.
//
//go:embed svg.css
var SVGStyle string

// SVG draws the chart as a picture that needs nothing else. Its size is that
// of what is in it, in pixels of 12-pixel text.
func (c Chart) SVG(o SVGOptions) string {
	l := layOut(c)
	p := &picture{layout: l}
	fmt.Fprintf(p, `<svg class="gex-chart" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %d %d" width="%d" height="%d">`,
		l.width, l.height, l.width, l.height)
	fmt.Fprintf(p, "\n<title>%s</title>\n<desc>%s</desc>\n", html.EscapeString(o.title()), html.EscapeString(c.spoken()))
	if !o.Inline {
		fmt.Fprintf(p, "<style>\n%s</style>\n", SVGStyle)
	}
	fmt.Fprintf(p, `<rect class="paper" width="%d" height="%d" rx="8"/>`+"\n", l.width, l.height)
	for i := range c.Lifelines {
		p.lifeline(i)
	}
	for i, row := range c.Rows {
		fmt.Fprintf(p, `<g class="row %s" style="--i:%d"><title>%s</title>`, classes[row.Kind], i, html.EscapeString(c.sentence(row)))
		p.row(i, row)
		p.WriteString("</g>\n")
	}
	p.notes()
	p.WriteString("</svg>\n")
	return p.String()
}

func (o SVGOptions) title() string {
	if o.Title == "" {
		return "Sequence chart"
	}
	return o.Title
}

// classes are the kinds of rows as the style sheet knows them.
var classes = map[RowKind]string{
	RowAsync: "async", RowSync: "sync", RowAnswer: "answer", RowSpawn: "spawn", RowSignal: "signal", RowLink: "bond",
	RowUnlink: "bond", RowMonitor: "bond", RowDown: "down", RowExit: "exit", RowNote: "note", RowPrint: "print", RowTimer: "timer",
}

// verbs say what the kinds of rows mean.
var verbs = map[RowKind]string{
	RowAsync: "sends", RowSync: "asks", RowAnswer: "answers", RowSpawn: "starts", RowSignal: "signals", RowLink: "links to",
	RowUnlink: "unlinks", RowMonitor: "monitors", RowDown: "tells of its end", RowExit: "exits", RowNote: "notes", RowPrint: "prints",
	RowTimer: "is woken by a",
}

// sentence says a row in words.
func (c Chart) sentence(row Row) string {
	from, to := c.called(row.From), c.called(row.To)
	switch {
	case from == "":
		from = to
	case row.From != row.To && to != "":
		return fmt.Sprintf("%s %s %s: %s", from, verbs[row.Kind], to, row.Label)
	}
	return fmt.Sprintf("%s %s %s", from, verbs[row.Kind], row.Label)
}

func (c Chart) called(i int) string {
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(c.Lifelines[i].Title + " " + c.Lifelines[i].PID)
}

// spoken is the chart in sentences.
func (c Chart) spoken() string {
	if len(c.Rows) == 0 {
		return "Nothing was sent."
	}
	said := make([]string, len(c.Rows))
	for i, row := range c.Rows {
		said[i] = c.sentence(row)
	}
	return strings.Join(said, ". ") + "."
}

// picture is an SVG on its way.
type picture struct {
	strings.Builder
	layout
}

func (p *picture) line(class string, x1, y1, x2, y2 int) {
	fmt.Fprintf(p, `<line class="%s" x1="%d" y1="%d" x2="%d" y2="%d"/>`, class, x1, y1, x2, y2)
}

// words writes a text around or behind x; the style sheet knows class and anchor.
func (p *picture) words(class, anchor string, x, y int, text string) {
	fmt.Fprintf(p, `<text class="%s" text-anchor="%s" x="%d" y="%d">%s</text>`, class, anchor, x, y, html.EscapeString(text))
}

// lifeline draws a process: its box, and its line as long as it lives.
func (p *picture) lifeline(i int) {
	l, b := p.chart.Lifelines[i], p.boxes[i]
	end := p.height - edge
	switch {
	case p.diesAt(i):
		end = p.y[l.Dies]
	case l.Dies >= 0:
		end = b.top + boxHeight
	}
	p.WriteString(`<g class="life">`)
	p.line("thread", p.x[i], b.top+boxHeight, p.x[i], end)
	fmt.Fprintf(p, `<rect class="box" x="%d" y="%d" width="%d" height="%d" rx="6"/>`, p.x[i]-b.width/2, b.top, b.width, boxHeight)
	if l.PID == "" {
		p.words("name", "middle", p.x[i], b.top+boxHeight/2+4, l.Title)
	} else {
		p.words("name", "middle", p.x[i], b.top+15, Cut(l.Title, mostTitle, "…"))
		p.words("pid", "middle", p.x[i], b.top+29, l.PID)
	}
	p.WriteString("</g>\n")
}

// diesAt reports whether the end of a lifeline is among the rows, and not
// before them.
func (p *picture) diesAt(i int) bool {
	dies := p.chart.Lifelines[i].Dies
	return dies >= 0 && dies < len(p.chart.Rows) && p.chart.Rows[dies].Kind == RowExit && p.chart.Rows[dies].From == i
}

func (p *picture) row(i int, row Row) {
	at := max(row.From, row.To)
	switch {
	case row.Kind == RowExit:
		p.cross(p.x[at], p.y[i])
		p.beside(at, i, "exit "+row.Label)
	case row.Kind == RowNote || row.Kind == RowPrint || row.Kind == RowTimer:
		p.badge(at, i, row)
	case row.From < 0 || row.To < 0:
		p.beside(at, i, row.Label)
	case row.From == row.To:
		p.loop(at, i, row)
	default:
		p.arrow(i, row)
	}
}

// beside writes a text at the right of a lifeline.
func (p *picture) beside(at, i int, text string) {
	p.words("label", "start", p.x[at]+14, p.y[i]+4, cutLabel(text))
}

// marks stand before what a process does by itself.
var marks = map[RowKind]string{RowNote: "", RowPrint: "» ", RowTimer: "◷ "}

// badge is a text on a lifeline, in a box.
func (p *picture) badge(at, i int, row Row) {
	text := cutLabel(marks[row.Kind] + row.Label)
	fmt.Fprintf(p, `<circle class="dot" cx="%d" cy="%d" r="3"/>`, p.x[at], p.y[i])
	fmt.Fprintf(p, `<rect class="badge" x="%d" y="%d" width="%d" height="20" rx="5"/>`, p.x[at]+8, p.y[i]-10, textWidth(text)+12)
	p.words("label", "start", p.x[at]+14, p.y[i]+4, text)
}

// cross ends a lifeline.
func (p *picture) cross(x, y int) {
	fmt.Fprintf(p, `<path class="stroke" d="M%d %dl10 10m0 -10l-10 10"/>`, x-5, y-5)
}

// loop is a message of a process to itself.
func (p *picture) loop(at, i int, row Row) {
	x, y := p.x[at], p.y[i]
	fmt.Fprintf(p, `<path class="stroke" d="M%d %dh20q8 0 8 7t-8 7h-12"/>`, x, y-7)
	p.head(x+2, y+7, 1, row)
	p.words("label", "start", x+36, y+4, cutLabel(row.Label))
}

// arrow goes from one lifeline to another, with its label above it.
func (p *picture) arrow(i int, row Row) {
	from, to, y := p.x[row.From], p.x[row.To], p.y[i]
	way := 1 // of the head
	if from < to {
		way = -1
	}
	if row.Kind == RowSpawn && p.chart.Lifelines[row.To].Born == i {
		to += way * p.boxes[row.To].width / 2
	}
	end := to + way*2
	if row.Kind == RowLink || row.Kind == RowUnlink || row.Kind == RowMonitor {
		p.line("stroke", from, y, to, y)
		fmt.Fprintf(p, `<circle class="dot" cx="%d" cy="%d" r="3"/><circle class="dot" cx="%d" cy="%d" r="3"/>`, from, y, to, y)
	} else {
		if row.Lost {
			end = to + way*14
		}
		p.line("stroke", from, y, end+way*6, y)
		if row.Lost {
			p.cross(end, y)
		} else {
			p.head(end, y, way, row)
		}
	}
	p.words("label", "middle", (from+to)/2, y-6, cutLabel(row.Label))
}

// head is the head of an arrow: full where somebody waits or something is
// done to the other one, open where a message is only left.
func (p *picture) head(x, y, way int, row Row) {
	if row.Kind == RowAsync || row.Kind == RowAnswer || row.Kind == RowDown {
		fmt.Fprintf(p, `<path class="open" d="M%d %dL%d %dL%d %d"/>`, x+way*8, y-5, x, y, x+way*8, y+5)
		return
	}
	fmt.Fprintf(p, `<path class="full" d="M%d %dL%d %dL%d %dz"/>`, x+way*9, y-5, x, y, x+way*9, y+5)
}

// notes says what is not in the picture.
func (p *picture) notes() {
	switch {
	case len(p.chart.Lifelines) == 0:
		p.words("aside", "start", edge, edge+14, "Nothing was sent.")
	case p.chart.Dropped > 0:
		p.words("aside", "start", edge, p.height-6, fmt.Sprintf("and %s that the log had no room for", plural(p.chart.Dropped, "event")))
	}
}
