package transcript

import (
	"strconv"
	"strings"

	"gex/runtime/late"
)

// Update writes what came into the document where a step failed, and returns
// how many steps it changed. It keeps prompts, numbering, wildcards that still
// match and the ids that were written, as far as they can stand for those that
// came. Errata, racy and skipped steps are left alone, and so are steps that
// failed for another reason than their output, and files that errata are for.
func (r *Report) Update() int {
	return r.UpdateIf(func(Result, string) bool { return true })
}

// UpdateIf is Update for the steps that accept says so of; it is called with
// the result and the output that would be written.
func (r *Report) UpdateIf(accept func(result Result, output string) bool) int {
	changed := 0
	for _, result := range r.Results {
		if !result.Updatable() {
			continue
		}
		lines := result.proposal()
		if accept(result, strings.Join(lines, "\n")) {
			result.Step.expect(lines)
			changed++
		}
	}
	return changed
}

// Updatable reports whether the step failed for its output, in a file that is
// not one that errata are for.
func (r Result) Updatable() bool {
	return !r.Step.Block.document.amended && r.Verdict == Failed && (r.Why == "" || len(r.Outputs) > 0 && len(r.Step.Expected) == 0)
}

// proposal is what an update writes as the expected output of the step.
func (r Result) proposal() []string {
	came := trimBlank(printed(r.compared()))
	r.nameIDs(came)
	text := rename(came, r.ids.want)
	candidates := []string{mergeOutput(r.Step.Output(), text), text}
	for _, candidate := range candidates {
		lines := r.representable(trimBlank(candidate))
		if _, ok := compare(strings.Join(lines, "\n"), r.Outputs, r.Step.Directives().Order, r.ids, ""); ok {
			return lines
		}
	}
	return []string{"..."}
}

// compared leaves out what is not compared.
func (r Result) compared() []Output {
	if strings.Contains(r.Step.Output(), "warning:") {
		return r.Outputs
	}
	return withoutWarnings(r.Outputs)
}

// Printed is what the step printed, as far as that is compared.
func (r Result) Printed() string { return trimBlank(printed(r.compared())) }

// printed is what a terminal would show of outputs.
func printed(outputs []Output) string {
	var b strings.Builder
	for _, o := range outputs {
		b.WriteString(o.Text)
	}
	return b.String()
}

// trimBlank removes blank lines at the ends, and blanks at the end.
func trimBlank(text string) string {
	lines := strings.Split(strings.TrimRight(text, " \t\r\n"), "\n")
	for len(lines) > 0 && blank(lines[0]) {
		lines = lines[1:]
	}
	return strings.Join(lines, "\n")
}

// blank reports whether nothing can be seen on a line.
func blank(line string) bool { return strings.Trim(line, " \t\r") == "" }

// nameIDs binds the ids that came and are not yet bound: to the one at the same
// place of the old output, to another of it, to the same id, or to the next
// free one.
func (r Result) nameIDs(came string) {
	before, after := units(r.Step.Output()), units(came)
	for i := range min(len(before), len(after)) {
		r.pair(tree(before[i]), tree(after[i]))
	}
	old := idPattern().FindAllString(r.Step.Output(), -1)
	for _, got := range idPattern().FindAllString(came, -1) {
		if _, ok := r.ids.want[idKey(got)]; ok {
			continue
		}
		for len(old) > 0 && !r.ids.bind(old[0], got, r.Step.Place()) {
			old = old[1:]
		}
		for name := got; ; name = successor(name) {
			if _, ok := r.ids.want[idKey(got)]; ok || r.ids.bind(name, got, r.Step.Place()) {
				break
			}
		}
	}
}

// pair binds the ids that stand at the same place of two runs of nodes.
func (r Result) pair(old, text []node) {
	for i := range min(len(old), len(text)) {
		w, g := old[i], text[i]
		if w.kind == id && g.kind == id {
			r.ids.bind(w.text, g.text, r.Step.Place())
		}
		for j := range min(len(w.items), len(g.items)) {
			r.pair(w.items[j], g.items[j])
		}
	}
}

var lastNumbers = late.Regexp(`(\d+)(\.0)?>$`)

// successor returns the id after another: #PID<0.84.0> after #PID<0.83.0>.
func successor(id string) string {
	m := lastNumbers().FindStringSubmatchIndex(id)
	n, _ := strconv.Atoi(id[m[2]:m[3]])
	return id[:m[2]] + strconv.Itoa(n+1) + id[m[3]:]
}

// representable replaces lines that would not be read back as output.
func (r Result) representable(text string) []string {
	if text == "" {
		return nil
	}
	b := r.Step.Block
	fence, _ := splitEnd(b.open)
	_, closing, _ := opening(fence)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		_, prompt := splitPrompt(line)
		closes := closing.MatchString(line)
		if prompt || closes && !b.numbered || strings.ContainsAny(line, "\r") {
			lines[i] = "..."
		}
	}
	return lines
}

// expect sets the expected output, in the style of the block.
func (s *Step) expect(lines []string) {
	b := s.Block
	margin := ""
	if !b.numbered {
		margin = b.indent
	}
	end := b.lineEnd()
	s.Expected = nil
	for _, text := range lines {
		l := Line{Margin: margin, Text: text, End: end}
		if b.numbered {
			l.Margin = b.indent + "0. "
		}
		s.Expected = append(s.Expected, l)
	}
	b.tidy(end)
}

func indentation(margin string) string {
	return margin[:len(margin)-len(strings.TrimLeft(margin, " \t"))]
}

// lineEnd is how the lines of the block end.
func (b *Block) lineEnd() string {
	if _, end := splitEnd(b.open); end != "" {
		return end
	}
	return "\n"
}

// tidy ends every line but the last of a file, and numbers a listing anew.
func (b *Block) tidy(end string) {
	lines := b.pointers()
	open := b.close == "" && len(lines) > 0
	for i, l := range lines {
		if l.End == "" || open && i == len(lines)-1 {
			l.End = end
		}
	}
	if b.numbered {
		b.renumber(lines)
	}
}

// renumber counts the listing numbers up from the first one.
func (b *Block) renumber(lines []*Line) {
	next := 0
	for _, l := range lines {
		n, ok := marginNumber(l.Margin)
		if !ok {
			continue
		}
		if next == 0 {
			next = n
		}
		l.Margin = strings.Replace(l.Margin, strconv.Itoa(n)+".", strconv.Itoa(next)+".", 1)
		next++
	}
}

// pointers returns all lines between the fences, to be changed.
func (b *Block) pointers() []*Line {
	var all []*Line
	add := func(lines []Line) {
		for i := range lines {
			all = append(all, &lines[i])
		}
	}
	add(b.head)
	add(b.body)
	for _, s := range b.Steps {
		add(s.Input)
		add(s.lead)
		add(s.Expected)
		add(s.rest)
	}
	return all
}
