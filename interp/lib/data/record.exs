# Writes the tables in this directory from a real Elixir 1.14 / OTP 25:
#
#     elixir record.exs
#
# names.txt    every module with its exported functions, so that the shell can
#              tell what gex leaves out from what does not exist
# clauses.txt  the heads of the functions of Elixir that can fail to match,
#              with their place, as the report of a FunctionClauseError shows them,
#              ⏎ for a newline
# frames.txt   the frames between a function that fails and the functions it
#              calls: when a callback raises while it goes through a list, a
#              range or a map, and when what it is given is not enumerable

defmodule Tables do
  def names do
    dirs = for app <- [:elixir, :logger, :iex, :ex_unit, :stdlib, :kernel, :runtime_tools, :crypto], do: :code.lib_dir(app, :ebin)
    mods = for d <- dirs, d != {:error, :bad_name}, f <- Path.wildcard("#{d}/*.beam"), do: f |> Path.basename(".beam") |> String.to_atom()
    lines =
      for m <- Enum.sort([:erlang, :init, :zlib, Mix, Mix.Project | mods] |> Enum.uniq()), public?(m), Code.ensure_loaded?(m) do
        m |> exports() |> Enum.group_by(&elem(&1, 0), &elem(&1, 1)) |> Enum.sort() |> line(m)
      end
    File.write!("names.txt", Enum.map(lines, &[&1, "\n"]))
  end

  defp public?(m), do: not (to_string(m) =~ ~r/^elixir_|^erl_(?!eval|scan|parse)|\.(Reducers|Implementation)|_compile$|^Elixir\.(Kernel\.|Module\.)/)

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
            IEx.Helpers, IEx, Logger, Registry, DynamicSupervisor, PartitionSupervisor, Date, Time, DateTime, NaiveDateTime, URI, Version,
            Module, File, Port, Dict, Set, Task.Supervisor, Calendar, Calendar.ISO, Date.Range, StringIO, IO.ANSI,
            OptionParser, Version.Requirement, String.Break, Macro, Inspect.Algebra,
            Version.Parser, Version.InvalidVersionError, Version.InvalidRequirementError, Config, Config.Reader, Code.Fragment, Code.Identifier,
            Protocol, Record, Logger.Formatter, Inspect.Opts, Macro.Env, IO.Stream, File.Stream, Collectable.MapSet, Collectable.Map,
            Collectable.List, Collectable.BitString, Kernel.Utils, Enumerable.List, Enumerable.Range]

  def clauses do
    data =
      for m <- @modules, {{name, arity}, clauses, kind, line} <- definitions(m), failing?(clauses) do
        ["#{m} #{name}/#{arity} #{file(m)}:#{line} #{length(clauses)}\n" | heads(m, name, arity, kind)]
      end
    File.write!("clauses.txt", [data | erlang()])
  end

  defp file(m), do: m.module_info(:compile)[:source] |> to_string() |> String.replace(~r{^.*/lib/[a-z_]+/lib/}, "lib/") |> String.replace(~r{^.*/lib/}, "lib/")

  defp definitions(m) do
    {:ok, {_, [debug_info: {:debug_info_v1, backend, data}]}} = :beam_lib.chunks(:code.which(m), [:debug_info])
    {:ok, map} = backend.debug_info(:elixir_v1, m, data, [])
    for {{n, a}, kind, _, [{meta, _, _, _} | _] = clauses} <- map.definitions, kind in [:def, :defp], do: {{n, a}, clauses, kind, meta[:line]}
  end

  # Functions of Erlang have no heads to show, only a place.
  defp erlang do
    for m <- [:lists, :maps, :proplists, :queue, :string, :ordsets, :orddict, :dict, :sets, :gb_trees, :gb_sets, :array, :calendar, :random, :base64, :filename],
        {f, a} <- Enum.sort(m.module_info(:exports)), a > 0, place = place(m, f, a),
        do: "#{m} #{f}/#{a} #{place} 0\n",
        into: Enum.flat_map([:gen_event, :proc_lib, :sys, :timer], &places/1)
  end

  # Functions that are better not called are looked up in their source.
  defp places(m) do
    {:ok, forms} = :epp.parse_file(to_charlist("#{:code.lib_dir(:stdlib)}/src/#{m}.erl"), [])
    for {:function, location, f, a, _} <- forms, a > 0, {f, a} in m.module_info(:exports) do
      "#{m} #{f}/#{a} #{m}.erl:#{:erl_anno.line(location)} 0\n"
    end
  end

  defp place(m, f, a) do
    Enum.find_value([make_ref(), [], [1 | 2], -1], fn bad ->
      try do
        apply(m, f, List.duplicate(bad, a))
        nil
      rescue
        FunctionClauseError ->
          with [{^m, ^f, args, location} | _] when is_list(args) <- __STACKTRACE__, do: "#{location[:file]}:#{location[:line]}", else: (_ -> nil)
        _ -> nil
      catch
        _, _ -> nil
      end
    end)
  end

  # A clause of distinct variables without guards takes everything.
  defp failing?(clauses), do: not Enum.any?(clauses, fn {_, args, guards, _} -> guards == [] and Enum.all?(args, &match?({_, _, nil}, plain(&1))) and distinct?(args) end)
  defp plain({n, m, c}) when is_atom(n) and is_atom(c), do: {n, m, nil}
  defp plain(other), do: other
  defp distinct?(args), do: length(Enum.uniq_by(args, fn {n, m, _} -> {n, m[:version]} end)) == length(args)

  # The text is the one that the report of a FunctionClauseError shows.
  defp heads(m, name, arity, kind) do
    {:ok, _, clauses} = Exception.blame_mfa(m, name, List.duplicate(make_ref(), arity))
    for {args, guards} <- clauses do
      guard = Enum.map(guards, &(" when " <> guard_text(&1)))
      head = "#{kind} #{name}(#{Enum.map_join(args, ", ", &Macro.to_string(&1.node))})#{guard}"
      "\t#{String.replace(head, "\n", "⏎")}\n"
    end
  end

  defp guard_text({op, _, [l, r]}) when op in [:and, :or], do: guard_text(l) <> " #{op} " <> guard_text(r)
  defp guard_text({:when, _, [l, r]}), do: guard_text(l) <> " when " <> guard_text(r)
  defp guard_text(%{node: node}), do: Macro.to_string(node)
  defp guard_text(other), do: Macro.to_string(Macro.prewalk(other, fn %{node: n} -> n; n -> n end))
