package interp

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"
)

// savedMark stands in every file that /save has written, and only such a file
// is overwritten by it.
const savedMark = "Saved from a session of gex with /save."

// save is /save FILE: the session as a transcript in Markdown or as a program
// in Go.
func (s *Session) save(name string) string {
	write, ok := map[string]func(name string) (text, remark string, err error){
		".md": s.transcript, ".go": s.program,
	}[path.Ext(name)]
	switch {
	case name == "" || !ok:
		return "Name a file that ends in .md, for a transcript, or .go, for a program, as in: /save session.md\n"
	case len(s.journal.inputs) == 0:
		return "There is nothing to save yet.\n"
	case s.given.WriteFile == nil:
		return "Nothing can be written here.\n"
	}
	if old, err := s.currentFile(name); err == nil && !bytes.Contains(old, []byte(savedMark)) && len(old) > 0 {
		return name + " exists and was not written by /save: remove it first, or choose another name.\n"
	}
	text, remark, err := write(name)
	if err == nil {
		err = s.given.WriteFile(name, []byte(text))
	}
	if err != nil {
		return "Not saved: " + reasonOf(err) + "\n"
	}
	return remark
}

// currentFile reads a file as it is now.
func (s *Session) currentFile(name string) ([]byte, error) {
	if s.journal.read == nil {
		return nil, fs.ErrNotExist
	}
	return s.journal.read(name)
}

// reasonOf is an error of a file without what the learner has typed.
func reasonOf(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Path + ": " + path.Err.Error()
	}
	return err.Error()
}

// transcript returns the session as a transcript that gex test passes.
func (s *Session) transcript(name string) (text, remark string, err error) {
	inputs := s.paused()
	rehearsed := s.rehearse(inputs)
	w := &transcriptWriter{}
	w.WriteString("# A session with gex\n\n" + savedMark + " `gex test " + path.Base(name) + "` runs it again and compares.\n")
	racy := 0
	for i, in := range inputs {
		in.racy = in.Cut || in.Interrupted || !rehearsed[i].printedAs(in.Input)
		if in.racy {
			racy++
		}
		w.input(in)
	}
	w.close()
	remark = fmt.Sprintf("Saved in %s: %s.", name, counted(len(s.journal.inputs), "input"))
	if racy > 0 {
		remark += fmt.Sprintf(" What %s printed depends on the moment; it is marked and not compared.", counted(racy, "input"))
	}
	return w.String(), remark + "\n", nil
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// A writtenInput is an input as a transcript has it.
type writtenInput struct {
	*Input
	racy bool
}

// paused returns the inputs with pauses between them where something was
// printed while the shell waited: a transcript does not wait by itself.
func (s *Session) paused() []*writtenInput {
	var all []*writtenInput
	for i, in := range s.journal.inputs {
		next := s.node.Now()
		if i+1 < len(s.journal.inputs) {
			next = s.journal.inputs[i+1].At
		}
		if in.Late == 0 || in.Cut {
			all = append(all, &writtenInput{Input: in})
			continue
		}
		at := len(in.Outputs) - in.Late
		before, pause := *in, *in
		before.Outputs = in.Outputs[:at]
		pause.Text = fmt.Sprintf("Process.sleep %d", (next-in.Until+time.Millisecond-1)/time.Millisecond)
		pause.Number, pause.Files, pause.Interrupted = in.Number+1, nil, false
		pause.Outputs = append(append([]Output(nil), in.Outputs[at:]...), Output{Kind: Value, Text: ":ok\n"})
		all = append(all, &writtenInput{Input: &before}, &writtenInput{Input: &pause})
	}
	return all
}

// rehearse runs inputs in a session of its own, as gex test will, and returns
// what they print there.
func (s *Session) rehearse(inputs []*writtenInput) []*Input {
	o := s.given
	o.Node, o.Virtual, o.Color, o.NoHints, o.Output = nil, true, false, true, nil
	o.Files, o.Input, o.ReadFile = nil, nil, s.journal.read
	again := New(o)
	defer again.Close()
	for _, in := range inputs {
		if in.Interrupted {
			ctx, cancel := context.WithTimeout(context.Background(), time.Second)
			again.journal.again = in.Input
			again.Eval(ctx, in.Text)
			cancel()
			continue
		}
		again.again(in.Input)
	}
	done := again.Journal()
	for len(done) < len(inputs) { // it left before
		done = append(done, &Input{})
	}
	return done
}

// transcriptWriter writes inputs as blocks of Markdown.
type transcriptWriter struct {
	strings.Builder
	fence string // of the block that is open, "" if none is
	files map[string]bool
}

func (w *transcriptWriter) close() {
	if w.fence != "" {
		w.WriteString(w.fence + "\n")
	}
	w.fence = ""
}

// open begins a block with the info string info, which can hold text.
func (w *transcriptWriter) open(info, text, directive string) {
	w.close()
	w.fence = strings.Repeat("`", max(3, longestRun(text, '`')+1))
	w.WriteString("\n")
	if directive != "" {
		w.WriteString("<!-- gex: " + directive + " -->\n")
	}
	w.WriteString(w.fence + info + "\n")
}

func longestRun(text string, c byte) int {
	longest, run := 0, 0
	for i := range len(text) {
		if run++; text[i] != c {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

func (w *transcriptWriter) input(in *writtenInput) {
	for _, f := range in.Files {
		w.file(f)
	}
	output := strings.TrimRight(in.text(), " \n")
	if promptWithin(output) || in.Cut {
		output = "" // what reads as an input cannot stand among the outputs
	}
	if Classify(in.Text) == Go && in.Outcome.OK && !in.racy {
		w.open("go", in.Text, "")
		w.WriteString(strings.TrimRight(in.Text, "\n") + "\n")
		w.close()
		return
	}
	directive := ""
	if in.racy {
		directive = "racy"
	}
	fresh := w.fence == "" || in.racy || longestRun(in.Text+output, '`') >= len(w.fence)
	if fresh {
		w.open("iex", in.Text+output, directive)
	}
	prompts := prompted(in.Number, in.Text)
	if fresh && in.Number == 1 { // iex(1)> at the start of a block begins a session
		prompts = strings.ReplaceAll(strings.Replace(prompts, "iex(1)>", "iex>", 1), "\n...(1)>", "\n...>")
	}
	w.WriteString(prompts)
	if output != "" {
		w.WriteString(output + "\n")
	}
	if in.racy {
		w.close()
	}
}

// promptWithin reports whether a line of text begins as an input does.
func promptWithin(text string) bool {
	for line := range strings.Lines(text) {
		if prompt().MatchString(strings.TrimRight(line, "\n")) {
			return true
		}
	}
	return false
}

// file writes down a file that an input has read, once.
func (w *transcriptWriter) file(f ReadFile) {
	if f.Err != nil || w.files[f.Name] {
		return
	}
	if w.files == nil {
		w.files = make(map[string]bool)
	}
	w.files[f.Name] = true
	language := cmp.Or(map[string]string{".go": "go", ".ex": "elixir", ".exs": "elixir"}[path.Ext(f.Name)], "text")
	text := string(f.Data)
	w.open(language, text, "file="+quotedValue(f.Name))
	w.WriteString(text)
	if !strings.HasSuffix(text, "\n") {
		w.WriteString("\n")
	}
	w.close()
}

// quotedValue is the value of a directive.
func quotedValue(text string) string {
	if strings.ContainsAny(text, " \"=") {
		return fmt.Sprintf("%q", text)
	}
	return text
}
