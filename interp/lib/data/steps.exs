# Writes steps.txt in this directory from a real Elixir 1.14 / OTP 25:
#
#     elixir steps.exs
#
# steps.txt tells, of the functions that take wrong arguments and fail further
# inside, what each clause calls first and with what. A block is a line
#
#     MODULE NAME/ARITY FILE:LINE
#
# and a line for each clause, "{PATTERNS} when GUARD -> STEP", of Elixir. STEP is
# {line, module, name, arguments}, with the line 0 if the call leaves no frame,
# or :unknown; before it, a match that may fail is case VALUE do PATTERN -> STEP;
# v -> {line, v} end, and a case that may fail ends in v -> {line, :case_clause, v}.
# A fifth element :rescue says that the caller rescues some errors of the call,
# a function that what it returns decides what comes next: that is said of calls
# without effects. The line :inline says that the compiler put the function called
# in the place of the call. :increment is the addition of a literal, the second argument, which has no frame.

defmodule Forms do
  # The forms of Erlang as quoted Elixir, as far as patterns, guards and plain
  # calls go; anything else throws.
  @operators %{:"=:=" => :===, :"=/=" => :!==, :"/=" => :!=, :"=<" => :<=, :andalso => :and, :orelse => :or, :not => :not}

  def clause({:clause, _, args, guards, body}) do
    guard = for g <- guards, do: Enum.map(g, &expr/1) |> Enum.reduce(&{:and, [], [&2, &1]})
    {Enum.map(args, &expr/1), guard, Enum.map(body, &attempt/1)}
  end

  defp attempt(e) do
    expr(e)
  catch
    :other -> :unknown
  end

  defp expr({:var, _, :_}), do: {:_, [], nil}
  defp expr({:var, _, v}), do: {variable(v), [], nil}
  defp expr({t, _, v}) when t in [:atom, :integer, :float, :char], do: v
  defp expr({:string, _, v}), do: v
  defp expr({nil, _}), do: []
  defp expr({:cons, _, h, t}), do: [{:|, [], [expr(h), expr(t)]}]
  defp expr({:tuple, _, es}), do: {:{}, [], Enum.map(es, &expr/1)}
  defp expr({:match, l, p, e}), do: {:=, line(l), [expr(p), attempt(e)]}
  defp expr({:op, _, op, a, b}) when is_map_key(@operators, op), do: {@operators[op], [], [expr(a), expr(b)]}
  # The compiler folds literals and puts them last where the order does not matter.
  defp expr({:op, l, op, {:op, _, op, {:integer, _, n}, {:integer, _, m}}, b}) when op in [:+, :*],
    do: expr({:op, l, op, {:integer, l, apply(:erlang, op, [n, m])}, b})

  defp expr({:op, l, op, {:op, m, op, {:op, _, op, {:integer, _, _}, {:integer, _, _}} = a, {:integer, _, _} = n}, b}) when op in [:+, :*],
    do: expr({:op, l, op, {:op, m, op, {:integer, m, fold(a)}, n}, b})

  defp expr({:op, l, op, {:integer, _, _} = a, b}) when op in [:+, :*] and elem(b, 0) != :integer, do: expr({:op, l, op, b, a})
  defp expr({:op, l, op, a, b}), do: {{:., [], [:erlang, op]}, line(l), [attempt(a), attempt(b)]}
  defp expr({:op, _, :not, a}), do: {:not, [], [expr(a)]}
  defp expr({:op, _, :-, {:integer, _, n}}), do: -n
  defp expr({:op, l, op, a}), do: {{:., [], [:erlang, op]}, line(l), [attempt(a)]}
  defp expr({:map, _, fields}), do: {:%{}, [], for({_, _, k, v} <- fields, do: {key(k), expr(v)})}

  defp expr({:call, l, {:remote, _, {:atom, _, m}, {:atom, _, f}}, args}), do: {{:., [], [m, f]}, line(l), Enum.map(args, &attempt/1)}

  defp expr({:call, l, {:atom, _, f}, args}) do
    args = Enum.map(args, &attempt/1)
    if :erl_internal.bif(f, length(args)) and {f, length(args)} not in Process.get(:defined), do: {{:., [], [:erlang, f]}, line(l), args}, else: {f, line(l), args}
  end

  defp expr({:case, l, e, clauses}), do: {:case, line(l), [attempt(e), [do: Enum.map(clauses, &arrow/1)]]}
  defp expr({:fun, _, {:clauses, [{:clause, _, args, _, _} | _] = clauses}}), do: {:fn, [arity: length(args)], Enum.map(clauses, &inside/1)}

  defp expr(_), do: throw(:other)

  defp fold({:op, _, op, {:integer, _, n}, {:integer, _, m}}), do: apply(:erlang, op, [n, m])

  # Functions in functions are all that matters there.
  defp inside(clause) do
    {_, _, body} = clause(clause)
    {:__block__, [], body}
  end

  defp arrow({:clause, _, [p], guards, body}) do
    pattern = attempt(p)
    guards = for g <- guards, do: g |> Enum.map(&attempt/1) |> Enum.reduce(&{:and, [], [&2, &1]})
    if pattern == :unknown or Enum.any?(guards, &unknown?/1), do: throw(:other)
    head = if guards == [], do: pattern, else: {:when, [], [pattern, Enum.reduce(guards, &{:or, [], [&2, &1]})]}
    {:->, [], [[head], {:__block__, [], Enum.map(body, &attempt/1)}]}
  end

  defp unknown?(quoted), do: :unknown in Enum.to_list(Macro.prewalker(quoted))

  # Elixir has no variables as keys of patterns.
  defp key({:var, _, _}), do: throw(:other)
  defp key(k), do: expr(k)

  defp line(l), do: [line: :erl_anno.line(l)]
  defp variable(v), do: String.to_atom("v_" <> (to_string(v) |> String.replace(~r/[^A-Za-z0-9_]/, "_")))
