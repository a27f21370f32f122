# Writes the tables in this directory from a real Elixir 1.14 / OTP 25:
#
#     elixir record.exs
#
# names.txt    every module with its exported functions, so that the shell can
#              tell what gex leaves out from what does not exist
# clauses.txt  the heads of the functions of Elixir that can fail to match,
#              with their place, as the report of a FunctionClauseError shows them

defmodule Tables do
  def names do
    dirs = for app <- [:elixir, :logger, :iex, :ex_unit, :stdlib, :kernel, :runtime_tools], do: :code.lib_dir(app, :ebin)
    mods = for d <- dirs, d != {:error, :bad_name}, f <- Path.wildcard("#{d}/*.beam"), do: f |> Path.basename(".beam") |> String.to_atom()
    lines =
      for m <- Enum.sort([:erlang | mods] |> Enum.uniq()), public?(m), Code.ensure_loaded?(m) do
        m |> exports() |> Enum.group_by(&elem(&1, 0), &elem(&1, 1)) |> Enum.sort() |> line(m)
      end
    File.write!("names.txt", Enum.map(lines, &[&1, "\n"]))
  end

  defp public?(m), do: not (to_string(m) =~ ~r/^elixir_|^erl_(?!eval|scan|parse)|\.(Reducers|Implementation)|_compile$|^Elixir\.(Kernel\.|Module\.|Inspect\.(Any|Atom))/)

  defp exports(:erlang), do: :erlang.module_info(:exports)
  defp exports(m) do
    macros = if function_exported?(m, :__info__, 1), do: m.__info__(:macros), else: []
    functions = if function_exported?(m, :__info__, 1), do: m.__info__(:functions), else: m.module_info(:exports)
    for {n, a} <- functions ++ macros, n not in [:__info__, :module_info, :__struct__, :__impl__, :impl_for, :impl_for!, :__protocol__], do: {n, a}
  end

  defp line(groups, m) do
    [to_string(m) | for({n, as} <- groups, do: "#{n}/#{as |> Enum.sort() |> Enum.join(",")}")] |> Enum.join(" ")
  end

  @modules [Kernel, Enum, Stream, List, Map, MapSet, Keyword, String, Integer, Float, Atom, Tuple, Range, Access,
            Process, IO, Node, System, Agent, GenServer, GenEvent, Task, Supervisor, Base, Regex, Exception,
            HashDict, HashSet, Application, Code, Function, Bitwise, Path, Inspect, List.Chars, String.Chars,
            IEx.Helpers, IEx, Logger, Registry, DynamicSupervisor, Date, Time, DateTime, NaiveDateTime, URI, Version,
            Module, File, Port, Dict, Set, Task.Supervisor]

  def clauses do
    data =
      for m <- @modules, {{name, arity}, clauses, kind, line} <- definitions(m), failing?(clauses) do
        ["#{m} #{name}/#{arity} #{file(m)}:#{line} #{length(clauses)}\n" | heads(m, name, arity, kind)]
      end
    File.write!("clauses.txt", data)
  end

  defp file(m), do: m.module_info(:compile)[:source] |> to_string() |> String.replace(~r{^.*/lib/[a-z_]+/lib/}, "lib/") |> String.replace(~r{^.*/lib/}, "lib/")

  defp definitions(m) do
    {:ok, {_, [debug_info: {:debug_info_v1, backend, data}]}} = :beam_lib.chunks(:code.which(m), [:debug_info])
    {:ok, map} = backend.debug_info(:elixir_v1, m, data, [])
    for {{n, a}, kind, _, [{meta, _, _, _} | _] = clauses} <- map.definitions, kind in [:def, :defp], do: {{n, a}, clauses, kind, meta[:line]}
  end

  # A clause of distinct variables without guards takes everything.
  defp failing?(clauses), do: not Enum.any?(clauses, fn {_, args, guards, _} -> guards == [] and Enum.all?(args, &match?({_, _, nil}, plain(&1))) and distinct?(args) end)
  defp plain({n, m, c}) when is_atom(n) and is_atom(c), do: {n, m, nil}
  defp plain(other), do: other
  defp distinct?(args), do: length(Enum.uniq_by(args, fn {n, m, _} -> {n, m[:version]} end)) == length(args)

  # The text is the one that the report of a FunctionClauseError shows.
  defp heads(m, name, arity, kind) do
    {:ok, _, clauses} = Exception.blame_mfa(m, name, List.duplicate(make_ref(), arity))
    for {args, guards} <- Enum.take(clauses, 10) do
      guard = Enum.map(guards, &(" when " <> guard_text(&1)))
      "\t#{kind} #{name}(#{Enum.map_join(args, ", ", &Macro.to_string(&1.node))})#{guard}\n"
    end
  end

  defp guard_text({op, _, [l, r]}) when op in [:and, :or], do: guard_text(l) <> " #{op} " <> guard_text(r)
  defp guard_text({:when, _, [l, r]}), do: guard_text(l) <> " when " <> guard_text(r)
  defp guard_text(%{node: node}), do: Macro.to_string(node)
  defp guard_text(other), do: Macro.to_string(Macro.prewalk(other, fn %{node: n} -> n; n -> n end))
end

Tables.names()
Tables.clauses()
