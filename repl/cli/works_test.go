package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWorks runs the commands that make something of a transcript.
func TestWorks(t *testing.T) {
	t.Setenv("GEX_HOME", "none")
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	for _, test := range []struct {
		args string
		code int
		says string // in what is printed, or in the file that was written
	}{
		{"trace genevent:add", exitOK, "genevent:add  GenEvent.add_handler"},
		{"trace -format mermaid -step add -only shell,GenEvent genevent", exitOK, "sequenceDiagram\n"},
		{"trace -format svg -o " + file("a.svg") + " genevent", exitOK, "<svg "},
		{"trace -format png genevent", exitUsage, "want term, mermaid, svg or json"},
		{"trace -step nothing genevent", exitUsage, `no step "nothing"`},
		{"trace", exitUsage, "trace wants one file or lesson"},
		{"export -o " + file("a.html") + " genevent", exitOK, "<!DOCTYPE html>"},
		{"export -to livemd -o " + file("a.livemd") + " genevent", exitOK, "defmodule Forwarder do"},
		{"export -to exs genevent", exitOK, "Shell.step("},
		{"export -to md genevent", exitOK, "**Goal:** a running event manager"},
		{"export -to cast genevent", exitOK, `"version":2`},
		{"export -to pdf genevent", exitUsage, "-to wants one of"},
		{"export nothing.md", exitUsage, "nothing.md"},
		{"lint genevent processes", exitOK, ""},
		{"lint", exitUsage, "name a file"},
		{"replay -cast - -cast-version 3 -cols 100 -rows 30 genevent", exitOK, `"cols":100,"rows":30`},
		{"replay -cast " + file("a.cast") + " -color never genevent", exitOK, `"m","A manager"`},
		{"replay -cast x -cast-version 4 genevent", exitUsage, "-cast-version is 2 or 3"},
		{"replay -step -mash genevent", exitUsage, "exclude each other"},
		{"replay -cast x -mash genevent", exitUsage, "nobody presses keys"},
		{"replay -cols 3 genevent", exitUsage, "-cols is at least"},
		{"replay -jitter 2 genevent", exitUsage, "-jitter is from 0 to 1"},
		{"replay -clock sun genevent", exitUsage, "want virtual or real"},
		{"replay -show-only -speed max genevent", exitOK, "iex(1)> {:ok, manager} = GenEvent.start_link\n{:ok, #PID<0.83.0>}\n"},
		{"learn -list", exitOK, "processes"},
		{"learn nothing", exitUsage, "there is no lesson nothing"},
		{"help lessons", exitOK, "erratum="},
	} {
		t.Run(test.args, func(t *testing.T) {
			args := strings.Fields(test.args)
			out, errs, code := runCommand("", args...)
			said := out + errs
			for i, arg := range args {
				if (arg == "-o" || arg == "-cast") && strings.HasPrefix(args[i+1], dir) {
					text, err := os.ReadFile(args[i+1])
					if err != nil {
						t.Fatal(err)
					}
					said += string(text)
				}
			}
			if code != test.code || !strings.Contains(said, test.says) {
				t.Errorf("exit code %d, want %d, and %q in\n%.2000s", code, test.code, test.says, said)
			}
		})
	}
}
