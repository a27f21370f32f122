package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// TestGoStructIsStruct: what prints as a struct is one in the notation, for
// patterns, guards, updates, the functions on maps and as a key, and goes back to
// Go as the struct that it was.
func TestGoStructIsStruct(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	s.typed("type Broadcast struct { topic string; n int }")
	s.typed("func Made(n int) Term { return Broadcast{\"t\", n} }")
	s.typed("func Twice(b Broadcast) Broadcast { return Broadcast{b.topic + b.topic, 2 * b.n} }")
	s.typed("func IsBroadcast(t Term) bool { _, ok := t.(Broadcast); return ok }")
	for _, tt := range []struct{ input, want string }{
		{"b = made(3)", `%Broadcast{topic: "t", n: 3}`},
		{"{b.topic, b.n, b.__struct__}", `{"t", 3, Broadcast}`},
		{"b.other", "** (KeyError) key :other not found in: %Broadcast{topic: \"t\", n: 3}"},
		{"%Broadcast{topic: t} = b; t", `"t"`},
		{"%{n: n} = b; n", "3"},
		{"%name{} = b; name", "Broadcast"},
		{"case b do %Broadcast{n: n} when n > 2 -> :many; _ -> :few end", ":many"},
		{"(fn %URI{} -> :uri; %Broadcast{} -> :broadcast end).(b)", ":broadcast"},
		{"send(self(), b); receive do %{n: n} -> n end", "3"},
		{"{is_map(b), is_struct(b), is_struct(b, Broadcast), is_map_key(b, :n), map_size(b)}", "{true, true, true, true, 3}"},
		{"Enum.map([b], &is_map/1)", "[true]"},
		{"{b == %Broadcast{topic: \"t\", n: 3}, b === made(3), b == made(4)}", "{true, true, false}"},
		{"{%{b => 1}[%Broadcast{topic: \"t\", n: 3}], %{%Broadcast{topic: \"t\", n: 3} => 1}[b]}", "{1, 1}"},
		{"Enum.uniq([b, %Broadcast{topic: \"t\", n: 3}])", `[%Broadcast{topic: "t", n: 3}]`},
		{"%{b | n: 5}", `%Broadcast{topic: "t", n: 5}`},
		{"%Broadcast{b | n: 5} |> twice()", `%Broadcast{topic: "tt", n: 10}`},
		{"%{b | other: 1}", "** (KeyError) key :other not found"},
		{"{Map.get(b, :n), Map.fetch!(b, :n), Map.keys(b), Map.from_struct(b)}", `{3, 3, [:__struct__, :n, :topic], %{n: 3, topic: "t"}}`},
		{"{Map.put(b, :n, 7), struct(b, n: 8), put_in(b.n, 9)}", "{%Broadcast{topic: \"t\", n: 7}, %Broadcast{topic: \"t\", n: 8},\n %Broadcast{topic: \"t\", n: 9}}"},
		{":maps.get(:n, Map.merge(b, %{n: 4}))", "4"},
		{"{is_broadcast(b), is_broadcast(%{b | n: 5}), is_broadcast(%{n: 5})}", "{true, true, false}"},
		{"inspect(b, structs: false)", `"%{__struct__: Broadcast, n: 3, topic: \"t\"}"`},
		{"t = :ets.new(:t, []); :ets.insert(t, {b, 1}); :ets.lookup(t, %Broadcast{topic: \"t\", n: 3})", `[{%Broadcast{topic: "t", n: 3}, 1}]`},
		{":erlang.binary_to_term(:erlang.term_to_binary(b)) == b", "true"},
		{"b[:n]", "** (UndefinedFunctionError) function Broadcast.fetch/2 is undefined"},
	} {
		if got := strings.TrimSuffix(s.typed(tt.input), "\n"); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s prints %q, want %q", tt.input, got, tt.want)
		}
	}
}
