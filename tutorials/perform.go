package tutorials

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gex/tutorials/transcript"
)

// Work is what is done with a transcript as a whole. Open, Terminal and File are
// needed.
type Work struct {
	Terminal
	Open    transcript.Opener
	File    string // a file, or the name of a lesson
	Lessons fs.FS  // nil: the embedded ones
	Result  string // the file to write; empty: Out
}

// document opens the file that the work is about.
func (w Work) document() (*transcript.Document, func(string) ([]byte, error), error) {
	if w.Lessons == nil {
		w.Lessons = Lessons()
	}
	doc, _, files, err := openAmended(w.Lessons, w.File, "")
	return doc, files, err
}

// name is that of the lesson, or of the file without its end.
func (w Work) name() string {
	return strings.TrimSuffix(filepath.Base(w.File), ".md")
}

// performed is a step that has been run.
type performed struct {
	step    *transcript.Step
	number  int // of the prompt
	outputs []transcript.Output
	outcome transcript.Outcome
	stage   *transcript.Stage
}

// printed is all that was printed, as it stands on the screen.
func (p performed) printed() string {
	var b strings.Builder
	for _, o := range p.outputs {
		b.WriteString(o.Text)
	}
	return b.String()
}

// failed reports whether the step ended in an error.
func (p performed) failed() bool { return !p.outcome.OK && !p.outcome.Exit }

// perform runs all steps in virtual time and calls after behind each.
func (w Work) perform(ctx context.Context, doc *transcript.Document, files func(string) ([]byte, error), after func(performed)) error {
	stage := transcript.NewStage(doc, w.Open, transcript.Environment{Virtual: true, Width: w.Width, ReadFile: files})
	defer stage.Close()
	for _, s := range doc.Steps() {
		if s.Directives().Skip {
			continue
		}
		shell, err := stage.Enter(s.Block)
		if err != nil {
			return err
		}
		number := shell.Number()
		outputs, outcome, err := stage.Run(ctx, s)
		if err != nil {
			return fmt.Errorf("%s: %w", s.Place(), err)
		}
		after(performed{s, number, outputs, outcome, stage})
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// write puts a result where it belongs.
func (w Work) write(text string) int {
	var err error
	if w.Result == "" {
		_, err = io.WriteString(w.Out, text)
	} else if err = os.WriteFile(w.Result, []byte(text), 0o644); err == nil {
		fmt.Fprintf(w.Err, "wrote %s\n", w.Result)
	}
	return w.trouble(err, ExitInternal)
}

// trouble reports an error, and returns the exit code.
func (w Work) trouble(err error, code int) int {
	if err == nil {
		return ExitOK
	}
	fmt.Fprintln(w.Err, err)
	return code
}
