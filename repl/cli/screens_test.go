//go:build unix

package cli

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var updateScreens = flag.Bool("update-screens", false, "write down what the screens of testdata/screens show")

// A script of testdata/screens: keys and what the screen shows after them, on
// terminals of several sizes. Its lines are
//
//	sizes 80x24 40x12
//	run shell -no-hints        flags; none is the shell
//	env TERM=dumb              repeatable
//	file NAME                  a file, whose lines follow, indented by a tab
//	keys 1 + 1<Enter>
//	screen 80x24               the lines of the screen follow, behind a bar
//
// and others are remarks.
type script struct {
	head  []string // up to the first keys
	sizes []string
	args  []string
	env   []string
	files map[string]string
	steps []*screenStep
}

type screenStep struct {
	keys    string
	screens map[string]string
}

func readScript(t *testing.T, name string) *script {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	s := &script{files: map[string]string{}}
	file, size := "", ""
	for _, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case word == "sizes":
			s.sizes = strings.Fields(rest)
		case word == "run":
			s.args = strings.Fields(rest)
		case word == "env":
			s.env = append(s.env, rest)
		case word == "file":
			file = rest
		case strings.HasPrefix(line, "\t"):
			s.files[file] += line[1:] + "\n"
		case word == "keys":
			s.steps = append(s.steps, &screenStep{rest, map[string]string{}})
		case word == "screen":
			size = rest
			s.steps[len(s.steps)-1].screens[size] = ""
		case strings.HasPrefix(line, "|"):
			s.steps[len(s.steps)-1].screens[size] += line[1:] + "\n"
		}
		if len(s.steps) == 0 {
			s.head = append(s.head, line)
		}
	}
	return s
}

// write writes the script with the screens that were seen.
func (s *script) write(t *testing.T, name string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(strings.TrimRight(strings.Join(s.head, "\n"), "\n") + "\n")
	for _, step := range s.steps {
		fmt.Fprintf(&b, "\nkeys %s\n", step.keys)
		for _, size := range s.sizes {
			if screen, ok := step.screens[size]; ok {
				b.WriteString("screen " + size + "\n|" + strings.ReplaceAll(strings.TrimRight(screen, "\n"), "\n", "\n|") + "\n")
			}
		}
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// keyNames are the keys that a script names in angle brackets.
var keyNames = map[string]string{
	"Enter": "\r", "Tab": "\t", "Esc": "\x1b", "BS": "\x7f", "Del": "\x1b[3~", "lt": "<", "LF": "\n",
	"Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F",
	"paste": "\x1b[200~", "/paste": "\x1b[201~",
}

var keyName = regexp.MustCompile(`<([^<>]+)>`)

// typed returns the bytes of keys as a script writes them.
func typedKeys(t *testing.T, text string) string {
	return keyName.ReplaceAllStringFunc(text, func(name string) string {
		name = name[1 : len(name)-1]
		if key, ok := keyNames[name]; ok {
			return key
		}
		if c, ok := strings.CutPrefix(name, "C-"); ok && len(c) == 1 {
			return string(c[0] & 0x1f)
		}
		t.Fatalf("no key <%s>", name)
		return ""
	})
}

// clockTime is what differs from run to run.
var clockTime = regexp.MustCompile(`\d\d:\d\d:\d\d\.\d{3}`)

func steady(screen string) string { return clockTime.ReplaceAllString(screen, "00:00:00.000") }

// TestScreens types the scripts of testdata/screens and compares the screens.
func TestScreens(t *testing.T) {
	names, _ := filepath.Glob("testdata/screens/*.txt")
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			s := readScript(t, name)
			for _, size := range s.sizes {
				s.play(t, size)
			}
			if *updateScreens {
				s.write(t, name)
			}
		})
	}
}

// play plays a script on a terminal of one size.
func (s *script) play(t *testing.T, size string) {
	t.Helper()
	var columns, rows int
	if _, err := fmt.Sscanf(size, "%dx%d", &columns, &rows); err != nil {
		t.Fatalf("size %s: %v", size, err)
	}
	program, err := filepath.Abs(binary(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range s.files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	c := startIn(t, program, dir, columns, rows, s.env, s.args...)
	c.eventually("a prompt", func(screen string) bool { return strings.Contains(screen, "> ") || strings.HasSuffix(screen, ">") })
	for _, step := range s.steps {
		c.send(typedKeys(t, step.keys))
		if *updateScreens {
			step.screens[size] = steady(c.quiet())
			continue
		}
		want := strings.TrimRight(step.screens[size], "\n")
		c.eventually(fmt.Sprintf("after %s at %s:\n%s", step.keys, size, want), func(screen string) bool { return steady(screen) == want })
	}
	c.command.Process.Kill()
	<-c.ended
}

// quiet returns the screen when it has not changed for a while.
func (c *terminal) quiet() string {
	for {
		select {
		case <-c.changed:
		case <-time.After(1500 * time.Millisecond):
			return c.text()
		}
	}
}

// A script has a screen of each size after each of its keys.
func TestScreensArePlayed(t *testing.T) {
	names, _ := filepath.Glob("testdata/screens/*.txt")
	if len(names) == 0 {
		t.Fatal("no scripts")
	}
	for _, name := range names {
		s := readScript(t, name)
		for _, step := range s.steps {
			if got := slices.Sorted(maps.Keys(step.screens)); !slices.Equal(got, slices.Sorted(slices.Values(s.sizes))) {
				t.Errorf("%s: keys %s: screens of %s, want %s", name, step.keys, got, s.sizes)
			}
		}
	}
}
