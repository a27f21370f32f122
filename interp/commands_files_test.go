package interp_test

import (
	"errors"
	"testing"

	"gex/interp"
	"gex/interp/lib"
)

func TestFileHelpers(t *testing.T) {
	files := lib.MemoryFiles(nil)
	files.Mkdir("lessons")
	files.WriteFile("kv.go", nil)
	files.WriteFile("lessons/one.md", nil)
	s := openTyping(t, interp.Options{Virtual: true, Files: files, Chdir: func(name string) error {
		if name != "lessons" {
			return errors.New("no such directory")
		}
		return nil
	}})
	dir, _ := files.Getwd()
	for _, c := range []struct{ input, want string }{
		{"pwd", dir + "\n"},
		{`ls "lessons"`, "one.md\n"},
		{`ls "nowhere"`, "No such file or directory nowhere\n"},
		{`cd "nowhere"`, "No directory nowhere\n"},
		{`cd "lessons"`, dir + "\n"},
		{"l Enum", "{:module, Enum}\n"},
		{"l Nobody", "{:error, :nofile}\n"},
		{"t Enum", "@type acc() :: any()\n\n@type default() :: any()\n\n@type element() :: any()\n\n@type index() :: integer()\n\n@type t() :: Enumerable.t()\n\n"},
		{"t Nobody.t", "Could not load module Nobody, got: nofile\n"},
		{"breaks", "No breakpoints set\n"},
		{"whereami", "Pry session is not currently enabled\n"},
		{"break! Enum.map/2", "gex has no breakpoints: /trace PID shows what a process gets and sends, /watch PID its state after each input.\n"},
		{"source Enum", "Enum is part of gex: h Enum explains it.\n"},
		{"source Nobody", "Could not load module Nobody, got: nofile\n"},
	} {
		if got := s.typed(c.input); got != c.want {
			t.Errorf("%s prints %q, want %q", c.input, got, c.want)
		}
	}
	s.typed("defmodule A do\n  def f(x), do: x\nend", "type B struct{}\n\nfunc (B) F() int { return 1 }")
	if got, want := s.typed("source A", "source B"), "defmodule A do\n  def f(x), do: x\nend\ntype B struct{}\n\nfunc (B) F() int { return 1 }\n"; got != want {
		t.Errorf("the sources are %q, want %q", got, want)
	}
}

func TestPrompt(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	if got := s.Prompt(false) + s.Prompt(true); got != "iex(1)> ...(1)> " {
		t.Errorf("the prompts are %q", got)
	}
	s.typed(`IEx.configure default_prompt: "%prefix %counter %node:"`)
	if got := s.Prompt(false) + s.Prompt(true); got != "iex 2 nonode@nohost: ... 2 nonode@nohost: " {
		t.Errorf("the prompts are %q", got)
	}
}
