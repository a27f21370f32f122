//go:build ignore

// Record runs transcripts in a real IEx and shows where they differ, or with
// -update writes down what it says. It proves that what the transcripts expect
// is what IEx 1.14 prints, and makes new ones: write inputs and a line _ below
// each, and let -update fill them in.
//
//	go run testdata/transcripts/record.go [-update] [-v] FILE.md...
//
// A block of Go is run as the block of Elixir that stands before it in its
// section, and a file NAME.go that is imported as the file NAME.exs.
//
// Log reports race with results in a real IEx: they are most often first, as
// they always are here; a run in which they were late says so by a difference.
//
// It needs iex on the path. Nothing else needs it: the transcripts are
// committed.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"gex/tutorials/oracle"
	"gex/tutorials/transcript"
)

func main() {
	update := flag.Bool("update", false, "write down what IEx says")
	verbose := flag.Bool("v", false, "show every difference")
	flag.Parse()
	failed := false
	for _, name := range flag.Args() {
		ok, err := record(name, *update, *verbose)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		failed = failed || !ok || err != nil
	}
	if failed {
		os.Exit(1)
	}
}

func record(name string, update, verbose bool) (bool, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return false, err
	}
	doc, err := transcript.Parse(name, string(text))
	if err != nil {
		return false, err
	}
	report, err := doc.Run(context.Background(), transcript.Options{Open: iex.Opener(doc), Width: 80})
	if err != nil {
		return false, err
	}
	if verbose || !update {
		for _, r := range report.Results {
			if r.Verdict.Bad() {
				fmt.Print(r.Describe())
			}
		}
	}
	fmt.Printf("%s: %s\n", name, report.Summary())
	if update && report.Update() > 0 {
		return true, os.WriteFile(name, []byte(doc.String()), 0o644)
	}
	return report.OK(), nil
}

// iex waits longer than a comparison does: what it writes down is to last.
var iex = oracle.Options{Quiet: 400 * time.Millisecond}
