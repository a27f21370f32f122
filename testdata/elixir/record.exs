# Records the corpus of this directory with the Elixir that runs the script:
#
#     elixir testdata/elixir/record.exs [FILE...]
#
# Each FILE (default: all *.txt here but known_differences.txt) is rewritten in
# place: the inputs stay, the text behind each is what a real IEx prints. The
# script plays the terminal of IEx.Server, one server a session, so nothing is
# imitated: prompt, blame, pruned stack and counter are IEx's own.
#
# The format is described in README.md beside this file.

defmodule Corpus do
  @prompts ["iex>", "and>", "...>"]

  # Parses a file into its head, a list of lines, and a list of {comment lines, sessions}.
  def read(text) do
    {blocks, _} =
      text
      |> String.split("\n")
      |> Enum.reduce({[], :head}, &line/2)

    Enum.reverse(blocks)
  end

  defp line("# " <> _ = line, {blocks, _}), do: {[{:comment, line} | blocks], :comment}
  defp line("#", {blocks, _}), do: {[{:comment, "#"} | blocks], :comment}
  defp line("iex>" <> rest, {blocks, _}), do: {[{:session, [[blank(rest)]]} | blocks], :input}

  defp line("and>" <> rest, {[{:session, inputs} | blocks], _}),
    do: {[{:session, [[blank(rest)] | inputs]} | blocks], :input}

  defp line("...>" <> rest, {[{:session, [input | inputs]} | blocks], :input}),
    do: {[{:session, [[blank(rest) | input] | inputs]} | blocks], :input}

  defp line("...>" <> _ = line, _), do: raise("continuation behind output: #{line}")
  defp line(_, {blocks, :input}), do: {blocks, :output}
  defp line(_, acc), do: acc

  defp blank(" " <> rest), do: rest
  defp blank(""), do: ""

  def record(path) do
    blocks = path |> File.read!() |> read()
    text = blocks |> Enum.reject(&version?/1) |> Enum.map(&block/1) |> layout()
    File.write!(path, text)
    inputs = for {:session, inputs} <- blocks, _ <- inputs, do: 1
    IO.puts("#{Path.basename(path)}: #{length(inputs)} inputs")
  end

  defp version?({:comment, "# Recorded with " <> _}), do: true
  defp version?(_), do: false

  defp block({:comment, line}), do: {:comment, line}

  defp block({:session, inputs}) do
    inputs = inputs |> Enum.reverse() |> Enum.map(&Enum.reverse/1)
    {:session, Enum.zip(inputs, Terminal.session(inputs))}
  end

  # The version stands behind the first line, the title of the file.
  defp layout([{:comment, title} | blocks]) do
    [title, "\n", version(), "\n" | rest(:comment, blocks)]
  end

  defp rest(_, []), do: []
  defp rest(:comment, [{:comment, line} | blocks]), do: [line, "\n" | rest(:comment, blocks)]
  defp rest(_, [{:comment, line} | blocks]), do: ["\n", line, "\n" | rest(:comment, blocks)]

  defp rest(_, [{:session, entries} | blocks]) do
    ["\n", Enum.with_index(entries, &entry/2) | rest(:session, blocks)]
  end

  defp entry({[first | more], output}, index) do
    [prompt(if(index == 0, do: "iex>", else: "and>"), first), Enum.map(more, &prompt("...>", &1)), check(output)]
  end

  defp prompt(prompt, ""), do: [prompt, "\n"]
  defp prompt(prompt, line), do: [prompt, " ", line, "\n"]

  defp check(output) do
    for line <- String.split(output, "\n"), prompt <- ["# " | @prompts] do
      if String.starts_with?(line, prompt), do: raise("output looks like a prompt: #{line}")
    end

    if output == "" or String.ends_with?(output, "\n"), do: output, else: [output, "\\\n"]
  end

  defp version, do: "# Recorded with Elixir #{System.version()}, Erlang/OTP #{System.otp_release()}."
end

