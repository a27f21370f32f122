package tutorials

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// sink takes what checking files comes to.
type sink interface {
	file(f *checked)
	end() error
}

// textSink writes for people.
type textSink struct{ *checker }

func (t *textSink) end() error { return nil }

// file prints what failed and how the file did.
func (t *textSink) file(f *checked) {
	switch {
	case f.err != nil:
	case f.exploration != nil:
		t.explored(f)
	case f.witnesses != nil:
		t.witnessed(f)
	case f.updated:
		fmt.Fprintf(t.o.Out, "updated  %s  (%d outputs)\n", f.name, f.changed)
		for _, r := range f.left {
			fmt.Fprint(t.o.Out, r.DescribeIn(t.style))
		}
	default:
		t.results(f)
		t.verdict(f, f.report.Summary()+runsOf(f))
	}
}

// verdict prints the line about a file.
func (t *textSink) verdict(f *checked, summary string) {
	word := "ok  "
	if !f.ok() {
		word = "FAIL"
	}
	fmt.Fprintf(t.o.Out, "%s  %s  (%s)\n", word, f.name, summary)
}

func runsOf(f *checked) string {
	switch {
	case f.runs == 1:
		return ""
	case f.bad > 0:
		return fmt.Sprintf("; %d of %d runs failed", f.bad, f.runs)
	}
	return fmt.Sprintf("; %d runs", f.runs)
}

// results prints what failed: of each section the first, as the others mostly
// follow from it, or with -v every step.
func (t *textSink) results(f *checked) {
	failed := map[*transcript.Section]int{}
	for _, r := range f.report.Results {
		section := r.Step.Block.Section
		switch {
		case r.Verdict.Bad():
			failed[section]++
			if t.o.Verbose || failed[section] == 1 {
				t.failure(f, r)
			}
		case t.o.Verbose:
			fmt.Fprintf(t.o.Out, "%s: %s (%s)%s\n", r.Step.Place(), r.Verdict, r.Step.Path(), reason(r))
		}
	}
	for _, s := range f.report.Document.Sections {
		if n := failed[s] - 1; n > 0 && !t.o.Verbose {
			fmt.Fprintf(t.o.Out, "%s: %d more in %s, which may follow from it (-v shows them)\n", f.name, n, titleOf(s))
		}
	}
}

func titleOf(s *transcript.Section) string {
	if s.Title == "" {
		return "the part before the first section"
	}
	return fmt.Sprintf("section %q", s.Title)
}

// reason is the reason of an erratum.
func reason(r transcript.Result) string {
	if why := r.Step.Directives().Erratum; r.Verdict == transcript.Known && why != "" {
		return ": " + why
	}
	return ""
}

// failure prints a failed step and how to go on.
func (t *textSink) failure(f *checked, r transcript.Result) {
	fmt.Fprint(t.o.Out, r.DescribeIn(t.style))
	for _, line := range t.commands(f, r) {
		fmt.Fprintln(t.o.Out, t.paint.faint.Sprint("    "+line))
	}
	fmt.Fprintln(t.o.Out)
}

// commands are what one may type next about a step that failed.
func (t *textSink) commands(f *checked, r transcript.Result) []string {
	test := "gex test" + t.flags() + " -run " + quoted("^"+regexp.QuoteMeta(r.Step.Path())+"$")
	lines := []string{test + " " + quoted(f.name)}
	if f.errata != nil && r.Step.In(f.doc) {
		lines = append(lines, fmt.Sprintf("<!-- gex: at=%d erratum=\"why\" -->   # in %s, if the text is wrong", r.Step.Line, f.errata.Name()))
	}
	if r.Updatable() {
		lines = append(lines, test+" -update "+quoted(f.name)+"   # if that is right now")
	}
	replay := "gex replay -step "
	if title := r.Step.Block.Section.Title; title != "" {
		replay += "-section " + quoted(title) + " "
	}
	return append(lines, replay+quoted(f.name))
}

// flags are those that decide what a transcript comes to.
func (t *textSink) flags() string {
	flags := ""
	if t.o.Strict {
		flags += " -strict"
	}
	if t.o.Seed != 0 {
		flags += " -seed " + strconv.FormatInt(t.o.Seed, 10)
	}
	if t.o.Errata != "" {
		flags += " -errata " + quoted(t.o.Errata)
	}
	return flags
}

var plainWord = late.Regexp(`^[\w./:@%+=-]+$`)

// quoted is a word of a command line as a shell wants it.
func quoted(word string) string {
	if plainWord().MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// explored prints the steps that have more than one outcome.
func (t *textSink) explored(f *checked) {
	several, racy := 0, 0
	for _, e := range f.exploration.Steps {
		if len(e.Variants) > 1 {
			several++
		}
		switch {
		case e.Bad() || t.o.Verbose && len(e.Variants) > 1:
			t.variants(f, e)
		case len(e.Variants) > 1:
			racy++
		}
	}
	summary := fmt.Sprintf("%d steps in %d schedules, %d with several outcomes", len(f.exploration.Steps), f.exploration.Runs, several)
	if racy > 0 {
		summary += fmt.Sprintf(", %d of them racy", racy)
	}
	t.verdict(f, summary)
}

// variants prints the outcomes of a step, the most frequent first.
func (t *textSink) variants(f *checked, e transcript.Explored) {
	fmt.Fprintf(t.o.Out, "%s: %s in %d schedules (%s)\n", e.Step.Place(), count(len(e.Variants), "outcome"), f.exploration.Runs, e.Step.Path())
	labelled(t.o.Out, "input", e.Step.Text())
	for _, v := range e.Variants {
		fmt.Fprintf(t.o.Out, "    %d of %d: %s   %s\n", v.Runs, f.exploration.Runs, v.Verdict,
			t.paint.faint.Sprintf("gex test%s -seed %d %s", strings.Replace(t.flags(), " -seed "+strconv.FormatInt(t.o.Seed, 10), "", 1), v.Seed, quoted(f.name)))
		labelled(t.o.Out, "", v.Printed())
	}
	if len(e.Variants) > 1 && !e.Step.Directives().Racy {
		fmt.Fprintln(t.o.Out, "    have it wait for what it depends on, or mark the block racy")
	}
	fmt.Fprintln(t.o.Out)
}

// labelled writes text with a label before its first line.
func labelled(out io.Writer, label, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintf(out, "    %-5s | %s\n", label, line)
		label = ""
	}
}

// count is a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
