# What a shell does around the lines that are typed: it shows them, runs them in a
# process of their own, keeps their variables, and shows what comes of them. When
# that process ends, another one goes on.
defmodule Shell do
  # Work that was begun has this many milliseconds to end before the next line. On a
  # machine that is busy, say REST=200.
  @rest String.to_integer(System.get_env("REST", "40"))

  # A second start is another shell: what is linked to the one before ends with it.
  def start do
    with {pid, ref, _, _} <- Process.get(:evaluator) do
      Process.demonitor(ref, [:flush])
      Process.exit(pid, :kill)
      Process.sleep(@rest)
    end

    for app <- [:iex, :ex_unit, :mix], do: {:ok, _} = Application.ensure_all_started(app)
    Code.compiler_options(ignore_module_conflict: true)
    helpers = Code.string_to_quoted!("import IEx.Helpers\nimport ExUnit.Assertions\nnil")
    {_, binding, env} = Code.eval_quoted_with_env(helpers, [], Code.env_for_eval(file: "iex"))
    evaluator(binding, env)
  end

  def step(text) do
    [first | more] = text |> String.trim_trailing("\n") |> String.split("\n")
    IO.puts("iex> " <> first)
    Enum.each(more, &IO.puts("...> " <> &1))
    code = Code.string_to_quoted!(text, file: "iex")
    {pid, ref, binding, env} = Process.get(:evaluator)
    send(pid, {Shell, self(), code})

    receive do
      {^pid, binding, env} ->
        Process.put(:evaluator, {pid, ref, binding, env})

      {:DOWN, ^ref, _, _, reason} ->
        IO.puts("** (EXIT from #{inspect(pid)}) shell process exited with reason: #{Exception.format_exit(reason)}")
        evaluator(binding, env)
    end
  end

  defp evaluator(binding, env) do
    {pid, ref} = spawn_monitor(fn -> loop(binding, env) end)
    Process.put(:evaluator, {pid, ref, binding, env})
  end

  defp loop(binding, env) do
    receive do
      {Shell, from, code} ->
        {binding, env} = eval(code, binding, env)
        send(from, {self(), binding, env})
        loop(binding, env)
    end
  end

  defp eval(code, binding, env) do
    {value, binding, env} = Code.eval_quoted_with_env(code, binding, env)
    Process.sleep(@rest)
    if value != IEx.dont_display_result(), do: IO.puts(inspect(value, pretty: true, width: 80))
    {binding, env}
  catch
    kind, reason ->
      stack = __STACKTRACE__
      Process.sleep(@rest)
      IO.puts(Exception.format(kind, reason, stack))
      {binding, env}
  end
end

Shell.start()
