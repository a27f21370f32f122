package interp_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gex/interp"
	"gex/interp/bridge"
	"gex/interp/syntax"
)

// inputsOf are the inputs of a recording: what follows its prompts.
func inputsOf(recording string) []string {
	var inputs []string
	for _, line := range strings.Split(recording, "\n") {
		switch {
		case strings.HasPrefix(line, "iex> "), strings.HasPrefix(line, "and> "):
			inputs = append(inputs, line[len("iex> "):])
		case strings.HasPrefix(line, "...> ") && len(inputs) > 0:
			inputs[len(inputs)-1] += "\n" + line[len("...> "):]
		}
	}
	return inputs
}

// TestBridgeCorpus defines the Go of every module in the recordings: whatever
// cannot be said in Go, what is shown is a program.
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
		for _, input := range inputsOf(string(text)) {
			file, err := syntax.Parse(input, syntax.Options{})
			if err != nil || !strings.HasPrefix(input, "defmodule ") {
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
