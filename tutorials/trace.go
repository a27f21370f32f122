package tutorials

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// TraceOptions says what is drawn of a transcript.
type TraceOptions struct {
	Work
	Format string   // term, mermaid, svg or json; empty: term
	Step   string   // the id of the only step to draw; empty: all that send something
	Only   []string // the only processes to draw, by name or pid
}

// Trace runs a transcript and draws what its steps sent. It returns the exit
// code.
func Trace(ctx context.Context, o TraceOptions) int {
	doc, files, err := o.document()
	if err != nil {
		return o.trouble(err, ExitUsage)
	}
	if o.Step != "" && !hasStep(doc, o.Step) {
		return o.trouble(fmt.Errorf("%s has no step %q", o.File, o.Step), ExitUsage)
	}
	var charts []chart
	err = o.perform(ctx, doc, files, func(p performed) {
		if o.Step != "" && p.step.ID != o.Step {
			return
		}
		drawing := transcript.Drawing{Format: o.Format, Only: o.Only, Title: o.name() + ":" + p.step.ID}
		if text, ok := p.stage.Draw(p.step.Block, drawing); ok {
			charts = append(charts, chart{drawing.Title, p.step.Text(), text})
		}
	})
	switch {
	case err != nil:
		return o.trouble(err, ExitInternal)
	case charts == nil:
		return o.trouble(fmt.Errorf("nothing was sent that is to be drawn"), ExitFailed)
	}
	return o.write(o.sheet(charts))
}

func hasStep(doc *transcript.Document, id string) bool {
	for _, s := range doc.Steps() {
		if s.ID == id {
			return true
		}
	}
	return false
}

// chart is the chart of a step.
type chart struct{ title, input, text string }

// sheet puts charts below one another.
func (o TraceOptions) sheet(charts []chart) string {
	if o.Format == "svg" {
		return stacked(charts)
	}
	var b strings.Builder
	for i, c := range charts {
		if i > 0 && o.Format != "json" {
			b.WriteString("\n")
		}
		switch {
		case o.Format == "json":
			b.WriteString(c.text)
		case o.Format == "mermaid" && len(charts) == 1:
			b.WriteString(c.text)
		case o.Format == "mermaid":
			fmt.Fprintf(&b, "## %s\n\n```mermaid\n%s```\n", c.title, c.text)
		default:
			fmt.Fprintf(&b, "%s  %s\n\n%s", c.title, firstLine(c.input), c.text)
		}
	}
	return b.String()
}

// firstLine is the first line of a text, with a mark if there is more.
func firstLine(text string) string {
	first, _, more := strings.Cut(text, "\n")
	if more {
		first += " ..."
	}
	return first
}

var svgSize = late.Regexp(`width="(\d+)" height="(\d+)"`)

// stacked makes one SVG of several.
func stacked(charts []chart) string {
	if len(charts) == 1 {
		return charts[0].text
	}
	width, y := 0, 0
	var parts strings.Builder
	for _, c := range charts {
		size := svgSize().FindStringSubmatch(c.text)
		w, _ := strconv.Atoi(size[1])
		h, _ := strconv.Atoi(size[2])
		parts.WriteString(strings.Replace(c.text, "<svg ", fmt.Sprintf("<svg y=\"%d\" ", y), 1))
		width, y = max(width, w), y+h
	}
	return fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %[1]d %[2]d\" width=\"%[1]d\" height=\"%[2]d\">\n%[3]s</svg>\n", width, y, parts.String())
}
