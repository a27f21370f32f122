package interp_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"gex/interp"
)

var (
	// differences is a file that gets every input that differs, listed or not.
	differences = flag.String("differences", "", "write what differs from real Elixir to this `file`")
	// updateKnown has the list rewritten: reasons stay, new entries are "open".
	updateKnown = flag.Bool("update-known", false, "rewrite the list of known differences")
	// corpus is where the recordings are; another one needs no list of what is known.
	corpus = flag.String("corpus", corpusDir, "compare the recordings of this `directory`")
)

const (
	corpusDir    = "../testdata/elixir"
	knownFile    = "known_differences.txt"
	inputTimeout = 10 * time.Second
)

// corpusInput is one input of the corpus with what real IEx prints for it.
type corpusInput struct {
	key, text, want string
}

// corpusSession is what is typed into one session.
type corpusSession []*corpusInput

// readCorpus parses a file of the format that testdata/elixir/README.md describes.
func readCorpus(name string, text []byte) []corpusSession {
	var sessions []corpusSession
	var lines [][]string // of the outputs of the current session
	closeSession := func() {
		for i := range lines {
			finishOutput(last(sessions)[i], lines[i], i == len(lines)-1)
		}
		lines = nil
	}
	comment := true
	for line := range strings.SplitSeq(string(text), "\n") {
		prompt, rest := cutPrompt(line)
		switch prompt {
		case "iex>":
			closeSession()
			sessions = append(sessions, nil)
			fallthrough
		case "and>":
			n := len(sessions) - 1
			sessions[n] = append(sessions[n], &corpusInput{text: rest})
			lines, comment = append(lines, nil), false
		case "...>":
			input := last(last(sessions))
			input.text += "\n" + rest
		case "#":
			closeSession()
			comment = true
		default:
			if !comment {
				lines[len(lines)-1] = append(lines[len(lines)-1], line)
			}
		}
	}
	closeSession()
	setKeys(strings.TrimSuffix(name, ".txt"), sessions)
	return sessions
}

func last[T any](list []T) T { return list[len(list)-1] }

// cutPrompt splits a line into its prompt, or "" for output, and what follows.
func cutPrompt(line string) (prompt, rest string) {
	if line == "#" || strings.HasPrefix(line, "# ") {
		return "#", ""
	}
	for _, p := range []string{"iex>", "and>", "...>"} {
		if rest, ok := strings.CutPrefix(line, p); ok {
			return p, strings.TrimPrefix(rest, " ")
		}
	}
	return "", ""
}

// finishOutput sets what is wanted for an input; the last line of a
// session, which is empty, is layout.
func finishOutput(input *corpusInput, lines []string, ends bool) {
	if n := len(lines); ends && n > 0 {
		lines = lines[:n-1]
	}
	text := strings.Join(lines, "\n") + "\n"
	if len(lines) == 0 {
		text = ""
	}
	input.want = strings.TrimSuffix(text, "\\\n")
}

// setKeys names every input by its text; the second one with the same text in
// a file gets a number.
func setKeys(file string, sessions []corpusSession) {
	seen := map[string]int{}
	for _, session := range sessions {
		for _, input := range session {
			key := file + ": " + strings.ReplaceAll(input.text, "\n", "⏎")
			if seen[key]++; seen[key] > 1 {
				key = fmt.Sprintf("%s (%d)", key, seen[key])
			}
			input.key = key
		}
	}
}

var normalised = []struct {
	pattern *regexp.Regexp
	by      string
}{
	{regexp.MustCompile(`#PID<[0-9.]+>`), "#PID<...>"},
	{regexp.MustCompile(`#Reference<[0-9.]+>`), "#Reference<...>"},
	{regexp.MustCompile(`#Port<[0-9.]+>`), "#Port<...>"},
	{regexp.MustCompile(`<<70, 79, 82, 49,[0-9,\s]*\.\.\.>>`), "<<...>>"},
}

var (
	errorStart     = regexp.MustCompile(`(?m)^\*\* \(`)
	evaluatorFrame = regexp.MustCompile(`(?m)^ +\((?:stdlib|elixir|iex) [0-9.]+\) (?:erl_eval|src/elixir\w*|lib/iex/\w+|lib/module/parallel_checker)\.(?:erl|ex):\d+: .*\n(?: +\(stdlib [0-9.]+\) lists\.erl:.*\n)*`)
	endsWithFrame  = regexp.MustCompile(`(?m)^    [^ \n].*\n\z`)
)

// normalise does to what a session prints as record.exs does to what IEx prints.
func normalise(text string) string {
	for _, n := range normalised {
		text = n.pattern.ReplaceAllString(text, n.by)
	}
	var b strings.Builder
	from := 0
	for _, at := range errorStart.FindAllStringIndex(text, -1) {
		b.WriteString(withoutEvaluator(text[from:at[0]]))
		from = at[0]
	}
	b.WriteString(withoutEvaluator(text[from:]))
	return b.String()
}

