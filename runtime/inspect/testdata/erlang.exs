# Prints terms with ~tp of real Erlang and records what it shows.
#
#     elixir testdata/erlang.exs > testdata/erlang.txt
#
# Each record is a line "## COLUMN TERM", the column at which the term began and
# the term in the external format, and the output from there on.
Code.require_file("draw.exs", __DIR__)

:rand.seed(:exsss, {1, 2, 3})

for depth <- 0..5, n <- 1..50 do
  term = Draw.term(depth)
  column = if rem(n, 3) == 0, do: :rand.uniform(50), else: 0
  text = :io_lib.format('~ts~tp', [String.duplicate("x", column), term]) |> IO.chardata_to_string()
  encoded = term |> :erlang.term_to_binary() |> Base.encode64()
  if byte_size(encoded) < 1200 do
    IO.puts(["## ", Integer.to_string(column), " ", encoded, "\n", String.slice(text, column..-1)])
  end
end
