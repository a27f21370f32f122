package interp_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gex/interp"
	"gex/interp/bridge"
	"gex/interp/syntax"
)

// definitionsOf are the inputs of a recording that are modules which Elixir takes:
// those whose output is no error.
func definitionsOf(recording string) []string {
	var inputs []string
	failed, reading := false, false
	begin := func(line string) {
		if failed {
			inputs = inputs[:len(inputs)-1]
		}
		inputs, failed, reading = append(inputs, line), false, true
	}
	for _, line := range strings.Split(recording, "\n") {
		switch {
		case strings.HasPrefix(line, "iex> "), strings.HasPrefix(line, "and> "):
			begin(line[len("iex> "):])
		case reading && strings.HasPrefix(line, "...>"):
			inputs[len(inputs)-1] += "\n" + strings.TrimPrefix(line[len("...>"):], " ")
		default:
			reading = false
			failed = failed || strings.HasPrefix(line, "** (")
		}
	}
	begin("")
	return slices.DeleteFunc(inputs, func(input string) bool { return !strings.HasPrefix(input, "defmodule ") })
}

// TestBridgeCorpus defines the Go of every module in the recordings that Elixir
// takes: whatever cannot be said in Go, what is shown is a program.
func TestBridgeCorpus(t *testing.T) {
	files, err := filepath.Glob("../testdata/elixir/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no recordings", err)
	}
	modules := 0
	for n, name := range files {
		if n%share() != 0 {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, input := range definitionsOf(string(text)) {
			file, err := syntax.Parse(input, syntax.Options{})
			if err != nil {
				continue
			}
			inGo, err := bridge.Go(file.Body)
			if err != nil {
				continue // the name of the module is none
			}
			modules++
			if out := play(t, interp.Options{}, inGo); !strings.HasPrefix(out, "{:module, ") {
				t.Errorf("%s\nin Go is\n%s\nwhich printed\n%s", input, inGo, out)
			}
			if _, err := bridge.Elixir(inGo); err != nil {
				t.Errorf("%s\nback in Elixir: %v", inGo, err)
			}
		}
	}
	if modules < 100/share() {
		t.Errorf("there are %d modules in the recordings", modules)
	}
}
