package tutorials_test

import (
	"context"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gex/interp/bridge"
	"gex/interp/observe"
	"gex/tutorials"
	"gex/tutorials/transcript"
)

// exported runs a lesson and returns what it becomes.
func exported(t *testing.T, lesson, format string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "exported."+format)
	var out, errs strings.Builder
	o := tutorials.ExportOptions{To: format, ChartStyle: observe.SVGStyle, Elixir: bridge.Elixir}
	o.Open, o.File, o.Result = openGolden, lesson, name
	o.Out, o.Err = &out, &errs
	if code := tutorials.Export(context.Background(), o); code != tutorials.ExitOK {
		t.Fatalf("export %s: exit code %d: %s", lesson, code, &errs)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var record = flag.Bool("record", false, "run the lessons in real Elixir and write down what they print")

// TestLessonsAgreeWithElixir compares each lesson with what it printed in real
// Elixir, as the script that it is exported to. testdata/elixir has that;
// -record writes it anew.
func TestLessonsAgreeWithElixir(t *testing.T) {
	for _, lesson := range lessonList(t) {
		t.Run(lesson, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join("testdata", "elixir", lesson+".txt")
			if *record {
				if err := os.WriteFile(name, []byte(runElixir(t, lesson)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			printed, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			compareScript(t, lesson, string(printed))
		})
	}
}

// TestScriptRunsInElixir runs the script of a lesson where Elixir is installed.
func TestScriptRunsInElixir(t *testing.T) {
	if _, err := exec.LookPath("elixir"); err != nil || testing.Short() {
		t.Skip("no elixir here, or no time for it")
	}
	compareScript(t, "genevent", runElixir(t, "genevent"))
}

// runElixir runs the script of a lesson and returns what it prints.
func runElixir(t *testing.T, lesson string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, lesson+".exs"), []byte(exported(t, lesson, "exs")), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "elixir", lesson+".exs")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "REST=200")
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("elixir: %v\n%s\n%s", err, &out, &errs)
	}
	return out.String()
}

// compareScript compares what a script printed, which is a transcript, with the
// steps of the lesson. Reports of the logger come when it likes in Elixir, so steps
// with one, and those right behind, are not compared.
func compareScript(t *testing.T, lesson, printed string) {
	t.Helper()
	session, err := transcript.Parse("script", "```iex\n"+printed+"\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	said, logged := session.Steps(), false
	report, err := openLesson(t, lesson).Run(context.Background(), transcript.Options{Open: openGolden, ReadFile: readLesson})
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, r := range report.Results {
		s := r.Step
		if len(said) == 0 || said[0].Text() != s.Text() {
			continue // a module
		}
		got, after := said[0].Output(), logged
		said, logged = said[1:], slices.ContainsFunc(r.Outputs, func(o transcript.Output) bool { return o.Kind == transcript.Log })
		if len(s.Expected) == 0 || s.Block.Directives.Erratum != "" || logged || after {
			continue
		}
		compared++
		want := tracing.ReplaceAllString(s.Output()+"\n", "")
		if !transcript.Agree(want, transcript.Printed(got)) {
			t.Errorf("%s: %s prints\n%s\nwant\n%s", s.Place(), s.Text(), got, want)
		}
	}
	if len(said) > 0 || compared < 10 {
		t.Errorf("%d outputs compared: record the lesson anew", compared)
	}
	if len(said) > 0 {
		t.Errorf("the script has %d inputs more than the lesson, the first is %s", len(said), said[0].Text())
	}
	t.Logf("%d outputs compared", compared)
}

// tracing is what gex says of a process that it traces.
var tracing = regexp.MustCompile(`(?m)^trace: .*\n`)

func readLesson(name string) ([]byte, error) { return fs.ReadFile(tutorials.Lessons(), name) }
