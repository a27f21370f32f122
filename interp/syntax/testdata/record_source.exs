# Records how real Elixir writes the snippets of corpus.txt and source.txt.
# Run by hand with Elixir 1.14 in this directory:
#
#     elixir record_source.exs
#
# A recording has, for each snippet that is correct, the snippet, a line of
# four equal signs, and what Macro.to_string/1 makes of its quoted expression.

defmodule RecordSource do
  def main do
    entries = for file <- ["corpus.txt", "source.txt"], s <- snippets(file), e <- entry(s), do: e
    File.write!("source.recorded", ["# Elixir #{System.version()}\n----\n" | entries])
  end

  defp snippets(file), do: file |> File.read!() |> String.split("\n----\n", trim: true)

  defp entry(source) do
    quoted = Code.string_to_quoted!(source, file: "iex", emit_warnings: false)
    [source <> "\n====\n" <> Macro.to_string(quoted) <> "\n----\n"]
  rescue
    [SyntaxError, TokenMissingError] -> []
  end
end

RecordSource.main()
