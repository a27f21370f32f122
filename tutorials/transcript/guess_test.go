package transcript

import (
	"fmt"
	"strings"
	"testing"
)

func TestForetells(t *testing.T) {
	value := func(text string) Output { return Output{Kind: Value, From: "a", Text: text + "\n"} }
	failure := Output{Kind: Failure, From: "a", Text: "** (ArithmeticError) bad argument in arithmetic expression: 1 / 0\n    :erlang./(1, 0)\n"}
	report := Output{Kind: Log, From: "b", Text: "00:00:00.000 [error] gone\n"}
	printed := Output{Kind: User, From: "b", Text: "hello\n"}
	tests := []struct {
		guess   string
		outputs []Output
		want    bool
	}{
		{":ok", []Output{value(":ok")}, true},
		{"{ :ok,#PID<0.1.0> }", []Output{value("{:ok, #PID<0.99.0>}")}, true},
		{"{:ok, _}", []Output{value("{:ok, #PID<0.99.0>}")}, true},
		{":error", []Output{value(":ok")}, false},
		{"", []Output{value(":ok")}, false},
		{"_", []Output{value(":ok")}, false},
		{"...", []Output{value(":ok")}, false},
		{"hello\n:ok", []Output{printed, value(":ok")}, true},
		{":ok", []Output{printed, value(":ok")}, false},
		{":ok", []Output{report, value(":ok")}, true},
		{"** (ArithmeticError)", []Output{failure}, true},
		{"** (ArithmeticError) something bad", []Output{report, failure}, true},
		{"** (ArgumentError)", []Output{failure}, false},
		{"hello\n** (ArithmeticError", []Output{printed, failure}, true},
	}
	for _, test := range tests {
		if got := Foretells(test.guess, test.outputs); got != test.want {
			t.Errorf("Foretells(%q, %v) = %v, want %v", test.guess, test.outputs, got, test.want)
		}
	}
}

func TestPrinted(t *testing.T) {
	for text, want := range map[string]string{
		":ok":                              "0 :ok",
		"a\n[\n  1\n]\n:ok\n":              "0 a|0 [\n  1\n]|0 :ok",
		"** (exit) gone\n    at a\n\n":     "4 ** (exit) gone\n    at a",
		"x\n** (A) logged\nmore\n** (B) b": "0 x|0 ** (A) logged|0 more|4 ** (B) b",
		"":                                 "",
	} {
		var got []string
		for _, o := range Printed(text) {
			got = append(got, fmt.Sprintf("%d %s", o.Kind, strings.TrimSuffix(o.Text, "\n")))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("Printed(%q) = %q, want %q", text, got, want)
		}
	}
}