end

defmodule Boom do
  defexception message: "boom"
end

defmodule Frames do
  @modules [Enum, List, Map, Keyword, MapSet, :lists, :maps, Stream, HashDict, Access, Kernel]
  @plain URI.parse("a")
  @kinds [list: [1, 2], range: 1..2, map: %{a: 1}, keyword: [a: 1], set: MapSet.new([1, 2]), other: :none, function: &__MODULE__.nothing/0, struct: @plain]
  @others [1, [], :a, %{}, "x", 0, [1, 2], [a: 1], 1..2]

  def write do
    lines =
      for m <- @modules, {f, a} <- Enum.sort(exports(m)), a in 1..4, {kind, value} <- @kinds, frames = frames(m, f, a, kind, value) do
        "#{m} #{f}/#{a} #{kind} #{Enum.join(frames, " ")}\n"
      end

    File.write!("frames.txt", lines)
  end

  # Those of Kernel and Access that go down a path have their frames from what they call: their lines were taken out.
  defp exports(Kernel), do: [update_in: 3, get_and_update_in: 3, get_in: 2, apply: 2, tap: 2, then: 2]
  defp exports(:lists), do: :lists.module_info(:exports)
  defp exports(:maps), do: :maps.module_info(:exports)
  defp exports(m), do: m.__info__(:functions)

  # The first combination of arguments with which the function fails as it
  # should tells the frames. Values stand in the first place, in Erlang last.
  defp frames(m, f, a, kind, value) do
    funs = [fn _ -> raise Boom end, fn _, _ -> raise Boom end, fn -> raise Boom end, fn _, _, _ -> raise Boom end]
    rest = combinations(a - 1, funs ++ @others)

    Enum.find_value(rest, fn others ->
      args = if m in [:lists, :maps], do: others ++ [value], else: [value | others]
      attempt(m, f, args, kind)
    end)
  end

  defp combinations(0, _), do: [[]]
  defp combinations(n, pool), do: for(x <- pool, rest <- combinations(n - 1, pool), do: [x | rest])

  defp attempt(m, f, args, kind) do
    task = fn ->
      try do
        apply(m, f, args)
        nil
      rescue
        _ in Boom -> if kind not in [:other, :function, :struct], do: between(__STACKTRACE__, &callback?/1)
        e in Protocol.UndefinedError ->
          cond do
            kind == :other and e.protocol == Enumerable and e.value == :none -> between(__STACKTRACE__, &impl?/1)
            kind == :struct and e.protocol == Enumerable and e.value == @plain -> between(__STACKTRACE__, &impl?/1)
            kind == :function and e.protocol == Enumerable and e.value == (&__MODULE__.nothing/0) -> between(__STACKTRACE__, &function?/1)
            true -> nil
          end

        _ -> nil
      catch
        _, _ -> nil
      end
    end

    {pid, ref} = spawn_monitor(fn -> exit({:frames, task.()}) end)

    receive do
      {:DOWN, ^ref, _, _, {:frames, frames}} -> frames
      {:DOWN, ^ref, _, _, _} -> nil
    after
      200 -> Process.exit(pid, :kill) && nil
    end
  end

  defp callback?({m, _, _, _}), do: m == __MODULE__
  defp impl?({Enumerable, :impl_for!, 1, _}), do: true
  defp impl?(_), do: false
  defp function?({Enumerable.Function, :reduce, 3, _}), do: true
  defp function?(_), do: false
  def nothing, do: nil

  # What lies between the innermost frame and this script.
  defp between(stack, inner?) do
    frames = stack |> Enum.drop_while(&(not inner?.(&1))) |> Enum.drop(1) |> Enum.take_while(&(elem(&1, 0) != __MODULE__))
    for {m, f, a, location} <- frames, is_integer(a), do: "#{m}|#{f}|#{a}|#{location[:file]}|#{location[:line]}"
  end
end

Tables.names()
Tables.clauses()
Frames.write()
