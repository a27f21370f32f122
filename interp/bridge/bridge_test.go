package bridge

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gex/interp/syntax"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func parse(t *testing.T, name string) []syntax.Node {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := syntax.Parse(string(text), syntax.Options{File: name})
	if err != nil {
		t.Fatal(err)
	}
	return statements(file.Body)
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and look. Got\n%s", name, got)
	}
}

// TestGo compares the Go of the modules of the guides, and of others that use
// what these do not.
func TestGo(t *testing.T) {
	for _, name := range []string{"guides", "more", "supervision"} {
		var b strings.Builder
		for _, n := range parse(t, "testdata/"+name+".ex") {
			text, err := Go(n)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(text + "\n")
		}
		compare(t, "testdata/"+name+".golden", b.String())
	}
}

// TestElixir compares the Elixir of the Go that is in the golden files, and of
// the Go of the guides as a Go programmer writes it.
func TestElixir(t *testing.T) {
	for _, name := range []string{"guides", "more", "supervision"} {
		source, err := os.ReadFile("testdata/" + name + ".golden")
		if err != nil {
			t.Fatal(err)
		}
		text, err := Elixir(string(source))
		if err != nil {
			t.Fatal(err)
		}
		compare(t, "testdata/"+name+"_back.golden", text)
	}
	files, err := filepath.Glob("../../runtime/otp/testdata/guide/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no guides", err)
	}
	var b strings.Builder
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, declarations, _ := strings.Cut(string(source), "\ntype ")
		text, err := Elixir("type " + declarations)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := syntax.Parse(text, syntax.Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		b.WriteString(text + "\n")
	}
	compare(t, "testdata/hand_written.golden", b.String())
}

// TestTestsStay says of a module of tests why it has no Go.
func TestTestsStay(t *testing.T) {
	file, err := syntax.Parse("defmodule T do\n  use ExUnit.Case\n  test \"x\" do\n  end\nend", syntax.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := Go(file.Body); err == nil || err.Error() != "tests are macros, which Go does not have" {
		t.Errorf("Go = %q, %v", text, err)
	}
}
