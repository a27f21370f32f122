package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// What came after Elixir 1.14 cannot be recorded with it: the values are those
// that the documentation of the later versions gives.
var newerValues = []struct{ input, want string }{
	{"is_non_struct_map(%{a: 1})", "true"},
	{"is_non_struct_map(1..2)", "false"},
	{"is_non_struct_map([])", "false"},
	{"(fn m when is_non_struct_map(m) -> :map; _ -> :other end).(%{})", ":map"},
	{"(fn m when is_non_struct_map(m) -> :map; _ -> :other end).(~D[2020-01-01])", ":other"},
	{"Enum.filter([%{}, 1..2], &is_non_struct_map/1)", "[%{}]"},
	{"to_timeout(minute: 1, second: 30)", "90000"},
	{"to_timeout(week: 1, day: 1, hour: 1, millisecond: 5)", "694800005"},
	{"to_timeout(:infinity)", ":infinity"},
	{"to_timeout(10)", "10"},
	{"to_timeout(Duration.new!(hour: 1, second: 2))", "3602000"},
	{"to_timeout(second: 1, second: 2)", "** (ArgumentError) timeout component :second is duplicated"},
	{"to_timeout(second: -1)", "** (ArgumentError) timeout component :second must be a non-negative integer, got: -1"},
	{"to_timeout(year: 1)", "** (ArgumentError) timeout component :year is not a valid timeout component, valid values are: :week, :day, :hour, :minute, :second, :millisecond"},
	{"to_timeout(Duration.new!(month: 1))", "** (ArgumentError) duration with a non-zero month cannot be reliably converted to timeouts"},
	{"Enum.sum_by([%{count: 1}, %{count: 2}], & &1.count)", "3"},
	{"Enum.sum_by([], & &1)", "0"},
	{"Enum.sum_by([1, :a], & &1)", "** (ArithmeticError) bad argument in arithmetic expression: 1 + :a"},
	{"Enum.product_by([%{count: 2}, %{count: 4}, %{count: 3}], & &1.count)", "24"},
	{"List.ends_with?([1, 2, 3], [2, 3])", "true"},
	{"List.ends_with?([1], [1, 1])", "false"},
	{"Map.split_with(%{a: 1, b: 2, c: 3}, fn {_, v} -> v > 1 end)", "{%{b: 2, c: 3}, %{a: 1}}"},
	{"Map.intersect(%{a: 1, b: 2}, %{b: \"b\", c: \"c\"})", "%{b: \"b\"}"},
	{"Map.intersect(%{a: 1, b: 2}, %{b: 2, c: 3}, fn _k, v1, v2 -> v1 + v2 end)", "%{b: 4}"},
	{"MapSet.split_with(MapSet.new(1..4), &(&1 > 2))", "{MapSet.new([3, 4]), MapSet.new([1, 2])}"},
	{"Keyword.split_with([a: 1, b: 2, a: 3], fn {_, v} -> v > 1 end)", "{[b: 2, a: 3], [a: 1]}"},
	{"Keyword.intersect([a: 1, b: 2], [b: 3, c: 4])", "[b: 3]"},
	{"Keyword.intersect([a: 1, b: 2], [b: 11, a: 12, c: 13], fn _k, v1, v2 -> v1 + v2 end)", "[a: 13, b: 13]"},
	{"Range.split(1..5, 2)", "{1..2, 3..5}"},
	{"Range.split(1..5//2, 2)", "{1..3//2, 5..5//2}"},
	{"Range.split(1..5, 10)", "{1..5, 6..5//1}"},
	{"Range.split(1..5, -2)", "{1..3, 4..5}"},
	{"String.replace_invalid(\"asd\" <> <<0xFF>>)", "\"asd�\""},
	{"String.replace_invalid(<<\"nem rán \", 0xF0, 0x9F, \" x\">>, \"?\")", "\"nem rán ? x\""},
	{"String.byte_slice(\"héllo\", 0, 2)", "\"h\""},
	{"String.byte_slice(\"héllo\", 2, 2)", "\"l\""},
	{"String.byte_slice(\"abc\", -2, 2)", "\"bc\""},
	{"a = Process.alias(); send(a, :hi); receive do m -> m end", ":hi"},
	{"a = Process.alias(); {Process.unalias(a), Process.unalias(a)}", "{true, false}"},
	{"URI.append_path(URI.parse(\"http://example.com/foo/?x=1\"), \"/my-path\") |> URI.to_string()", "\"http://example.com/foo/my-path?x=1\""},
	{"URI.append_path(%URI{}, \"x\")", "** (ArgumentError) path must start with \"/\", got: \"x\""},
	{"Code.ensure_all_loaded([Enum, Nope])", "{:error, [{Nope, :nofile}]}"},
	{":lists.enumerate(1, 2, [:a, :b])", "[{1, :a}, {3, :b}]"},
	{"t = :ets.new(:t, []); :ets.lookup_element(t, :k, 2, :none)", ":none"},
	{"t = :ets.new(:t, []); :ets.insert(t, {:k, 5}); :ets.lookup_element(t, :k, 2, :none)", "5"},
	{"Date.before?(~D[2022-02-02], ~D[2022-02-03])", "true"},
	{"Date.after?(~D[2022-02-02], ~D[2022-02-02])", "false"},
	{"Time.after?(~T[23:00:00], ~T[22:00:00])", "true"},
	{"DateTime.before?(~U[2022-02-02 10:00:00Z], ~U[2022-02-02 11:00:00Z])", "true"},
	{"NaiveDateTime.beginning_of_day(~N[2000-01-01 23:00:07.123456])", "~N[2000-01-01 00:00:00.000000]"},
	{"NaiveDateTime.end_of_day(~N[2000-01-01 23:00:07.123])", "~N[2000-01-01 23:59:59.999]"},
	{"Date.shift(~D[2016-01-31], month: 1)", "~D[2016-02-29]"},
	{"Date.shift(~D[2016-01-31], year: 4, day: 1)", "~D[2020-02-01]"},
	{"Date.shift(~D[2016-02-29], Duration.new!(month: -12))", "~D[2015-02-28]"},
	{"Date.shift(~D[2016-02-29], hour: 1)", "** (ArgumentError) cannot shift date by time scale unit. Expected :year, :month, :week, :day"},
	{"Time.shift(~T[01:00:15], hour: 12)", "~T[13:00:15]"},
	{"Time.shift(~T[01:35:00], hour: -2, minute: -15)", "~T[23:20:00]"},
	{"Time.shift(~T[01:00:15], microsecond: {100, 5})", "~T[01:00:15.00010]"},
	{"DateTime.shift(~U[2016-01-01 00:00:00Z], month: 2, hour: 25)", "~U[2016-03-02 01:00:00Z]"},
	{"NaiveDateTime.shift(~N[2016-01-31 00:00:00], month: 1, second: -1)", "~N[2016-02-28 23:59:59]"},
	{"Duration.new!(year: 1, week: 3, hour: 4)", "%Duration{year: 1, week: 3, hour: 4}"},
	{"Duration.new!(microsecond: {5, 3})", "%Duration{microsecond: {5, 3}}"},
	{"%Duration{}", "%Duration{}"},
	{"Duration.new!(hour: \"1\")", "** (ArgumentError) unsupported value \"1\" for :hour. Expected an integer"},
	{"Duration.new!(foo: 1)", "** (ArgumentError) unknown unit :foo. Expected :year, :month, :week, :day, :hour, :minute, :second, :microsecond"},
	{"Duration.add(Duration.new!(week: 2, day: 1), Duration.new!(day: 2))", "%Duration{week: 2, day: 3}"},
	{"Duration.subtract(Duration.new!(week: 2), Duration.new!(week: 1, day: 2))", "%Duration{week: 1, day: -2}"},
	{"Duration.multiply(Duration.new!(day: 1, minute: 15), 3)", "%Duration{day: 3, minute: 45}"},
	{"Duration.negate(Duration.new!(day: 1))", "%Duration{day: -1}"},
	{"Duration.from_iso8601(\"P1Y2M10DT2H30M\")", "{:ok, %Duration{year: 1, month: 2, day: 10, hour: 2, minute: 30}}"},
	{"Duration.from_iso8601!(\"-PT10.50S\")", "%Duration{second: -10, microsecond: {-500000, 2}}"},
	{"Duration.from_iso8601(\"P\")", "{:error, :invalid_duration}"},
	{"Duration.to_iso8601(Duration.new!(year: 3, hour: 4, second: 1, microsecond: {500000, 1}))", "\"P3YT4H1.5S\""},
	{"Duration.to_iso8601(%Duration{})", "\"PT0S\""},
}

func TestNewerFunctions(t *testing.T) {
	for _, c := range newerValues {
		got, _, _ := strings.Cut(play(t, interp.Options{NoHints: true}, c.input), "\n    ")
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%s\ngot  %q\nwant %q", c.input, got, c.want)
		}
	}
}

// TestNewerAreNotStrict types what IEx 1.14 does not know into a strict session.
func TestNewerAreNotStrict(t *testing.T) {
	for _, c := range []struct{ input, want string }{
		{"Enum.sum_by([1], & &1)", "function Enum.sum_by/2 is undefined or private"},
		{"is_non_struct_map(%{})", "undefined function is_non_struct_map/1"},
		{"to_timeout(second: 1)", "undefined function to_timeout/1"},
		{"Duration.new!(day: 1)", "(module Duration is not available)"},
		{"Process.alias()", "function Process.alias/0 is undefined or private"},
	} {
		if got := play(t, interp.Options{Strict: true}, c.input); !strings.Contains(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q in it", c.input, got, c.want)
		}
	}
	if got := play(t, interp.Options{}, "h Enum.sum_by"); !strings.Contains(got, "Since Elixir 1.18.") {
		t.Errorf("h does not say since when:\n%s", got)
	}
}
