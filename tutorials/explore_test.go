package tutorials_test

import (
	"bytes"
	"context"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/transcript"
)

// gexTest runs gex test with real sessions.
func gexTest(t *testing.T, change func(*tutorials.TestOptions), paths ...string) (code int, out string) {
	t.Helper()
	var b bytes.Buffer
	o := tutorials.TestOptions{Terminal: tutorials.Terminal{Out: &b, Err: &b}, Open: openGolden, Paths: paths}
	if change != nil {
		change(&o)
	}
	return tutorials.Test(t.Context(), o), b.String()
}

// TestChapters: the texts of a directory are chapters of one book, whose modules each
// of them has.
func TestChapters(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"agents.md":  "# One\n\n```elixir\ndefmodule Chapter.One do\n  def f, do: 1\nend\n```\n",
		"broken.md":  "<!-- gex: nonsense -->\n",
		"servers.md": "# Two\n\n```iex\niex> Chapter.One.f\n1\niex> Chapter.Three.f\n3\n```\n",
		"tables.md":  "# Three\n\n```elixir\ndefmodule Chapter.Three do\n  def f, do: Chapter.One.f() + 2\nend\n```\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	code, out := gexTest(t, nil, filepath.Join(dir, "servers.md"))
	if code != tutorials.ExitOK || !strings.Contains(out, "(2 ok)") {
		t.Errorf("exit code %d, printed\n%s", code, out)
	}
	script := exported(t, filepath.Join(dir, "servers.md"), "exs")
	one, three := strings.Index(script, "defmodule Chapter.One"), strings.Index(script, "defmodule Chapter.Three")
	if one < 0 || three < one {
		t.Errorf("the script lacks the modules of the other chapters, or their order:\n%s", script)
	}
}

// TestBook checks a text in all the dialects of printed books, whose errata
// stand in a file of their own.
func TestBook(t *testing.T) {
	dir := filepath.Join("testdata", "book")
	code, out := gexTest(t, nil, dir)
	if code != tutorials.ExitOK || !strings.Contains(out, "(13 ok, 1 erratum)") {
		t.Errorf("exit code %d, printed\n%s", code, out)
	}
	code, out = gexTest(t, func(o *tutorials.TestOptions) { o.Explore = 20 }, dir)
	if code != tutorials.ExitOK {
		t.Errorf("exploring: exit code %d, printed\n%s", code, out)
	}
}

// race has two processes send to a third.
const race = "# Race\n\n%\n```iex\niex> me = self()\n" +
	"iex> for n <- [1, 2], do: spawn(fn -> send(me, n) end); Process.sleep(1); flush\n1\n2\n:ok\n```\n"

var outcome = regexp.MustCompile(`(\d+) of 60: (\S+) .* -seed (\d+) `)

// TestExplore finds the two outcomes of a race, and brings each again.
func TestExplore(t *testing.T) {
	name := filepath.Join(t.TempDir(), "race.md")
	write(t, name, strings.Replace(race, "%", "", 1))
	if code, out := gexTest(t, nil, name); code != tutorials.ExitOK {
		t.Fatalf("in the usual order: exit code %d, printed\n%s", code, out)
	}
	code, out := gexTest(t, func(o *tutorials.TestOptions) { o.Explore = 60 }, name)
	if code != tutorials.ExitFailed || !strings.Contains(out, "2 outcomes in 60 schedules") {
		t.Errorf("exit code %d, printed\n%s", code, out)
	}
	found := outcome.FindAllStringSubmatch(out, -1)
	runs := 0
	for _, m := range found {
		n, _ := strconv.Atoi(m[1])
		runs += n
		seed, _ := strconv.ParseInt(m[3], 10, 64)
		code, out := gexTest(t, func(o *tutorials.TestOptions) { o.Seed = seed }, name)
		if want := map[string]int{"ok": tutorials.ExitOK, "FAIL": tutorials.ExitFailed}[m[2]]; code != want {
			t.Errorf("-seed %d: exit code %d, want %d as %s:\n%s", seed, code, want, m[2], out)
		}
	}
	if len(found) != 2 || runs != 60 {
		t.Errorf("%d outcomes in %d runs, want 2 in 60:\n%s", len(found), runs, out)
	}
	others := func(o *tutorials.TestOptions) { o.Explore, o.Run = 60, "^none$" }
	if code, out := gexTest(t, others, name); code != tutorials.ExitOK {
		t.Errorf("the race is not chosen, and still: exit code %d, printed\n%s", code, out)
	}
	write(t, name, strings.Replace(race, "%", "<!-- gex: racy -->", 1))
	if code, out := gexTest(t, func(o *tutorials.TestOptions) { o.Explore = 60 }, name); code != tutorials.ExitOK {
		t.Errorf("marked racy: exit code %d, printed\n%s", code, out)
	}
}

// TestExploreSameEachTime: the same seeds find the same.
func TestExploreSameEachTime(t *testing.T) {
	name := filepath.Join(t.TempDir(), "race.md")
	write(t, name, strings.Replace(race, "%", "", 1))
	explore := func(o *tutorials.TestOptions) { o.Explore, o.Seed = 20, 100 }
	_, first := gexTest(t, explore, name)
	for range 3 {
		if _, again := gexTest(t, explore, name); again != first {
			t.Fatalf("printed\n%s\nand then\n%s", first, again)
		}
	}
}

// TestChartOfFailure: a failed step shows what was sent.
func TestChartOfFailure(t *testing.T) {
	name := filepath.Join(t.TempDir(), "agent.md")
	write(t, name, "```iex\niex> {:ok, a} = Agent.start_link(fn -> 1 end)\niex> Agent.get(a, & &1)\n2\n```\n")
	_, out := gexTest(t, nil, name)
	for _, want := range []string{"want  | 2\n          | ^\n", "shell", "Agent", "│══", "│<- - "} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
}

// TestLessonsInAnyOrder: what a lesson prints does not depend on what Erlang
// leaves open, except where it says so; and in the usual order it does not there.
func TestLessonsInAnyOrder(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(tutorials.Lessons(), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		doc, err := transcript.ParseFile(tutorials.Lessons(), name)
		if err != nil {
			t.Fatal(err)
		}
		found, err := doc.Explore(context.Background(), transcript.Options{Open: openGolden}, 1, 5)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range found.Steps {
			if step.Bad() {
				t.Errorf("%s: %d outcomes: gex test -explore 5 %s", step.Step.Place(), len(step.Variants), name)
			}
		}
		report, err := doc.Run(context.Background(), transcript.Options{Open: openGolden})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range report.Results {
			if r.Verdict == transcript.Racy {
				t.Errorf("%s: racy, but the usual order is always the same: %s", r.Step.Place(), r.Describe())
			}
		}
	}
}
