# Writes calls of the library's functions with arguments of any kind, most of
# them wrong, for record.exs to answer:
#
#     elixir testdata/elixir/wrong_arguments.exs SEED COUNT FILE MODULE...
#
# COUNT are the calls of each function of an arity. A MODULE is named as in
# interp/lib/data/names.txt, which tells what functions it has. The same seed
# gives the same inputs, but for calls that wait or whose answers differ from one
# time to the next: these are left out. wrong_arguments*.txt are samples.

defmodule Calls do
  @values ["0", "1", "-1", "1.5", "[]", "[1]", "[3, :a]", "[1 | 2]", "[a: 1]", "[{1, 2}]", "'abc'", "\"\"", "\"b\"", "\"é\"", "<<1::3>>",
           ":a", "nil", "true", "{1}", "{:a, 1}", "%{}", "%{a: 1}", "1..3", "~D[2024-01-01]", "self()", "make_ref()", "fn -> 1 end",
           "fn x -> x end", "fn _, a -> a end"]

  # What stops the machine, waits for the terminal, touches the disk or changes
  # what later inputs see.
  @left_out ~r/^(Elixir\.(System\.(halt|stop|put_env|delete_env|cmd|shell|at_exit|restart|no_halt|trap_signal|untrap_signal)|File\.(rm|write|touch|mkdir|cd|ln|rename|cp|chmod|chown|chgrp|copy|open)|IEx|IO\.(gets|read|getn|binread)|Process\.(exit|hibernate|sleep|group_leader|flag|unregister)|Kernel\.exit|Application\.(stop|unload|put|delete)|Node\.(stop|start|set_cookie)|Code|Macro|Module|Logger\.(configure|disable|enable|reset|remove|add|flush|put_|delete_))|erlang\.(halt|exit|hibernate|purge|delete|load|group_leader|process_flag|system_flag|trace|disconnect|setnode|set_cookie|unregister|raise|finish_loading|check_process_code|module_loaded|pre_loaded|unlink|unalias|port|open_port|dist_|suspend|resume|process_display|bump|garbage|display|register|get_stacktrace|processes|statistics|memory|system_info|system_profile|monotonic|ports|loaded|yield|send_nosuspend|halt)|init|os\.(cmd|putenv|unsetenv|set_signal)|code\.|c\.|user|shell|logger\.(set|add|remove|unset|update|reconfigure|log|debug|info|notice|error|warning|critical|alert|emergency)|application\.(stop|unload|set_|unset|start_boot|takeover)|error_logger\.(tty|logfile|delete|add|swap|start|stop)|file\.(delete|write|rename|make|set|del|copy|open|change|ipread|pread|consult|script|eval|path)|io\.(get|fread|read|scan|parse|rows|columns|setopts|request)|timer\.(sleep|start|stop|tc)|supervisor\.(start)|global\.|net|rpc|proc_lib\.(hibernate|stop)|sys\.(log|trace|install|suspend|terminate|change|handle_system)|gen_server\.(enter_loop|wake)|gen_event\.(wake|system|start))/

  def write([seed, count, file | modules]) do
    :rand.seed(:exsss, {String.to_integer(seed), 2, 3})
    names = Path.join(__DIR__, "../../interp/lib/data/names.txt") |> File.stream!() |> Map.new(&module/1)
    inputs = for m <- modules, {f, a} <- names[m] || [], not ("#{m}.#{f}" =~ @left_out), _ <- 1..String.to_integer(count), do: input(m, f, a)
    kept = inputs |> Enum.uniq() |> Enum.filter(&settled?/1)
    File.write!(file, ["# Calls of the library's functions with arguments of any kind, seed #{seed}.\n" | Enum.map(kept, &["\niex> ", &1, "\n"])])
  end

  defp module(line) do
    [name | functions] = String.split(line)
    {name, for(f <- functions, [n, arities] = split(f), a <- String.split(arities, ","), do: {n, String.to_integer(a)})}
  end

  # An operator may have a slash.
  defp split(function), do: Regex.run(~r{^(.+)/([0-9,]+)$}, function, capture: :all_but_first)

  defp input(m, f, a) do
    arguments = for _ <- List.duplicate(0, a), do: Enum.random(@values)
    "#{m |> String.to_atom() |> inspect()}.#{Macro.inspect_atom(:remote_call, String.to_atom(f))}(#{Enum.join(arguments, ", ")})"
  end

  # Runs an input twice, without a terminal.
  defp settled?(input) do
    case {run(input), run(input)} do
      {{:ok, value}, {:ok, value}} -> true
      {{:error, _}, {:error, _}} -> true
      _ -> false
    end
  end

  defp run(input) do
    {pid, ref} = spawn_monitor(fn -> evaluate(input) end)

    receive do
      {:DOWN, ^ref, _, _, {:evaluated, result}} -> result
      {:DOWN, ^ref, _, _, _} -> {:error, :exit}
    after
      400 ->
        Process.exit(pid, :kill)
        receive do: ({:DOWN, ^ref, _, _, _} -> :waits)
    end
  end

  defp evaluate(input) do
    {:ok, device} = StringIO.open("")
    Process.group_leader(self(), device)
    Process.put(:"$ancestors", [])

    result =
      try do
        {value, _} = Code.eval_string(input)
        {:ok, Regex.replace(~r/#(PID|Reference|Port)<[0-9.]+>/, inspect(value), "#")}
      catch
        kind, _ -> {:error, kind}
      end

    exit({:evaluated, result})
  end
end

Logger.configure(level: :none)
Process.flag(:trap_exit, true)
{:ok, _} = Application.ensure_all_started(:iex)
Process.unregister(:standard_error)
{:ok, silent} = StringIO.open("")
Process.register(silent, :standard_error)
Calls.write(System.argv())