end

defmodule Funs do
  # The anonymous functions of a module by the name of the compiler, {index, unique, arity}.
  def table(m) do
    {:ok, {_, chunks}} = :beam_lib.chunks(:code.which(m), [:atoms, 'FunT'], [:allow_missing_chunks])
    {_, atoms} = List.keyfind(chunks, :atoms, 0)
    atoms = Map.new(atoms)

    with {_, <<_::32, entries::binary>>} <- List.keyfind(chunks, 'FunT', 0) do
      for <<name::32, arity::32, _label::32, index::32, free::32, unique::32 <- entries>>, into: %{}, do: {atoms[name], {index, unique, arity - free}}
    else
      _ -> %{}
    end
  end

  # Puts {:"$fun", index, unique, arity, place} for the functions that are made in
  # a function, which the compiler numbers from the inside out.
  def name({n, a}, clauses, table) do
    {named, count} = clauses |> Enum.map(&Tuple.to_list/1) |> Macro.postwalk(0, &number(&1, &2, "-#{n}/#{a}-fun-", "#{n}/#{a}", table))
    known = for {name, _} <- table, String.starts_with?(to_string(name), "-#{n}/#{a}-fun-"), do: name
    if count == length(known), do: Enum.map(named, &List.to_tuple/1), else: clauses
  end

  defp number({:fn, _, _} = fun, i, prefix, place, table) do
    case table[:"#{prefix}#{i}-"] do
      {index, unique, arity} -> {{:{}, [], [:"$fun", index, unique, arity, place]}, i + 1}
      nil -> {fun, i + 1}
    end
  end

  defp number(other, i, _, _, _), do: {other, i}
end

