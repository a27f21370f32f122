//go:build unix

package repl

import (
	"os"
	"path/filepath"
	"testing"
)

// script writes a program for the shell of the system and returns its name.
func script(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "editor")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestEdit(t *testing.T) {
	c := open(t, consoleOptions{editor: script(t, `sed 's/one/two/' "$1" > "$1.new" && mv "$1.new" "$1"`)})
	c.send("edit echo one\r")
	c.waitFor("a shell", "iex(1)> edit echo one", "iex(2)> echo two", "two", "iex(3)>")
	c.send("edit echo 1\r") // nothing to change
	c.waitFor("iex(3)> edit echo 1", "iex(4)>")
	c.send("\x1b[A\x1b[A\r") // what the editor left is in the history
	c.waitFor("iex(4)> echo two", "two", "iex(5)>")
}

// All keys are the editor's while it runs, Ctrl-C among them.
func TestEditorHasTheKeys(t *testing.T) {
	c := open(t, consoleOptions{editor: script(t, `echo editing; read -r line; echo "echo $line" > "$1"`)})
	c.send("edit echo one\r")
	c.waitFor("iex(1)> edit echo one", "editing")
	c.send("typed there\r")
	c.waitFor("editing", "typed there", "iex(2)> echo typed there", "typed there", "iex(3)>")
	c.send("echo here\r")
	c.waitFor("iex(3)> echo here", "here", "iex(4)>")
}

func TestNoEditor(t *testing.T) {
	c := open(t, consoleOptions{editor: "/no/such/editor", columns: 100, rows: 20})
	c.send("edit echo one\r")
	c.waitFor("iex(1)> edit echo one", "nothing edited: fork/exec /no/such/editor: no such file or directory", "iex(2)>")
	c.send("echo on\r")
	c.waitFor("on", "iex(3)>")
}

func TestNoEditorOnDumbTerminal(t *testing.T) {
	c := open(t, consoleOptions{editor: "true", term: "dumb"})
	c.send("edit echo one\n")
	c.waitFor("nothing edited: an editor needs a terminal", "iex(2)>")
}
