package tutorials

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"gex/tutorials/transcript"
)

// witness is a step as the book has it, as a shell prints it that is right by
// definition, and as gex does.
type witness struct {
	right, ours transcript.Result // both compared with the book
	agree       bool              // ours with right
	reordered   bool              // they do, but in another order
}

// problem says what is wrong with a step, "" for nothing.
func (w witness) problem() string {
	d := w.right.Step.Directives()
	book := w.right.Verdict
	switch {
	case w.right.Step.Block.Use == transcript.Program, book == transcript.Skipped, d.Racy:
		return ""
	case book == transcript.Passed && w.ours.Verdict == transcript.Passed && len(w.right.Step.Expected) > 0:
		return "" // what differs is what the book leaves open
	case !w.agree && !w.reordered:
		return "gex differs from OTP"
	case book == transcript.Stale:
		return "the erratum is stale: OTP prints what the book has"
	case book == transcript.Failed && !w.reordered:
		return "the book differs from OTP and has no erratum"
	}
	return ""
}

func (w witness) bad() bool { return w.problem() != "" }

// verdict says in a word or two how the three stand to each other.
func (w witness) verdict() string {
	switch {
	case w.problem() != "":
		return w.problem()
	case w.right.Step.Block.Use == transcript.Program:
		return "Go"
	case w.right.Verdict == transcript.Known:
		return "erratum" + reason(w.right)
	case w.reordered:
		return "same, in another order"
	}
	return w.right.Verdict.String()
}

// consult runs a file in both shells.
func (c *checker) consult(ctx context.Context, f *checked, options transcript.Options) error {
	ours, err := f.doc.Run(ctx, options)
	if err != nil {
		return err
	}
	options.Open = c.o.Oracle(f.doc)
	right, err := f.doc.Run(ctx, options)
	if err != nil {
		return err
	}
	f.witnesses = make([]witness, len(right.Results))
	for i := range right.Results {
		w := witness{right: right.Results[i], ours: ours.Results[i]}
		text := w.right.Printed()
		w.agree = transcript.Agree(text, w.ours.Outputs)
		w.reordered = !w.agree && transcript.AgreeIn(transcript.AnyOrder, text, w.ours.Outputs)
		f.witnesses[i] = w
	}
	return nil
}

// witnessed prints the three columns of each step at which they differ in a way
// that nobody has written down, or with -v of each step.
func (t *textSink) witnessed(f *checked) {
	counts := map[string]int{}
	for _, w := range f.witnesses {
		kind, _, _ := strings.Cut(w.verdict(), ":")
		counts[kind]++
		if !w.bad() && !t.o.Verbose {
			continue
		}
		fmt.Fprintf(t.o.Out, "%s: %s (%s)\n", w.right.Step.Place(), w.verdict(), w.right.Step.Path())
		labelled(t.o.Out, "input", w.right.Step.Text())
		fmt.Fprint(t.o.Out, columns(t.width(), []string{"book", "OTP", "gex"},
			[]string{w.right.Step.Output(), w.right.Printed(), w.ours.Printed()}))
		fmt.Fprintln(t.o.Out)
	}
	t.verdict(f, summaryOf(counts))
}

// width is that of the screen.
func (t *textSink) width() int {
	if t.o.Width > 0 {
		return t.o.Width
	}
	return 80
}

func summaryOf(counts map[string]int) string {
	var parts []string
	for _, kind := range []string{
		"ok", "same, in another order", "erratum", "racy", "skipped", "Go", "gex differs from OTP",
		"the erratum is stale", "the book differs from OTP and has no erratum",
	} {
		if n := counts[kind]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, kind))
		}
	}
	return strings.Join(parts, ", ")
}

// columns writes texts side by side, wrapped.
func columns(width int, titles, texts []string) string {
	const margin, between = 4, 3
	room := max(10, (width-margin-between*(len(texts)-1))/len(texts))
	cells := make([][]string, len(texts))
	rows := 0
	for i, text := range texts {
		cells[i] = append([]string{titles[i], strings.Repeat("-", len(titles[i]))}, broken(text, room)...)
		rows = max(rows, len(cells[i]))
	}
	var out strings.Builder
	for row := range rows {
		line := strings.Repeat(" ", margin)
		for i := range cells {
			cell := ""
			if row < len(cells[i]) {
				cell = cells[i][row]
			}
			line += cell + strings.Repeat(" ", max(0, room-utf8.RuneCountInString(cell)))
			if i < len(cells)-1 {
				line += " | "
			}
		}
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return out.String()
}

// broken breaks text into lines of at most width characters.
func broken(text string, width int) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		runes := []rune(line)
		for len(runes) > width {
			lines = append(lines, string(runes[:width]))
			runes = runes[width:]
		}
		lines = append(lines, string(runes))
	}
	return lines
}