defmodule Steps do
  @total ~w(is_atom is_binary is_bitstring is_boolean is_float is_function is_integer is_list is_map is_number is_pid is_port is_reference is_tuple == /= =:= =/= < > =< >= self node)a
  @special ~w(case cond try receive with for fn & quote super __block__ <<>> % ^ :: = . case)a

  @elixir [Kernel, Enum, Stream, List, Map, MapSet, Keyword, String, Integer, Float, Atom, Tuple, Range, Access, Process, IO, Node, System, Agent,
           GenServer, GenEvent, Task, Supervisor, Base, Regex, Exception, HashDict, HashSet, Application, Code, Function, Bitwise, Path, Inspect,
           Registry, DynamicSupervisor, PartitionSupervisor, String.Break, Date, Time, DateTime, NaiveDateTime, URI, Module, Dict, Set, Task.Supervisor, Calendar,
           Calendar.ISO, Date.Range, StringIO, IO.ANSI, Macro, Inspect.Algebra, Record, Protocol, Logger, File, OptionParser, Version,
           Config, Config.Reader, Code.Identifier, Logger.Formatter, Inspect.Any, Inspect.Atom, Inspect.BitString, Inspect.Date, Inspect.Date.Range,
           Inspect.DateTime, Inspect.Float, Inspect.Function, Inspect.Integer, Inspect.List, Inspect.Map, Inspect.MapSet, Inspect.NaiveDateTime,
           Inspect.PID, Inspect.Port, Inspect.Range, Inspect.Reference, Inspect.Regex, Inspect.Stream, Inspect.Time, Inspect.Tuple, Inspect.URI,
           String.Chars.Atom, String.Chars.BitString, String.Chars.Integer, String.Chars.Float, String.Chars.List, String.Chars.URI,
           List.Chars.Atom, List.Chars.BitString, List.Chars.Integer, List.Chars.Float, List.Chars.List]
  @erlang [:lists, :maps, :calendar, :queue, :string, :proplists, :orddict, :ordsets, :gen_server, :gen_event, :gen, :supervisor, :sys, :timer, :rand,
           :base64, :proc_lib, :binary, :ets, :application, :global, :math, :crypto, :unicode, :array, :dict, :sets, :gb_sets, :gb_trees,
           :filename, :io_lib, :io_lib_format, :io_lib_pretty, :re, :random, :logger, :logger_config, :error_logger, :unicode_util, :io, :os, :code]

  def write do
    Enum.each(@elixir ++ @erlang, &Code.ensure_loaded!/1)
    table = Map.merge(for(m <- @elixir, f <- elixir(m), into: %{}, do: f), for(m <- @erlang, f <- erlang(m), into: %{}, do: f))
    exported = for {{m, f, a} = key, _} <- table, function_exported?(m, f, a), do: key
    keep = reach(exported, table, MapSet.new())
    useful = for {key, entry} <- table, key in keep, useful?(entry), do: {key, entry}
    File.write!("steps.txt", useful |> Enum.sort() |> Enum.map(&entry/1))
  end

  # An entry that always matches and calls nothing says nothing.
  defp useful?({_, _, clauses}), do: Enum.any?(clauses, &elem(&1, 2)) or not Enum.any?(clauses, &takes_all?/1)

  defp takes_all?({args, guards, _}) do
    guards == [] and Enum.all?(args, &match?({n, _, c} when is_atom(n) and is_atom(c), &1)) and
      length(Enum.uniq_by(args, &elem(&1, 0))) == length(args)
  end

  defp reach([], _, seen), do: seen

  defp reach([key | rest], table, seen) do
    if key in seen or not is_map_key(table, key),
      do: reach(rest, table, seen),
      else: reach(for({_, _, step} <- elem(table[key], 2), called <- called(step), do: called) ++ rest, table, MapSet.put(seen, key))
  end

  defp called({:match, _, _, _, next}), do: called(next)
  defp called({:branch, _, _, clauses}), do: Enum.flat_map(clauses, &called(elem(&1, 1)))
  defp called({:then, call, _, next}), do: called(call) ++ called(next)
  defp called({_, _, m, f, args}), do: [{m, f, length(args)}]
  defp called(nil), do: []

  defp elixir(m) do
    {:ok, {_, [debug_info: {:debug_info_v1, backend, data}]}} = :beam_lib.chunks(:code.which(m), [:debug_info])
    {:ok, map} = backend.debug_info(:elixir_v1, m, data, [])

    Process.put(:inline, for({:inline, list} <- List.flatten(map.compile_opts), f <- List.wrap(list), do: f))
    table = Funs.table(m)

    for {{n, a}, kind, _, [{meta, _, _, _} | _] = clauses} <- map.definitions, kind in [:def, :defp], a > 0, not rewritten?({m, n, a}),
        not Enum.any?(clauses, fn {_, args, guards, _} -> guards != [] and closed?(args) end) do
      clauses = for {_, args, guards, body} <- clauses, do: {args, guards, body}

      clauses =
        for {args, guards, body} <- Funs.name({n, a}, clauses, table) do
          body = if match?({:__block__, _, _}, body), do: elem(body, 2), else: [body]
          step = unless closed?(args), do: steps(m, Enum.map(body, &plain/1))
          {Enum.map(args, &plain/1), Enum.map(guards, &plain/1), step}
        end

      {{m, n, a}, {file(m), meta[:line], clauses}}
    end
  end

  # The compiler calls something of Erlang instead of these.
  defp rewritten?({m, n, a} = f) do
    :elixir_rewrite.inline(m, n, a) != false or
      f in [{Kernel, :elem, 2}, {Kernel, :put_elem, 3}, {Kernel, :is_map_key, 2}, {String, :to_atom, 1}, {String, :to_existing_atom, 1},
            {Map, :delete, 2}, {Map, :fetch, 2}, {Map, :fetch!, 2}, {Map, :has_key?, 2}, {Map, :put, 3}, {Map, :replace!, 3}, {Process, :monitor, 1}, {Tuple, :delete_at, 2}, {Tuple, :insert_at, 3}, {Tuple, :append, 2}]
  end

  defp file(m), do: m.module_info(:compile)[:source] |> to_string() |> String.replace(~r{^.*/lib/}, "lib/")

  # Structs whose fields are nobody's business.
  @closed [HashDict, HashSet, Regex, MapSet, Stream, File.Stream, IO.Stream, Version]

  defp closed?(args), do: args |> Macro.prewalker() |> Enum.any?(&match?({:%, _, [name, {:%{}, _, [_ | _]}]} when name in @closed, &1))

  # Operators as Elixir writes them; the struct of a pattern is one of the keys.
  defp plain(quoted) do
    Macro.prewalk(quoted, fn
      {{:., _, [:erlang, op]}, m, [a, b]} when op in [:andalso, :orelse] -> {if(op == :andalso, do: :and, else: :or), m, [a, b]}
      {:%, _, [_, {:%{}, _, [{:|, _, _}]} = update]} -> update
      {:%, _, [name, {:%{}, m, fields}]} when is_atom(name) -> {:%{}, m, [{:__struct__, name} | if(name in @closed, do: [], else: fields)]}
      {:super, m, args} -> {elem(m[:super], 1), m, args}
      {n, m, c} when is_atom(n) and is_atom(c) -> {n, Keyword.take(m, [:line]), nil}
      other -> other
    end)
  end

  defp erlang(m) do
    {:ok, {_, [abstract_code: {_, forms}]}} = :beam_lib.chunks(:code.which(m), [:abstract_code])

    Process.put(:inline, for({:attribute, _, :compile, {:inline, list}} <- forms, f <- List.wrap(list), do: f))

    table = Funs.table(m)
    Process.put(:defined, for({:function, _, n, a, _} <- forms, do: {n, a}))

    for {:function, anno, n, a, clauses} <- :erl_expand_records.module(forms, []), a > 0, clauses = convert(m, {n, a}, clauses, table) do
      {{m, n, a}, {"#{m}.erl", :erl_anno.line(anno), clauses}}
    end
    |> Enum.reject(fn {_, {_, _, clauses}} -> Enum.any?(clauses, &native?(elem(&1, 2))) end)
  end

  # Functions that the compiler of Elixir unfolds.
  @unfolded ~w(all any foreach map flatmap filter foldl foldr mapfoldl mapfoldr)a

  # What stands for a function in C.
  defp native?({:call, _, :erlang, :nif_error, _}), do: true
  defp native?(_), do: false

  defp convert(m, function, clauses, table) do
    clauses = Funs.name(function, Enum.map(clauses, &Forms.clause/1), table)
    for {args, guards, body} <- clauses, do: {args, guards, steps(m, body)}
  catch
    :other -> nil
  end

  defp steps(_, []), do: nil

  defp steps(m, [{:=, meta, [pattern, value]} | rest]) do
    lift(m, value, &{:match, meta[:line], pattern, &1, steps(m, rest)})
  end

  defp steps(m, [{:__block__, _, list}]), do: steps(m, list)

  defp steps(m, [{:case, meta, [e, [do: clauses]]}]) do
    lift(m, e, &branch(meta[:line], &1, for({:->, _, [[head], body]} <- clauses, do: {head, steps(m, [body])})))
  end

  defp steps(m, [{:with, meta, [{:<-, _, [pattern, e]} | rest]}]) do
    next = if match?([_], rest), do: rest |> hd() |> Keyword.fetch!(:do), else: {:with, meta, rest}
    lift(m, e, &branch(nil, &1, [{pattern, steps(m, [next])}, {{:_, [], nil}, nil}]))
  end

  defp steps(m, [last]) do
    case first(m, last) do
      {:call, step, ^last} -> last(m, last, step)
      _ -> lift(m, last, fn _ -> nil end, &steps(m, [&1]))
    end
  end

  defp steps(m, [e | rest]), do: lift(m, e, fn _ -> steps(m, rest) end)

  defp branch(line, value, clauses) do
    if Enum.any?(clauses, &elem(&1, 1)) or not Enum.any?(clauses, &match?({{n, _, c}, _} when is_atom(n) and is_atom(c), &1)),
      do: {:branch, line, value, clauses}
  end

  # What happens until an expression has a value, and then what is made of that;
  # again goes on with the expression when a call in it has returned.
  defp lift(m, e, next), do: lift(m, e, next, &lift(m, &1, next))

  defp lift(m, e, next, again) do
    case first(m, e) do
      :pure ->
        next.(e)

      {:call, {:call, line, n, f, args} = step, ast} ->
        with true <- is_integer(line) and harmless?(n, f),
             variable = {:"s#{:erlang.phash2(ast, 10_000)}", [], nil},
             then when then != nil <- again.(replace(e, ast, variable)) do
          {:then, {:call, line, n, f, args}, variable, then}
        else
          _ -> step
        end

      other ->
        other
    end
  end

  defp replace(e, ast, variable) do
    {e, _} = Macro.prewalk(e, false, fn node, done -> if not done and node == ast, do: {variable, true}, else: {node, done} end)
    e
  end

  # Modules whose functions have no effects, as far as they take no functions.
  @harmless [Keyword, String, Integer, Float, Atom, Tuple, Map, List, IO.ANSI, String.Chars, List.Chars, Calendar.ISO, :maps, :lists, :unicode, :string, :proplists, :calendar]
  @calling ~w(map filter fold foldl foldr update update_with foreach all any sort usort keysort flatmap filtermap mapfoldl mapfoldr mapfoldl search partition dropwhile takewhile splitwith
              to_atom to_existing_atom zipwith zipwith3 merge get_and_update foreach iterator next)a

  defp harmless?(n, _) when not is_atom(n), do: false
  defp harmless?(IO, f), do: f == :chardata_to_string
  defp harmless?(:erlang, f), do: f in ~w(increment length byte_size bit_size tuple_size map_size element hd tl ++ -- + - * div rem abs map_get binary_to_list list_to_binary iolist_to_binary integer_to_binary atom_to_binary atom_to_list integer_to_list binary_to_integer list_to_integer)a
  defp harmless?(n, f), do: n in @harmless and f not in @calling

  # The call in the last place leaves no frame of the caller, unless what is called
  # is written in C.
  defp last(_, _, {:call, :inline, _, _, _} = step), do: step
  defp last(_, {{:., _, [n, f]}, _, a}, {:call, _, n, f, a}) when is_tuple(n), do: {:call, 0, n, f, a}
  defp last(_, {{:., _, [n, _]}, _, _}, {:call, line, n, f, a}) when n != :erlang, do: {:call, if(:erlang.is_builtin(n, f, length(a)), do: line, else: 0), n, f, a}
  defp last(m, {f, _, _}, {:call, _, m, f, a}) when is_atom(f), do: {:call, 0, m, f, a}
  defp last(_, _, step), do: step

  defp rescued({:call, {:call, line, m, f, args}, _}), do: {:rescue, line, m, f, args}
  defp rescued(_), do: nil

  # What an expression does first: :pure for nothing, {:call, step, the call},
  # a step without more, nil if that is not told.
  defp first(m, {:case, _, [e | _]}), do: only(first(m, e))
  defp first(m, {:with, _, [{:<-, _, [_, e]} | _]}), do: only(first(m, e))
  defp first(m, {:try, _, [[{:do, e} | _]]}), do: rescued(first(m, e))
  defp first(_, :unknown), do: nil
  defp first(_, {n, _, c}) when is_atom(n) and is_atom(c), do: :pure
  defp first(_, x) when is_atom(x) or is_number(x) or is_binary(x), do: :pure
  defp first(m, {a, b}), do: all(m, [a, b])
  defp first(m, l) when is_list(l), do: all(m, l)
  defp first(m, {:%{}, _, [{:|, _, _}]}), do: (_ = m; nil)
  defp first(m, {c, _, l}) when c in [:{}, :|, :%{}, :and, :or, :not], do: all(m, l)
  defp first(m, {op, _, [a, b]}) when op in [:===, :!==, :!=, :<=], do: all(m, [a, b])
  defp first(_, {:&, _, [{:/, _, [{{:., _, [m, f]}, _, []}, n]}]}) when is_atom(m) and is_atom(f) and is_integer(n), do: :pure

  defp first(m, {{:., _, [n, f]}, meta, args} = ast) when is_atom(n) and is_atom(f) do
    case all(m, args) do
      :pure -> with {:call, _, _, _, _} = step <- remote(m, meta[:line], n, f, args), do: {:call, step, ast}
      other -> other
    end
  end

  # The function of a module that is in a variable.
  defp first(m, {{:., _, [{n, _, c} = module, f]}, meta, args} = ast) when is_atom(n) and is_atom(c) and is_atom(f) do
    case all(m, args) do
      :pure -> unless meta[:no_parens], do: {:call, {:call, meta[:line], module, f, args}, ast}
      other -> other
    end
  end

  defp first(_, {f, _, _}) when f in @special, do: nil

  defp first(m, {f, meta, args} = ast) when is_atom(f) and is_list(args) do
    case all(m, args) do
      :pure -> {:call, {:call, if({f, length(args)} in Process.get(:inline), do: :inline, else: meta[:line]), m, f, args}, ast}
      other -> other
    end
  end

  defp first(_, _), do: nil

  defp remote(_, _, :erlang, f, _) when f in @total, do: :pure
  defp remote(_, line, :erlang, op, [a, n]) when op in [:+, :-] and is_integer(n), do: {:call, line, :erlang, :increment, [a, if(op == :+, do: n, else: -n)]}
  defp remote(_, line, :erlang, :+, [n, a]) when is_integer(n), do: {:call, line, :erlang, :increment, [a, n]}

  defp remote(m, _, :lists, f, _) when f in @unfolded and m != :lists, do: (_ = m; nil)
  defp remote(_, line, n, f, args), do: {:call, line, n, f, args}

  defp only({:call, step, _}), do: step
  defp only(:pure), do: nil
  defp only(other), do: other

  defp all(m, list) do
    Enum.reduce_while(list, :pure, fn e, _ ->
      case first(m, e) do
        :pure -> {:cont, :pure}
        other -> {:halt, other}
      end
    end)
  end

  defp entry({{m, f, a}, {file, line, clauses}}) do
    ["#{m} #{f}/#{a} #{file}:#{line}\n" | for(c <- clauses, do: ["\t", clause(c), "\n"])]
  end

  defp clause({args, guards, step}) do
    guard = for g <- guards, do: " when #{text(g)}"
    "#{text({:{}, [], args})}#{guard} -> #{step(step)}"
  end

  defp step(nil), do: ":unknown"
  defp step({:call, line, m, f, args}), do: text({:{}, [], [line, m, f, args]})
  defp step({:rescue, line, m, f, args}), do: text({:{}, [], [line, m, f, args, :rescue]})
  defp step({:match, _, {n, _, nil} = pattern, value, next}) when is_atom(n), do: "case #{text(value)} do #{text(pattern)} -> #{step(next)} end"
  defp step({:match, line, pattern, value, next}), do: "case #{text(value)} do #{text(pattern)} -> #{step(next)}; v -> {#{line}, v} end"

  defp step({:branch, line, value, clauses}) do
    rest = if line && not Enum.any?(clauses, &match?({{n, _, c}, _} when is_atom(n) and is_atom(c), &1)), do: "; v -> {#{line}, :case_clause, v}"
    "case #{text(value)} do #{Enum.map_join(clauses, "; ", fn {head, next} -> "#{text(head)} -> #{step(next)}" end)}#{rest} end"
  end

  defp step({:then, {:call, line, m, f, args}, variable, next}) do
    call = {:{}, [], [line, m, f, args, :next]} |> text() |> String.replace_suffix(":next}", "")
    "#{call}fn #{text(variable)} -> #{step(next)} end}"
  end

  defp text(quoted), do: quoted |> Macro.to_string() |> String.replace(~r/\n\s*/, " ")
end

Steps.write()
