package interp_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"gex/interp"
)

func TestComplete(t *testing.T) {
	s := interp.New(interp.Options{Virtual: true})
	defer s.Close()
	s.Eval(context.Background(), "my_variable = %{alpha: 1, beta: %{gamma: 2}}")
	for _, c := range []struct{ text, want string }{
		{"Enu", "Enum"},
		{"Enum.with_i", "Enum.with_index"},
		{"x = Enum.map_", "Enum.map_every Enum.map_intersperse Enum.map_join Enum.map_reduce"},
		{":gen_event.add", ":gen_event.add_handler :gen_event.add_sup_handler"},
		{"flu", "flush"},
		{"my_v", "my_variable"},
		{"my_variable.", "my_variable.alpha my_variable.beta"},
		{"h GenEv", "GenEvent"},
		{":standard_e", ":standard_error"},
		{"defmod", "defmodule"},
		{"import_f", "import_file import_file_if_available"},
		{"", "defmodule h my_variable start_link"},
		{"GenServer.start_link(X, 1, name: ", ""},
		{"name:", ""},
		{`IO.puts "En`, ""},
		{"nothing_like_this", ""},
	} {
		_, got := s.Complete(c.text, len(c.text))
		if strings.Join(got, " ") != c.want {
			t.Errorf("Complete(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	s.Eval(context.Background(), "start_link")
	_, got := s.Complete("", 0)
	if !slices.Contains(got, "add_handler") || !slices.IsSorted(got) {
		t.Errorf("with a manager there is %q to do", got)
	}
}
