# Prints terms within limits with real Erlang and records what it shows.
#
#     elixir testdata/erlang_limits.exs > testdata/erlang_limits.txt
#
# Each record is a line "## DIRECTIVE DEPTH CHARS COLUMN TERM", the directive p
# or w with its modifiers t and l, the depth and the limit of characters, -1 for
# none, the column at which the term began, and the term in the external format;
# the output follows.
Code.require_file("draw.exs", __DIR__)

:rand.seed(:exsss, {4, 5, 6})

for depth <- 0..5, n <- 1..150 do
  term = Draw.term(depth)
  modifiers = Enum.random(["", "t", "t", "l"])
  letter = Enum.random(["p", "p", "p", "w"])
  most = Enum.random([-1, 1, 2, 3, 4, 5, 8, 12, 20, 40])
  chars = if rem(n, 3) == 0, do: -1, else: Enum.random([1, 2, 3, 5, 10, 20, 40, 80, 160, 400])
  column = if rem(n, 4) == 0, do: :rand.uniform(50), else: 0
  encoding = if modifiers == "t", do: :unicode, else: :latin1

  text =
    case letter do
      "p" ->
        :io_lib_pretty.print(term, chars_limit: chars, column: column + 1, line_length: 80, depth: most, encoding: encoding, strings: modifiers != "l")

      "w" ->
        :io_lib.write(term, depth: most, chars_limit: chars, encoding: encoding)
    end

  encoded = term |> :erlang.term_to_binary() |> Base.encode64()

  if byte_size(encoded) < 1000 do
    IO.puts([Enum.join(["##", modifiers <> letter, most, chars, column, encoded], " "), "\n", text])
  end
end
