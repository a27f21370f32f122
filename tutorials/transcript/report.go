package transcript

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Describe says what is wrong with a step, over several lines: the place, the
// input, what is written (with the ids that are bound filled in) and what
// came, with the place where they part.
func (r Result) Describe() string {
	var b strings.Builder
	s := r.Step
	fmt.Fprintf(&b, "%s: %s (%s)\n", s.Place(), r.Verdict, s.Path())
	section(&b, "input", s.Text())
	if r.Why != "" {
		fmt.Fprintf(&b, "    %s\n", r.Why)
	}
	if r.Why == "" || len(r.Outputs) > 0 {
		r.describeOutputs(&b)
	}
	return b.String()
}

func (r Result) describeOutputs(b *strings.Builder) {
	want, got := r.Step.Output(), trimBlank(printed(r.compared()))
	if r.ids != nil {
		want = rename(want, r.ids.got)
	}
	d := r.difference
	if want != "" {
		section(b, "want", underline(want, d.line, d.want))
	}
	section(b, "got", underline(got, d.line, d.got))
	if d.conflict != "" {
		fmt.Fprintf(b, "    %s\n", d.conflict)
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

// underline puts carets below token in the line of the difference, or below
// its first place in the text if it is on another line.
func underline(text string, line int, token string) string {
	if token == "" {
		return text
	}
	lines := strings.Split(text, "\n")
	if line >= len(lines) || !strings.Contains(lines[line], token) {
		line = -1
		for i, l := range lines {
			if strings.Contains(l, token) {
				line = i
				break
			}
		}
	}
	if line < 0 {
		return text
	}
	at := strings.Index(lines[line], token)
	carets := strings.Repeat(" ", utf8.RuneCountInString(lines[line][:at])) +
		strings.Repeat("^", utf8.RuneCountInString(token))
	lines = append(lines[:line+1], append([]string{carets}, lines[line+1:]...)...)
	return strings.Join(lines, "\n")
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
