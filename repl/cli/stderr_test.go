package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// TestStrictWarnsOnStandardError: what a strict shell writes to standard
// output is what recordings of IEx have.
func TestStrictWarnsOnStandardError(t *testing.T) {
	const input, warning = "x\n1 + 1\nIO.puts(:stderr, \"aside\")\n", "warning: variable \"x\" does not exist"
	var stdout, stderr strings.Builder
	if code := Run([]string{"-strict", "-no-history"}, strings.NewReader(input), &stdout, &stderr); code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	if got := stderr.String(); !strings.HasPrefix(got, warning) || !strings.HasSuffix(got, "aside\n") {
		t.Errorf("standard error has\n%s", got)
	}
	if got := stdout.String(); strings.Contains(got, "warning") || !strings.Contains(got, "undefined function x/0") {
		t.Errorf("standard output has\n%s", got)
	}
	stdout.Reset()
	stderr.Reset()
	Run([]string{"-no-history"}, strings.NewReader("IO.puts(:stderr, \"aside\")\n"), &stdout, &stderr)
	if stderr.String() != "" || !strings.Contains(stdout.String(), "aside\n") {
		t.Errorf("not strictly standard output has\n%s\nand standard error\n%s", &stdout, &stderr)
	}
}

func TestSameTerminal(t *testing.T) {
	_, one, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer one.Close()
	_, two, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer two.Close()
	file, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if !sameTerminal(one, one) || sameTerminal(one, two) || sameTerminal(file, file) || sameTerminal(one, &strings.Builder{}) {
		t.Error("terminals are told apart wrongly")
	}
}

func TestHelpNamesLessons(t *testing.T) {
	var stdout, stderr strings.Builder
	Run([]string{"-no-history"}, strings.NewReader("h\n"), &stdout, &stderr)
	if words := strings.Join(strings.Fields(stdout.String()), " "); !strings.Contains(words, "leads you through a lesson: "+strings.Join(lessonNames(), ", ")) {
		t.Errorf("h printed\n%s", &stdout)
	}
}
