# Writes String.jaro_distance of pairs of words: elixir testdata/jaro.exs > testdata/jaro.txt
:rand.seed(:exsss, {1, 2, 3})
word = fn -> for(_ <- 1..:rand.uniform(9), into: "", do: Enum.random(~w(a b c d é _ r e))) end
fixed = [{"upcas", "upcase"}, {"a", ""}, {"", "a"}, {"", ""}, {"martha", "marhta"}, {"dixon", "dicksonx"}, {"ab", "ba"}]

for {a, b} <- fixed ++ for(_ <- 1..150, do: {word.(), word.()}) do
  IO.puts("#{a},#{b},#{String.jaro_distance(a, b)}")
end
