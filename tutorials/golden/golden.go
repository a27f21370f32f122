package golden

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"gex/tutorials/live"
	"gex/tutorials/transcript"
)

// Version is the version of the API and of the format of transcripts.
const Version = 1

// Options say how transcripts are run. The zero value runs what needs no
// compiled modules.
type Options struct {
	// Modules are Go types that inputs can use as modules, a value of each.
	Modules []any
	// Strict compares with IEx 1.14 to the letter: outputs that are not written
	// and the numbers of prompts count, too.
	Strict bool
	// Update rewrites outputs that differ, in the files of Dir, and fails for
	// what cannot be rewritten.
	Update bool
	// Dir is the directory whose files fsys has. Update needs it, and files that
	// inputs load are found there as well as in fsys.
	Dir string
	// Only is a regular expression; only steps with such a section/step are
	// compared. The others run, as later ones need what they do.
	Only string
	// Timeout is how long an input may take of real time; 0 is ten seconds.
	Timeout time.Duration
	// Schedules is in how many orders of processes and messages each file is run
	// besides the usual one, drawn by lot from what Erlang leaves open. Steps that
	// then come to something else fail, unless they are marked racy.
	Schedules int
}

// Run runs the transcripts of fsys that match glob, with the zero Options. It
// fails t if there is none.
func Run(t *testing.T, fsys fs.FS, glob string) {
	t.Helper()
	Options{}.Run(t, fsys, glob)
}

// Run runs the transcripts of fsys that match glob: a subtest a file, in it one
// for each section and input. An input that differs fails with its place, the
// terms that differ, and a chart of what was sent.
func (o Options) Run(t *testing.T, fsys fs.FS, glob string) {
	t.Helper()
	only, err := regexp.Compile(o.Only)
	switch {
	case err != nil:
		t.Fatalf("Options.Only: %v", err)
	case o.Update && o.Dir == "":
		t.Fatal("Options.Update needs Dir")
	}
	options := transcript.Options{
		Open: live.Options{Modules: o.Modules}.Opener(), Strict: o.Strict, Timeout: o.Timeout,
		ReadFile: func(name string) ([]byte, error) { return o.readFile(fsys, name) },
		Only:     func(s *transcript.Step) bool { return only.MatchString(s.Path()) },
	}
	var update func(name, text string) error
	if o.Update {
		update = o.write
	}
	transcript.Run(t, fsys, glob, options, update)
	if o.Schedules > 0 && !t.Failed() {
		transcript.RunSchedules(t, fsys, glob, options, o.Schedules)
	}
}

// readFile finds a file that an input loads.
func (o Options) readFile(fsys fs.FS, name string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil && o.Dir != "" && filepath.IsLocal(name) {
		return os.ReadFile(filepath.Join(o.Dir, name))
	}
	return data, err
}

// write rewrites a transcript.
func (o Options) write(name, text string) error {
	file := filepath.Join(o.Dir, filepath.FromSlash(name))
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), info.Mode().Perm())
}
