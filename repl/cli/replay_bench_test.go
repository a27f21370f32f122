package cli

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gex/tutorials/transcript"
)

// BenchmarkReplayLessons replays all lessons one after the other, each in a
// process of its own of the built program. All of it is to take less than two
// seconds.
func BenchmarkReplayLessons(b *testing.B) {
	program := build(b)
	for b.Loop() {
		for _, lesson := range lessonNames() {
			cmd := exec.Command(program, "replay", "-speed", "max", lesson)
			cmd.Stdout = io.Discard
			if err := cmd.Run(); err != nil {
				b.Fatalf("%s: %v", lesson, err)
			}
		}
	}
}

// BenchmarkGuide pipes the chapter on GenEvent of Elixir's guide into the built
// program, and into iex where that is installed, and reports how many times as
// long iex takes: 20 or more are wanted.
func BenchmarkGuide(b *testing.B) {
	doc, err := transcript.ParseFile(os.DirFS("testdata/transcripts"), "seed000.md")
	if err != nil {
		b.Fatal(err)
	}
	var inputs strings.Builder
	for _, s := range doc.Steps() {
		inputs.WriteString(s.Text() + "\n")
	}
	program := build(b)
	for b.Loop() {
		ours := piped(b, inputs.String(), program, "-no-history", "-dot-iex", "")
		b.ReportMetric(ours.Seconds()*1000, "ms")
		if _, err := exec.LookPath("iex"); err == nil {
			theirs := piped(b, inputs.String(), "iex", "--dot-iex", "")
			b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times-as-fast")
		}
	}
}

// piped runs a program with an input and returns the shortest time of several.
func piped(b *testing.B, input string, name string, args ...string) time.Duration {
	b.Helper()
	shortest := time.Hour
	for range 5 {
		cmd := exec.Command(name, args...)
		cmd.Stdin = strings.NewReader(input)
		began := time.Now()
		if err := cmd.Run(); err != nil {
			b.Fatalf("%s: %v", name, err)
		}
		shortest = min(shortest, time.Since(began))
	}
	return shortest
}

func build(b *testing.B) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "gex")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}