defmodule Terminal do
  @limit 10_000

  # Runs one IEx session and returns the text printed for each input.
  def session(inputs) do
    before = {modules(), Application.get_all_env(:iex)}
    device = spawn_link(fn -> device(%{printed: [], prompt: "", waiting: nil, owner: nil}) end)
    exchange_standard_error(device)
    server = spawn(fn -> serve(device) end)
    _banner = await_prompt(device)
    outputs = Enum.map(inputs, &input(device, &1))
    finish(server, device, before)
    outputs
  end

  defp serve(device) do
    Process.group_leader(self(), device)
    Process.flag(:max_heap_size, 0)
    IEx.Server.run([])
  end

  # All lines but the last must leave the input open, as the prompt shows.
  defp input(device, lines) do
    outputs =
      for {line, left} <- Enum.with_index(lines, &{&1, length(lines) - &2 - 1}) do
        send(device, {:type, line <> "\n"})
        {prompt, text} = await_prompt(device, line)

        if (left == 0) == String.starts_with?(prompt, "...") do
          fail("#{if left == 0, do: "incomplete", else: "complete before its end"}: #{inspect(lines)}")
        end

        text
      end

    outputs |> Enum.join() |> normalise()
  end

  defp await_prompt(device, line \\ "start") do
    send(device, {:await_prompt, self()})

    receive do
      {:printed, prompt, text} -> {prompt, text}
    after
      @limit -> fail("no prompt after #{inspect(line)}")
    end
  end

  # The standard error is not itself here.
  defp fail(message) do
    IO.puts(message)
    System.halt(1)
  end

  defp finish(server, device, {modules, configuration}) do
    Process.unlink(device)

    for pid <- Process.list(), pid != device, Process.info(pid, :group_leader) == {:group_leader, device} do
      kill(pid)
    end

    kill(server)
    exchange_standard_error(nil)
    kill(device)

    for {key, _} <- Application.get_all_env(:iex), do: Application.delete_env(:iex, key)
    Application.put_all_env(iex: configuration)

    for module <- modules() -- modules do
      :code.purge(module)
      :code.delete(module)
      :code.purge(module)
    end
  end

  # Only modules that no file holds were defined by the session.
  defp modules, do: for({module, file} <- :code.all_loaded(), file == '' or file == "iex" or file == 'iex', do: module)

  defp kill(pid) do
    ref = Process.monitor(pid)
    Process.exit(pid, :kill)
    receive do: ({:DOWN, ^ref, _, _, _} -> :ok)
  end

  # Warnings go to :standard_error; they belong to the screen, too.
  defp exchange_standard_error(nil) do
    if Process.whereis(:standard_error), do: Process.unregister(:standard_error)
    Process.register(:persistent_term.get(:corpus_standard_error), :standard_error)
  end

  defp exchange_standard_error(device) do
    if :persistent_term.get(:corpus_standard_error, nil) == nil do
      :persistent_term.put(:corpus_standard_error, Process.whereis(:standard_error))
    end

    Process.unregister(:standard_error)
    Process.register(device, :standard_error)
  end

  # An I/O device: collects what is printed, answers one line for each prompt.
  defp device(state) do
    receive do
      {:io_request, from, ref, request} -> request(request, {from, ref}, state)
      {:await_prompt, owner} -> device(offer(%{state | owner: owner}))
      {:type, line} -> device(type(line, state))
    end
  end

  defp request({:get_line, _encoding, prompt}, from, state), do: device(offer(%{state | waiting: from, prompt: prompt}))
  defp request({:put_chars, _, chars}, from, state), do: put(chars, from, state)

  defp request({:put_chars, _, m, f, a}, from, state) do
    case safe_apply(m, f, a) do
      {:ok, chars} -> put(chars, from, state)
      :error -> answer(from, {:error, {:error, f}}, state)
    end
  end

  defp request(:getopts, from, state), do: answer(from, [binary: true, encoding: :unicode], state)
  defp request({:setopts, _}, from, state), do: answer(from, :ok, state)
  defp request({:requests, list}, from, state) do
    for {:put_chars, _, chars} <- list, do: send(self(), {:io_request, self(), :ignore, {:put_chars, :unicode, chars}})
    answer(from, :ok, state)
  end
  defp request(_, from, state), do: answer(from, {:error, :enotsup}, state)

  defp safe_apply(m, f, a) do
    {:ok, apply(m, f, a)}
  rescue
    _ -> :error
  end

  defp put(chars, from, state) do
    case :unicode.characters_to_binary(chars) do
      text when is_binary(text) -> answer(from, :ok, %{state | printed: [state.printed, text]})
      _ -> answer(from, {:error, :no_translation}, state)
    end
  end

  defp answer({from, ref}, reply, state) do
    send(from, {:io_reply, ref, reply})
    device(state)
  end

  defp offer(%{waiting: {_, _}, owner: owner} = state) when is_pid(owner) do
    send(owner, {:printed, IO.chardata_to_string(state.prompt), IO.iodata_to_binary(state.printed)})
    %{state | printed: [], owner: nil}
  end

  defp offer(state), do: state

  defp type(line, %{waiting: {from, ref}} = state) do
    send(from, {:io_reply, ref, line})
    %{state | waiting: nil}
  end

  @evaluator "^ +\\((stdlib|elixir|iex) [0-9.]+\\) (erl_eval|src/elixir\\w*|lib/iex/\\w+|lib/module/parallel_checker)\\.(erl|ex):\\d+: .*\\n"

  # What differs from run to run, and the frames of the evaluator with the
  # folds of its own.
  defp normalise(text) do
    text
    |> String.replace(~r/#PID<[0-9.]+>/, "#PID<...>")
    |> String.replace(~r/#Reference<[0-9.]+>/, "#Reference<...>")
    |> String.replace(~r/#Port<[0-9.]+>/, "#Port<...>")
    |> String.replace(~r/<<70, 79, 82, 49,[0-9,\s]*\.\.\.>>/, "<<...>>")
    |> String.split(~r/^(?=\*\* \()/m)
    |> Enum.map_join(&without_evaluator/1)
  end

  # IEx ends an error without a stack with an empty line.
  defp without_evaluator(text) do
    kept = text |> String.replace(~r/#{@evaluator}( +\(stdlib [0-9.]+\) lists\.erl:.*\n)*/m, "") |> compile_error()
    if kept != text and kept =~ ~r/\A\*\* \((?!EXIT)/ and not (kept =~ ~r/^    [^ \n].*\n\z/m), do: kept <> "\n", else: kept
  end

  # The compiler folds over what it expands.
  defp compile_error("** (CompileError)" <> _ = text),
    do: String.replace(text, ~r/^    \(stdlib [0-9.]+\) lists\.erl:.*\n/m, "")

  defp compile_error(text), do: text
end

Code.put_compiler_option(:ignore_module_conflict, false)
{:ok, _} = Application.ensure_all_started(:iex)
Logger.configure(level: :none)

case System.argv() do
  [] -> Path.wildcard(Path.join(__DIR__, "*.txt")) |> Enum.reject(&(Path.basename(&1) == "known_differences.txt"))
  paths -> paths
end
|> Enum.each(&Corpus.record/1)
