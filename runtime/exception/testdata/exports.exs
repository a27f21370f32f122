# Writes what some modules export, for suggestions: elixir testdata/exports.exs > testdata/exports.txt
for m <- [String, Enum, GenServer] do
  deprecated = for {fa, _} <- m.__info__(:deprecated), do: fa
  names = for {f, a} <- m.__info__(:functions) -- deprecated, do: "#{f}/#{a}"
  macros = for {f, a} <- m.__info__(:macros), do: "#{f}/#{a}/macro"
  IO.puts(Enum.join([m | macros ++ names], " "))
end

IO.puts(Enum.join([:gen_event | for({f, a} <- :gen_event.module_info(:exports), do: "#{f}/#{a}")], " "))
