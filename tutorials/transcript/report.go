package transcript

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Style says how the differences of a step are shown. The zero value underlines
// them, as for a text without colours.
type Style struct {
	// Want and Got mark a piece of what is written and of what came, Faint what
	// is beside the point.
	Want, Got, Faint func(text string) string
}

// Describe says what is wrong with a step, as DescribeIn does without colours.
func (r Result) Describe() string { return r.DescribeIn(Style{}) }

// DescribeIn says what is wrong with a step, over several lines: the place, the
// input, what is written (with the ids that are bound filled in) and what came,
// with the terms marked that differ, and what the input sent.
func (r Result) DescribeIn(style Style) string {
	var b strings.Builder
	s := r.Step
	fmt.Fprintf(&b, "%s: %s (%s)\n", s.Place(), r.Verdict, s.Path())
	section(&b, "input", s.Text())
	if r.Why != "" {
		fmt.Fprintf(&b, "    %s\n", r.Why)
	}
	if r.Why == "" || len(r.Outputs) > 0 {
		r.describeOutputs(&b, style)
	}
	r.describeChart(&b, style)
	return b.String()
}

func (r Result) describeOutputs(b *strings.Builder, style Style) {
	want, got := r.Step.Output(), trimBlank(printed(r.compared()))
	var ids map[string]string
	if r.ids != nil {
		ids = r.ids.got
	}
	want = rename(want, ids)
	var wants, gots []span
	if r.Why == "" {
		wants, gots = differences(want, got, identity(ids))
	}
	if want != "" {
		section(b, "want", marked(want, wants, style.Want))
	}
	section(b, "got", marked(got, gots, style.Got))
	if c := r.conflict; c != "" {
		fmt.Fprintf(b, "    %s\n", c)
	}
	for _, why := range r.unloaded {
		fmt.Fprintf(b, "    %s\n", why)
	}
}

// identity are bindings for a text in which the ids are filled in.
func identity(ids map[string]string) *bindings {
	same := newBindings()
	for _, got := range ids {
		same.got[got], same.want[got] = got, got
	}
	return same
}

// describeChart adds the picture of what the input sent.
func (r Result) describeChart(b *strings.Builder, style Style) {
	for line := range strings.Lines(r.Chart) {
		line = "    " + strings.TrimRight(line, " \n")
		if style.Faint != nil {
			line = style.Faint(line)
		}
		b.WriteString(line + "\n")
	}
}

// section writes text with a label before its first line.
func section(b *strings.Builder, label, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(b, "    %-5s | %s\n", label, line)
	}
}

// marked marks spans of a text: with paint, or if that is nil with carets in a
// line of their own.
func marked(text string, spans []span, paint func(string) string) string {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimSuffix(line, "\n")
		var here []span
		for _, s := range spans {
			from, to := max(s.start, at)-at, min(s.end, at+len(body))-at
			for from < to && body[from] == ' ' {
				from++
			}
			if from < to {
				here = append(here, span{from, to})
			}
		}
		if paint == nil {
			b.WriteString(line + carets(body, line, here))
		} else {
			b.WriteString(painted(body, here, paint) + line[len(body):])
		}
		at += len(line)
	}
	return b.String()
}

func painted(line string, spans []span, paint func(string) string) string {
	var b strings.Builder
	done := 0
	for _, s := range spans {
		if s.start >= done {
			b.WriteString(line[done:s.start] + paint(line[s.start:s.end]))
			done = s.end
		}
	}
	return b.String() + line[done:]
}

// carets is the line below a line in which spans are marked.
func carets(body, line string, spans []span) string {
	if len(spans) == 0 {
		return ""
	}
	below, column, done := "", 0, 0
	for _, s := range spans {
		if s.start < done {
			continue
		}
		column += utf8.RuneCountInString(body[done:s.start])
		below += strings.Repeat(" ", column-utf8.RuneCountInString(below)) +
			strings.Repeat("^", utf8.RuneCountInString(body[s.start:s.end]))
		column, done = utf8.RuneCountInString(below), s.end
	}
	if line == body {
		return "\n" + below
	}
	return below + "\n"
}

// Summary counts the verdicts: "12 ok, 1 FAIL".
func (r *Report) Summary() string {
	counts := map[Verdict]int{}
	for _, result := range r.Results {
		counts[result.Verdict]++
	}
	var parts []string
	for v := Passed; v <= Skipped; v++ {
		if counts[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[v], v))
		}
	}
	if parts == nil {
		return "no steps"
	}
	return strings.Join(parts, ", ")
}
