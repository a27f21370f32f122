# Evaluates each entry of corpus.txt with the Elixir at hand and writes what
# it printed, warned, returned or raised to corpus.recorded:
#
#     elixir record.exs
#
# Entries are separated by lines of "---". In the recording, lines with the
# input begin with "iex> ", warnings with "~ ", output with "< ", the frames of the
# input's own functions with "  ".
ExUnit.start(autorun: false)

defmodule EvalRecorder do
  import ExUnit.CaptureIO

  def entry(input) do
    {warnings, {output, result}} =
      with_io(:stderr, fn ->
        {result, output} = with_io(fn -> run(input) end)
        {output, result}
      end)
      |> then(fn {value, warnings} -> {warnings, value} end)

    lines("iex> ", input) <> lines("~ ", warnings) <> lines("< ", output) <> result <> "\n---\n"
  end

  defp run(input) do
    flush()
    {value, _} = Code.eval_string(input, [], file: "iex", line: 1)
    inspect(value, limit: 50) <> "\n"
  catch
    kind, reason ->
      {blamed, stack} = Exception.blame(kind, reason, __STACKTRACE__)
      banner = Exception.format_banner(kind, blamed, stack)
      banner <> "\n" <> frames(stack)
  end

  defp flush do
    receive do
      _ -> flush()
    after
      0 -> :ok
    end
  end

  defp frames(stack) do
    for {_, _, _, [_ | _] = location} = frame <- stack,
        List.to_string(location[:file] || []) == "iex",
        text = Exception.format_stacktrace_entry(frame),
        not String.ends_with?(text, "(file)"),
        into: "",
        do: "  " <> text <> "\n"
  end

  defp lines(_, ""), do: ""

  defp lines(prefix, text) do
    text |> String.trim_trailing("\n") |> String.split("\n") |> Enum.map_join("", &String.trim_trailing(prefix <> &1) <> "\n")
  end
end

entries = File.read!("corpus.txt") |> String.split("\n---\n") |> Enum.map(&String.trim(&1, "\n")) |> Enum.reject(&(&1 == ""))
File.write!("corpus.recorded", Enum.map(entries, &EvalRecorder.entry/1))
