package tutorials_test

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gex/tutorials"
	"gex/tutorials/transcript"
)

// shownSteps counts the steps that a reader of a lesson sees.
func shownSteps(t *testing.T, lesson string) int {
	n := 0
	for _, s := range openLesson(t, lesson).Steps() {
		if d := s.Block.Directives; !d.Hidden && !d.Skip {
			n++
		}
	}
	return n
}

var (
	elementID = regexp.MustCompile(` id="([^"]*)"`)
	reaching  = regexp.MustCompile(`(?i)\b(src|srcset|data)=|@import|url\(|<link|<iframe|<img|<object|XMLHttpRequest`)
	picture   = regexp.MustCompile(`(?s)<svg .*?</svg>`)
)

// TestPages looks whether the page of each lesson is well-formed, has all steps
// and loads nothing.
func TestPages(t *testing.T) {
	for _, lesson := range lessonList(t) {
		page := exported(t, lesson, "html")
		if found := reaching.FindString(page); found != "" {
			t.Errorf("%s: the page has %q in it", lesson, found)
		}
		if !strings.Contains(page, `content="default-src 'none';`) {
			t.Errorf("%s: the page may load things", lesson)
		}
		ids := elementID.FindAllStringSubmatch(page, -1)
		seen := map[string]bool{}
		for _, id := range ids {
			if seen[id[1]] {
				t.Errorf("%s: two elements have the id %q", lesson, id[1])
			}
			seen[id[1]] = true
		}
		for _, link := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !seen[link[1]] {
				t.Errorf("%s: nothing has the id %q that is linked to", lesson, link[1])
			}
		}
		if got, want := strings.Count(page, `<section class="step"`), shownSteps(t, lesson); got != want {
			t.Errorf("%s: %d steps, want %d", lesson, got, want)
		}
		charts := picture.FindAllString(page, -1)
		if len(charts) == 0 {
			t.Errorf("%s: no charts", lesson)
		}
		for _, chart := range charts {
			wellFormed(t, lesson+": chart", chart)
		}
		_, body, _ := strings.Cut(picture.ReplaceAllString(page, ""), "<body>")
		body, _, _ = strings.Cut(body, "<script>")
		wellFormed(t, lesson+": page", "<body>"+body+"</body>")
	}
}

// wellFormed fails if the elements of HTML are not closed in order.
func wellFormed(t *testing.T, what, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, []string{"input"}, xml.HTMLEntity
	for {
		_, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
	}
}

func TestPageIsTheSameAgain(t *testing.T) {
	once := exported(t, "registry", "html")
	if again := exported(t, "registry", "html"); again != once {
		t.Error("another page at the second time")
	}
}

// browse opens a page in a browser, runs a script in it and returns what that
// leaves in the title.
func browse(t *testing.T, page, script string) string {
	t.Helper()
	browser, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("no chromium here, or no time for it")
	}
	name := filepath.Join(t.TempDir(), "page.html")
	page = strings.Replace(page, "</body>", "<script>"+script+"</script></body>", 1)
	if err := os.WriteFile(name, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
		"--dump-dom", "file://"+name).Output()
	if err != nil {
		t.Skipf("chromium does not run here: %v", err)
	}
	_, title, _ := strings.Cut(string(out), "<title>")
	title, _, _ = strings.Cut(title, "</title>")
	return title
}

// TestPageInBrowser moves the slider of a page, presses keys and answers the
// quiz.
func TestPageInBrowser(t *testing.T) {
	const script = `
const seen = [], now = () => document.querySelector(".step.now")?.dataset.id ?? "none";
const key = k => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: k, bubbles: true }));
const range = document.querySelector(".bar input");
seen.push(now());
range.value = 2; range.dispatchEvent(new Event("input")); seen.push(now());
key("ArrowRight"); seen.push(now());
key("p"); key("p"); seen.push(now());
key("End"); seen.push(document.querySelector(".where").textContent.split(":")[0]);
key("Home"); seen.push(now());
key("c"); seen.push(getComputedStyle(document.querySelector(".chart")).display);
key("t"); seen.push(document.documentElement.dataset.theme);
const quiz = document.querySelector(".quiz"), boxes = [...quiz.querySelectorAll("input")];
quiz.requestSubmit(); seen.push(quiz.querySelector("output").textContent);
boxes.forEach(b => { b.checked = b.hasAttribute("data-right"); });
quiz.requestSubmit(); seen.push(quiz.querySelector("output").textContent);
document.title = seen.join("|");
`
	want := fmt.Sprintf("none|notify|29|start|%d of %[1]d|none|none|dark|Not quite. Try again.|That is right.", shownSteps(t, "genevent"))
	got := browse(t, exported(t, "genevent", "html"), script)
	if id := openLesson(t, "genevent").Steps()[2].ID; got != strings.Replace(want, "|29|", "|"+id+"|", 1) {
		t.Errorf("the page says %q, want %q with %s", got, want, id)
	}
}

