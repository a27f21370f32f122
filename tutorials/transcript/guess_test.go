package transcript

import "testing"

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
