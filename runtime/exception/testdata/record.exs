# Raises errors in a real IEx and records what it prints at the prompt, and what
# Exception.format/3 makes of them for log messages.
#
#     elixir -pa IEX/ebin testdata/record.exs testdata/errors.txt > new.txt
#
# The file holds, for each error, a line "## EXPRESSION" that gives {class,
# reason, stack}. The script keeps these lines and writes the rest: the error in
# the external term format, what the prompt shows, what a log message shows.
defmodule Recorder do
  def run(path) do
    expressions = for "## " <> expression <- path |> File.read!() |> String.split("\n"), do: expression
    terms = for e <- expressions, do: e |> Code.eval_string() |> elem(0)
    encoded = for t <- terms, do: t |> :erlang.term_to_binary() |> Base.encode64()

    [expressions, terms, encoded, prompts(encoded)]
    |> Enum.zip()
    |> Enum.each(fn {expression, {class, reason, stack}, text, prompt} ->
      log = log(class, reason, stack)
      IO.write(["## ", expression, "\n#= ", text, "\n", prompt, "#> log\n", log, "\n"])
    end)
  end

  # The machine shortens a stack when it raises.
  defp log(class, reason, stack) do
    try do
      :erlang.raise(class, reason, stack)
    catch
      class, reason -> Exception.format(class, reason, __STACKTRACE__)
    end
  end

  # One session for all: errors leave the counter of the prompt where it is.
  defp prompts(encoded) do
    input = [
      "IEx.configure(colors: [enabled: false])\n",
      for text <- encoded do
        [
          "IO.puts(\"@@\")\n",
          "(fn {c, r, s} -> :erlang.raise(c, r, s) end).(:erlang.binary_to_term(Base.decode64!(\"", text, "\")))\n"
        ]
      end
    ]
    script = Path.join(System.tmp_dir!(), "record-input")
    File.write!(script, input)
    {output, 0} = System.cmd("sh", ["-c", "iex < #{script}"])
    File.rm!(script)

    for part <- output |> String.split("@@\n") |> tl() do
      [_, text | _] = String.split(part, ~r/iex\(\d+\)> /)
      text
    end
  end
end

Application.load(:iex)
[path] = System.argv()
Recorder.run(path)