// TestMarkdownIsTrue runs the exported Markdown of each lesson again, but of those
// with files, which are directives.
func TestMarkdownIsTrue(t *testing.T) {
	for _, lesson := range lessonList(t) {
		text := exported(t, lesson, "md")
		if strings.Contains(text, "<!--") {
			t.Errorf("%s: a directive is left", lesson)
		}
		if len(openLesson(t, lesson).Files()) > 0 {
			continue
		}
		doc, err := transcript.Parse(lesson+".md", text)
		if err != nil {
			t.Fatal(err)
		}
		report, err := doc.Run(context.Background(), transcript.Options{Open: openGolden, ReadFile: readLesson})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range report.Results {
			if r.Verdict.Bad() {
				t.Errorf("%s", r.Describe())
			}
		}
	}
}

// cells are the pieces of a notebook that Livebook runs.
func cells(t *testing.T, lesson, notebook string) []string {
	t.Helper()
	var all []string
	lines := strings.Split(notebook, "\n")
	for i := 0; i < len(lines); i++ {
		fence := strings.TrimRight(lines[i], "abcdefghijklmnopqrstuvwxyz")
		if !strings.HasPrefix(fence, "```") {
			if strings.HasPrefix(lines[i], "# ") && i > 4 {
				t.Errorf("%s: a second title: %s", lesson, lines[i])
			}
			continue
		}
		end := slices.Index(lines[i+1:], fence)
		if end < 0 {
			t.Fatalf("%s: line %d: a block without an end", lesson, i+1)
		}
		if lines[i] == fence+"elixir" && lines[i-2] != `<!-- livebook:{"force_markdown":true} -->` {
			all = append(all, strings.Join(lines[i+1:i+1+end], "\n"))
		}
		i += end + 1
	}
	return all
}

// TestNotebooks looks whether notebooks are as Livebook wants them, and whether
// Elixir, if it is there, can read all their cells.
func TestNotebooks(t *testing.T) {
	var all []string
	for _, lesson := range lessonList(t) {
		notebook := exported(t, lesson, "livemd")
		if !strings.HasPrefix(notebook, "<!-- livebook:{\"persist_outputs\":true} -->\n\n# ") || strings.Contains(notebook, "<!-- gex") {
			t.Errorf("%s begins with %q", lesson, notebook[:60])
		}
		own := cells(t, lesson, notebook)
		if want := shownSteps(t, lesson); len(own) < want/2 || len(own) > 2*want {
			t.Errorf("%s: %d cells for %d steps", lesson, len(own), want)
		}
		all = append(all, own...)
	}
	if _, err := exec.LookPath("elixir"); err != nil {
		t.Skip("no elixir here")
	}
	name := filepath.Join(t.TempDir(), "cells")
	if err := os.WriteFile(name, []byte(strings.Join(all, "\x00")), 0o600); err != nil {
		t.Fatal(err)
	}
	read := `IO.write length(for cell <- String.split(File.read!(hd(System.argv())), <<0>>), do: Code.string_to_quoted!(cell))`
	out, err := exec.Command("elixir", "-e", read, name).CombinedOutput()
	if err != nil || !strings.HasSuffix(string(out), fmt.Sprint(len(all))) {
		t.Errorf("Elixir reads %s of %d cells: %v", out, len(all), err)
	}
}

// TestListingsAreExported shows that a script and a notebook have the modules of
// listings that inputs need as code, and the others for readers only.
func TestListingsAreExported(t *testing.T) {
	name := filepath.Join(t.TempDir(), "project.md")
	text := "# Two\n\n```elixir\ndefmodule Needed do\n  def f, do: 1\nend\n```\n\n" +
		"```elixir\ndefmodule Shown do\n  def f, do: 2\nend\n```\n\n```iex\niex> Needed.f\n1\n```\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for format, want := range map[string][]string{
		"exs":    {"\ndefmodule Needed do\n"},
		"livemd": {"\n\n```elixir\ndefmodule Needed do", "force_markdown\":true} -->\n\n```elixir\ndefmodule Shown do"},
	} {
		got := exported(t, name, format)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", format, w, got)
			}
		}
		if format == "exs" && strings.Contains(got, "defmodule Shown") {
			t.Errorf("%s has a module that is only shown:\n%s", format, got)
		}
	}
}

func TestExportUsage(t *testing.T) {
	for _, o := range []tutorials.ExportOptions{{To: "pdf", Work: tutorials.Work{File: "genevent"}}, {To: "html", Work: tutorials.Work{File: "nothing"}}} {
		var errs strings.Builder
		o.Open, o.Out, o.Err = openGolden, io.Discard, &errs
		if code := tutorials.Export(context.Background(), o); code != tutorials.ExitUsage || errs.Len() == 0 {
			t.Errorf("%s to %s: exit code %d, %q", o.File, o.To, code, &errs)
		}
	}
}
