# Prints terms with real Elixir and records what it shows.
#
#     elixir testdata/record.exs testdata/terms.txt
#
# The file holds, for each term, a line "## EXPRESSION", perhaps a line
# "#! OPTIONS" for inspect/2, a line "#= TERM" in the external term format, and
# the output. The script keeps the first two and rewrites the others.
defmodule U do
  defstruct name: "x", age: nil
end

defmodule E do
  defstruct []
end

defmodule Recorder do
  @colors [
    reset: [:reset, :yellow],
    atom: :cyan, binary: :default_color, boolean: :magenta, charlist: :yellow,
    list: :default_color, map: :default_color, nil: :magenta, number: :yellow,
    string: :green, tuple: :default_color
  ]

  def run(path) do
    Application.put_env(:elixir, :ansi_enabled, true)
    records =
      path
      |> File.read!()
      |> String.split(~r/^## /m, trim: true)
      |> Enum.map(&record/1)

    File.write!(path, records)
  end

  defp record(text) do
    [expr | rest] = String.split(text, "\n")
    options = for "#! " <> options <- rest, do: options
    {term, _} = Code.eval_string(expr)
    {opts, _} = Code.eval_string("[" <> Enum.join(options) <> "]", colors: @colors)
    opts = if opts[:syntax_colors], do: Keyword.put(opts, :syntax_colors, @colors), else: opts
    output = inspect(term, Keyword.put_new(opts, :pretty, true))
    encoded = term |> :erlang.term_to_binary() |> Base.encode64()

    ["## ", expr, "\n", Enum.map(options, &["#! ", &1, "\n"]), "#= ", encoded, "\n", output, "\n"]
  end
end

[path] = System.argv()
Recorder.run(path)
