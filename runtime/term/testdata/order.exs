# Compares terms in the real system, each with each.
#
#     elixir testdata/order.exs > testdata/order.txt
#
# The first line is the list of the terms in the external format. Then, for each
# term, a line with one letter for each term of the list: < or > by the order,
# = for ==, e for ===.
numbers = [
  0, 1, -1, 2, 1.0, -1.0, 0.0, -0.0, 1.5, -1.5, 255, 256, 9_007_199_254_740_992, 9_007_199_254_740_993,
  9_007_199_254_740_992.0, 9_007_199_254_740_994.0, -9_007_199_254_740_993, -9_007_199_254_740_992.0,
  9_223_372_036_854_775_807, 9_223_372_036_854_775_808, 9_223_372_036_854_775_808.0, -9_223_372_036_854_775_808,
  -9_223_372_036_854_775_809, 100_000_000_000_000_000_000, 1.0e20, 1.0e300, -1.0e300, 18_446_744_073_709_551_616,
  18_446_744_073_709_551_616.0, 4.9e-324
]

words = [
  :a, :b, :ab, :A, nil, true, false, :"", :é, :z, Foo, "", "a", "b", "ab", "a\0", "é", <<255>>, <<1::1>>, <<0::1>>,
  <<1::2>>, <<97, 1::1>>, <<97, 0::1>>, <<97, 98, 0::3>>, <<97, 96::7>>, <<0>>, [], {}, %{}
]

more =
  for a <- [1, 1.0, :a, "a", []], b <- [1, 1.0, :b] do
    [{a}, {a, b}, [a], [a, b], [a | b], %{a => b}, %{b => a, :k => a}, [[a], b], {[a], %{b => a}}]
  end

maps = [
  %{1 => 2, 1.0 => 1}, %{1 => 1, 1.0 => 2}, %{1 => 1, 2 => 2}, %{1.0 => 1, 2 => 2}, %{a: 1, b: 2}, %{a: 1, c: 0},
  Map.new(1..40, &{&1, &1}), Map.new(1..40, &{&1, &1 * 1.0}), Map.new(2..41, &{&1, &1}), Map.new(1..40, &{&1 * 1.0, &1})
]

terms = Enum.uniq(numbers ++ words ++ List.flatten(Enum.map(more, &Enum.take_random(&1, 4)) |> Enum.map(&Enum.map(&1, fn t -> {:t, t} end))) |> Enum.map(fn {:t, t} -> t; t -> t end)) ++ maps

sign = fn
  a, b when a === b -> "e"
  a, b when a == b -> "="
  a, b when a < b -> "<"
  _, _ -> ">"
end

IO.puts(terms |> :erlang.term_to_binary() |> Base.encode64())
for a <- terms, do: IO.puts(for b <- terms, do: sign.(a, b))