// withoutEvaluator takes the evaluator's frames from an error; one without a
// stack ends with an empty line.
func withoutEvaluator(text string) string {
	kept := evaluatorFrame.ReplaceAllString(text, "")
	if kept != text && strings.HasPrefix(kept, "** (") && !strings.HasPrefix(kept, "** (EXIT") && !endsWithFrame.MatchString(kept) {
		kept += "\n"
	}
	return kept
}

// run types the inputs into a session of their own and returns what it prints
// for each.
func (s corpusSession) run(t *testing.T) []string {
	var printed strings.Builder
	session := interp.New(interp.Options{Virtual: true, Strict: true, NoHints: true, Output: func(o interp.Output) {
		if o.Kind != interp.Log {
			printed.WriteString(o.Text)
		}
	}})
	defer session.Close()
	outputs := make([]string, len(s))
	for i, input := range s {
		printed.Reset()
		ctx, cancel := context.WithTimeout(context.Background(), inputTimeout)
		session.Eval(ctx, input.text)
		if ctx.Err() != nil {
			t.Errorf("%s: takes more than %v", input.key, inputTimeout)
		}
		cancel()
		outputs[i] = normalise(printed.String())
	}
	return outputs
}

// readKnown returns the reasons of the known differences by key.
func readKnown(t *testing.T) map[string]string {
	text, err := os.ReadFile(filepath.Join(*corpus, knownFile))
	if errors.Is(err, fs.ErrNotExist) && *corpus != corpusDir {
		return map[string]string{}
	}
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, reason, ok := strings.Cut(line, "  ## ")
		if !ok {
			t.Errorf("%s: a line without a reason: %s", knownFile, line)
		}
		known[key] = reason
	}
	return known
}

// TestDifferential compares a session with what real IEx printed.
func TestDifferential(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(*corpus, "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	report, known := &differenceReport{}, readKnown(t)
	for _, path := range paths {
		name := filepath.Base(path)
		if name == knownFile {
			continue
		}
		t.Run(strings.TrimSuffix(name, ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			compareFile(t, readCorpus(name, text), known, report)
		})
	}
	for key := range known {
		if !report.seen[key] && !*updateKnown {
			t.Errorf("%s: %q is not in the corpus", knownFile, key)
		}
	}
	report.write(t, known)
}

const knownHead = `# Inputs of the corpus for which gex prints something else than IEx 1.14, and why.
# A line is FILE: INPUT (newlines as ⏎), two blanks, ## and the reason. "open" is what is to be done.
`

// differenceReport gathers what differs.
type differenceReport struct {
	seen map[string]bool
	keys []string
	text bytes.Buffer
}

// write writes the files that were asked for.
func (r *differenceReport) write(t *testing.T, known map[string]string) {
	if *differences != "" {
		if err := os.WriteFile(*differences, r.text.Bytes(), 0o644); err != nil {
			t.Error(err)
		}
	}
	if !*updateKnown {
		return
	}
	list := bytes.NewBufferString(knownHead)
	for _, key := range r.keys {
		fmt.Fprintf(list, "%s  ## %s\n", key, cmp.Or(known[key], "open"))
	}
	if err := os.WriteFile(filepath.Join(*corpus, knownFile), list.Bytes(), 0o644); err != nil {
		t.Error(err)
	}
}

// skip notes that the inputs of a session are in the corpus.
func (r *differenceReport) skip(session corpusSession) {
	for _, input := range session {
		r.note(input)
	}
}

func (r *differenceReport) note(input *corpusInput) {
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	r.seen[input.key] = true
}

// see notes that an input is in the corpus, and what it prints if that differs.
func (r *differenceReport) see(input *corpusInput, got string) {
	r.note(input)
	if got != input.want {
		r.keys = append(r.keys, input.key)
		fmt.Fprintf(&r.text, "==== %s\n---- want\n%s---- got\n%s", input.key, input.want, got)
	}
}

func compareFile(t *testing.T, sessions []corpusSession, known map[string]string, report *differenceReport) {
	total, agree := 0, 0
	for n, session := range sessions {
		if n%share() != 0 {
			report.skip(session)
			continue
		}
		outputs := session.run(t)
		for i, input := range session {
			report.see(input, outputs[i])
			_, listed := known[input.key]
			total++
			same := outputs[i] == input.want
			if same {
				agree++
			}
			switch {
			case *updateKnown || same != listed:
			case same:
				t.Errorf("%s: agrees now; -update-known takes it off the list", input.key)
			default:
				t.Errorf("%s\ngot:\n%swant:\n%s", input.key, outputs[i], input.want)
			}
		}
	}
	t.Logf("%d of %d inputs agree", agree, total)
}
