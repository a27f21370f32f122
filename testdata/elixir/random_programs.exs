# Writes inputs of random programs over the whole grammar, for record.exs to
# answer, and of the same programs with a token lost, doubled or exchanged:
#
#     elixir testdata/elixir/random_programs.exs SEED COUNT programs FILE
#     elixir testdata/elixir/random_programs.exs SEED COUNT mutations FILE
#
# The same seed gives the same inputs. random_programs.txt and
# random_mutations.txt are samples of them.

defmodule Programs do
  @binary ~w(+ - * / ++ -- <> == != === !== < > <= >= and or && || in |> .. ** =~ xor)
  @unary ~w(- + ! not)

  def input(n) do
    case pick([:expr, :expr, :expr, :expr, :block, :module, :macro, :match]) do
      :expr -> expr(4, [])
      :block -> lines(statements(3, []))
      :match -> "#{pattern(2) |> elem(0)} = #{expr(2, [])}"
      :module -> module("R#{n}")
      :macro -> macro("R#{n}")
    end
  end

  defp statements(0, vars), do: [expr(2, vars)]

  defp statements(n, vars) do
    {text, new} = pattern(1)
    line = if chance(3), do: expr(2, vars), else: "#{text} = #{expr(2, vars)}"
    [line | statements(n - 1, new ++ vars)]
  end

  defp lines(list), do: "(" <> Enum.join(list, pick(["; ", "\n"])) <> ")"

  defp expr(0, vars), do: leaf(vars)

  defp expr(d, vars) do
    case :rand.uniform(30) do
      n when n in 1..7 -> "#{expr(d - 1, vars)} #{pick(@binary)} #{expr(d - 1, vars)}"
      8 -> "#{pick(@unary)}#{pick(["", " "])}#{expr(d - 1, vars)}"
      9 -> "(#{expr(d - 1, vars)})"
      10 -> list(d, vars)
      11 -> "{#{some(d, vars)}}"
      12 -> map(d, vars)
      13 -> "fn #{clauses(d, vars)} end"
      14 -> "(fn #{clauses(d, vars)} end).(#{expr(d - 1, vars)})"
      15 -> "case #{expr(d - 1, vars)} do #{clauses(d, vars)} end"
      16 -> "if #{expr(d - 1, vars)} do #{expr(d - 1, vars)} else #{expr(d - 1, vars)} end"
      17 -> "if #{expr(d - 1, vars)}, do: #{expr(d - 1, vars)}, else: #{expr(d - 1, vars)}"
      18 -> with_(d, vars)
      19 -> for_(d, vars)
      20 -> try_(d, vars)
      21 -> "cond do #{expr(d - 1, vars)} -> #{expr(d - 1, vars)}; true -> #{expr(d - 1, vars)} end"
      22 -> "receive do #{clauses(d, vars)} after 0 -> #{expr(d - 1, vars)} end"
      23 -> capture(d, vars)
      24 -> pipe(d, vars)
      25 -> bitstring(d, vars)
      26 -> call(d, vars)
      27 -> string(d, vars)
      28 -> "#{expr(d - 1, vars)}#{pick(["[:a]", ".a", "[0]", ".()", "[\"k\"]"])}"
      29 -> "#{pick(["%{a: 1}", "%{}", "%{a: 1, b: 2}"])} |> #{pick(["Map.get", "Map.put"])}(#{some(d, vars)})"
      30 -> "quote do #{expr(d - 1, vars)} end"
    end
  end

  defp leaf(vars) do
    pick([
      "1", "2", "0", "-1", "1.5", "0x1F", "1_000", "?a", ":a", ":ok", "nil", "true", "false", "\"s\"", "\"é\"", "'abc'", "[]", "{}", "%{}",
      "[1, 2]", "[a: 1]", "{:ok, 1}", "~w(a b)", "~w(a b)a", "~s(x)", "Foo", "String", "1..3", "<<1>>", "\"\"", ":\"a b\"", "self",
      "~r/a/", "1.0e3", "[1 | 2]", "1..9//3", "@a", "&1", "..", "%{a: 1}", "x"
    ] ++ vars ++ vars ++ vars ++ vars ++ vars ++ vars)
  end

  defp some(d, vars), do: 1..pick([1, 1, 2, 2, 3]) |> Enum.map_join(", ", fn _ -> expr(d - 1, vars) end)

  defp list(d, vars) do
    case pick([1, 2, 3, 4]) do
      1 -> "[#{some(d, vars)}]"
      2 -> "[#{expr(d - 1, vars)} | #{expr(d - 1, vars)}]"
      3 -> "[a: #{expr(d - 1, vars)}, b: #{expr(d - 1, vars)}]"
      4 -> "[#{expr(d - 1, vars)}, c: #{expr(d - 1, vars)}]"
    end
  end

  defp map(d, vars) do
    case pick([1, 2, 3, 4]) do
      1 -> "%{a: #{expr(d - 1, vars)}}"
      2 -> "%{#{expr(d - 1, vars)} => #{expr(d - 1, vars)}}"
      3 -> "%{#{pick(["%{a: 1}" | vars])} | a: #{expr(d - 1, vars)}}"
      4 -> "%{1 => 2, a: #{expr(d - 1, vars)}}"
    end
  end

  # A pattern and the variables that it binds.
  defp pattern(0) do
    v = pick(~w(x y z a b))
    pick([{v, [v]}, {v, [v]}, {v, [v]}, {"_", []}, {pick(["1", ":a", ":ok", "\"s\"", "[]", "nil"]), []}])
  end

  defp pattern(d) do
    {p, v} = pattern(d - 1)
    {q, w} = pattern(d - 1)

    pick([
      pattern(0),
      pattern(0),
      {"{#{p}, #{q}}", v ++ w},
      {"[#{p} | #{q}]", v ++ w},
      {"[#{p}, #{q}]", v ++ w},
      {"%{a: #{p}}", v},
      {"{:ok, #{p}}", v},
      {"#{p} = #{q}", v ++ w},
      {"\"s\" <> #{if v == [], do: "_", else: hd(v)}", v},
      {"<<h, t::binary>>", ["h", "t"]},
      {"[a: #{p}]", v},
      {"^x", []}
    ])
  end

  defp clauses(d, vars) do
    1..pick([1, 1, 2]) |> Enum.map_join("; ", fn _ ->
      {p, v} = pattern(1)
      "#{p}#{guard(v)} -> #{expr(d - 1, v ++ vars)}"
    end)
  end

  defp guard([]), do: ""

  defp guard(vars) do
    v = pick(vars)
    pick(["", "", "", " when is_integer(#{v})", " when #{v} > 1", " when #{v} in [1, 2]", " when not is_nil(#{v}) and #{v} != 2", " when is_list(#{v}) or #{v} == :a"])
  end

  defp with_(d, vars) do
    {p, v} = pattern(1)
    otherwise = pick(["", "", " else _ -> #{expr(d - 1, vars)}", " else 1 -> :one"])
    "with #{p} <- #{expr(d - 1, vars)}, y = #{expr(d - 1, v ++ vars)} do #{expr(d - 1, ["y" | v] ++ vars)}#{otherwise} end"
  end

  defp for_(d, vars) do
    {p, v} = pattern(1)
    source = pick(["[1, 2, 3]", "1..3", "%{a: 1}", "[a: 1]", "[{:ok, 1}, 2]", expr(d - 1, vars)])
    filter = pick(["", "", ", #{expr(d - 1, v ++ vars)}"])

    case pick([1, 1, 2, 3, 4, 5]) do
      1 -> "for #{p} <- #{source}#{filter}, do: #{expr(d - 1, v ++ vars)}"
      2 -> "for #{p} <- #{source}#{filter}, into: #{pick(["%{}", "[]", "\"\""])}, do: #{expr(d - 1, v ++ vars)}"
      3 -> "for #{p} <- #{source}, reduce: 0 do acc -> #{expr(d - 1, ["acc" | v] ++ vars)} end"
      4 -> "for #{p} <- #{source}, i <- [1, 2], uniq: true, do: #{expr(d - 1, ["i" | v] ++ vars)}"
      5 -> "for <<c <- \"abc\">>, do: #{expr(d - 1, ["c" | vars])}"
    end
  end

  defp try_(d, vars) do
    body = pick([expr(d - 1, vars), "raise \"x\"", "throw :t", "exit(:e)", "raise ArgumentError, \"m\""])

    case pick([1, 2, 3, 4, 5]) do
      1 -> "try do #{body} rescue e -> #{expr(d - 1, ["e" | vars])} end"
      2 -> "try do #{body} catch k, v -> #{expr(d - 1, ["k", "v" | vars])} end"
      3 -> "try do #{body} rescue ArgumentError -> 1 after #{expr(d - 1, vars)} end"
      4 -> "try do #{body} catch v -> v else 1 -> :one; _ -> 2 end"
      5 -> "try do #{body} after #{expr(d - 1, vars)} end"
    end
  end

  defp capture(d, vars) do
    pick([
      "&(&1 + #{expr(d - 1, vars)})", "&{&1, &2}", "&[&1 | &2]", "&String.upcase/1", "&Enum.map/2", "&is_atom/1", "&\"#" <> "{&1}\"", "& &1.a",
      "&(&1)", "&(&1 + &3)", "&foo/1", "&+/2", "&%{a: &1}", "&(#{expr(d - 1, vars)})"
    ])
  end

  defp pipe(d, vars) do
    step = fn -> pick(["to_string()", "inspect", "Enum.map(& &1)", "List.wrap()", "then(fn x -> x end)", "elem(0)", "Kernel.+(1)", "hd", "(& &1).()", "case do x -> x end", "length()", "Enum.sum", "tap(& &1)"]) end
    Enum.join([expr(d - 1, vars) | for(_ <- 1..pick([1, 2, 3]), do: step.())], " |> ")
  end

  defp bitstring(d, vars) do
    segment = fn -> expr(pick([0, 0, d - 1]), vars) <> pick(["", "", "::8", "::16", "::size(4)", "::binary", "::utf8", "::little-16", "::float", "::integer-signed", "::bitstring", "::1", "::size(2)-unit(8)"]) end
    "<<#{Enum.map_join(1..pick([1, 2, 3]), ", ", fn _ -> segment.() end)}>>"
  end

  defp call(d, vars) do
    name = pick(~w(length hd tl elem to_string inspect is_list map_size abs div rem max min round tuple_size byte_size foo send throw raise exit apply
                   String.length String.upcase Enum.sum Enum.map Enum.sort Enum.count Map.keys List.first List.flatten Integer.to_string Atom.to_string
                   Keyword.get Tuple.to_list Foo.bar String.split Enum.at Enum.reverse Enum.join Integer.parse String.to_atom put_in get_in))
    pick(["#{name}(#{some(d, vars)})", "#{name}(#{some(d, vars)})", "#{name} #{expr(d - 1, vars)}"])
  end

  defp string(d, vars) do
    pick([
      "\"a\#{#{expr(d - 1, vars)}}b\"", "'a\#{#{expr(d - 1, vars)}}'", "~s(x\#{#{expr(d - 1, vars)}})", "~S(a\#{1})", ":\"a\#{#{expr(d - 1, vars)}}\"",
      "\"\"\"\n  h\#{#{expr(d - 1, vars)}}\n  i\n  \"\"\"", "\"\\t\\x41\\u00e9\"", "~w(a \#{#{expr(d - 1, vars)}})", "\"a\" <> #{expr(d - 1, vars)}"
    ])
  end

  defp module(name) do
    body = for _ <- 1..pick([1, 2, 3]), do: definition()
    call = "#{name}.#{pick(~w(f g))}(#{pick(["", "1", "1, 2", ":a", "[1, 2]", "%{a: 1}", "\"s\""])})"
    "defmodule #{name} do\n#{Enum.map_join(body, "\n", &("  " <> &1))}\nend\nthen> #{call}"
  end

  defp definition do
    {p, v} = pattern(1)
    {q, w} = pattern(0)
    name = pick(~w(f g))

    pick([
      "def #{name}(#{p})#{guard(v)}, do: #{expr(2, v)}",
      "def #{name}(#{p}) do #{expr(2, v)} end",
      "def #{name}(#{p}, #{q} \\\\ #{expr(1, [])}), do: #{expr(2, v ++ w)}",
      "def #{name}(#{p}) do #{expr(2, v)} rescue e -> #{expr(1, ["e"])} end",
      "defp #{name}(#{p}), do: #{expr(2, v)}",
      "@a #{expr(1, [])}",
      "def #{name}(), do: @a",
      "defstruct a: #{expr(1, [])}",
      "def #{name}(x), do: h(#{expr(1, ["x"])})"
    ])
  end

  defp macro(name) do
    "defmodule #{name} do\n  defmacro m(x) do\n    quote do\n      unquote(x) #{pick(@binary)} #{expr(1, [])}\n    end\n  end\nend\nthen> require #{name}\nthen> #{name}.m(#{expr(2, [])})"
  end

  # A program with a token that is lost, doubled, or exchanged for another.
  def mutation(n) do
    [text | _] = String.split(input(n), "\nthen> ")
    tokens = Regex.split(~r/(\w+[?!]?|"|'|[^\w\s]|\s+)/u, text, include_captures: true, trim: true)
    at = :rand.uniform(length(tokens)) - 1

    changed =
      case pick([:lose, :lose, :double, :swap, :other, :other]) do
        :lose -> List.delete_at(tokens, at)
        :double -> List.insert_at(tokens, at, Enum.at(tokens, at))
        :swap -> tokens |> List.replace_at(at, Enum.random(tokens)) |> List.replace_at(:rand.uniform(length(tokens)) - 1, Enum.at(tokens, at))
        :other -> List.replace_at(tokens, at, pick(~w|( ) [ ] { } do end fn -> , ; . : & \| = => <- \\ " ' % @ ! ^ ~ else after << >> when not in # 1 x :a|))
      end

    Enum.join(changed)
  end

  defp pick(list), do: Enum.random(list)
  defp chance(n), do: :rand.uniform(n) == 1

  def write(seed, count, kind, path) do
    :rand.seed(:exsss, {seed, 1, 2})

    sessions =
      for n <- 1..count do
        text = if kind == "programs", do: input(n), else: mutation(n)
        inputs = String.split(text, "\nthen> ")
        for {input, i} <- Enum.with_index(inputs), {line, j} <- Enum.with_index(String.split(input, "\n")) do
          prompt = if j > 0, do: "...>", else: if(i > 0, do: "and>", else: "iex>")
          [String.trim_trailing("#{prompt} #{line}"), "\n"]
        end
      end

    File.write!(path, ["# Random #{kind}, seed #{seed}.\n" | Enum.map(sessions, &["\n", &1])])
  end
end

[seed, count, kind, path] = System.argv()
Programs.write(String.to_integer(seed), String.to_integer(count), kind, path)
