package interp

import "testing"

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Language
	}{
		{"type Forwarder struct{ UseGenEvent }", Go},
		{"type Forwarder struct {", Go},
		{"type T = int", Go},
		{"type = 1", IEx},
		{"type", IEx},
		{"type in [1]", IEx},
		{"type.(1)", IEx},
		{"type |> f()", IEx},
		{"func (F) HandleEvent(event, parent Term) Result {", Go},
		{"func Double(x int) int { return 2 * x }", Go},
		{"func = 1", IEx},
		{"func(1)", IEx},
		{"func.(1)", IEx},
		{"func and true", IEx},
		{"var x = 1", Go},
		{"var x int", Go},
		{"var (\n\tx = 1\n)", Go},
		{"var = 1", IEx},
		{"const Pi = 3", Go},
		{"const = 3", IEx},
		{`import "fmt"`, Go},
		{`import f "fmt"`, Go},
		{`import . "fmt"`, Go},
		{"import (\n\t\"fmt\"\n)", Go},
		{"import Enum", IEx},
		{"import(Enum)", IEx},
		{"import Enum, only: [map: 2]", IEx},
		{"import_file \"kv_registry.go\"", IEx},
		{"package main", Go},
		{"package = 1", IEx},
		{"// a handler\ntype F struct{}", Go},
		{"/* a handler */ type F struct{}", Go},
		{"// only a comment", Go},
		{"# comment", IEx},
		{"", IEx},
		{"1 + 1", IEx},
		{"typed = 1", IEx},
		{"for x <- [1], do: x", IEx},
	} {
		if got := Classify(c.in); got != c.want {
			t.Errorf("Classify(%q) = %v, want %v", c.in, got, c.want)
		}
	}
}

func FuzzClassify(f *testing.F) {
	f.Add("type F struct{}")
	f.Add("// x\nfunc")
	f.Fuzz(func(t *testing.T, text string) { Classify(text) })
}
