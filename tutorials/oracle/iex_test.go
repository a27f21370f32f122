package oracle_test

import (
	"context"
	"strings"
	"testing"

	"gex/tutorials/oracle"
	"gex/tutorials/transcript"
)

// page is a transcript with all that an oracle has to deal with.
const page = "## One\n" +
	"```elixir\ndefmodule Twin do\n  def two, do: 2\nend\n```\n" +
	"```go\ntype Twin struct{}\n\nfunc (Twin) Two() int { return 2 }\n```\n" +
	"```iex\niex> Twin.two\n2\niex> spawn(fn -> IO.puts(:later) end); :now\nlater\n:now\niex> 1 / 0\n** (ArithmeticError) ...\n" +
	"iex> fn ->\n...>   :ok\n...> end.()\n:ok\niex> assert 1 == 1\ntrue\n```\n" +
	"```elixir\ndefmodule Listed do\n  def one, do: 1\nend\n```\n```iex\niex> Listed.one\n1\n```\n" +
	"<!-- gex: file=kv.exs -->\n```\n:first\n```\n```iex\niex(1)> import_file \"kv.exs\"\n:first\n```\n" +
	"<!-- gex: file=kv.exs -->\n```\n:second\n```\n```iex\niex(1)> import_file \"kv.exs\"\n:second\niex(2)> 1 + 1\n3\n```\n"

func parse(t *testing.T) *transcript.Document {
	t.Helper()
	doc, err := transcript.Parse("page.md", page)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestIEx runs the page in a real IEx, where there is one.
func TestIEx(t *testing.T) {
	iex := oracle.Options{}
	if iex.Find() != nil || testing.Short() {
		t.Skip("no iex here, or no time for it")
	}
	doc := parse(t)
	report, err := doc.Run(context.Background(), transcript.Options{Open: iex.Opener(doc)})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range report.Results {
		// What a process prints comes before or after the value, as it likes.
		late := strings.Contains(r.Step.Text(), ":later") && transcript.AgreeIn(transcript.AnyOrder, r.Step.Output(), r.Outputs)
		if last := i == len(report.Results)-1; r.Verdict.Bad() != last && !late {
			t.Errorf("%s", r.Describe())
		}
	}
}

func TestFind(t *testing.T) {
	err := oracle.Options{Command: "no-such-iex"}.Find()
	if err == nil || !strings.Contains(err.Error(), "no no-such-iex to compare with") {
		t.Errorf("Find = %v", err)
	}
}

func TestInputs(t *testing.T) {
	want := "defmodule Twin do\n  def two, do: 2\nend\nTwin.two\n"
	if got := oracle.Inputs(parse(t)); !strings.HasPrefix(got, want) || strings.Contains(got, "type Twin") {
		t.Errorf("Inputs =\n%s\nwant at first\n%s", got, want)
	}
}
