# Draws the terms that erlang.exs and erlang_limits.exs record.
defmodule Draw do
  @words [:a, :ok, :"Elixir.KV", :"foo bar", :receive, :long_atom_that_takes_room, :é, nil, :"", :"1a", :A, :a@b, :"it's"]
  @texts ["", "eggs", "é", "a\"b\\", <<1, 2>>, <<3::3>>, <<255, 254>>, "line\n", "a text of some length to fill lines", "\d\a", "日本"]

  def term(0), do: word()

  def term(depth) do
    case :rand.uniform(9) do
      1 -> word()
      2 -> word()
      3 -> List.to_tuple(terms(depth))
      4 -> List.to_tuple([Enum.random(@words) | terms(depth)])
      5 -> terms(depth)
      6 -> Map.new(terms(depth), &{&1, term(depth - 1)})
      7 -> Enum.map(terms(depth), &{Enum.random(@words), &1})
      8 -> terms(depth) ++ term(depth - 1)
      9 -> Enum.to_list(1..:rand.uniform(40))
    end
  end

  defp terms(depth), do: for(_ <- 1..:rand.uniform(6), do: term(depth - 1))

  defp word do
    case :rand.uniform(8) do
      1 -> Enum.random(@words)
      2 -> Enum.random(@words)
      3 -> Enum.random(@texts)
      4 -> :rand.uniform(1_000_000) - 500_000
      5 -> :rand.uniform() * 1000
      6 -> Enum.random(['charlist', [], 'é', [8, 9], [127], [7], [1 | 2], {}, %{}, &Enum.map/2, &:lists.map/2])
      7 -> for(i <- 1..:rand.uniform(60), into: <<>>, do: <<i>>)
      8 -> :math.pow(10, :rand.uniform(30)) |> trunc()
    end
  end
end
