package transcript

import (
	"strings"
	"testing"
)

// book is a file that nobody may write into, in the dialect of printed books.
const book = "# Numbers\n" +
	"\n" +
	"```\n" +
	"1. iex(1)> {:ok, pid} = start\n" +
	"2. {:ok, #PID<0.1.0>}\n" +
	"3. iex(2)> version\n" +
	"4. '1.0.5'\n" +
	"```\n" +
	"\n" +
	"Put this into a file:\n" +
	"\n" +
	"```\n" +
	"1. one\n" +
	"```\n" +
	"\n" +
	"```\n" +
	"1. iex(3)> read kv.exs\n" +
	"2. one\n" +
	"```\n" +
	"\n" +
	"```\n" +
	"1. iex(4)> broken\n" +
	"2. nothing\n" +
	"```\n"

// slips are the errata of book.
const slips = "# Errata\n" +
	"\n" +
	"<!-- gex: at=6 erratum=\"the version of the book's time\" -->\n" +
	"<!-- gex: at=12 file=kv.exs -->\n" +
	"\n" +
	"The last call has lost its end.\n" +
	"\n" +
	"<!-- gex: at=21-24 -->\n" +
	"```iex\n" +
	"iex> whole\n" +
	":something\n" +
	"```\n"

var bookAnswers = map[string][]Output{
	"{:ok, pid} = start": {{Value, "", "{:ok, #PID<0.7.0>}\n"}},
	"version":            {{Value, "", "'1.14.0'\n"}},
	"broken":             {{Failure, "", "** (SyntaxError)\n"}},
	"whole":              {{Value, "", ":something\n"}},
}

// amended runs a file with errata.
func amended(t *testing.T, text, errata string, answers map[string][]Output) (*Report, *Errata) {
	t.Helper()
	doc, err := Parse("book.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	e, err := ParseErrata("book.errata.md", errata)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Amend(e); err != nil {
		t.Fatal(err)
	}
	report, err := doc.Run(t.Context(), Options{Open: opener(answers, nil)})
	if err != nil {
		t.Fatal(err)
	}
	if doc.String() != text || e.String() != errata {
		t.Errorf("errata change a text")
	}
	return report, e
}

func TestErrata(t *testing.T) {
	report, _ := amended(t, book, slips, bookAnswers)
	var got []string
	for _, r := range report.Results {
		got = append(got, r.Step.Place()+" "+r.Verdict.String())
	}
	want := []string{
		"book.txt:4 ok", "book.txt:6 erratum", "book.txt:17 ok", "book.errata.md:10 ok", "book.txt:22 skipped",
	}
	if !equal(got, want) {
		t.Errorf("verdicts =\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestErrataInProse: blocks that are put into one run of prose are run in the
// order of their lines.
func TestErrataInProse(t *testing.T) {
	text := "One.\n\nTwo.\n\nThree.\n"
	errata := "<!-- gex: at=3-3 -->\n" + iexBlock("iex> two\n") + "<!-- gex: at=5 -->\n" + iexBlock("iex> three\n") +
		"<!-- gex: at=1 -->\n" + iexBlock("iex> one\n")
	report, _ := amended(t, text, errata, nil)
	var got []string
	for _, r := range report.Results {
		got = append(got, r.Step.Text())
	}
	if want := []string{"one", "two", "three"}; !equal(got, want) {
		t.Errorf("inputs %q, want %q", got, want)
	}
}

// TestErrataStale: an erratum of one input fails when that is right.
func TestErrataStale(t *testing.T) {
	answers := map[string][]Output{"version": {{Value, "", "'1.0.5'\n"}}}
	for input, output := range bookAnswers {
		if answers[input] == nil {
			answers[input] = output
		}
	}
	report, _ := amended(t, book, slips, answers)
	if v := report.Results[1].Verdict; v != Stale {
		t.Errorf("verdict = %s, want %s", v, Stale)
	}
}

// TestErratumThatMay: an erratum that is racy as well may agree.
func TestErratumThatMay(t *testing.T) {
	for output, want := range map[string]Verdict{":here\n": Passed, ":there\n": Known} {
		report := run(t, "<!-- gex: racy erratum=\"the author's system\" -->\n"+iexBlock("iex> where\n:here\n"),
			Options{Open: opener(map[string][]Output{"where": {{Value, "", output}}}, nil)})
		if v := report.Results[0].Verdict; v != want {
			t.Errorf("%q: verdict %s, want %s", output, v, want)
		}
	}
}

// TestErrataUpdate: what an update changes in a block of the errata goes to
// their file.
func TestErrataUpdate(t *testing.T) {
	wrong := strings.Replace(slips, ":something", ":else", 1)
	report, e := amended(t, book, wrong, bookAnswers)
	if n := report.Update(); n != 1 {
		t.Errorf("Update = %d, want 1", n)
	}
	if report.Document.String() != book || e.String() != slips {
		t.Errorf("after the update the book is\n%s\nand the errata\n%s", report.Document, e)
	}
}

func TestErrataErrors(t *testing.T) {
	for errata, want := range map[string]string{
		"<!-- gex: at=5 erratum=x -->\n":     "e.md:1: no block and no input at book.txt:5",
		"<!-- gex: at=4 file=x -->\n":        "e.md:1: directive: speaks of a block, and book.txt:4 is an input",
		"<!-- gex: at=0 skip -->\n":          "e.md:1: directive: at: want a line or two, as 12-15",
		"```iex\niex> one\n```\n":            "e.md:1: a block of errata needs at=LINE",
		"<!-- gex: at=99 -->\n```iex\n```\n": "e.md:2: book.txt has no line 99",
	} {
		e, err := ParseErrata("e.md", errata)
		if err == nil {
			doc, _ := Parse("book.txt", book)
			err = doc.Amend(e)
		}
		if err == nil || err.Error() != want {
			t.Errorf("errata %q: %v, want %s", errata, err, want)
		}
	}
	if _, err := Parse("t.md", "<!-- gex: at=5 skip -->\n"); err == nil {
		t.Error("a transcript may have at=")
	}
}

// TestFilesByPlace: of files with one name an input sees the one before it.
func TestFilesByPlace(t *testing.T) {
	file := func(text string) string { return "<!-- gex: file=kv -->\n```\n" + text + "\n```\n\n" }
	read := func(want string) string { return iexBlock("iex> read kv\n"+want+"\n") + "\n" }
	report := run(t, read("one")+file("one")+read("one")+file("two")+read("two"), Options{Open: opener(nil, nil)})
	if !report.OK() {
		t.Error(report.Summary())
	}
}
