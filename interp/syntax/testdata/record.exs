# Records what real Elixir makes of the snippets in corpus.txt and errors.txt.
# Run by hand with Elixir 1.14 in this directory:
#
#     elixir record.exs
#
# Snippets are separated by lines of four dashes. A recording has, for each of
# them, the snippet, a line of four equal signs, and the result: the quoted
# expression without metadata, or the exception's kind and message.

defmodule Record do
  def main do
    for {from, to} <- [{"corpus.txt", "corpus.recorded"}, {"errors.txt", "errors.recorded"}] do
      snippets = from |> File.read!() |> String.split("\n----\n", trim: true)
      entries = for s <- snippets, do: s <> "\n====\n" <> result(s) <> "\n----\n"
      File.write!(to, ["# Elixir #{System.version()}\n----\n" | entries])
    end
  end

  def result(source) do
    "ok " <> show(Code.string_to_quoted!(source, file: "iex", emit_warnings: false))
  rescue
    e in [SyntaxError, TokenMissingError] ->
      "#{inspect(e.__struct__)} #{Exception.message(e)}"
  end

  def show({name, meta, args}) when is_list(meta), do: "{#{show(name)}, [], #{show(args)}}"
  def show({a, b}), do: "{#{show(a)}, #{show(b)}}"
  def show(list) when is_list(list), do: "[#{Enum.map_join(list, ", ", &show/1)}]"
  def show(n) when is_integer(n), do: Integer.to_string(n)
  def show(x) when x in [nil, true, false], do: Atom.to_string(x)
  def show(s) when is_binary(s), do: quoted(s)

  def show(f) when is_float(f) do
    <<bits::64>> = <<f::float>>
    "0f" <> (bits |> Integer.to_string(16) |> String.downcase() |> String.pad_leading(16, "0"))
  end

  def show(a) when is_atom(a) do
    case Atom.to_string(a) do
      "Elixir." <> name -> name
      name -> if name =~ ~r/\A[ -~]*\z/, do: inspect(a), else: ":" <> quoted(name)
    end
  end

  defp quoted(s) do
    body =
      for <<c <- s>>, into: "" do
        cond do
          c in [?", ?\\] -> <<?\\, c>>
          c < 32 or c > 126 -> "\\x" <> String.pad_leading(Integer.to_string(c, 16), 2, "0")
          true -> <<c>>
        end
      end

    "\"" <> body <> "\""
  end
end

Record.main()
